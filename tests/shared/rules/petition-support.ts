import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { petitionClocks } from '../../../shared/rules/petition-clocks.ts';
import { type DatedParameter, reviewContext } from '../access/review/review-support.ts';
import { type Act, type Walked, walkFrom } from './walk.ts';

export const ROUTE_6 = '⑥信访处理意见书';

/** The row of the domain page: received and accepted on 2026-01-10, route ⑥. */
export const RECEIVED: Values = {
  petitionNo: 'XF-2026-0001',
  form: '来访',
  kind: '申诉求决',
  source: '直接提出',
  petitioner: '王某某',
  address: '测试小区 3 幢',
  matter: '楼上漏水多年无人处理',
  demand: '要求物业维修',
  people: 12,
  visitors: 3,
  receivedOn: '2026-01-10',
};

export const ACCEPTED: Values = { ...RECEIVED, acceptedOn: '2026-01-10', route: ROUTE_6 };

export const petitionOf = (values: Values): LedgerRecord => ({ id: 'p', rev: 'a/1/1', values });

export const on = (today: string, parameters: readonly DatedParameter[] = []): LedgerContext =>
  reviewContext(today, parameters);

/** `title dueOn` of every clock that runs or ran, in order. */
export const dueDays = (values: Values, context: LedgerContext): readonly string[] =>
  readClocks(petitionClocks, petitionOf(values), context).map(({ title, dueOn }) => `${title} ${dueOn}`);

export const readingOf = (clock: string, values: Values, context: LedgerContext) =>
  readClocks(petitionClocks, petitionOf(values), context).find((reading) => reading.clock === clock);

export const walk = (values: Values, acts: readonly Act[], parameters: readonly DatedParameter[] = []): Walked =>
  walkFrom(petition, values, acts, (today) => on(today, parameters));
