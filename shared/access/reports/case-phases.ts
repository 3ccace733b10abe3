import { inPeriod, type Period } from '../../kit/period.ts';
import type { Day, LedgerRecord } from '../../kit/values.ts';
import { VALID_STATES } from '../review/review-derived.ts';
import { type Move, movesOf } from './case-moves.ts';

/**
 * What a case counts as in the statistics. A draft is none yet. 暂缓, 补正 and 应急先行 stay in hand until decided. An item
 * under renewal stays valid until decided, and a renewed one that waits for its new publication never stopped being so.
 */
export type Phase = 'none' | 'inHand' | 'unpublished' | 'valid' | 'over';

/** What takes a case from one phase to the next, counted on the day it happened. */
export type PhaseEvent =
  | 'applied'
  | 'listed'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'published'
  | 'leftUnpublished'
  | 'exited';

export type CaseEvent = { readonly event: PhaseEvent; readonly on: Day | '' };

/** A case as the statistics read it. */
export type CaseHistory = {
  readonly record: LedgerRecord;
  readonly moves: readonly Move[];
  readonly events: readonly CaseEvent[];
};

const OVER: ReadonlySet<string> = new Set(['REJECTED', 'EXITED', 'WITHDRAWN', 'ARCHIVED']);

function phaseAfter(phase: Phase, { to }: Move): Phase {
  if (OVER.has(to)) return 'over';
  if (VALID_STATES.has(to)) return 'valid';
  if (to === 'APPROVED') return phase === 'valid' ? 'valid' : 'unpublished';
  return to === 'DRAFT' ? 'none' : 'inHand';
}

function eventBetween(before: Phase, after: Phase, { to }: Move): PhaseEvent | undefined {
  if (before === after) return undefined;
  if (before === 'none') return 'applied';
  if (before === 'inHand') {
    if (after === 'valid') return 'listed';
    if (after === 'unpublished') return 'approved';
    return to === 'REJECTED' ? 'rejected' : 'withdrawn';
  }
  if (before === 'unpublished') return after === 'valid' ? 'published' : 'leftUnpublished';
  return before === 'valid' ? 'exited' : undefined;
}

/** Reads a case: its moves, and of them the events that count. */
export function historyOf(record: LedgerRecord): CaseHistory {
  const moves = movesOf(record);
  let phase: Phase = 'none';
  const events = moves.flatMap((move): CaseEvent[] => {
    const before = phase;
    phase = phaseAfter(before, move);
    const event = eventBetween(before, phase, move);
    return event === undefined ? [] : [{ event, on: move.on }];
  });
  return { record, moves, events };
}

/** Moves made up to the evening of a day; one without a date counts as made before all others. */
const movesUntil = ({ moves }: CaseHistory, day: Day): readonly Move[] => moves.filter(({ on }) => on <= day);

/** The state a case was in on the evening of a day, by business dates. */
export const stateOn = (history: CaseHistory, day: Day): string => movesUntil(history, day).at(-1)?.to ?? 'DRAFT';

/** What the case counted as on the evening of a day, by business dates. */
export const phaseOn = (history: CaseHistory, day: Day): Phase =>
  movesUntil(history, day).reduce<Phase>(phaseAfter, 'none');

/** True where the event happened in the period. */
export const happened = ({ events }: CaseHistory, event: PhaseEvent, period: Period): boolean =>
  events.some((one) => one.event === event && inPeriod(period, one.on));

/** Days in the period on which a case went back: 补正告知 (T2) or 退回补充论证 (T12). 暂缓 by the board is none. */
export const returnsIn = ({ moves }: CaseHistory, period: Period): readonly Move[] =>
  moves.filter(
    ({ from, to, on }) =>
      (to === 'SUPPLEMENT' || (from === 'DISTRICT_REVIEW' && to === 'DEFERRED')) && inPeriod(period, on),
  );
