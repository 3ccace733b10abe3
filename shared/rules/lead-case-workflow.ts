import { isBlank } from '../kit/blank.ts';
import { type Complaint, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { choice, date, longText, text, yesNo } from '../kit/fields.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { defineWorkflow, type Transition, type TransitionInput, type Workflow } from '../kit/workflow.ts';
import { extensionRefusals, grantedLate } from './lead-case-checks.ts';
import { settlingReading } from './lead-case-clocks.ts';

export const SETTLED_HOW = [
  '解决诉求',
  '调解协议',
  '帮扶救助',
  '政策解释',
  '导入法定途径',
  '复核终结',
  '其他',
] as const;

export const VISIT_RESULTS = ['满意', '基本满意', '不满意', '未见面'] as const;

/** How a town leads a case (ledgers.md b.3): discussed, approved, handed to the leader, planned, settled, visited, filed. */
const states: Workflow['states'] = {
  STUDY: { title: '研究中', open: true, waitingFor: '信访办' },
  APPROVAL: { title: '待审批', open: true, waitingFor: '党政主要领导' },
  SERVING: { title: '待送达', open: true, waitingFor: '信访办' },
  PLANNING: { title: '拟定方案', open: true, waitingFor: '包案领导' },
  SETTLING: { title: '化解中', open: true, waitingFor: '包案领导' },
  SETTLED: { title: '已化解待回访', open: true, waitingFor: '信访办' },
  VISITED: { title: '已回访待归档', open: true, waitingFor: '信访办' },
  REPORTED: { title: '已报备销案', open: false },
  ARCHIVED: { title: '已归档', open: false },
  NOT_TAKEN: { title: '不列入包案', open: false },
};

/** Where the fields of a case without steps say it stands: offices begin with lists of cases long in hand. */
export function leadCaseStandsAt(values: Values): string {
  const has = (field: string) => !isBlank(values[field]);
  if (has('archivedOn')) return 'ARCHIVED';
  if (has('visitedOn')) return 'VISITED';
  if (has('closedOn')) return 'SETTLED';
  if (has('servedOn')) return has('plan') ? 'SETTLING' : 'PLANNING';
  return has('approvedOn') ? 'SERVING' : 'STUDY';
}

/** States of a case no leader has been given yet. */
export const NOT_YET_LED: readonly string[] = ['STUDY', 'APPROVAL'];

/** An extension is held to the limit in force, its own or an earlier extension's. */
function mayExtend(
  record: LedgerRecord,
  { on, values }: TransitionInput,
  context: LedgerContext,
): readonly Complaint[] {
  const due = settlingReading(record, context)?.dueOn ?? '';
  return [...grantedLate(due, on, 'on'), ...extensionRefusals(due, textIn(values, 'extensionTo'))];
}

/** What one round of settling leaves; a rebound keeps it in 历次化解 and begins anew. */
const ROUND_FIELDS = [
  'limitOn',
  'extensionTo',
  'extensionApprovedOn',
  'how',
  'closedOn',
  'visitedOn',
  'visitResult',
] as const;

/** Further fields a rebound empties: they are said anew at the end. */
const EMPTIED = ['extensionApprover', 'extensionReason', 'calm', 'archivedOn'] as const;

const reopen: Transition = {
  number: '包10',
  title: '反复，重新化解',
  from: ['SETTLED', 'VISITED', 'ARCHIVED'],
  to: ['SETTLING'],
  by: 'CLERK',
  asks: { reason: longText('反复情况'), newLimitOn: date('新的化解期限') },
  requires: ['reason', 'newLimitOn'],
  round: ({ values }) => (Array.isArray(values.closings) ? values.closings.length : 0) + 2,
  writes: (_record, { on, values }) => ({
    ...Object.fromEntries([...ROUND_FIELDS, ...EMPTIED].map((field) => [field, undefined])),
    limitOn: values.newLimitOn,
    rebound: true,
    reboundOn: on,
  }),
  appends: (record, { on, values }) => ({
    closings: [
      {
        ...Object.fromEntries(ROUND_FIELDS.map((field) => [field, record.values[field]])),
        reboundOn: on,
        reason: values.reason,
      },
    ],
  }),
};

/** 领导包案、限时结案. */
export const leadCaseWorkflow = defineWorkflow({
  initial: 'STUDY',
  standsAt: leadCaseStandsAt,
  states,
  transitions: {
    submit: {
      number: '包1',
      title: '提请审批',
      from: ['STUDY'],
      to: ['APPROVAL'],
      by: 'CLERK',
      signer: '信访办负责人',
      needs: ['leaderPost', 'unit'],
      basis: '填写包案责任制情况表，经信访办负责人同意',
    },
    approve: {
      number: '包2',
      title: '审批',
      from: ['APPROVAL'],
      to: ['SERVING'],
      by: 'LEAD',
      decides: ['limitOn', 'approver', 'approvedOn'],
      signer: '审批人',
      asks: { limitOn: date('化解期限') },
      requires: ['limitOn'],
      starts: ({ values }) => ({ limitOn: values.limitOn }),
      writes: (_record, { on, by }) => ({ approver: by, approvedOn: on }),
      basis: '由党政主要领导审批；期限逐案确定，一般不超过 3 个月',
    },
    sendBack: {
      number: '包2x',
      title: '退回研究',
      from: ['APPROVAL'],
      to: ['STUDY'],
      by: 'LEAD',
      asks: { reason: longText('退回意见') },
      requires: ['reason'],
    },
    serve: {
      number: '包3',
      title: '送达包案领导',
      from: ['SERVING'],
      to: ['PLANNING'],
      by: 'CLERK',
      decides: ['servedOn'],
      writes: (_record, { on }) => ({ servedOn: on }),
    },
    submitPlan: {
      number: '包4',
      title: '确定化解方案',
      from: ['PLANNING'],
      to: ['SETTLING'],
      by: 'LEAD',
      asks: { plan: longText('化解方案'), team: text('专班成员'), steadyMeasures: longText('稳控措施') },
      requires: ['plan'],
      starts: ({ values: { plan, team, steadyMeasures } }) => ({ plan, team, steadyMeasures }),
    },
    report: {
      number: '包5',
      title: '登记进展',
      from: ['SETTLING'],
      to: ['SETTLING'],
      by: 'CLERK',
      staysPut: true,
      asks: {
        measure: text('措施'),
        result: text('结果'),
        next: text('下一节点'),
        nextOn: date('下一节点日期'),
      },
      requires: ['measure', 'next'],
      appends: (_record, { on, values }) => ({ progress: [{ on, ...values }] }),
      basis: '信访办汇总进展，班子会通报督促',
    },
    extend: {
      number: '包6',
      title: '延期',
      from: ['SETTLING'],
      to: ['SETTLING'],
      by: 'LEAD',
      decides: ['extensionTo', 'extensionApprover', 'extensionApprovedOn'],
      staysPut: true,
      signer: '同意延期的主要领导',
      asks: { extensionTo: date('延至'), extensionReason: longText('延期理由') },
      requires: ['extensionTo', 'extensionReason'],
      guard: mayExtend,
      writes: (_record, { on, by }) => ({ extensionApprover: by, extensionApprovedOn: on }),
      basis: '确需延期的，须经党政主要领导同意',
    },
    settle: {
      number: '包7',
      title: '化解',
      from: ['SETTLING'],
      to: ['SETTLED'],
      by: 'LEAD',
      decides: ['how', 'calm', 'closedOn'],
      needs: ['progress', 'merit'],
      asks: { how: choice('化解方式', SETTLED_HOW), calm: yesNo('息诉息访') },
      requires: ['how'],
      starts: ({ values: { how, calm } }) => ({ how, calm }),
      writes: (_record, { on }) => ({ closedOn: on }),
    },
    visit: {
      number: '包8',
      title: '回访',
      from: ['SETTLED'],
      to: ['VISITED', 'SETTLED'],
      by: 'CLERK',
      decides: ['visitResult', 'visitedOn'],
      asks: { visitResult: choice('回访结果', VISIT_RESULTS) },
      requires: ['visitResult'],
      // Whoever was not met is visited again.
      target: (_record, { values }) => (values.visitResult === '未见面' ? 'SETTLED' : 'VISITED'),
      writes: (_record, { on, values }) => (values.visitResult === '未见面' ? {} : { visitedOn: on }),
    },
    archive: {
      number: '包9',
      title: '移交归档',
      from: ['VISITED'],
      to: ['ARCHIVED'],
      by: 'CLERK',
      decides: ['archivedOn'],
      asks: { archiveList: longText('移交材料') },
      requires: ['archiveList'],
      guard: ({ values }) =>
        values.visitResult === '不满意'
          ? [warning('leadCase/unsatisfied', '回访不满意。仍有诉求的，请登记“反复，重新化解”。')]
          : [],
      writes: (_record, { on }) => ({ archivedOn: on }),
      basis: '办结材料移交信访办归档',
    },
    reopen,
    strike: {
      number: '包11',
      title: '报备销案',
      from: ['SERVING', 'PLANNING', 'SETTLING'],
      to: ['REPORTED'],
      by: 'OFFICE',
      decides: ['closedOn', 'how'],
      asks: { docNo: text('报备文号'), reason: longText('上级处理情况') },
      requires: ['reason'],
      writes: (_record, { on }) => ({ closedOn: on, how: '其他' }),
      basis: '由上级部门处理完毕的，书面报备案、销案',
    },
    notTaken: {
      number: '包12',
      title: '不列入包案',
      from: ['STUDY', 'APPROVAL'],
      to: ['NOT_TAKEN'],
      by: 'LEAD',
      asks: { reason: longText('不列入的理由') },
      requires: ['reason'],
    },
  },
});
