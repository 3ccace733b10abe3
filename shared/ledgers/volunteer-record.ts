import { defineLedger } from '../kit/define-ledger.ts';
import { date, decimal, longText, phone, residentId, text, unit, type ValuesOf, yesNo } from '../kit/fields.ts';
import { volunteerComplaints } from '../rules/volunteer-rules.ts';

const fields = {
  activity: text('活动名称').key().alias('活动', '项目名称').section('活动').width(20),
  on: date('日期').key().alias('活动日期', '服务日期').section('活动'),
  place: text('地点').wanted().alias('活动地点').section('活动').width(14),
  community: unit('所属社区', '社区').wanted().alias('社区').section('活动').width(12),
  organiser: text('组织单位').wanted().alias('组织方', '主办单位').section('活动').width(16),
  person: text('志愿者').wanted().personal().alias('姓名', '志愿者姓名').section('志愿者').width(10),
  personId: residentId('身份证号').alias('身份证号码').section('志愿者'),
  phone: phone('联系电话').personal().alias('电话').section('志愿者'),
  consent: yesNo('同意公开').section('志愿者').help('志愿服务条例第二十条：未经同意不得公开个人信息'),
  hours: decimal('服务时长（小时）').min(0.5).wanted().alias('服务时长', '时长', '小时').section('服务').width(10),
  target: text('服务对象').wanted().section('服务').width(14),
  content: longText('服务内容').wanted().alias('内容').section('服务'),
  training: text('培训情况').alias('培训').section('服务').width(12),
  award: text('表彰奖励').section('服务').width(12),
  rating: text('评价情况').alias('评价').section('服务').width(10),
  synced: yesNo('已录入全国系统')
    .wanted()
    .alias('已录入系统')
    .section('服务')
    .help('志愿服务条例第十九条：应录入民政部指定的系统，本台账只作底账'),
  remark: text('备注').section('服务').width(16),
};

export type VolunteerRecordValues = ValuesOf<typeof fields>;

/** 志愿服务记录: the items of 志愿服务条例 第十九条, one row a person and activity. A shadow of the national system. */
export const volunteerRecord = defineLedger({
  id: 'volunteerRecord',
  title: '志愿服务记录',
  noun: '服务记录',
  group: '队伍',
  version: 1,
  fields,
  titleField: 'activity',
  sameAs: ['activity', 'on', 'person'],
  columns: ['on', 'activity', 'community', 'organiser', 'person', 'hours', 'target', 'synced'],
  totals: ['hours'],
  sortedBy: { field: 'on', descending: true },
  check: volunteerComplaints,
});
