import type { Value } from '../kit/values.ts';
import type { Change, ReasonKind } from './change.ts';

/** One field of a record that was changed by hand after an import had last written the record. */
export type ChangedHere = {
  /** What the import had left in it; absent for a blank. */
  readonly imported?: Value;
  /** The latest change of it: when, wall time, and by whom. */
  readonly at: string;
  readonly operator: string;
};

export type FieldsChangedHere = ReadonlyMap<string, ChangedHere>;

export const isImport = (kind: ReasonKind): boolean => kind === 'import' || kind === 'opening';

/** Adds an earlier change to what is known of later ones: the further back, the nearer to what the import had left. */
export function withEarlier(
  later: FieldsChangedHere,
  change: Change,
  { at, operator }: { readonly at: string; readonly operator: string },
): FieldsChangedHere {
  if (change.kind !== 'update') return later;
  const known = new Map(later);
  for (const [field, { before }] of Object.entries(change.fields)) {
    const latest = later.get(field) ?? { at, operator };
    const imported = before === undefined ? {} : { imported: before };
    known.set(field, { at: latest.at, operator: latest.operator, ...imported });
  }
  return known;
}
