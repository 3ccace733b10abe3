import { formatValue } from '../../kit/format.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { stateByFields } from '../../kit/steps.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import type { PlanRow } from './plan.ts';

/**
 * A row that updates a record without steps may move its state with what it fills (办结日期 → 已办结): the program notes
 * that state with the write, so it is a difference the clerk sees, though no cell says it.
 */
export function withFollowingState(row: PlanRow, ledger: Ledger, context: LedgerContext): PlanRow {
  const stored = row.action === 'update' ? row.existing && context.record(ledger.id, row.existing.id) : undefined;
  const spec = ledger.fields[STATE_FIELD];
  if (stored === undefined || spec === undefined) return row;
  const patch = Object.fromEntries(
    row.differences.filter(({ kept }) => !kept).map(({ field, after }) => [field, after]),
  );
  const before = stored.values[STATE_FIELD];
  const after = stateByFields(ledger.workflow, { ...stored.values, ...patch }, patch);
  if (after === undefined || after === before) return row;
  const words = formatValue(after, spec, context.nameOf);
  return {
    ...row,
    reason: `${row.reason}；${spec.label}随之变为“${words}”`,
    differences: [
      ...row.differences,
      { field: STATE_FIELD, after, follows: true, ...(before === undefined ? {} : { before }) },
    ],
  };
}
