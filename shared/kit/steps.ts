import { isBlank } from './blank.ts';
import { rowsIn, textIn } from './field-values.ts';
import type { LedgerRecord, Values } from './values.ts';
import { STATE_FIELD, STEPS_FIELD, type Step, type Workflow } from './workflow.ts';

/** Where a record begins that took no step yet: where its own fields say, else at the workflow's initial state. */
export const startingState = (values: Values, { standsAt, initial }: Workflow): string => standsAt?.(values) ?? initial;

/** The state of a record without steps after an edit, where its own fields tell it; undefined where steps do. */
export function stateByFields(workflow: Workflow | undefined, values: Values, patch: Values): string | undefined {
  if (!workflow?.standsAt || STATE_FIELD in patch || !isBlank(values[STEPS_FIELD])) return undefined;
  return workflow.standsAt(values);
}

/** Where the record stands; where no state is written, the one it begins at. */
export const stateOf = ({ values }: LedgerRecord, workflow: Workflow): string =>
  textIn(values, STATE_FIELD) || startingState(values, workflow);

/** What a state is called; its id where this version does not know it. */
export const stateTitle = ({ workflow }: { readonly workflow?: Workflow }, state: string): string =>
  workflow?.states[state]?.title ?? state;

/** Every transition the record took, oldest first. */
export function stepsOf(record: LedgerRecord): readonly Step[] {
  return rowsIn(record.values, STEPS_FIELD).map((row) => {
    const { by, note, document, round } = row;
    return {
      id: row.id,
      transition: textIn(row, 'transition'),
      from: textIn(row, 'from'),
      to: textIn(row, 'to'),
      on: textIn(row, 'on'),
      ...(typeof by === 'string' ? { by } : {}),
      ...(typeof note === 'string' ? { note } : {}),
      ...(typeof document === 'string' ? { document } : {}),
      ...(typeof round === 'number' ? { round } : {}),
    };
  });
}
