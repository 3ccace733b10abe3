import { issuedBlocksUndo, issuedDocuments } from '../documents/issued-documents.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import { choice, code, longText, moment, phone, reference, residentId, text, unit, yesNo } from '../kit/fields.ts';
import { demandComplaints, similarDemands } from '../rules/demand-checks.ts';
import { demandClocks } from '../rules/demand-clocks.ts';
import { demandDerived } from '../rules/demand-derived.ts';
import { demandWorkflow } from '../rules/demand-workflow.ts';
import { accusationMark } from './accusation-mark.ts';
import { demandEvaluationFields, demandExceptionFields, demandHandlingFields } from './demand-parts.ts';
import { FROM_DEMAND } from './successors.ts';

const came = {
  demandNo: code('诉求编号').automatic().section('来件').width(14),
  source: choice('来源', [
    { value: '12345热线', aliases: ['12345', '热线', '政务热线', '市民热线', '12345政务服务便民热线'] },
    '政民互动',
    { value: '领导信箱', aliases: ['书记信箱', '市长信箱', '区长信箱'] },
    { value: '上级交办', aliases: ['交办', '上级转办'] },
    { value: '社区上报', aliases: ['社区报送', '社区反映'] },
    { value: '网格上报', aliases: ['网格员上报', '网格报送'] },
    { value: '窗口', aliases: ['窗口接待', '点单式接待', '一站式办公'] },
    { value: '来访来电', aliases: ['来访', '来电'] },
    '媒体',
  ])
    .wanted()
    .alias('来源系统', '诉求来源', '工单来源', '受理渠道')
    .section('来件')
    .width(10),
  orderNo: code('工单编号')
    .alias('工单号', '编号', '受理编号')
    .section('来件')
    .width(18)
    .help('来源系统的编号，原样保存'),
  receivedAt: moment('接收时间')
    .key()
    .alias('接收日期', '受理时间', '受理日期', '来电时间', '登记时间')
    .section('来件'),
  community: unit('所属社区', '社区').wanted().alias('社区', '属地社区', '涉及社区').section('来件').width(12),
  place: unit('小区（网格）', '小区', '网格')
    .alias('小区', '所在小区', '所属小区', '小区名称')
    .section('来件')
    .width(14)
    .help('从组织架构里选；四级联动按它计到小区、网格'),
};

const who = {
  person: text('诉求人')
    .personal()
    .alias('姓名', '诉求人姓名', '来电人', '反映人', '来访人', '投诉人')
    .section('诉求人')
    .width(10),
  personId: residentId('身份证号').alias('身份证号码', '公民身份号码').section('诉求人'),
  phone: phone('联系电话').personal().alias('电话', '手机号', '手机号码', '来电号码', '联系方式').section('诉求人'),
  anonymous: yesNo('匿名').section('诉求人'),
};

const matter = {
  category: choice('诉求类别', ['咨询', '求助', '投诉', '举报', '建议', '其他'])
    .neededFor('report')
    .alias('类别', '工单类别')
    .section('诉求')
    .width(8),
  topic: choice('问题分类', { parameter: '诉求问题分类' }).wanted().alias('分类', '问题类别').section('诉求').width(12),
  content: longText('诉求内容')
    .key()
    .alias('内容', '反映内容', '诉求', '反映问题', '主要诉求')
    .section('诉求')
    .width(24),
  urgency: choice('紧急程度', ['一般', '紧急', '突发']).neededFor('report').alias('紧急性').section('诉求').width(8),
  dupOf: reference('重复诉求关联', { ledger: 'demand' }).section('诉求').width(24),
  accusation: accusationMark('诉求'),
};

const fields = {
  ...came,
  ...who,
  ...matter,
  ...demandHandlingFields,
  ...demandExceptionFields,
  ...demandEvaluationFields,
  documents: issuedDocuments(),
};

/** 诉求与工单台账: what residents asked for through the hotline, the level above, a window or their community. */
export const demand = defineLedger({
  id: 'demand',
  title: '诉求与工单',
  noun: '诉求',
  group: '诉求信访',
  version: 1,
  fields,
  titleField: 'content',
  numbering: { field: 'demandNo', pattern: 'SQ-{year}-{0000}', yearFrom: 'receivedAt' },
  foreignNumber: 'orderNo',
  foreignSource: 'source',
  sameAs: ['person', 'receivedAt', 'content'],
  columns: [
    'demandNo',
    'receivedAt',
    'community',
    'person',
    'content',
    'topic',
    'state',
    'deadline',
    'timing',
    'closedOn',
    'satisfaction',
  ],
  sortedBy: { field: 'demandNo', descending: true },
  restrictedBy: 'accusation',
  leadsTo: FROM_DEMAND,
  undoBlocked: issuedBlocksUndo,
  handledBy: 'handler',
  closedBy: 'closedOn',
  workflow: demandWorkflow,
  clocks: demandClocks,
  derived: demandDerived,
  similar: similarDemands,
  check: demandComplaints,
});
