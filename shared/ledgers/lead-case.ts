import { issuedBlocksUndo, issuedDocuments } from '../documents/issued-documents.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import { choice, choices, code, date, department, longText, reference, text, unit } from '../kit/fields.ts';
import { leadCaseComplaints } from '../rules/lead-case-checks.ts';
import { leadCaseClocks, settlingReading } from '../rules/lead-case-clocks.ts';
import { progressDerived } from '../rules/lead-case-progress.ts';
import { leadCaseWorkflow } from '../rules/lead-case-workflow.ts';
import { timingDerived } from '../rules/timing-derived.ts';
import { leadCaseEndFields, leadCaseWorkFields } from './lead-case-parts.ts';
import { FROM_LEAD_CASE } from './successors.ts';

const origin = {
  caseNo: code('案件编号').automatic().alias('编号').section('案件').width(14),
  listedOn: date('列入日期').wanted().alias('立案日期', '登记日期').section('案件'),
  cause: text('案由').key().alias('案件名称', '事项名称', '反映问题').maxLength(120).section('案件').width(28),
  petition: reference('来自信访件', { ledger: 'petition' }).section('案件').width(20),
  dispute: reference('来自纠纷', { ledger: 'dispute' }).section('案件').width(20),
  community: unit('所属社区', '社区').wanted().alias('社区', '属地社区').section('案件').width(12),
  arose: date('形成时间').alias('发生时间').section('案件'),
  whyOld: choice('积案成因', ['历史遗留', '政策原因', '履职不到位', '诉求过高', '三跨三离', '其他'])
    .section('案件')
    .width(10),
  merit: choice('诉求合理性', ['合理', '部分合理', { value: '不合理', aliases: ['无理'] }, '不属实'])
    .section('案件')
    .width(10),
  crux: longText('问题症结').section('案件'),
};

const lead = {
  leader: text('包案领导').key().alias('包案人', '包案责任人').section('包案').width(10),
  leaderPost: text('职务').wanted().alias('包案领导职务').section('包案').width(14),
  leadLevel: choice('包案层级', [
    { value: '区级', aliases: ['区', '县级'] },
    { value: '街道级', aliases: ['街道', '镇级'] },
    { value: '社区级', aliases: ['社区'] },
  ])
    .wanted()
    .section('包案')
    .width(8),
  unit: department('责任单位').wanted().alias('承办单位').section('包案').width(16),
  team: text('专班成员').alias('包案专班').section('包案').width(20),
  fiveDuties: choices('五包', { parameter: '五包' })
    .section('包案')
    .width(24)
    .help('五项内容各地不一，可在“基础参数”台账里改'),
  clerk: text('经办人').alias('承办人').section('包案').width(10),
  plan: longText('化解方案').alias('工作方案').section('包案'),
  approver: text('审批人').section('包案').width(10),
  approvedOn: date('审批日期').section('包案'),
  servedOn: date('送达包案领导日期').alias('送达日期').notBefore('approvedOn').section('包案'),
  limitOn: date('化解期限').alias('化解时限', '办结时限').section('包案'),
  extensionApprover: text('延期批准人').section('包案').width(10),
  extensionApprovedOn: date('延期批准日期').section('包案'),
  extensionTo: date('延至').alias('延期至').notBefore('limitOn').section('包案'),
  extensionReason: longText('延期理由').section('包案'),
};

const fields = { ...origin, ...lead, ...leadCaseWorkFields, ...leadCaseEndFields, documents: issuedDocuments() };

const timing = timingDerived(leadCaseClocks, settlingReading);

/** 积案包案台账: old cases a leading official answers for, to be settled by a day (条例 第十八条). */
export const leadCase = defineLedger({
  id: 'leadCase',
  title: '领导包案',
  noun: '包案',
  group: '诉求信访',
  version: 1,
  fields,
  titleField: 'cause',
  numbering: { field: 'caseNo', pattern: 'BA-{year}-{0000}', yearFrom: 'listedOn' },
  sameAs: ['cause', 'leader'],
  workflow: leadCaseWorkflow,
  clocks: leadCaseClocks,
  columns: [
    'caseNo',
    'cause',
    'community',
    'leader',
    'leaderPost',
    'unit',
    'state',
    'deadline',
    'timing',
    'lastProgressOn',
    'silentDays',
    'merit',
    'closedOn',
    'visitResult',
  ],
  sortedBy: { field: 'caseNo', descending: true },
  leadsTo: FROM_LEAD_CASE,
  undoBlocked: issuedBlocksUndo,
  handledBy: 'clerk',
  closedBy: 'closedOn',
  derived: {
    fields: { ...timing.fields, ...progressDerived.fields },
    compute: (record, context) => ({
      ...timing.compute(record, context),
      ...progressDerived.compute(record, context),
    }),
  },
  check: leadCaseComplaints,
});
