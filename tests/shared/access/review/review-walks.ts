import type { LedgerRecord, Value, Values } from '../../../../shared/kit/values.ts';
import {
  type Act,
  ASK,
  CHENGUANG,
  CLOSE,
  COMPLETE,
  caseOf,
  type DatedParameter,
  DONGHU,
  funded,
  RECEIVE,
  START,
  TO_AGREED,
  walk,
} from './review-support.ts';

// Cases that stand where a test of the acts begins.
export const XICHENG: readonly DatedParameter[] = [['规则', '配置方案', '西城式']];

export const state = (record: LedgerRecord): Value | undefined => record.values.state;
export const without = (...fieldIds: string[]): Values =>
  Object.fromEntries(Object.entries(COMPLETE).filter(([fieldId]) => !fieldIds.includes(fieldId)));

export const at = (acts: readonly Act[], values: Values = COMPLETE, parameters: readonly DatedParameter[] = []) =>
  walk(caseOf(values), acts, parameters);

export const STREET: readonly Act[] = [RECEIVE, ASK, CHENGUANG, DONGHU, CLOSE];
export const URGENT: Values = { ...COMPLETE, term: '突发紧急', listMatch: '突发紧急' };
export const LISTED: Values = { ...COMPLETE, listMatch: '清单内', listItem: 'qd-003' };
export const SKIP: Act = ['toStreetReview', '2026-03-03'];
export const ACTIVE = () => walk(funded(at(TO_AGREED)), [START]);
export const EVALUATED = { evaluations: [{ id: 'e1', satisfied: 40, dissatisfied: 2 }] };
