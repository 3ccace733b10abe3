import { pausedUnits, type Stretch } from '../../deadlines/read-clock.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../deadlines/working-calendar.ts';
import { addDays } from '../../kit/day.ts';
import type { Day } from '../../kit/values.ts';
import type { Step } from '../../kit/workflow.ts';

/** What reports read of a step: which way the case went, and when. */
export type CaseStep = Pick<Step, 'from' | 'to' | 'on'>;

/** Day the case last entered a state; it may pass the same one again in a new round. */
export const entered = (steps: readonly CaseStep[], state: string): Day | undefined =>
  steps.findLast((step) => step.to === state && step.from !== state)?.on;

/** Day the case last left a state: when the opinion asked for there was given. */
export const left = (steps: readonly CaseStep[], state: string): Day | undefined =>
  steps.findLast((step) => step.from === state && step.to !== state)?.on;

/** States in which the street and the district wait for the department: 补正 and 暂缓 stop the count. */
const WAITING: ReadonlySet<string> = new Set(['SUPPLEMENT', 'DEFERRED']);
const DECIDED: ReadonlySet<string> = new Set(['APPROVED', 'REJECTED', 'WITHDRAWN']);

/** Day the case was decided: 准予, 不予, 撤回, or recorded as on the list (清单内备案, straight to publication). */
export function decidedOn(steps: readonly CaseStep[]): Day | undefined {
  return steps.find(
    (step) =>
      (DECIDED.has(step.to) && !DECIDED.has(step.from)) || (step.from === 'STREET_REVIEW' && step.to === 'PUBLISHED'),
  )?.on;
}

/** Working days from receipt to decision, pauses out as the limits leave them out; undefined while it is not decided. */
export function workingDaysTaken(
  received: Day | undefined,
  steps: readonly CaseStep[],
  calendar: WorkingCalendar,
): number | undefined {
  const decided = decidedOn(steps);
  if (received === undefined || decided === undefined) return undefined;
  const waits = steps.flatMap((step, place): Stretch[] => {
    if (!WAITING.has(step.to) || step.from === step.to || step.on > decided) return [];
    const resumed = steps.slice(place + 1).find((later) => later.from === step.to && later.to !== step.to);
    const isOver = resumed === undefined || resumed.on > decided || DECIDED.has(resumed.to);
    return [{ from: step.on, to: isOver ? addDays(decided, 1) : resumed.on }];
  });
  const paused = pausedUnits(calendar, 'workingDays', waits, received, decided);
  return workingDaysBetween(calendar, received, decided) - paused;
}
