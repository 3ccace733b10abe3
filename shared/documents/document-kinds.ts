import type { Option } from '../kit/fields.ts';

/** Papers of the access review. Ids are stored on records and never change. */
export const REVIEW_KINDS = {
  'approval-form': '申请准入社区工作事项审批表',
  'opinion-request': '征求社区意见函',
  'supplement-notice': '一次性补正告知书',
  'refusal-letter': '清单外事项告知（拒绝）函',
  'publication-notice': '公布通知',
  agreement: '委托协议',
  'evaluation-form': '社区评议表',
  'exit-notice': '退出通知',
} as const;

/** Every kind of paper, by template id. */
export const DOCUMENT_KINDS = {
  ...REVIEW_KINDS,
  'acceptance-notice': '受理告知书',
  'objection-letter': '不予受理（异议）函',
  'extension-notice': '延期告知书',
  'opinion-letter': '信访事项处理意见书',
  'urge-slip': '催办单',
  'supervision-order': '督办单',
  'handover-list': '移交清单',
} as const;

export type ReviewKind = keyof typeof REVIEW_KINDS;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

export const DOCUMENT_OPTIONS: readonly Option[] = Object.entries(DOCUMENT_KINDS).map(([value, title]) => ({
  value,
  title,
}));

/** What a paper is called; its id where this version does not know it. */
export const documentKindTitle = (id: string): string =>
  DOCUMENT_OPTIONS.find(({ value }) => value === id)?.title ?? id;
