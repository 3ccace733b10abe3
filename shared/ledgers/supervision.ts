import { issuedBlocksUndo, issuedDocuments } from '../documents/issued-documents.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import {
  attachments,
  children,
  choice,
  code,
  date,
  department,
  longText,
  reference,
  references,
  text,
} from '../kit/fields.ts';
import { doneByClock, doneByReading, supervisionComplaints, supervisionWorkflow } from '../rules/supervision-rules.ts';
import { timingDerived } from '../rules/timing-derived.ts';

const order = {
  supervisionNo: code('督办编号').automatic().alias('编号').section('立项').width(14),
  source: choice('来源', [
    { value: '领导批示', aliases: ['批示'] },
    { value: '会议议定', aliases: ['会议', '会议纪要'] },
    { value: '上级督查', aliases: ['上级', '督查'] },
    { value: '工单', aliases: ['诉求', '12345工单'] },
    '信访',
    { value: '矛盾纠纷', aliases: ['纠纷'] },
    '包案',
    '议事会',
  ])
    .wanted()
    .alias('督办来源')
    .section('立项')
    .width(10),
  matter: longText('督办事项').key().alias('事项', '督查事项', '工作任务').section('立项').width(28),
  openedOn: date('立项日期').key().alias('交办日期', '督办日期').section('立项'),
  demand: reference('来自诉求', { ledger: 'demand' }).section('立项').width(20),
  petition: reference('来自信访件', { ledger: 'petition' }).section('立项').width(20),
  dispute: reference('来自纠纷', { ledger: 'dispute' }).section('立项').width(20),
  leadCase: reference('来自包案', { ledger: 'leadCase' }).section('立项').width(20),
  meeting: reference('来自会议', { ledger: 'meeting' }).section('立项').width(20),
};

const duty = {
  leader: text('责任领导').wanted().alias('分管领导').section('责任').width(10),
  leadUnit: department('牵头单位').wanted().alias('责任单位', '承办单位').section('责任').width(16),
  coUnits: references('配合单位', { ledger: 'department' }).alias('协办单位').section('责任').width(16),
  clerk: text('经办人').alias('承办人').section('责任').width(10),
  dueOn: date('要求完成时限')
    .wanted()
    .alias('完成时限', '办结时限', '要求完成日期')
    .notBefore('openedOn')
    .section('责任'),
  extensionApprover: text('延期批准人').section('责任').width(10),
  extensionApprovedOn: date('延期批准日期').section('责任'),
  extensionTo: date('延至').alias('延期至').notBefore('dueOn').section('责任'),
};

const work = {
  progress: children('阶段进展', {
    on: date('日期').key(),
    done: text('进展').key(),
    problem: text('问题'),
    proof: text('佐证'),
  }).section('办理'),
  doneOn: date('办结日期').past().notBefore('openedOn').section('办理'),
  verdict: longText('督办结论').alias('办结情况').section('办理'),
  struckOn: date('销号日期').notBefore('doneOn').section('办理'),
  penalty: text('扣分、通报').alias('扣分', '通报', '扣分/通报').section('办理').width(16),
  proof: attachments('材料').section('办理'),
  remark: longText('备注').section('办理'),
};

const fields = { ...order, ...duty, ...work, documents: issuedDocuments() };

/** 督查督办台账: what was ordered to be done by a day, fed by the other ledgers, struck off when done. */
export const supervision = defineLedger({
  id: 'supervision',
  title: '督查督办',
  noun: '督办事项',
  group: '诉求信访',
  version: 1,
  fields,
  titleField: 'matter',
  numbering: { field: 'supervisionNo', pattern: 'DB-{year}-{0000}', yearFrom: 'openedOn' },
  sameAs: ['matter', 'openedOn'],
  workflow: supervisionWorkflow,
  clocks: [doneByClock],
  columns: [
    'supervisionNo',
    'openedOn',
    'source',
    'matter',
    'leader',
    'leadUnit',
    'state',
    'deadline',
    'timing',
    'doneOn',
    'struckOn',
  ],
  derived: timingDerived([doneByClock], doneByReading),
  check: supervisionComplaints,
  sortedBy: { field: 'supervisionNo', descending: true },
  undoBlocked: issuedBlocksUndo,
  handledBy: 'clerk',
  closedBy: 'doneOn',
});
