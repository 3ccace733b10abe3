import type { AcceptedReferences } from './new-references.ts';

/** What the clerk decided in the preview. */
export type ImportChoices = {
  /** Rows (zero-based) taken with their faulty cells left empty, or all of them. */
  readonly leaveEmpty: 'all' | ReadonlySet<number>;
  /** Suspected duplicates: a record of its own after all, or the stored one brought up to date. Unnamed rows are skipped. */
  readonly duplicates: ReadonlyMap<number, 'create' | 'update'>;
  readonly accepted: AcceptedReferences;
};

export const NO_CHOICES: ImportChoices = { leaveEmpty: new Set(), duplicates: new Map(), accepted: new Map() };
