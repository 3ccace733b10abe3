import { sourcesOf } from '../kit/case-links.ts';
import type { Ledger } from '../kit/ledger.ts';
import { isRestricted } from '../kit/restricted.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import type { Change } from './change.ts';
import { changedFields } from './field-changes.ts';
import type { OfficeState } from './office-state.ts';

/** A change of a batch, and the values it leaves behind; none of a deletion. */
type Written = { readonly change: Pick<Change, 'ledger'>; readonly after?: Values };

/** The marking of one record as restricted. */
export type Restriction = { readonly change: Change; readonly after: LedgerRecord };

function restriction(ledger: Ledger, record: LedgerRecord, field: string): Restriction {
  const { id, rev, values } = record;
  const fields = changedFields({ [field]: values[field] }, { [field]: true });
  return {
    change: { kind: 'update', ledger: ledger.id, id, rev, fields, children: {} },
    after: { ...record, values: { ...values, [field]: true } },
  };
}

/**
 * Marks what restricted records were made from where it is still open to everybody: a demand that became 检举控告 holds
 * the same names and words (信访工作条例 第三十条). What that one was made from is held back with it.
 */
export function restrictions(
  written: readonly Written[],
  state: Pick<OfficeState, 'ledger' | 'ledgers'>,
  recordOf: (ledgerId: string, id: string) => LedgerRecord | undefined,
): readonly Restriction[] {
  const found = new Map<string, Restriction | undefined>();
  const lookBehind = (ledger: Ledger, values: Values): void => {
    for (const source of sourcesOf(ledger, values, state.ledgers)) {
      const field = source.ledger.restrictedBy;
      const record = recordOf(source.ledger.id, source.id);
      const key = `${source.ledger.id}/${source.id}`;
      if (field === undefined || !record || found.has(key)) continue;
      found.set(key, record.values[field] === true ? undefined : restriction(source.ledger, record, field));
      lookBehind(source.ledger, record.values);
    }
  };
  for (const { change, after } of written) {
    const ledger = state.ledger(change.ledger);
    if (ledger && after && isRestricted(ledger, after)) lookBehind(ledger, after);
  }
  return [...found.values()].filter((one) => one !== undefined);
}
