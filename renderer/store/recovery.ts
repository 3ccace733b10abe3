import type { ChainOrigin, Entry } from '../../shared/history/batch.ts';
import { decodeEntry } from '../../shared/history/encode.ts';
import { scanFrames } from '../../shared/history/journal-frame.ts';
import { noteNumber } from '../../shared/history/numbering.ts';
import { OfficeState } from '../../shared/history/office-state.ts';
import { batchFault } from '../../shared/history/replay.ts';
import { upcastChange } from '../../shared/history/upcast-change.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { checkpointOf, loadCheckpoint, takeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import type { EntryKey, LedgerDatabase, StoredEntry } from './database.ts';
import { readBatch, replayLog } from './log-reader.ts';
import type { StoreCore } from './store-core.ts';

type ReadEntry = { readonly entry: Entry; readonly bytes: Uint8Array };

/** What the journal has to give: the missing batches, laid aside for now, and where its chains start and reach. */
type Found = {
  readonly missing: readonly (readonly EntryKey[])[];
  readonly origins: readonly { readonly lamport: number; readonly origin: ChainOrigin }[];
  readonly reach: ReadonlyMap<string, number>;
  /** A damaged stretch that ended the reading: beyond it nothing can be told apart. */
  readonly damage: LedgerError | undefined;
};

/**
 * Brings back what the journal holds and the database lost: every whole, verified batch that is missing, word for word
 * in its own chain. They are laid aside first and come to count all in one transaction, so that a recovery that breaks
 * off leaves the records as they were. Then the records are folded from the whole log again. Returns how many came back.
 * @throws LedgerError journal/damaged where a stretch of the journal is; what came before it is taken all the same.
 * @throws LedgerError journal/needs-snapshot where the log goes on from a snapshot whose batches are not here.
 */
export async function recoverFromJournal(core: StoreCore): Promise<number> {
  const { journal } = core.parts;
  if (!journal) return 0;
  const found = await layAside(core, journal);
  if (!core.installation.standsOnSnapshot) await requireBasis(core.parts.database, found);
  const recovered = await takeOver(core, found);
  await foldAgain(core);
  if (found.damage) throw found.damage;
  return recovered;
}

async function layAside(core: StoreCore, journal: NonNullable<StoreCore['parts']['journal']>): Promise<Found> {
  const { database } = core.parts;
  const missing: EntryKey[][] = [];
  const origins: { readonly lamport: number; readonly origin: ChainOrigin }[] = [];
  const reach = new Map<string, number>();
  let open: ReadEntry[] = [];
  let damage: LedgerError | undefined;
  for await (const read of journalEntries(journal)) {
    if (read instanceof LedgerError) {
      damage = read;
      break;
    }
    open.push(read);
    const { closing, origin, chain, sequence, lamport } = read.entry.header;
    if (!closing) continue;
    const batch = open;
    open = [];
    if (batchFault(batch.map(({ entry }) => entry)) !== undefined) continue;
    if (origin) origins.push({ lamport, origin });
    reach.set(chain, Math.max(reach.get(chain) ?? 0, sequence));
    for (const { entry } of batch) noteNumbersIn(core.state, entry);
    if (await isHeld(database, chain, sequence)) continue;
    await database.aside.bulkPut(storedRows(batch));
    missing.push(batch.map(({ entry: { header } }): EntryKey => [chain, sequence, header.part]));
    core.progress('recover', missing.length, missing.length);
  }
  return { missing, origins, reach, damage };
}

/** Numbers stand on paper somewhere: those of batches that do not come to count again stay given too. */
function noteNumbersIn(state: OfficeState, { header, sealed }: Entry): void {
  for (const one of sealed) {
    if ('digest' in one) continue;
    const ledger = state.ledger(one.change.ledger);
    const change = upcastChange(one.change, ledger, header.versions[one.change.ledger]);
    if (ledger && change.kind === 'create') noteNumber(state.table(ledger.id).counters, ledger, change.values);
  }
}

/** A batch that lies damaged in the database is one it lost. */
async function isHeld(database: LedgerDatabase, chain: string, sequence: number): Promise<boolean> {
  const entries = readBatch(await database.entriesOf(chain, sequence));
  return typeof entries !== 'string' && batchFault(entries) === undefined;
}

/** Reads the journal chunk by chunk; a frame may reach over the end of a chunk. Ends with the damage it comes upon. */
async function* journalEntries(
  journal: NonNullable<StoreCore['parts']['journal']>,
): AsyncGenerator<ReadEntry | LedgerError> {
  let rest = new Uint8Array();
  let cursor: number | undefined = 0;
  while (cursor !== undefined) {
    const answer: Awaited<ReturnType<typeof journal.read>> | LedgerError = await journal.read(cursor).catch(damageOnly);
    if (answer instanceof LedgerError) {
      yield answer;
      return;
    }
    const all = new Uint8Array(rest.length + answer.bytes.length);
    all.set(rest);
    all.set(answer.bytes, rest.length);
    const { frames, end, rest: remains } = scanFrames(all);
    for (const frame of frames) yield { entry: decodeEntry(frame.bytes), bytes: frame.bytes.slice() };
    if (remains === 'damaged') {
      const message =
        '操作日志副本有一段已损坏，之后的内容无法取回。之前的改动已取回，请保留数据目录，并用最近的备份核对。';
      yield new LedgerError('journal/damaged', message);
      return;
    }
    rest = all.slice(end);
    cursor = answer.next;
  }
}

function damageOnly(thrown: unknown): LedgerError {
  if (thrown instanceof LedgerError && thrown.code === 'journal/damaged') return thrown;
  throw thrown;
}

function storedRows(batch: readonly ReadEntry[]): StoredEntry[] {
  return batch.map(({ entry: { header, hash }, bytes }): StoredEntry => {
    const { chain, sequence, part, reason, lamport, closing } = header;
    const position = { chain, sequence, part, lamport, hash, bytes };
    if (!closing) return position;
    const undoes = reason.kind === 'undo' && reason.of !== undefined ? { undoes: reason.of } : {};
    return { ...position, closed: lamport, ...undoes };
  });
}

/** What the chains stand on must be here, by the database or the journal, before anything comes to count. */
async function requireBasis(database: LedgerDatabase, { origins, reach }: Found): Promise<void> {
  const held = new Map(reach);
  for (const [chain, sequence] of await database.closings()) {
    held.set(chain, Math.max(held.get(chain) ?? 0, sequence));
  }
  for (const { origin } of origins) {
    for (const [chain, sequence] of Object.entries(origin.covers))
      if ((held.get(chain) ?? 0) < sequence) throw needsSnapshot();
  }
}

/**
 * How far each chain counts that a restore went back over; a later restore may have gone forward again, to the snapshot
 * the earlier one took first.
 */
function limitsOf({ origins }: Found): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const { origin } of origins.toSorted((a, b) => a.lamport - b.lamport)) {
    for (const [chain, covered] of Object.entries(origin.covers)) {
      const limit = limits.get(chain);
      if (limit !== undefined) limits.set(chain, Math.max(limit, covered));
    }
    for (const chain of origin.leaves) limits.set(chain, origin.covers[chain] ?? 0);
  }
  return limits;
}

/** Batches a restore once went back over do not come to count again. */
async function takeOver(core: StoreCore, found: Found): Promise<number> {
  const { database } = core.parts;
  const { installation } = core;
  const limits = limitsOf(found);
  const value = { ...installation, left: [...new Set([...installation.left, ...limits.keys()])] };
  // Folded anew whole, at the next start too should this one not come to it.
  const anew = { ...checkpointOf(core.state), positions: {} };
  let recovered = 0;
  const { batches, aside, blocks, meta } = database;
  await database.transaction('rw', batches, aside, blocks, meta, async () => {
    for (const keys of found.missing) {
      if (keys.some(([chain, sequence]) => sequence > (limits.get(chain) ?? sequence))) continue;
      const rows = (await aside.bulkGet([...keys])).flatMap((row) => row ?? []);
      await batches.bulkPut(rows);
      await aside.bulkDelete([...keys]);
      recovered += 1;
    }
    for (const [chain, limit] of limits) {
      const beyond = await database.entriesFrom(chain, limit + 1);
      await aside.bulkPut(beyond);
      await batches.bulkDelete(beyond.map(({ sequence, part }) => [chain, sequence, part]));
    }
    await meta.put({ key: 'installation', value });
    if (installation.standsOnSnapshot) return;
    await blocks.clear();
    await meta.put({ key: 'checkpoint', value: anew });
  });
  core.installation = value;
  return recovered;
}

/**
 * Folds the state anew, so that recovered batches count in their own place. Where the records stand on a snapshot, the
 * log alone does not give them: there the recovered batches follow the last checkpoint.
 */
async function foldAgain(core: StoreCore): Promise<void> {
  const { database, ledgers } = core.parts;
  const { standsOnSnapshot } = core.installation;
  const state = standsOnSnapshot ? await loadCheckpoint(database, ledgers, () => undefined) : new OfficeState(ledgers);
  await replayLog(database, state, (done, of) => core.progress('recover', done, of));
  takeCheckpoint(state, { ...checkpointOf(core.state), positions: {} });
  core.replaceState(state);
  await writeCheckpoint(database, state, standsOnSnapshot ? 'changed' : 'everything');
}

const needsSnapshot = () =>
  new LedgerError(
    'journal/needs-snapshot',
    '操作日志副本接在一份备份之后，仅凭日志不能还原全部记录。现有数据没有改动，日志也完整保留；请先恢复那份备份，再从日志找回。',
  );
