import type { Entry } from '../../shared/history/batch.ts';
import { decodeEntry } from '../../shared/history/encode.ts';
import { scanFrames } from '../../shared/history/journal-frame.ts';
import { OfficeState } from '../../shared/history/office-state.ts';
import { batchFault } from '../../shared/history/replay.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { replayLog } from './log-reader.ts';
import type { StoreCore } from './store-core.ts';

type ReadEntry = { readonly entry: Entry; readonly bytes: Uint8Array };

/**
 * Brings back what the journal holds and the database lost: every whole, verified batch that is missing, word for word
 * in its own chain. The records are then folded from the whole log again. Returns how many batches came back.
 * @throws LedgerError journal/needs-snapshot where the log goes on from a snapshot whose batches are not here.
 */
export async function recoverFromJournal(core: StoreCore): Promise<number> {
  const { journal, database } = core.parts;
  if (!journal) return 0;
  let recovered = 0;
  const origins: Entry[] = [];
  let open: ReadEntry[] = [];
  for await (const read of journalEntries(journal)) {
    open.push(read);
    if (!read.entry.header.closing) continue;
    if (read.entry.header.origin) origins.push(read.entry);
    if (await takeBatch(database, open)) recovered += 1;
    core.progress('recover', recovered, recovered);
    open = [];
  }
  await leaveBehind(database, origins);
  await foldAgain(core, origins);
  return recovered;
}

/** Reads the journal chunk by chunk; a frame may reach over the end of a chunk. */
async function* journalEntries(journal: NonNullable<StoreCore['parts']['journal']>): AsyncGenerator<ReadEntry> {
  let rest = new Uint8Array();
  for (let cursor: number | undefined = 0; cursor !== undefined; ) {
    const { bytes, next }: Awaited<ReturnType<typeof journal.read>> = await journal.read(cursor);
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    const { frames, end, rest: remains } = scanFrames(all);
    for (const frame of frames) yield { entry: decodeEntry(frame.bytes), bytes: frame.bytes.slice() };
    // Beyond a damaged stretch nothing can be told apart; what came before it is worth having.
    if (remains === 'damaged') return;
    rest = all.slice(end);
    cursor = next;
  }
}

async function takeBatch(database: LedgerDatabase, batch: readonly ReadEntry[]): Promise<boolean> {
  const entries = batch.map(({ entry }) => entry);
  const closing = entries.at(-1)?.header;
  if (!closing || batchFault(entries) !== undefined) return false;
  const { chain, sequence, part, reason, lamport } = closing;
  if (await database.batches.get([chain, sequence, part])) return false;
  const rows = batch.map(({ entry: { header, hash }, bytes }): StoredEntry => {
    const position = { chain, sequence, part: header.part, lamport, hash, bytes };
    if (!header.closing) return position;
    const undoes = reason.kind === 'undo' && reason.of !== undefined ? { undoes: reason.of } : {};
    return { ...position, closed: lamport, ...undoes };
  });
  await database.transaction('rw', database.batches, () => database.batches.bulkPut(rows));
  return true;
}

/** Batches a restore once went back over do not come to count again. */
async function leaveBehind(database: LedgerDatabase, origins: readonly Entry[]): Promise<void> {
  for (const { header } of origins) {
    for (const chain of header.origin?.leaves ?? []) {
      const beyond = await database.entriesFrom(chain, (header.origin?.covers[chain] ?? 0) + 1);
      await database.transaction('rw', database.batches, database.aside, async () => {
        await database.aside.bulkPut(beyond);
        await database.batches.bulkDelete(beyond.map(({ sequence, part }) => [chain, sequence, part]));
      });
    }
  }
}

/**
 * Folds the state anew, so that recovered batches count in their own place. Where the records stand on a snapshot, the
 * log alone does not give them: there the recovered batches follow what is there.
 */
async function foldAgain(core: StoreCore, origins: readonly Entry[]): Promise<void> {
  const { database, ledgers } = core.parts;
  const { standsOnSnapshot, left } = core.installation;
  const state = standsOnSnapshot ? core.state : new OfficeState(ledgers);
  await replayLog(database, state, (done, of) => core.progress('recover', done, of));
  if (!standsOnSnapshot) {
    for (const { header } of origins) {
      for (const [chain, sequence] of Object.entries(header.origin?.covers ?? {})) {
        if ((state.positions.get(chain)?.sequence ?? 0) < sequence) throw needsSnapshot();
      }
    }
    for (const [ledger, { counters }] of core.state.tables()) {
      const own = state.table(ledger).counters;
      for (const [series, number] of counters) own.set(series, Math.max(own.get(series) ?? 0, number));
    }
  }
  core.replaceState(state);
  const leaves = origins.flatMap(({ header }) => header.origin?.leaves ?? []);
  const value = { ...core.installation, left: [...new Set([...left, ...leaves])] };
  await database.meta.put({ key: 'installation', value });
  core.installation = value;
  await writeCheckpoint(database, state, standsOnSnapshot ? 'changed' : 'everything');
}

const needsSnapshot = () =>
  new LedgerError(
    'journal/needs-snapshot',
    '操作日志副本接在一份备份之后，仅凭日志不能还原全部记录。已取回的批次都保留着；请先恢复那份备份，再从日志找回。',
  );
