import { LIMITS_GROUP, type Limit, limitInForce } from '../deadlines/limit.ts';
import { addDays, monthsAfter } from '../kit/day.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';

export const RECHECK_BASIS = '动态管理：到期复核家庭情况，各类救助周期以本地规定为准';

/** How long a household is paid until it is looked at again, where nobody says another day. No source fixes it. */
export const RECHECK_DAYS: Limit = { group: LIMITS_GROUP, key: '救助复核', otherwise: 365 };

/** Kinds that are paid month by month; the others are given once. */
const PAID_ON: readonly unknown[] = ['低保', '低保边缘', '特困', '残疾人两补'];

const isPaidOn = ({ values }: LedgerRecord): boolean => PAID_ON.includes(values.kind);

/** The day proposed for looking at a household again. */
export const proposedRecheck = (record: LedgerRecord, context: LedgerContext): Values =>
  isPaidOn(record) ? { recheckOn: addDays(context.today, limitInForce(RECHECK_DAYS, context.today, context)) } : {};

/** What is proposed with the grant: paid from the month after (郑州市中原区棉纺路街道), and when to look again. */
export const proposedGrant = (record: LedgerRecord, context: LedgerContext): Values => ({
  ...(isPaidOn(record) ? { fromMonth: monthsAfter(context.today, 1).slice(0, 'yyyy-mm'.length) } : {}),
  ...proposedRecheck(record, context),
});
