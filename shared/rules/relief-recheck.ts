import { LIMITS_GROUP, type Limit, limitInForce } from '../deadlines/limit.ts';
import { addDays } from '../kit/day.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';

export const RECHECK_BASIS = '动态管理：到期复核家庭情况，各类救助周期以本地规定为准';

/** How long a household is paid until it is looked at again, where nobody says another day. No source fixes it. */
export const RECHECK_DAYS: Limit = { group: LIMITS_GROUP, key: '救助复核', otherwise: 365 };

/** Kinds that are paid month by month; the others are given once. */
const PAID_ON: readonly unknown[] = ['低保', '低保边缘', '特困', '残疾人两补'];

/** The day proposed for looking at a household again. */
export const proposedRecheck = ({ values }: LedgerRecord, context: LedgerContext): Values =>
  PAID_ON.includes(values.kind)
    ? { recheckOn: addDays(context.today, limitInForce(RECHECK_DAYS, context.today, context)) }
    : {};
