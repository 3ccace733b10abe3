import { defineLedger } from '../kit/define-ledger.ts';
import { children, choice, date, decimal, integer, phone, text, unit, type ValuesOf } from '../kit/fields.ts';
import { registrationClocks, registrationComplaints, registrationDerived } from '../rules/registration-rules.ts';

const fields = {
  kind: choice('报到主体', [
    { value: '单位党组织', aliases: ['党组织', '驻区单位党组织'] },
    { value: '在职党员', aliases: ['党员', '个人'] },
  ])
    .wanted()
    .section('报到')
    .width(10),
  name: text('姓名（组织名）').key().personal().alias('姓名', '组织名称', '党组织名称').section('报到').width(16),
  unit: text('所在单位').wanted().alias('工作单位', '单位').section('报到').width(18),
  community: unit('报到社区', '社区').wanted().alias('社区', '所属社区').section('报到').width(12),
  home: unit('居住小区', '小区').alias('小区').section('报到').width(14),
  reportedOn: date('首次报到日期').key().alias('报到日期', '报到时间').section('报到'),
  members: integer('应报到党员数').min(0).section('报到').width(10).help('单位党组织填：本单位应报到的在职党员数'),
  post: choice('认领岗位', [
    '组织建设',
    '法律咨询与援助',
    '助困扶残与就业援助',
    '社区治理',
    '健康医疗',
    '文化体育',
    '安全宣传与治安巡逻',
    '其他',
  ])
    .alias('岗位')
    .section('报到')
    .width(16),
  talent: text('特长').section('报到').width(12),
  phone: phone('联系电话').personal().alias('电话').section('报到'),
  halfYears: children('半年报到', { half: text('半年').key(), on: date('日期').key() })
    .section('服务')
    .help('每半年报到一次，按日期算在哪个半年；漏报的列在“漏报的半年”'),
  services: children('服务记录', {
    on: date('日期').key(),
    content: text('内容').key(),
    hours: decimal('时长（小时）').min(0),
    rating: choice('评价', ['好', '较好', '一般', '差']),
  }).section('服务'),
  feedbackOn: date('反馈单位日期').alias('反馈日期').section('服务').help('每季度末向所在单位反馈一次'),
  comment: choice('社区评价', ['好', '较好', '一般', '差']).section('服务').width(8),
  remark: text('备注').section('服务').width(16),
};

export type DoubleRegistrationValues = ValuesOf<typeof fields>;

/** 双报到: units and party members at work who reported to a community, what they did there, and what their unit was told. */
export const doubleRegistration = defineLedger({
  id: 'doubleRegistration',
  title: '双报到',
  noun: '报到',
  group: '党建',
  version: 1,
  fields,
  titleField: 'name',
  sameAs: ['kind', 'name', 'unit', 'community'],
  columns: ['kind', 'name', 'unit', 'community', 'reportedOn', 'halfYear', 'missedHalves', 'serviceCount'],
  sortedBy: { field: 'reportedOn', descending: true },
  derived: registrationDerived,
  clocks: registrationClocks,
  check: registrationComplaints,
});
