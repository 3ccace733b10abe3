import type { ClockReading } from '../deadlines/clock.ts';
import { LIMITS_GROUP, type Limit, limitInForce } from '../deadlines/limit.ts';
import { workingDaysBetween } from '../deadlines/working-calendar.ts';
import { addDays } from '../kit/day.ts';
import { choice, type FieldMap } from '../kit/fields.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';

/** A city's rule for 12345: urged the day after the limit, named in the circular once more than five working days went by. */
export const CIRCULAR: Limit = { group: LIMITS_GROUP, key: '催办后通报', otherwise: 5 };

export const urgingFields: FieldMap = {
  urging: choice('催办提示', ['应催办', '应通报'])
    .automatic()
    .width(10)
    .help('超期次日应催办，再过 5 个工作日仍未办结应通报'),
};

/** What a late slip calls for today; undefined where it is in time or closed. */
export function urgingOf(
  reading: ClockReading | undefined,
  context: Pick<LedgerContext, 'today' | 'calendar' | 'parameter'>,
): '应催办' | '应通报' | undefined {
  const { today, calendar } = context;
  if (!reading || reading.stoppedOn !== undefined || today <= reading.dueOn) return undefined;
  const urgedOn = addDays(reading.dueOn, 1);
  return workingDaysBetween(calendar, urgedOn, today) > limitInForce(CIRCULAR, urgedOn, context) ? '应通报' : '应催办';
}
