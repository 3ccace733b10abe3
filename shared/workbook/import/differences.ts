import { behindMask } from '../../history/masked-values.ts';
import { isSame } from '../../kit/is-same.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { LedgerRecord, Values } from '../../kit/values.ts';
import type { FieldDifference } from './plan.ts';

/**
 * What a row would change in a stored record. Only what the sheet fills: a blank cell never erases, and the mask of what
 * is stored, come back from a masked export, is nothing new.
 */
export function differencesOf(ledger: Ledger, values: Values, existing: LedgerRecord): readonly FieldDifference[] {
  return Object.entries(values).flatMap(([field, written]): FieldDifference[] => {
    const before = existing.values[field];
    const spec = ledger.fields[field];
    const after = spec === undefined ? written : behindMask(written, before, spec);
    if (after === undefined || isSame(before, after)) return [];
    return [{ field, after, ...(before === undefined ? {} : { before }) }];
  });
}

/** The labels of the fields that differ: 「诉求人」「联系电话」. */
export function differenceLabels(ledger: Ledger, differences: readonly FieldDifference[]): string {
  return differences.map(({ field }) => `「${ledger.fields[field]?.label ?? field}」`).join('');
}
