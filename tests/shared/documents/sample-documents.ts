import type { DocumentHeading } from '../../../shared/documents/document-heading.ts';
import { REVIEW_KINDS, type ReviewKind } from '../../../shared/documents/document-kinds.ts';
import type { DocumentModel } from '../../../shared/documents/document-model.ts';
import { documentTemplate } from '../../../shared/documents/document-templates.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { caseContext, longCase } from '../access/reports/sample-cases.ts';

/** Invented cases and the papers made of them. */

export const heading: DocumentHeading = {
  office: '宿豫区示例街道办事处',
  number: '宿豫街办函〔2026〕12号',
  on: '2026-12-18',
  district: '区委社会工作部',
  board: '区社区工作事项准入联席会议',
  contact: '张某',
  phone: '0527-84450001',
};

export const withValues = (values: Values): LedgerRecord => ({
  ...longCase,
  values: { ...longCase.values, caseNo: 'ZR-2026-0001', ...values },
});

export const received = withValues({
  state: 'RECEIVED',
  steps: [],
  opinions: [],
  decisions: [],
  listMatch: '清单外临时',
  inChannel: '微信群',
});

export const supplementing = withValues({
  state: 'SUPPLEMENT',
  opinions: [],
  decisions: [],
  steps: [
    { id: 's1', transition: 'receive', from: 'DRAFT', to: 'RECEIVED', on: '2026-11-20' },
    { id: 's2', transition: 'askSupplement', from: 'RECEIVED', to: 'SUPPLEMENT', on: '2026-11-23' },
  ],
  missingPapers: [
    {
      id: 'm1',
      papers: '1. 申请函原件（加盖公章）\n2. 法律法规依据的条款原文\n（3）经费预算和拨付方式的书面说明',
      notifiedOn: '2026-11-23',
      docNo: '宿豫街办告〔2026〕3号',
      round: 1,
    },
  ],
});

export const refused = withValues({
  state: 'REJECTED',
  itemName: '商铺经营台账按月统计上报',
  listMatch: '清单外长期',
  inChannel: '微信群',
  needReport: true,
  legalBasis: '',
  fundAmount: undefined,
  statFormNo: 'SY-07',
  decisions: [],
  opinions: [
    {
      id: 'o9',
      stage: '街道初审',
      result: '不同意',
      content: '属于部门自身职责，不应转由社区承担',
      signer: '李某',
      signDate: '2026-12-01',
    },
  ],
});

export const evaluated = withValues({
  state: 'EVALUATING',
  evaluations: [
    {
      id: 'e1',
      community: 'c1',
      period: '2027年上半年',
      evaluatedOn: '2027-06-20',
      satisfied: 30,
      fairlySatisfied: 12,
      dissatisfied: 6,
      noOpinion: 2,
      comments: '经费到得晚，培训及时',
      conclusion: '继续',
    },
    {
      id: 'e2',
      community: 'c2',
      period: '2027年上半年',
      evaluatedOn: '2027-06-21',
      satisfied: 41,
      fairlySatisfied: 5,
      dissatisfied: 4,
      noOpinion: 0,
      conclusion: '继续',
    },
  ],
});

export const exited = withValues({
  state: 'EXITED',
  exits: [
    {
      id: 'x1',
      reason: '任务完成',
      approver: '区社区工作事项准入联席会议',
      exitDate: '2027-06-30',
      handover: '业主名册等资料移交区住建局，社区不留存副本',
      docNo: '宿豫街办〔2027〕9号',
    },
  ],
});

/** The kinds of paper of the review. */
export const REVIEW_PAPERS = Object.keys(REVIEW_KINDS) as readonly ReviewKind[];

export const SAMPLE_RECORDS: { readonly [kind in ReviewKind]: LedgerRecord } = {
  'approval-form': withValues({}),
  'opinion-request': received,
  'supplement-notice': supplementing,
  'refusal-letter': refused,
  'publication-notice': withValues({ state: 'APPROVED' }),
  agreement: withValues({ state: 'PUBLISHED', targets: ['c1'] }),
  'evaluation-form': evaluated,
  'exit-notice': exited,
};

/** @throws Error for a kind without a template. */
export function sampleDocument(kind: ReviewKind, record = SAMPLE_RECORDS[kind], head = heading): DocumentModel {
  const template = documentTemplate('application', kind);
  if (!template) throw new Error(`no template ${kind}`);
  return template.build(record, caseContext, head);
}
