/** One row of a child list, e.g. a 社区意见 of an application. Child rows have ids and change one by one. */
export type ChildRow = { readonly id: string } & { readonly [fieldId: string]: Value | undefined };

/** A file kept beside the database, named by its SHA-256. */
export type Attachment = { readonly hash: string; readonly name: string; readonly size: number };

/**
 * What a field can hold. A blank field is absent, never null: blank is not zero.
 * Days are `2026-01-05`, months `2026-01`, moments ISO 8601 with offset; money is an integer number of fen;
 * a percentage is a number of percent; references are record ids.
 */
export type Value = string | number | boolean | readonly string[] | readonly ChildRow[] | readonly Attachment[];

/** The fields of one record by field id. */
export type Values = { readonly [fieldId: string]: Value | undefined };

/** Which batch and part last wrote a record: `chain/sequence/part`. Undo and executing plans re-check it. */
export type Rev = string;

/** One row of a ledger. `office`: the other office that entered it; absent for this office's own. */
export type LedgerRecord = {
  readonly id: string;
  readonly rev: Rev;
  readonly values: Values;
  readonly office?: string;
};

/** A calendar day, `2026-01-05`. Never a Date. */
export type Day = string;

/** A calendar month, `2026-01`. */
export type Month = string;
