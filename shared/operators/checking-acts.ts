import type { Change } from '../history/change.ts';
import { childRows } from '../history/child-rows.ts';
import { textIn } from '../kit/field-values.ts';
import type { Ledger } from '../kit/ledger.ts';
import { stepsOf } from '../kit/steps.ts';
import type { Values } from '../kit/values.ts';
import { CORRECT, STEPS_FIELD } from '../kit/workflow.ts';

/** Acts of checking that a record took. */
function checksTaken({ workflow }: Ledger, values: Values): readonly string[] {
  const taken = stepsOf({ id: '', rev: '', values }).map(({ transition }) => transition);
  return [...new Set(taken)].filter((transition) => workflow?.transitions[transition]?.isReview);
}

/** Whether an act checks what others did: it is declared so, or it corrects (更正) a case that was checked. */
export const isChecking = (ledger: Ledger, transition: string, values: Values): boolean =>
  ledger.workflow?.transitions[transition]?.isReview === true ||
  (transition === CORRECT && checksTaken(ledger, values).length > 0);

/**
 * The acts of checking that a change takes, takes back or writes over, by whatever way it comes: the steps say which; what
 * changes a decision without a step writes over the last one. `values`: the record as it stands. A record that comes into
 * the ledger whole, from a sheet of 存量导入 or out of the trash, brings decisions and takes none.
 */
export function checkingActsIn(ledger: Ledger, change: Change, values: Values): readonly string[] {
  if (change.kind === 'create') return [];
  if (change.kind === 'delete') return checksTaken(ledger, change.values);
  const rows = childRows(values[STEPS_FIELD]);
  const steps = (change.children[STEPS_FIELD] ?? []).map((row) =>
    textIn(row.kind === 'update' ? (rows.find(({ id }) => id === row.id) ?? {}) : row.values, 'transition'),
  );
  if (steps.length > 0) return [...new Set(steps)].filter((transition) => isChecking(ledger, transition, values));
  const taken = checksTaken(ledger, values);
  const decided = new Set(taken.flatMap((transition) => ledger.workflow?.transitions[transition]?.decides ?? []));
  const touched = [...Object.keys(change.fields), ...Object.keys(change.children)];
  const isDecision = touched.some((fieldId) => ledger.fields[fieldId]?.decision || decided.has(fieldId));
  return isDecision ? taken.slice(-1) : [];
}
