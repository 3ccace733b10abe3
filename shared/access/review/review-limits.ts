import { LIMITS_GROUP, type Limit, limitInForce } from '../../deadlines/limit.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { Day, Values } from '../../kit/values.ts';

const limit = (key: string, otherwise: number): Limit => ({ group: LIMITS_GROUP, key, otherwise });

/**
 * Limits of 准入审核 as the program ships them, in working days where nothing else is said. Only D1 and D6 have a source
 * (北京市西城区 2018 年社区准入规定); the others are inferred, an office's own to change as dated parameters.
 */
export const REVIEW_LIMITS = {
  filing: limit('D1', 30),
  formalCheck: limit('D2', 3),
  supplement: limit('D3', 5),
  communityOpinion: limit('D4', 5),
  streetReview: limit('D5', 5),
  districtReview: limit('D6', 15),
  publication: limit('D7', 5),
  emergency: limit('D8', 5),
  /** In calendar days. */
  temporary: limit('D9', 90),
  /** In months, as the list itself is confirmed every year (苏州 2014); so is the next one. */
  validity: limit('D10', 12),
  beforeExpiry: limit('D11', 30),
  evaluation: limit('D12', 12),
} as const;

/** A limit as it holds for a case: that of the day it was received, of `on` where that day is not told. */
export const limitOfCase = (limit: Limit, values: Values, on: Day, context: Pick<LedgerContext, 'parameter'>): number =>
  limitInForce(limit, textIn(values, 'inDate') || on, context);
