import { readClocks } from '../../deadlines/read-clock.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { inPeriod, type Period } from '../../kit/period.ts';
import { stepsOf } from '../../kit/steps.ts';

import type { Day } from '../../kit/values.ts';
import { isOpeningStep } from '../opening/opening-step.ts';
import { districtClock, formalCheckClock, streetClock } from '../review/review-clocks.ts';
import type { CaseHistory, PhaseEvent } from './case-phases.ts';
import { workingDaysTaken } from './case-steps.ts';

/**
 * Limits that street and district answer for. 补正 is the department's time and silence the community's: a case is not
 * late because of them.
 */
const ANSWERED_FOR = [formalCheckClock, streetClock, districtClock];

const DECISIONS: readonly PhaseEvent[] = ['listed', 'approved', 'rejected'];

/** Day the case was decided (备案、准予、不予) within the period; 撤回 is no decision. */
export function decidedIn({ events }: CaseHistory, period: Period): Day | undefined {
  const on = events.find(({ event }) => DECISIONS.includes(event))?.on ?? '';
  return inPeriod(period, on) ? on : undefined;
}

/** Working days from 收件 to the decision, the pauses of 补正 and 暂缓 left out. */
export function daysTaken({ record, moves }: CaseHistory, { calendar }: LedgerContext): number | undefined {
  const known = moves.every(({ on }) => on !== '');
  return known ? workingDaysTaken(textIn(record.values, 'inDate') || undefined, moves, calendar) : undefined;
}

/**
 * Whether every limit up to the decision was kept; undefined where a sheet told the steps (存量): it says when a case was
 * decided, not how long each desk took.
 */
export function onTime({ record }: CaseHistory, decided: Day, context: LedgerContext): boolean | undefined {
  if (stepsOf(record).some((step) => isOpeningStep(step) && step.on <= decided)) return undefined;
  const readings = readClocks(ANSWERED_FOR, record, context).filter(({ startedOn }) => startedOn <= decided);
  return readings.length === 0 ? undefined : readings.every(({ level }) => level !== 'missed' && level !== 'red');
}
