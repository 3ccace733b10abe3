import type { AcceptedReferences } from './new-references.ts';
import { referenceKey } from './pending-records.ts';

/** Whose value holds where the sheet and a record changed here disagree. */
export type Side = 'here' | 'sheet';

/** What the clerk decided in the preview. */
export type ImportChoices = {
  /** Rows (zero-based) taken with their faulty cells left empty, or all of them. */
  readonly leaveEmpty: 'all' | ReadonlySet<number>;
  /** Rows (zero-based) that are not to be imported, whatever they say. */
  readonly setAside: ReadonlySet<number>;
  /** Suspected duplicates: a record of its own after all, or the stored one brought up to date. Unnamed rows are skipped. */
  readonly duplicates: ReadonlyMap<number, 'create' | 'update'>;
  /** In conflicts: by row and field, whether what is stored here stays or the sheet's value goes in. */
  readonly sides: ReadonlyMap<number, ReadonlyMap<string, Side>>;
  readonly accepted: AcceptedReferences;
  /** What the clerk wrote over cells in the preview: text by row (zero-based) and field. Blank text empties the cell. */
  readonly mended: ReadonlyMap<number, ReadonlyMap<string, string>>;
};

export const NO_CHOICES: ImportChoices = {
  leaveEmpty: new Set(),
  setAside: new Set(),
  duplicates: new Map(),
  sides: new Map(),
  accepted: new Map(),
  mended: new Map(),
};

/** The choices with a row left out by hand, or taken back. */
export function withSetAside(choices: ImportChoices, row: number, isAside: boolean): ImportChoices {
  const setAside = new Set(choices.setAside);
  if (isAside) setAside.add(row);
  else setAside.delete(row);
  return { ...choices, setAside };
}

/** What is decided of a sheet's own rows holds where it is understood otherwise; of its cells nothing does. */
export const rowsKept = ({ setAside }: ImportChoices, rowCount: number): ImportChoices => ({
  ...NO_CHOICES,
  setAside: new Set([...setAside].filter((row) => row < rowCount)),
});

/** The choices with one cell mended; undefined takes the mending back. */
export function withMended(
  choices: ImportChoices,
  row: number,
  field: string,
  text: string | undefined,
): ImportChoices {
  const ofRow = new Map(choices.mended.get(row));
  if (text === undefined) ofRow.delete(field);
  else ofRow.set(field, text);
  const mended = new Map(choices.mended);
  if (ofRow.size === 0) mended.delete(row);
  else mended.set(row, ofRow);
  return { ...choices, mended };
}

/** The choices with the side of some fields of a conflict decided; the row is then no record of its own any more. */
export function withSide(choices: ImportChoices, row: number, fields: readonly string[], side: Side): ImportChoices {
  const sides = new Map(choices.sides);
  sides.set(row, new Map([...(sides.get(row) ?? []), ...fields.map((field) => [field, side] as const)]));
  const duplicates = new Map(choices.duplicates);
  duplicates.delete(row);
  return { ...choices, sides, duplicates };
}

/** The choices with one suspected duplicate decided. */
export function withDuplicate(
  choices: ImportChoices,
  row: number,
  decision: 'skip' | 'create' | 'update',
): ImportChoices {
  const duplicates = new Map(choices.duplicates);
  if (decision === 'skip') duplicates.delete(row);
  else duplicates.set(row, decision);
  return { ...choices, duplicates };
}

/** The choices with a row, or all, taken without its faulty cells; one taken back from all leaves every other of `body`. */
export function withLeftEmpty(
  choices: ImportChoices,
  row: number | 'all',
  left: boolean,
  body: readonly number[],
): ImportChoices {
  if (row === 'all') return { ...choices, leaveEmpty: left ? 'all' : new Set() };
  const leaveEmpty = new Set(choices.leaveEmpty === 'all' ? body : choices.leaveEmpty);
  if (left) leaveEmpty.add(row);
  else leaveEmpty.delete(row);
  return { ...choices, leaveEmpty };
}

/** The choices with a name accepted for registration under `id`, or, without one, not accepted. */
export function withReference(
  choices: ImportChoices,
  ledgerId: string,
  name: string,
  id: string | undefined,
): ImportChoices {
  const accepted = new Map(choices.accepted);
  if (id === undefined) accepted.delete(referenceKey(ledgerId, name));
  else accepted.set(referenceKey(ledgerId, name), { id, name });
  return { ...choices, accepted };
}
