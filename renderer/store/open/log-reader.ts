import type { Entry } from '../../../shared/history/batch.ts';
import { decodeEntry } from '../../../shared/history/encode.ts';
import { isNewerData, newerData } from '../../../shared/history/newer-data.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import { applyBatch, type DroppedBatch } from '../../../shared/history/replay.ts';
import type { EntryKey, LedgerDatabase, StoredEntry } from '../database.ts';
import { letGo } from '../let-go.ts';
import { Pace } from '../slices.ts';

/**
 * A batch read back and held against the hash it was stored with; or why it is none.
 * @throws LedgerError data/newer where a later program wrote it.
 */
export function readBatch(stored: readonly StoredEntry[]): readonly Entry[] | string {
  const entries: Entry[] = [];
  for (const { bytes, hash } of stored) {
    try {
      const entry = decodeEntry(bytes);
      if (entry.hash !== hash) return '内容与校验值不符';
      entries.push(entry);
    } catch (thrown) {
      if (isNewerData(thrown)) throw thrown;
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }
  return entries;
}

/**
 * Brings the state up to the log: applies every closed batch after its positions in the order of the fold. Returns the
 * batches left out and why; one that is damaged does not keep later ones from counting.
 * @throws LedgerError data/newer where a later program wrote one: the state is of no use then.
 */
export async function replayLog(
  database: LedgerDatabase,
  state: OfficeState,
  onProgress: (done: number, of: number) => void,
): Promise<DroppedBatch[]> {
  const pace = new Pace();
  const dropped: DroppedBatch[] = [];
  const covered = new Map([...state.positions].map(([chain, { sequence }]) => [chain, sequence]));
  const missing = (await database.closings()).filter(([chain, sequence]) => sequence > (covered.get(chain) ?? -1));
  for (const [index, key] of missing.entries()) {
    const [chain, sequence] = key;
    const batch = await batchAt(database, key);
    if (typeof batch !== 'string') refuseNewer(state, batch);
    const why = typeof batch === 'string' ? batch : applyBatch(state, batch);
    if (why !== undefined) dropped.push({ chain, sequence, why });
    if (await pace.rest()) onProgress(index, missing.length);
  }
  return dropped;
}

/**
 * A declaration of a later version means its values otherwise: reading them as today's would write that down.
 * @throws LedgerError data/newer
 */
export function refuseNewer(state: OfficeState, entries: readonly Entry[]): void {
  for (const { header } of entries) {
    for (const [ledger, version] of Object.entries(header.versions)) {
      if (version > (state.ledger(ledger)?.version ?? version)) throw newerData();
    }
  }
}

/** Each entry's bytes are let go once they are read: of a bulk batch they would be as much again as its changes. */
async function batchAt(database: LedgerDatabase, [chain, sequence]: EntryKey): Promise<readonly Entry[] | string> {
  const batch: Entry[] = [];
  for await (const stored of database.entriesInTurn(chain, sequence)) {
    const read = readBatch([stored]);
    if (typeof read === 'string') return read;
    batch.push(...read);
    letGo(stored.bytes);
  }
  return batch;
}
