import { issuedBlocksUndo, issuedDocuments } from '../documents/issued-documents.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  choice,
  code,
  date,
  department,
  longText,
  phone,
  reference,
  references,
  residentId,
  text,
  unit,
} from '../kit/fields.ts';
import { petitionComplaints } from '../rules/petition-checks.ts';
import { handlingReading, petitionClocks } from '../rules/petition-clocks.ts';
import {
  ACCUSATION,
  petitionEndFields,
  petitionHandlingFields,
  petitionNoticeFields,
  petitionReviewFields,
  petitionSourceFields,
  petitionVisitFields,
} from '../rules/petition-parts.ts';
import { similarPetitions } from '../rules/petition-repeats.ts';
import { petitionWorkflow } from '../rules/petition-workflow.ts';
import { timingDerived } from '../rules/timing-derived.ts';
import { FROM_PETITION } from './successors.ts';

const came = {
  petitionNo: code('登记编号').automatic().section('来件').width(14),
  ...petitionSourceFields,
  receivedOn: date('收到日期')
    .key()
    .alias('登记日期', '登记时间', '来访日期', '来访时间', '来信日期', '来信时间', '信访日期', '信访时间', '收件日期')
    .section('来件'),
  community: unit('所属社区', '社区')
    .wanted()
    .alias('社区', '属地社区', '问题属地', '问题归属地')
    .section('来件')
    .width(12),
  place: unit('小区（网格）', '小区', '网格')
    .alias('小区', '所在小区', '所属小区', '小区名称')
    .section('来件')
    .width(14)
    .help('从组织架构里选；四级联动按它计到小区、网格'),
  ...petitionVisitFields,
};

const who = {
  petitioner: text('信访人').key().personal().alias('姓名', '信访人姓名', '名称').section('信访人').width(10),
  petitionerId: residentId('身份证号').alias('身份证号码', '证件号码').section('信访人'),
  address: text('住址').wanted().personal().alias('居住地', '现住址', '地址').section('信访人').width(20),
  registeredAddress: text('户籍地址').personal().alias('户籍地').section('信访人').width(20),
  phone: phone('联系电话').personal().alias('电话', '手机号', '联系方式').section('信访人'),
  representativeNames: text('代表姓名').personal().section('信访人').width(20),
};

const matter = {
  matter: longText('反映问题')
    .wanted()
    .alias('问题概述', '信访内容', '事项名称', '概况', '事件描述')
    .section('事项')
    .width(24),
  demand: longText('主要诉求').wanted().alias('诉求', '投诉请求', '事件要求').section('事项'),
  facts: longText('事实理由').neededFor('report').alias('事实和理由').section('事项'),
  topic: choice('内容分类', { parameter: '信访内容分类' })
    .wanted()
    .alias('问题分类', '一级分类', '内容分类一级')
    .section('事项')
    .width(12),
  subtopic: text('二级分类').alias('内容分类二级').section('事项').width(12),
  fromDemand: reference('来自诉求', { ledger: 'demand' }).section('事项').width(20),
  fromDispute: reference('来自纠纷', { ledger: 'dispute' }).section('事项').width(20),
  repeatOf: reference('重复的上一件', { ledger: 'petition' }).section('事项').width(20),
};

const acceptance = {
  leader: text('责任领导').wanted().section('受理告知').width(10),
  dutyUnit: department('责任单位').wanted().alias('办理单位', '承办单位', '当前处理单位').section('受理告知').width(16),
  coUnits: references('配合单位', { ledger: 'department' }).alias('协办单位').section('受理告知').width(16),
  clerk: text('经办人').alias('承办人').section('受理告知').width(10),
  ...petitionNoticeFields,
};

const papers = {
  proof: attachments('材料').section('材料'),
  remark: longText('备注').section('材料'),
  documents: issuedDocuments(),
};

const fields = {
  ...came,
  ...who,
  ...matter,
  ...acceptance,
  ...petitionHandlingFields,
  ...petitionReviewFields,
  ...petitionEndFields,
  ...papers,
};

/** 信访事项台账: the street's shadow of 信访信息系统 (条例 第二十一条), with the clocks the regulation sets. */
export const petition = defineLedger({
  id: 'petition',
  title: '信访事项',
  noun: '信访件',
  group: '诉求信访',
  version: 1,
  fields,
  titleField: 'petitioner',
  numbering: { field: 'petitionNo', pattern: 'XF-{year}-{0000}', yearFrom: 'receivedOn' },
  workflow: petitionWorkflow,
  clocks: petitionClocks,
  foreignNumber: 'systemNo',
  sameAs: ['petitioner', 'receivedOn', 'matter'],
  columns: [
    'petitionNo',
    'receivedOn',
    'form',
    'kind',
    'petitioner',
    'matter',
    'state',
    'deadline',
    'timing',
    'community',
    'dutyUnit',
    'acceptedOn',
    'satisfaction',
  ],
  totals: ['people', 'visitors'],
  sortedBy: { field: 'petitionNo', descending: true },
  derived: timingDerived(petitionClocks, handlingReading),
  restricted: ({ kind }) => kind === ACCUSATION,
  leadsTo: FROM_PETITION,
  undoBlocked: issuedBlocksUndo,
  handledBy: 'clerk',
  closedBy: 'closedOn',
  check: petitionComplaints,
  similar: similarPetitions,
});
