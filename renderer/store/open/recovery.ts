import type { JournalStretch } from '../../../shared/desktop-api.ts';
import { mergeNoteOf } from '../../../shared/exchange/merge-note.ts';
import { type Statement, type UnionInLog, unionInLog } from '../../../shared/exchange/union-in-log.ts';
import type { Entry } from '../../../shared/history/batch.ts';
import { chainLimits, type StatedOrigin } from '../../../shared/history/chain-limits.ts';
import { decodeEntry } from '../../../shared/history/encode.ts';
import { scanFrames } from '../../../shared/history/journal-frame.ts';
import { isNewerData } from '../../../shared/history/newer-data.ts';
import { noteNumber } from '../../../shared/history/numbering.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { batchFault } from '../../../shared/history/replay.ts';
import { upcastChange } from '../../../shared/history/upcast-change.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import {
  type BatchKey,
  type EntryKey,
  type LedgerDatabase,
  officesOfChains,
  type StoredEntry,
  type Union,
} from '../database.ts';
import { foldUnionAgain, hasMerged, keepFold } from '../exchange/fold-again.ts';
import { isLogWhole } from '../exchange/whole-log.ts';
import type { StoreCore } from '../store-core.ts';
import { checkpointOf, loadCheckpoint, takeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { readBatch, replayLog } from './log-reader.ts';
import { coveredBy, saveInstallation } from './opening.ts';

type ReadEntry = { readonly entry: Entry; readonly bytes: Uint8Array };

/** What the journal has to give: the missing batches, laid aside for now, and where its chains start and reach. */
type Found = {
  readonly missing: readonly (readonly EntryKey[])[];
  readonly origins: readonly StatedOrigin[];
  /** What came in packages, where anything did. */
  readonly union: UnionInLog | undefined;
  readonly reach: ReadonlyMap<string, number>;
  /** Something of the journal cannot be read, or is missing: stepped over. */
  readonly isDamaged: boolean;
};

/**
 * Brings back what the journal holds and the database lost: every whole, verified batch that is missing, word for word
 * in its own chain. They are laid aside first and come to count all in one transaction, so that a recovery that breaks
 * off leaves the records as they were. Then the records are folded from the whole log again. Returns how many came back.
 * @throws LedgerError journal/damaged where a piece of the journal is damaged or missing; all others are taken all the same.
 * @throws LedgerError journal/needs-snapshot where the log goes on from a snapshot whose batches are not here.
 */
export async function recoverFromJournal(core: StoreCore): Promise<number> {
  const { journal } = core.parts;
  if (!journal) return 0;
  const found = await layAside(core, journal);
  await requireBasis(core, found);
  const recovered = await takeOver(core, found);
  await foldAgain(core);
  await sayWhatItStandsOn(core);
  if (found.isDamaged) throw damaged();
  return recovered;
}

async function layAside(core: StoreCore, journal: NonNullable<StoreCore['parts']['journal']>): Promise<Found> {
  const { database } = core.parts;
  const missing: EntryKey[][] = [];
  const statements: Statement[] = [];
  const numbers = new Map<string, OfficeState>();
  const reach = new Map<string, number>();
  let open: ReadEntry[] = [];
  const seen = new Set<string>();
  let isDamaged = false;
  for await (const read of journalEntries(journal)) {
    if (read === 'damaged') {
      isDamaged = true;
      continue;
    }
    const { part, closing, origin, reason, chain, sequence } = read.entry.header;
    if (part === 0) open = [];
    open.push(read);
    if (!closing) continue;
    const batch = open;
    open = [];
    if (batchFault(batch.map(({ entry }) => entry)) !== undefined || seen.has(`${chain}/${sequence}`)) continue;
    seen.add(`${chain}/${sequence}`);
    if (origin || mergeNoteOf(reason)) statements.push({ ...read.entry.header, part: 0 });
    reach.set(chain, Math.max(reach.get(chain) ?? 0, sequence));
    const ofChain = numbers.get(chain) ?? new OfficeState(core.parts.ledgers);
    numbers.set(chain, ofChain);
    for (const { entry } of batch) noteNumbersIn(ofChain, entry);
    if (await isHeld(database, { chain, sequence })) continue;
    await database.aside.bulkPut(storedRows(batch));
    missing.push(batch.map(({ entry: { header } }): EntryKey => [chain, sequence, header.part]));
    core.progress('recover', missing.length, missing.length);
  }
  isDamaged ||= await hasGap(core, reach, seen);
  const union = unionInLog(statements, [...reach.keys()][0]);
  for (const [chain, given] of numbers) {
    // Another office counts its own numbers.
    if (isOwn(union, chain)) takeCheckpoint(core.state, { ...checkpointOf(given), positions: {}, lamport: 0 });
  }
  const origins = statements.flatMap(({ chain, lamport, origin }) => (origin ? [{ chain, lamport, origin }] : []));
  return { missing, origins, union, reach, isDamaged };
}

/** Whether a chain is this office's: no merge named it another's. */
const isOwn = (union: UnionInLog | undefined, chain: string): boolean =>
  !union || (union.chains[chain] ?? union.own) === union.own;

/** Whether batches lie neither in the journal nor in the database, beyond what a snapshot covers. */
async function hasGap({ state, parts }: StoreCore, reach: Found['reach'], seen: ReadonlySet<string>): Promise<boolean> {
  for (const [chain, last] of reach) {
    for (let sequence = (state.positions.get(chain)?.sequence ?? 0) + 1; sequence <= last; sequence += 1)
      if (!seen.has(`${chain}/${sequence}`) && !(await isHeld(parts.database, { chain, sequence }))) return true;
  }
  return false;
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
export async function isHeld(database: LedgerDatabase, { chain, sequence }: BatchKey): Promise<boolean> {
  const entries = readBatch(await database.entriesOf(chain, sequence));
  return typeof entries !== 'string' && batchFault(entries) === undefined;
}

/** Reads the journal chunk by chunk; a frame may reach over the end of a chunk. Says where something was unreadable. */
async function* journalEntries(
  journal: NonNullable<StoreCore['parts']['journal']>,
): AsyncGenerator<ReadEntry | 'damaged'> {
  let rest = new Uint8Array();
  for (let cursor: number | undefined = 0; cursor !== undefined; ) {
    const stretch: JournalStretch = await journal.read(cursor);
    if (stretch.damaged) yield 'damaged';
    const all = new Uint8Array(rest.length + stretch.bytes.length);
    all.set(rest);
    all.set(stretch.bytes, rest.length);
    const { frames, end, rest: remains } = scanFrames(all);
    for (const frame of frames) yield entryIn(frame.bytes);
    if (remains === 'damaged') yield 'damaged';
    rest = remains === 'damaged' ? new Uint8Array() : all.slice(end);
    cursor = stretch.next;
  }
}

/** @throws LedgerError data/newer where a later program wrote it. */
function entryIn(bytes: Uint8Array): ReadEntry | 'damaged' {
  try {
    return { entry: decodeEntry(bytes), bytes: bytes.slice() };
  } catch (thrown) {
    if (isNewerData(thrown)) throw thrown;
    return 'damaged';
  }
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

/** What the chains stand on must be here, by snapshot, database or journal, before anything comes to count. */
async function requireBasis({ parts, state }: StoreCore, found: Found): Promise<void> {
  const { origins, union, reach } = found;
  const limits = limitsIn(found);
  const held = new Map(reach);
  const positions = [...state.positions].map(([chain, { sequence }]) => [chain, sequence] as const);
  for (const [chain, sequence] of [...(await parts.database.closings()), ...positions]) {
    held.set(chain, Math.max(held.get(chain) ?? 0, sequence));
  }
  for (const { chain: stating, origin } of origins) {
    // What another office, or another PC of this one, stood on need not have come along with it.
    if (!isOwn(union, stating) || union?.came.has(stating)) continue;
    // Nor does it matter what a chain stood on that a restore went back over from its first batch on.
    if (limits.get(stating) === 0) continue;
    for (const [chain, sequence] of Object.entries(origin.covers))
      if ((held.get(chain) ?? 0) < sequence) throw needsSnapshot();
  }
}

/** How far chains count that a restore went back over, and those of other offices that a merge was taken back of. */
function limitsIn({ origins, union, reach }: Found): ReadonlyMap<string, number> {
  const officeOf = (chain: string) => union && (union.chains[chain] ?? union.own);
  // What another PC of this office went back over still counts here, as it did when that was merged.
  const stating = origins.filter(({ chain }) => !isOwn(union, chain) || !union?.came.has(chain));
  const limits = new Map(chainLimits(stating, officeOf));
  for (const [chain, merged] of union?.reach ?? [])
    if (merged < (reach.get(chain) ?? 0)) limits.set(chain, Math.min(merged, limits.get(chain) ?? merged));
  return limits;
}

/** Batches a restore once went back over do not come to count again. */
async function takeOver(core: StoreCore, found: Found): Promise<number> {
  const { database } = core.parts;
  const { installation } = core;
  const limits = limitsIn(found);
  const value = { ...installation, left: [...new Set([...installation.left, ...limits.keys()])] };
  // Folded anew whole, at the next start too should this one not come to it.
  const anew = { ...checkpointOf(core.state), positions: {} };
  const union = unionOf(core, found);
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
    await meta.bulkPut([
      { key: 'installation', value },
      { key: 'union', value: union },
    ]);
    if (installation.standsOnSnapshot) return;
    await blocks.clear();
    await meta.put({ key: 'checkpoint', value: anew });
  });
  core.installation = value;
  core.union = union;
  return recovered;
}

/**
 * Folds the state anew, so that recovered batches count in their own place. Where the records stand on a snapshot, the
 * log alone does not give them: there the recovered batches follow the last checkpoint.
 */
async function foldAgain(core: StoreCore): Promise<void> {
  const { database, ledgers } = core.parts;
  const { standsOnSnapshot } = core.installation;
  if (hasMerged(core) && (!standsOnSnapshot || (await isLogWhole(core)))) {
    await foldUnionAgain(core, 'recover');
    return keepFold(core);
  }
  const state = standsOnSnapshot
    ? await loadCheckpoint(database, ledgers, () => undefined)
    : new OfficeState(ledgers, officesOfChains(core.union));
  await replayLog(database, state, (done, of) => core.progress('recover', done, of));
  takeCheckpoint(state, { ...checkpointOf(core.state), positions: {} });
  core.replaceState(state);
  await writeCheckpoint(database, state, standsOnSnapshot ? 'changed' : 'everything');
}

/** The merges themselves are history then: none of them can be taken back as a whole any more. */
const unionOf = (core: StoreCore, { union }: Found): Union =>
  union ? { ...core.union, own: union.own, chains: union.chains, offices: union.offices } : core.union;

/** A new chain states what it goes on from, so that whoever merges it knows what its writer had before him. */
async function sayWhatItStandsOn(core: StoreCore): Promise<void> {
  const { installation, state } = core;
  if (installation.origin || state.positions.has(installation.chain) || state.positions.size === 0) return;
  await saveInstallation(core, { ...installation, origin: { covers: coveredBy(core), leaves: [] } });
}

const damaged = () =>
  new LedgerError(
    'journal/damaged',
    '操作日志副本有一段已损坏或缺失，那一段里的改动没有取回；其余改动都已取回。请保留数据目录，并用备份核对。',
  );

export const needsSnapshot = () =>
  new LedgerError(
    'journal/needs-snapshot',
    '操作日志副本接在一份备份之后，仅凭日志不能还原全部记录。现有数据没有改动，日志也完整保留；请先恢复那份备份，再从日志找回。',
  );
