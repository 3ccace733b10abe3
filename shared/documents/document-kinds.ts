import type { Option } from '../kit/fields.ts';

/** Every kind of paper, by template id. Ids are stored on records and never change. */
export const DOCUMENT_KINDS = {
  'approval-form': '申请准入社区工作事项审批表',
  'opinion-request': '征求社区意见函',
  'supplement-notice': '一次性补正告知书',
  'refusal-letter': '清单外事项告知（拒绝）函',
  'publication-notice': '公布通知',
  agreement: '委托协议',
  'evaluation-form': '社区评议表',
  'exit-notice': '退出通知',
} as const;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

export const DOCUMENT_OPTIONS: readonly Option[] = Object.entries(DOCUMENT_KINDS).map(([value, title]) => ({
  value,
  title,
}));

/** What a paper is called; its id where this version does not know it. */
export const documentKindTitle = (id: string): string =>
  DOCUMENT_OPTIONS.find(({ value }) => value === id)?.title ?? id;
