import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  choice,
  code,
  date,
  integer,
  longText,
  money,
  month,
  phone,
  reference,
  residentId,
  text,
  unit,
  type ValuesOf,
  yesNo,
} from '../kit/fields.ts';
import { reliefComplaints } from '../rules/relief-checks.ts';
import { reliefClocks } from '../rules/relief-clocks.ts';
import { reliefWorkflow } from '../rules/relief-workflow.ts';

const household = {
  reliefNo: code('救助编号').automatic().alias('编号').section('家庭').width(14),
  community: unit('所属社区', '社区').wanted().alias('社区', '所在社区').section('家庭').width(12),
  grid: text('网格').alias('所属网格', '所在网格').section('家庭').width(10),
  head: text('户主姓名').key().personal().alias('户主', '姓名', '申请人').section('家庭').width(10),
  headId: residentId('身份证号').neededFor('confirm').alias('身份证号码', '公民身份号码').section('家庭'),
  phone: phone('联系电话').personal().alias('电话', '联系方式').section('家庭'),
  members: integer('家庭人口').min(1).neededFor('confirm').alias('人口', '家庭人数').section('家庭').width(8),
  kind: choice('救助类别', [
    { value: '低保', aliases: ['最低生活保障', '城市低保', '农村低保', '低保户', '低保家庭', '低保对象'] },
    { value: '低保边缘', aliases: ['低保边缘家庭', '低保边缘户', '低收入'] },
    { value: '特困', aliases: ['特困供养', '特困人员', '特困户', '五保', '五保户'] },
    { value: '临时救助', aliases: ['临时'] },
    { value: '残疾人两补', aliases: ['残疾人两项补贴', '两补'] },
    { value: '医疗', aliases: ['医疗救助'] },
    { value: '教育', aliases: ['教育救助', '助学'] },
    { value: '住房', aliases: ['住房救助'] },
    '其他',
  ])
    .wanted()
    .alias('类别', '救助类型')
    .section('家庭')
    .width(10),
  cause: choice('致困原因', ['因病', '因残', '因学', '失业', '灾害', '其他'])
    .alias('困难原因')
    .section('家庭')
    .width(8),
  petition: reference('关联信访', { ledger: 'petition' }).section('家庭').width(20),
  leadCase: reference('关联包案', { ledger: 'leadCase' }).section('家庭').width(20),
};

const examined = {
  acceptedOn: date('受理日期').wanted().alias('申请日期', '受理时间').section('审核'),
  special: yesNo('特殊情形').section('审核').help('情况复杂、按较长时限办理的，须写明原因'),
  surveyors: text('调查人').alias('入户调查人').section('审核').width(14).help('一般不少于两人，用顿号隔开'),
  checked: choice('经济状况核对结果', ['符合', '不符合', '待核']).alias('核对结果').section('审核').width(10),
  kin: yesNo('近亲属备案').section('审核').help('经办人员、社区干部近亲属申请的，须备案'),
  publicFrom: date('公示起').alias('公示开始日期', '公示起止', '公示时间').notBefore('acceptedOn').section('审核'),
  publicTo: date('公示止').alias('公示结束日期', '公示起止', '公示时间').notBefore('publicFrom').section('审核'),
  objection: yesNo('公示异议').section('审核'),
};

const granted = {
  confirmedOn: date('确认日期').past().alias('审批日期').section('结果'),
  refusedOn: date('不予确认日期').section('结果'),
  refusalReason: longText('不予确认理由').section('结果'),
  refusalToldOn: date('不予确认告知日期').section('结果'),
  amount: money('救助金额', '元').alias('金额', '月救助金额').section('结果'),
  fromMonth: month('起发月').alias('起始月份').section('结果'),
  recheckOn: date('复核到期日').alias('复核日期').section('结果'),
  stoppedOn: date('停发日期').section('结果'),
  clerk: text('经办人').alias('承办人').section('结果').width(10),
  proof: attachments('材料').section('结果'),
  remark: longText('备注').section('结果'),
};

const fields = { ...household, ...examined, ...granted };

export type ReliefValues = ValuesOf<typeof fields>;

/** 困难群众救助台账: which household asked for what, how it was examined and made public, and what it was granted. */
export const relief = defineLedger({
  id: 'relief',
  title: '困难救助',
  noun: '救助',
  group: '民生',
  version: 1,
  fields,
  titleField: 'head',
  numbering: { field: 'reliefNo', pattern: 'JZ-{year}-{0000}', yearFrom: 'acceptedOn' },
  sameAs: ['headId', 'kind', 'acceptedOn'],
  columns: ['reliefNo', 'acceptedOn', 'community', 'head', 'kind', 'members', 'state', 'amount', 'recheckOn'],
  totals: ['amount', 'members'],
  sortedBy: { field: 'reliefNo', descending: true },
  handledBy: 'clerk',
  closedBy: 'confirmedOn',
  workflow: reliefWorkflow,
  clocks: reliefClocks,
  check: reliefComplaints,
});
