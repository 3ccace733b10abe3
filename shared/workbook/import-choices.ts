import type { AcceptedReferences } from './new-references.ts';

/** What the clerk decided in the preview. */
export type ImportChoices = {
  /** Rows (zero-based) taken with their faulty cells left empty, or all of them. */
  readonly leaveEmpty: 'all' | ReadonlySet<number>;
  /** Suspected duplicates: a record of its own after all, or the stored one brought up to date. Unnamed rows are skipped. */
  readonly duplicates: ReadonlyMap<number, 'create' | 'update'>;
  readonly accepted: AcceptedReferences;
  /** What the clerk wrote over cells in the preview: text by row (zero-based) and field. Blank text empties the cell. */
  readonly mended: ReadonlyMap<number, ReadonlyMap<string, string>>;
};

export const NO_CHOICES: ImportChoices = {
  leaveEmpty: new Set(),
  duplicates: new Map(),
  accepted: new Map(),
  mended: new Map(),
};

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
