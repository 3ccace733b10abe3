import type { ClockDefinition, ClockReading, ClockRun } from '../deadlines/clock.ts';
import { LIMITS_GROUP } from '../deadlines/limit.ts';
import { readClock } from '../deadlines/read-clock.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { stepsOf } from '../kit/steps.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';

/** Acts that begin mediation anew, and those that end it. */
const BEGIN: readonly string[] = ['raise', 'resume'];
const END: readonly string[] = ['settle', 'export'];

type OpenRun = { startedOn: Day; stoppedOn?: Day };

/** From 受理 until it ended; raised to a higher level or taken up again, mediation begins anew. */
function mediationRuns(record: LedgerRecord): readonly ClockRun[] {
  const { values } = record;
  const dueOn = textIn(values, 'dueOn');
  // A sheet may name the last day and leave 受理日期 out: then the limit began when the dispute was found.
  const start = textIn(values, 'acceptedOn') || (dueOn === '' ? '' : textIn(values, 'foundOn'));
  if (start === '') return [];
  const runs: OpenRun[] = [{ startedOn: start }];
  const steps = stepsOf(record);
  const settledOn = textIn(values, 'settledOn');
  // The day the last end was written with may have been corrected (更正): then the field has it, not the step.
  const lastEnd = settledOn === '' ? undefined : steps.findLast(({ transition }) => END.includes(transition));
  for (const step of steps) {
    const last = runs.at(-1);
    const { transition, on } = step;
    if (last && [...BEGIN, ...END].includes(transition)) last.stoppedOn ??= step === lastEnd ? settledOn : on;
    if (BEGIN.includes(transition)) runs.push({ startedOn: on });
  }
  const last = runs.at(-1);
  if (last && settledOn !== '') last.stoppedOn ??= settledOn;
  return runs.map((run, place) => ({
    ...run,
    ...(place === runs.length - 1 && dueOn >= run.startedOn ? { due: { on: dueOn, why: '登记写明' } } : {}),
    pauses: [],
    round: place + 1,
  }));
}

export const mediationClock: ClockDefinition = {
  id: 'disputeMediation',
  title: '调解',
  unit: 'calendarDays',
  limit: { group: LIMITS_GROUP, key: '纠纷调解', otherwise: 30 },
  bindsOn: ({ values }) => textIn(values, 'acceptedOn') || undefined,
  runs: mediationRuns,
  ladder: 'usual',
  basis: '人民调解一般在一个月内办结（司法部令第75号，未核到原文），可调整的默认值',
  inferred: true,
};

export const disputeClocks: readonly ClockDefinition[] = [mediationClock];

/** Where mediation stands with its limit: its last round. */
export const mediationReading = (record: LedgerRecord, context: LedgerContext): ClockReading | undefined =>
  readClock(mediationClock, record, context).at(-1);
