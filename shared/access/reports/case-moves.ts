import { rowsIn, textIn } from '../../kit/field-values.ts';
import { stepsOf } from '../../kit/steps.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import { VALID_STATES } from '../review/review-derived.ts';

/** One move of a case from state to state on its business date; `on` is '' where nobody wrote the date down. */
export type Move = { readonly transition: string; readonly from: string; readonly to: string; readonly on: Day | '' };

const DRAFT = 'DRAFT';
const OVER: ReadonlySet<string> = new Set(['EXITED', 'WITHDRAWN', 'ARCHIVED']);

/** The day a decision of a kind was made: the first where an admission is looked for, since later ones renew it. */
const decidedOn = (values: Values, result: string): Day | '' =>
  textIn(rowsIn(values, 'decisions').find((row) => textIn(row, 'result') === result) ?? {}, 'decideDate');

const isListed = (values: Values): boolean =>
  rowsIn(values, 'decisions').some((row) => textIn(row, 'kind') === '备案') ||
  (rowsIn(values, 'decisions').length === 0 && textIn(values, 'listMatch') === '清单内');

function admission(values: Values): readonly Move[] {
  const decided = decidedOn(values, '准予');
  if (isListed(values)) {
    return [{ transition: 'recordListed', from: 'STREET_REVIEW', to: 'PUBLISHED', on: decided }];
  }
  const published = textIn(rowsIn(values, 'publications')[0] ?? {}, 'publishedOn');
  return [
    { transition: 'decide', from: 'DECIDING', to: 'APPROVED', on: decided },
    { transition: 'publish', from: 'APPROVED', to: 'PUBLISHED', on: published },
  ];
}

/**
 * How a case that came in as 存量 got into its state: read from its papers, since no step was taken here. The papers
 * give the days; where one is missing the move has none.
 */
function openingMoves(values: Values, state: string): readonly Move[] {
  if (state === DRAFT) return [];
  const received: Move = { transition: 'receive', from: DRAFT, to: 'RECEIVED', on: textIn(values, 'inDate') };
  if (state === 'APPROVED') return [received, ...admission(values).slice(0, 1)];
  if (VALID_STATES.has(state)) return [received, ...admission(values)];
  if (state === 'REJECTED') return [received, refusal(values)];
  return OVER.has(state) ? [received, ...ending(values, state)] : [received];
}

const refusal = (values: Values): Move => ({
  transition: 'decide',
  from: 'DECIDING',
  to: 'REJECTED',
  on: decidedOn(values, '不予'),
});

function ending(values: Values, state: string): readonly Move[] {
  const exit = rowsIn(values, 'exits').at(-1);
  if (exit !== undefined || state === 'EXITED') {
    return [
      ...admission(values),
      { transition: 'exit', from: 'PUBLISHED', to: 'EXITED', on: textIn(exit ?? {}, 'exitDate') },
    ];
  }
  if (decidedOn(values, '不予') !== '') return [refusal(values)];
  return [{ transition: 'withdraw', from: 'RECEIVED', to: 'WITHDRAWN', on: '' }];
}

/**
 * Every move of a case, in the order it was made, on its business date. A case counts as received on 收件日期, whatever
 * day the clerk got round to registering it. Acts that leave the state as it is (T6a, T18, 更正) are no moves.
 */
export function movesOf({ values }: LedgerRecord): readonly Move[] {
  const steps = stepsOf({ id: '', rev: '', values }).filter(({ from, to }) => from !== to);
  const opening = openingMoves(values, steps[0]?.from ?? (textIn(values, STATE_FIELD) || DRAFT));
  const taken = steps.map(({ transition, from, to, on }): Move => {
    const received = from === DRAFT && to === 'RECEIVED';
    return { transition, from, to, on: received ? textIn(values, 'inDate') : on };
  });
  const moves = [...opening, ...taken];
  const state = textIn(values, STATE_FIELD) || DRAFT;
  const last = moves.at(-1)?.to ?? DRAFT;
  // A sheet may say where a case stands and not since when: the way there is a move without a day.
  return last === state ? moves : [...moves, { transition: '', from: last, to: state, on: '' }];
}
