import type { Ledger } from '../../kit/ledger.ts';
import { fieldsOf, type Mapping } from './mapping.ts';
import type { PendingRecord } from './pending-records.ts';
import type { PlanCell, PlanRow } from './plan.ts';

/** Fields by which rows of this ledger may name each other: 上级单位 of a list of the whole tree. */
function ownReferenceFields(ledger: Ledger): ReadonlySet<string> {
  return new Set(
    Object.entries(ledger.fields)
      .filter(([, spec]) => spec.kind === 'reference' && spec.target?.ledger === ledger.id)
      .map(([field]) => field),
  );
}

/** Rows of a file as records to be, by row. */
export type OwnRows = ReadonlyMap<number, PendingRecord>;

/** Whether a row of the sheet could name another at all: some column goes to such a field. */
export function namesOwnRows(ledger: Ledger, { columns }: Mapping): boolean {
  const fields = ownReferenceFields(ledger);
  return columns.some(({ target }) => fieldsOf(target).some((field) => fields.has(field)));
}

/**
 * The rows of a file as records to be, by row, where some cell names a unit nobody has registered yet: it may stand a
 * line further up in the same file. Empty where nothing asks for it.
 */
export function pendingRows(
  ledger: Ledger,
  rows: ReadonlyMap<number, readonly PlanCell[]>,
  newId: () => string,
): OwnRows {
  const fields = ownReferenceFields(ledger);
  const asksForOwn = [...rows.values()].some((cells) =>
    cells.some((cell) => fields.has(cell.field) && cell.complaints.some((one) => one.code === 'reference/unknown')),
  );
  const pending = new Map<number, PendingRecord>();
  if (!asksForOwn) return pending;
  for (const [row, cells] of rows) {
    const values = Object.fromEntries(cells.map((cell) => [cell.field, cell.value]));
    const name = values[ledger.titleField];
    if (typeof name === 'string') pending.set(row, { ledger: ledger.id, id: newId(), name, values });
  }
  return pending;
}

/** Holds back the rows that name a row which is not taken, and those that name them in turn. */
export function holdBackOrphans(
  ledger: Ledger,
  rows: readonly PlanRow[],
  pending: OwnRows,
  rowName: (row: number) => string,
): readonly PlanRow[] {
  if (pending.size === 0) return rows;
  const fields = [...ownReferenceFields(ledger)];
  const rowOf = new Map([...pending].map(([row, { id }]) => [id, row]));
  let settled = rows;
  for (;;) {
    const created = new Set(settled.filter((row) => row.action === 'create').map((row) => row.row));
    const next = settled.map((row) => {
      const named = fields.map((field) => rowOf.get(String(row.values[field])));
      const lost = named.find((one) => one !== undefined && !created.has(one));
      if (lost === undefined || row.action === 'skip') return row;
      const reason = `它指向的${rowName(lost)}没有导入`;
      return { ...row, status: 'heldBack' as const, action: 'skip' as const, reason };
    });
    if (next.every((row, index) => row === settled[index])) return settled;
    settled = next;
  }
}
