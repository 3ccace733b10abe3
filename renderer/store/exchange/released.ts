import type { PackageBatch } from '../../../shared/exchange/package-file.ts';
import { decodeEntry, filledEntry } from '../../../shared/history/encode.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import type { StoreCore } from '../store-core.ts';

/**
 * Batches that are here without some of their changes, with those a package brings now: restricted once, and let go
 * since. This PC's own chain lacks only what was purged.
 */
export async function releasedIn(core: StoreCore, known: readonly PackageBatch[]): Promise<readonly PackageBatch[]> {
  const released: PackageBatch[] = [];
  for (const batch of known) {
    const { chain = '', sequence = 0 } = batch.entries[0]?.header ?? {};
    if (chain === core.installation.chain) continue;
    const held = await core.parts.database.entriesOf(chain, sequence);
    if (held.length !== batch.bytes.length) continue;
    const bytes = held.map((entry, index) => filledEntry(entry.bytes, batch.bytes[index] ?? entry.bytes));
    if (held.some((entry, index) => entry.bytes !== bytes[index]))
      released.push({ entries: bytes.map(decodeEntry), bytes });
  }
  return released;
}

/** How many records come with later changes alone, because what began them was held back. */
export function incompleteIn(batches: readonly PackageBatch[], state: OfficeState): number {
  const found = new Set<string>();
  for (const { header, sealed } of batches.flatMap(({ entries }) => entries)) {
    for (const one of sealed) {
      if (!('change' in one) || one.change.kind !== 'update') continue;
      const { ledger, id } = one.change;
      if (state.offices.has(header.chain) && state.ledger(ledger)?.isSetting) continue;
      const { records, deleted } = state.table(ledger);
      if (!records.has(id) && !deleted.has(id)) found.add(`${ledger} ${id}`);
    }
  }
  return found.size;
}
