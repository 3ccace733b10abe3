import type { Ledger } from './ledger.ts';
import type { HiddenRecord, LedgerContext } from './ledger-context.ts';
import { recordDay } from './record-day.ts';
import type { LedgerRecord, Values } from './values.ts';

/** What stands for a restricted record's name where it is referred to. */
export const RESTRICTED_NAME = '（受限内容）';

/** Whether only cleared operators may see the row (检举控告: 信访工作条例 第三十条、第四十六条第五项). */
export const isRestricted = (ledger: Ledger | undefined, values: Values): boolean =>
  ledger?.restricted?.(values) ?? false;

/** Whether the row may leave this PC in an exchange package. A restricted one never does, whoever packs it. */
export const mayLeave = (ledger: Ledger | undefined, { values }: Pick<LedgerRecord, 'values'>): boolean =>
  !isRestricted(ledger, values);

/**
 * The surroundings as an operator who is not cleared has them: restricted records are not there, have no name, and are
 * told of in `hidden`, so that a figure can say how many it leaves out.
 */
export function withoutRestricted(
  context: LedgerContext,
  ledgerById: (ledgerId: string) => Ledger | undefined,
): LedgerContext {
  const { marked } = context;
  const lists = new Map<string, { readonly seen: readonly LedgerRecord[]; readonly hidden: readonly HiddenRecord[] }>();
  const isHidden = (ledgerId: string, record: LedgerRecord | undefined) =>
    record !== undefined && isRestricted(ledgerById(ledgerId), record.values);
  const parted = (ledgerId: string) => {
    const records = context.records(ledgerId);
    const ledger = ledgerById(ledgerId);
    if (!ledger?.restricted) return { seen: records, hidden: [] };
    const known = lists.get(ledgerId);
    if (known) return known;
    const seen: LedgerRecord[] = [];
    const hidden: HiddenRecord[] = [];
    for (const record of records) {
      if (isHidden(ledgerId, record)) hidden.push({ id: record.id, on: recordDay(ledger, record.values) });
      else seen.push(record);
    }
    lists.set(ledgerId, { seen, hidden });
    return { seen, hidden };
  };
  return {
    ...context,
    record: (ledgerId, id) => {
      const record = context.record(ledgerId, id);
      return isHidden(ledgerId, record) ? undefined : record;
    },
    records: (ledgerId) => parted(ledgerId).seen,
    ...(marked
      ? { marked: (ledgerId, ...asked) => marked(ledgerId, ...asked).filter((record) => !isHidden(ledgerId, record)) }
      : {}),
    nameOf: (ledgerId, id) =>
      isHidden(ledgerId, context.record(ledgerId, id)) ? RESTRICTED_NAME : context.nameOf(ledgerId, id),
    hidden: (ledgerId) => parted(ledgerId).hidden,
  };
}
