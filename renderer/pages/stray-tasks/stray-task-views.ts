import type { Filter } from '../../../shared/kit/query.ts';

/** A tab of 清单外下派: which tasks it shows. */
export type StrayTaskView = { readonly id: string; readonly title: string; readonly filters: readonly Filter[] };

const answered = (...actions: string[]): readonly Filter[] => [{ field: 'action', is: actions }];

export const STRAY_TASK_VIEWS: readonly StrayTaskView[] = [
  { id: 'all', title: '全部', filters: [] },
  { id: 'open', title: '待处理', filters: answered('待处理') },
  { id: 'applied', title: '转申请', filters: answered('转申请') },
  { id: 'refused', title: '告知拒绝', filters: answered('告知拒绝') },
  { id: 'reported', title: '报区', filters: answered('报区') },
  { id: 'done', title: '已办', filters: answered('已办') },
];

/** The tab that counts instead of listing. */
export const BY_SENDER = { id: 'senders', title: '按下派单位' };
