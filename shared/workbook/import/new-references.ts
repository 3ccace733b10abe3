import type { FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Draft } from './draft-row.ts';
import { type PendingRecord, referenceKey } from './pending-records.ts';
import type { NewReference } from './plan.ts';

/** Names accepted for registration, by `referenceKey`, with the id each will be created with. */
export type AcceptedReferences = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

/** Accepted names as records that will stand when the rows are written. */
export function pendingOf(accepted: AcceptedReferences): readonly PendingRecord[] {
  return [...accepted].map(([key, { id, name }]) => ({
    ledger: key.slice(0, key.indexOf('\n')),
    id,
    name,
    values: {},
  }));
}

type Found = Omit<NewReference, 'rows'> & { readonly rows: number[] };

/**
 * Collects, row by row, the names no record carries, where a name is all a record of that ledger must have: a department
 * can be registered on the way, a community cannot, since it needs its place in the tree.
 */
export class NewReferences {
  readonly #accepted: AcceptedReferences;
  /** What was accepted, by the id the cells hold now. */
  readonly #names: ReadonlyMap<string, string>;
  /** The ledgers that fields point at and that a name is enough for, by field. */
  readonly #targets: ReadonlyMap<string, Ledger>;
  readonly #found = new Map<string, Found>();

  constructor(ledger: Ledger, accepted: AcceptedReferences, ledgerById: (ledgerId: string) => Ledger | undefined) {
    this.#accepted = accepted;
    this.#names = new Map([...accepted.values()].map(({ id, name }) => [id, name]));
    this.#targets = new Map(
      Object.entries(ledger.fields).flatMap(([field, spec]): [string, Ledger][] => {
        const target = namedOnly(spec, ledgerById);
        return target === undefined ? [] : [[field, target]];
      }),
    );
  }

  note({ row, cells }: Pick<Draft, 'row' | 'cells'>): void {
    for (const cell of cells) {
      const target = this.#targets.get(cell.field);
      if (target === undefined) continue;
      const isUnknown = cell.complaints.some((complaint) => complaint.code === 'reference/unknown');
      const acceptedName = typeof cell.value === 'string' ? this.#names.get(cell.value) : undefined;
      if (!isUnknown && acceptedName === undefined) continue;
      const name = acceptedName ?? cell.shown.trim();
      const key = referenceKey(target.id, name);
      const known = this.#found.get(key);
      if (known) known.rows.push(row);
      else {
        const id = this.#accepted.get(key)?.id;
        const values = { [target.titleField]: name };
        this.#found.set(key, { ledger: target.id, name, values, rows: [row], ...(id === undefined ? {} : { id }) });
      }
    }
  }

  found(): readonly NewReference[] {
    return [...this.#found.values()];
  }
}

function namedOnly(spec: FieldSpec, ledgerById: (ledgerId: string) => Ledger | undefined): Ledger | undefined {
  if (spec.kind !== 'reference' || spec.target === undefined || spec.target.where !== undefined) return undefined;
  const target = ledgerById(spec.target.ledger);
  const needsMore = Object.entries(target?.fields ?? {}).some(
    ([fieldId, field]) => field.key && !field.automatic && fieldId !== target?.titleField,
  );
  return needsMore ? undefined : target;
}
