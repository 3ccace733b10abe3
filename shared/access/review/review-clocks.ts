import type { ClockDefinition, ClockRun } from '../../deadlines/clock.ts';
import type { Limit } from '../../deadlines/limit.ts';
import { textIn } from '../../kit/field-values.ts';
import { stepsOf } from '../../kit/steps.ts';
import type { Day, LedgerRecord } from '../../kit/values.ts';
import type { Step } from '../../kit/workflow.ts';
import { isOpeningStep } from '../opening/opening-step.ts';
import { REVIEW_LIMITS } from './review-limits.ts';

const INFERRED = '未见文件规定，可调整的默认值';
export const WARNING_DAYS = 3;

const receivedOn = (record: LedgerRecord): Day | undefined => textIn(record.values, 'inDate') || undefined;

/** What a run is made of while the steps are read. */
type OpenRun = { startedOn: Day; stoppedOn?: Day; pauses: { from: Day; to?: Day; why: string }[]; round: number };

/** A clock told by states: it runs in some, stands still in others, and stops in every other state. */
type StateClock = {
  readonly runsIn: readonly string[];
  readonly pausedIn?: { readonly [state: string]: string };
};

const moves = (record: LedgerRecord): readonly Step[] => stepsOf(record).filter((step) => step.from !== step.to);

/** Round of the case: 1, and one more for every 重新提交 (T14). */
export const roundOf = (record: LedgerRecord): number =>
  1 + stepsOf(record).filter(({ transition }) => transition === 'resubmit').length;

/** Applies one step to the runs so far. */
function advance(runs: OpenRun[], step: Step, clock: StateClock, day: Day, round: number): void {
  const open = runs.at(-1)?.stoppedOn === undefined ? runs.at(-1) : undefined;
  const pause = open?.pauses.at(-1);
  const standing = pause !== undefined && pause.to === undefined ? pause : undefined;
  const why = clock.pausedIn?.[step.to];
  // A pause that ends with the run (暂缓, then 重新提交) stays open to its end: none of those days were the limit's.
  if (standing && clock.runsIn.includes(step.to)) standing.to = step.on;
  if (open && why !== undefined) {
    if (!standing) open.pauses.push({ from: step.on, why });
  } else if (clock.runsIn.includes(step.to)) {
    if (!open) runs.push({ startedOn: day, pauses: [], round });
  } else if (open) {
    open.stoppedOn = step.on;
  }
}

/** The runs of a clock told by states, read from the steps the case took. */
function stateRuns(clock: StateClock) {
  return (record: LedgerRecord): readonly ClockRun[] => {
    const runs: OpenRun[] = [];
    let round = 1;
    for (const [place, step] of moves(record).entries()) {
      if (step.transition === 'resubmit') round += 1;
      // A case counts as received on 收件日期, whatever day the clerk got round to registering it.
      const day = place === 0 && step.to === 'RECEIVED' ? (receivedOn(record) ?? step.on) : step.on;
      advance(runs, step, clock, day, round);
      // What ended before the program began is told by a sheet that skips steps; no limit is judged by it.
      if (isOpeningStep(step) && runs.at(-1)?.stoppedOn !== undefined) runs.pop();
    }
    return runs;
  };
}

function reviewClock(
  limit: Limit,
  title: string,
  basis: string,
  runs: (record: LedgerRecord) => readonly ClockRun[],
): ClockDefinition {
  return {
    id: limit.key,
    title,
    unit: 'workingDays',
    limit,
    bindsOn: receivedOn,
    runs,
    ladder: { left: WARNING_DAYS },
    basis,
    inferred: basis === INFERRED,
  };
}

/** D2: from 收件 (or 重新提交) until the case leaves the desk; 补正 stops the count. */
export const formalCheckClock = reviewClock(
  REVIEW_LIMITS.formalCheck,
  '形式审查',
  INFERRED,
  stateRuns({ runsIn: ['RECEIVED'], pausedIn: { SUPPLEMENT: '补正' } }),
);

export const supplementClock = reviewClock(
  REVIEW_LIMITS.supplement,
  '补正',
  INFERRED,
  stateRuns({ runsIn: ['SUPPLEMENT'] }),
);

export const communityClock = reviewClock(
  REVIEW_LIMITS.communityOpinion,
  '社区反馈意见',
  INFERRED,
  stateRuns({ runsIn: ['COMM_OPINION'] }),
);

export const streetClock = reviewClock(
  REVIEW_LIMITS.streetReview,
  '街道初审',
  INFERRED,
  stateRuns({ runsIn: ['STREET_REVIEW'] }),
);

/**
 * D6: from the day the district office received the case (entering 区级审核) to the decision. 暂缓 stops the count;
 * the round after it starts a new one.
 */
export const districtClock = reviewClock(
  REVIEW_LIMITS.districtReview,
  '区级审定',
  '北京市西城区 2018 年社区准入规定：15 个工作日内审定',
  stateRuns({ runsIn: ['DISTRICT_REVIEW', 'DECIDING'], pausedIn: { DEFERRED: '暂缓' } }),
);

const publicationClock = reviewClock(REVIEW_LIMITS.publication, '公布', INFERRED, stateRuns({ runsIn: ['APPROVED'] }));

/** States in which the papers of a task that had to start at once are not yet complete. */
const PAPERS_OPEN: readonly string[] = ['RECEIVED', 'SUPPLEMENT', 'COMM_OPINION', 'STREET_REVIEW'];

/** D8: from 应急先行 (T18) until the papers go up or the case ends. */
const emergencyClock = reviewClock(REVIEW_LIMITS.emergency, '应急补办手续', INFERRED, (record) => {
  const steps = stepsOf(record);
  const at = steps.findIndex(({ transition }) => transition === 'startFirst');
  const start = steps[at];
  if (start === undefined) return [];
  const stop = PAPERS_OPEN.includes(start.to) ? steps.slice(at).find(({ to }) => !PAPERS_OPEN.includes(to)) : start;
  return [{ startedOn: start.on, ...(stop ? { stoppedOn: stop.on } : {}), pauses: [], round: 1 }];
});

/** Every limit of the review that runs by steps (D2 to D8). D1 and D9 bind dates of the application itself, D10 and D11 the item it became. */
export const reviewClocks: readonly ClockDefinition[] = [
  formalCheckClock,
  supplementClock,
  communityClock,
  streetClock,
  districtClock,
  publicationClock,
  emergencyClock,
];
