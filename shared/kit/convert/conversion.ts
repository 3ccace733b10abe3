import { type Complaint, error, warning } from '../complaint.ts';
import type { AmountUnit, FieldSpec, Option, ReferenceTarget } from '../fields.ts';
import type { Value } from '../values.ts';

/** What became of one text or cell. Without a value and without an error the cell is blank. */
export type Conversion = {
  readonly value?: Value;
  readonly complaints: readonly Complaint[];
  /** Chinese sentence, present when what is stored is not literally what stood there: shown before it is stored. */
  readonly changed?: string;
};

/** Records a word stands for; several where a word names more than one. Unknown words come with the nearest names. */
export type Resolution = { readonly ids: readonly string[] } | { readonly nearest: readonly string[] };

/** What a conversion must look up outside the text itself. */
export type ConvertLookup = {
  readonly resolve: (target: ReferenceTarget, words: string) => Resolution;
  /** What the records a field may point at are called, for finding one in a longer text. */
  readonly namesOf?: (target: ReferenceTarget) => readonly { readonly name: string; readonly value: string }[];
  /** Options of a choice in force, whether declared or kept as parameters. */
  readonly options: (field: FieldSpec) => readonly Option[];
  /** Day serials of the workbook count from 1904. */
  readonly date1904: boolean;
  /** Money unit the column's header states, 经费（万元）; absent where it states none. */
  readonly headerUnit?: AmountUnit;
  /** Whether a cell of the same column ends in a zero that a number loses (2026.10); absent where no column is known. */
  readonly keepsLastZero?: () => boolean;
};

/** One list for all that have none: an import converts millions of cells. */
const NO_COMPLAINTS: readonly Complaint[] = [];

/** Field path is left to the caller, who knows where the value goes. */
export const blank: Conversion = { complaints: NO_COMPLAINTS };

export const refuse = (code: string, message: string): Conversion => ({ complaints: [error(code, message)] });

/** A value taken; `changed` says what it was kept as where that is not what was written. */
export function keep(value: Value, changed?: string, warnings = NO_COMPLAINTS): Conversion {
  return changed === undefined ? { value, complaints: warnings } : { value, complaints: warnings, changed };
}

export const keepWithWarning = (value: Value, changed: string | undefined, code: string, message: string): Conversion =>
  keep(value, changed, [warning(code, message)]);

/** The text as it stood, in Chinese quotation marks, shortened for a message. */
export function quote(raw: string): string {
  const characters = Array.from(raw.trim());
  return `“${characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : characters.join('')}”`;
}
