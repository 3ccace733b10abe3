import { defineLedger } from '../kit/define-ledger.ts';
import { choice, date, phone, text, unit } from '../kit/fields.ts';

const fields = {
  body: choice('组织', [
    { value: '街道大工委', aliases: ['大工委'] },
    { value: '社区大党委', aliases: ['大党委'] },
  ])
    .key()
    .alias('组织名称')
    .section('任职')
    .width(12),
  place: unit('所属街道（社区）', '街道', '社区')
    .wanted()
    .alias('所属社区', '所属街道', '街道社区')
    .section('任职')
    .width(14),
  name: text('姓名').key().personal().section('任职').width(10),
  unitPost: text('单位及职务').wanted().alias('单位职务', '工作单位及职务', '单位').section('任职').width(22),
  role: choice('大工委（大党委）职务', ['书记', '副书记', '委员', '兼职副书记', '兼职委员'])
    .wanted()
    .alias('大工委职务', '大党委职务', '职务', '党内职务')
    .section('任职')
    .width(12),
  unitKind: choice('单位性质', ['机关', '事业', '国企', '学校', '医院', '非公', '社会组织', '物业'])
    .section('任职')
    .width(10),
  from: date('任职日期').wanted().alias('任职时间').section('任期'),
  to: date('离任日期').alias('离任时间', '免职日期').notBefore('from').section('任期'),
  phone: phone('联系电话').personal().alias('电话').section('任期'),
  remark: text('备注').section('任期').width(16),
};

/** 大工委、大党委成员: who sits in the working committee of the street or the party committee of a community, from when to when. */
export const committeeMember = defineLedger({
  id: 'committeeMember',
  title: '大工委大党委成员',
  noun: '成员',
  group: '党建',
  version: 1,
  fields,
  titleField: 'name',
  sameAs: ['body', 'place', 'name', 'from'],
  columns: ['body', 'place', 'name', 'unitPost', 'role', 'unitKind', 'from', 'to'],
  sortedBy: { field: 'body' },
});
