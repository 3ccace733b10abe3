import { Dexie } from 'dexie';
import { contentsLine, readContents } from '../../../shared/backup/snapshot-contents.ts';
import { type OpenedSnapshot, openSnapshot, snapshotInfo } from '../../../shared/backup/snapshot-file.ts';
import type { SnapshotInfo, SnapshotManifest, SnapshotReason } from '../../../shared/desktop-api.ts';
import type { OfficeOfChain } from '../../../shared/exchange/office.ts';
import { encodeBlock } from '../../../shared/history/blocks.ts';
import { hashOf } from '../../../shared/history/chain.ts';
import { encodeBatch } from '../../../shared/history/encode.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { MEGABYTE } from '../../../shared/kit/bytes.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { minuteWords } from '../../../shared/kit/moment-words.ts';
import {
  type Checkpoint,
  type EntryKey,
  type Installation,
  type LedgerDatabase,
  officesOfChains,
  type StoredEntry,
  type Union,
} from '../database.ts';
import { attachmentHashes } from '../services/attached-files.ts';
import { Pace } from '../slices.ts';
import type { StoreCore, StoreParts } from '../store-core.ts';
import { requireSpace } from '../write/free-space.ts';
import type { JournalRelay } from '../write/journal-relay.ts';
import { finishPurges } from '../write/purge.ts';
import { type PurgedBeyond, purgedAgain, purgedBeyond } from '../write/purge-again.ts';
import { storedEntry } from '../write/store-batch.ts';
import { checkpointOf, dirtyBlocks, loadBlock, takeCheckpoint } from './checkpoint.ts';
import { officeName } from './office-name.ts';

const CHUNK = MEGABYTE;

/**
 * Packs every ledger's blocks and hands them to the shell, which reads the file back, counts it and names it.
 * @throws LedgerError where the shell could not write or verify; nothing is changed then.
 */
export async function takeSnapshot(core: StoreCore, reason: SnapshotReason): Promise<SnapshotInfo> {
  const { snapshots, version, now, database, onSnapshot } = core.parts;
  if (!snapshots) throw new LedgerError('snapshot/none', '这里不能备份，数据不受影响。');
  const { state } = core;
  const { lamport } = state;
  const blocks = await packedBlocks(state);
  const manifest: SnapshotManifest = {
    format: 1,
    at: now(),
    office: officeName(state),
    counts: Object.fromEntries([...state.tables()].map(([ledger, { records }]) => [ledger, records.size])),
    version,
    reason,
    covers: Object.fromEntries(state.positions),
    hashes: attachmentHashes(state),
  };
  await snapshots.begin(manifest);
  await snapshots.write(contentsLine(checkpointOf(state), blocks));
  for (const [index, { bytes }] of blocks.entries()) {
    for (let at = 0; at < bytes.length; at += CHUNK) await snapshots.write(bytes.slice(at, at + CHUNK));
    core.progress('snapshot', index + 1, blocks.length);
  }
  const info = await snapshots.finish();
  // The file is whole whatever the database says now: from one that was let go of it may be the last.
  await database.meta.put({ key: 'lastSnapshot', value: info.at, lamport }).catch(() => undefined);
  onSnapshot?.();
  return info;
}

async function packedBlocks(state: OfficeState) {
  const pace = new Pace();
  const packed: { readonly ledger: string; readonly bytes: Uint8Array }[] = [];
  for (const [ledger, table] of state.tables()) {
    for (let block = 0; block < table.blocks.count; block += 1) {
      packed.push({ ledger, bytes: encodeBlock(table.blocks, block, state.ledger(ledger)?.version ?? 0, table) });
      await pace.rest();
    }
  }
  return packed;
}

/** A snapshot to go back to: one in the folder, or a file the clerk brought. */
export type SnapshotSource = { readonly id: string } | { readonly file: Uint8Array };

export type ReadSnapshot = Pick<OpenedSnapshot, 'manifest' | 'bytes'> & { readonly info: SnapshotInfo };

/**
 * Reads a whole snapshot, verified.
 * @throws LedgerError naming what is wrong with it; nothing is changed.
 */
export async function readSnapshot(snapshots: StoreParts['snapshots'], source: SnapshotSource): Promise<ReadSnapshot> {
  if ('file' in source) {
    const { manifest, bytes, sha256 } = openSnapshot(source.file, hashOf);
    return { manifest, bytes, info: snapshotInfo('', source.file.length, sha256, manifest) };
  }
  const info = (await snapshots?.list())?.snapshots.find(({ id }) => id === source.id);
  if (!info || !snapshots) throw new LedgerError('snapshot/unknown', '找不到这份备份。当前数据不受影响，请重新选择。');
  return { ...(await snapshots.read(source.id)), info };
}

/**
 * Goes back to a snapshot, after a snapshot of the present. The records, the log position and the new chain change in
 * one transaction; batches after the covered position are set aside and stay in the journal. The new chain's first
 * entry links to the snapshot's hash and says in the log that a restore took place. What was purged since is purged again
 * in that transaction, too.
 */
export async function restoreSnapshot(core: StoreCore, journal: JournalRelay, source: SnapshotSource): Promise<void> {
  if (!(await journal.retry())) {
    throw new LedgerError('journal/behind', '副本未写：请先让副本写全再恢复备份。当前数据不受影响，请检查磁盘。');
  }
  await requireSpace(core.parts, '没有恢复备份');
  const snapshot = await readSnapshot(core.parts.snapshots, source);
  const state = await stateIn(snapshot, core.parts.ledgers, officesOfChains(core.union));
  if (core.state.positions.size > 0) await takeSnapshot(core, 'restore');
  const { covers } = snapshot.manifest;
  const purged = await purgedBeyond(core, covers);
  const isOwn = Object.keys(covers).some((chain) => core.knows(chain));
  const batches = await replaceOffice(core, state, snapshot, { isOwn, purged });
  const { chain } = core.installation;
  for (const [index, entries] of batches.entries()) await journal.append({ chain, sequence: index + 1 }, entries);
  // The office is restored whatever the journal says: what is noted is finished at the next start, or told of.
  await finishPurges(core).catch(() => undefined);
}

/** The records of a snapshot, counted against what it says it holds. */
export async function stateIn(
  { manifest, bytes }: ReadSnapshot,
  ledgers: readonly Ledger[],
  offices: OfficeOfChain,
): Promise<OfficeState> {
  const state = new OfficeState(ledgers, offices);
  const { checkpoint, blocks } = readContents(bytes);
  const pace = new Pace();
  for (const block of blocks) {
    loadBlock(state, block);
    await pace.rest();
  }
  // Written by `checkpointOf`, and sealed by the file's hash since.
  takeCheckpoint(state, checkpoint as Checkpoint);
  for (const [ledger, count] of Object.entries(manifest.counts)) {
    if (state.table(ledger).records.size === count) continue;
    throw new LedgerError('snapshot/damaged', '这份备份的记录数与所写不符，没有恢复。当前数据不受影响，请选用另一份。');
  }
  return state;
}

type GoingBack = { readonly isOwn: boolean; readonly leaves?: readonly string[]; readonly purged?: PurgedBeyond };

/**
 * Puts the records of a snapshot in the place of the present ones, in a new chain. `leaves` names chains that count no
 * further than the snapshot covers, beside those whose batches lie here; a snapshot that is not this PC's own asks for
 * the series letter; `purged` is purged again. Answers with the batches of the new chain.
 */
export async function replaceOffice(
  core: StoreCore,
  state: OfficeState,
  { manifest: { covers }, info }: ReadSnapshot,
  { isOwn, leaves = [], purged = new Map() }: GoingBack,
): Promise<readonly (readonly StoredEntry[])[]> {
  const { database } = core.parts;
  const beyond = await entriesBeyond(core, covers);
  const left = [...new Set([core.installation.chain, ...beyond.map(({ chain }) => chain), ...leaves])];
  const origin = {
    covers: Object.fromEntries(Object.entries(covers).map(([chain, { sequence }]) => [chain, sequence])),
    // What came in packages another PC writes on: it is here that it counts no further.
    leaves: left.filter((chain) => !(chain in core.union.chains)),
  };
  const installation: Installation = core.newChain({
    ...core.installation,
    previous: info.sha256,
    left: [...new Set([...core.installation.left, ...left])],
    standsOnSnapshot: true,
    origin,
    ...(isOwn ? {} : { asksSeries: true }),
  });
  // Numbers given since the snapshot stand on paper somewhere and are not given again.
  takeCheckpoint(state, { ...checkpointOf(core.state), positions: {} });
  const restored = restoreBatch(core, state, installation, info);
  const again = await purgedAgain(core, { state, installation }, purged);
  const written = again ? [restored, again.entries] : [restored];
  const union = unionWithin(core.union, covers);
  for (const [, table] of state.tables()) table.blocks.markAll();
  const blocks = await dirtyBlocks(state);
  const tables = [database.batches, database.aside, database.blocks, database.meta];
  await database.transaction('rw', tables, async () => {
    await bringBack(database, covers);
    await database.aside.bulkPut(beyond);
    await database.batches.bulkDelete(beyond.map(({ chain, sequence, part }) => [chain, sequence, part]));
    await database.batches.bulkAdd(written.flat());
    await database.blocks.clear();
    await database.blocks.bulkAdd(blocks);
    await database.meta.bulkPut([
      { key: 'installation', value: installation },
      { key: 'checkpoint', value: checkpointOf(state) },
      { key: 'union', value: union },
      ...(again ? [again.note] : []),
    ]);
  });
  for (const { ledger, block } of blocks) state.table(ledger).blocks.markClean([block]);
  core.installation = installation;
  core.union = union;
  core.replaceState(state);
  return written;
}

/** Merges that the snapshot does not hold are gone back over with everything else. */
function unionWithin(union: Union, covers: SnapshotManifest['covers']): Union {
  const isHeld = ({ after }: Union['merges'][number]) =>
    Object.entries(after).every(([chain, to]) => (covers[chain]?.sequence ?? 0) >= to);
  return { ...union, merges: union.merges.map((merge) => ({ ...merge, undone: merge.undone || !isHeld(merge) })) };
}

/** Batches an earlier restore went back over and this one goes forward to again: they count and are history. */
async function bringBack(database: LedgerDatabase, covers: SnapshotManifest['covers']): Promise<void> {
  for (const [chain, { sequence }] of Object.entries(covers)) {
    const held = await database.aside
      .where('[chain+sequence+part]')
      .between([chain, Dexie.minKey, Dexie.minKey], [chain, sequence, Dexie.maxKey])
      .toArray();
    const lastParts = new Map(held.flatMap((one) => (one.closed === undefined ? [] : [[one.sequence, one.part]])));
    const whole = held.filter((one) => one.part <= (lastParts.get(one.sequence) ?? -1));
    const keys = whole.map((one): EntryKey => [chain, one.sequence, one.part]);
    const known = await database.batches.bulkGet(keys);
    await database.batches.bulkAdd(whole.filter((_, index) => known[index] === undefined));
    await database.aside.bulkDelete(keys);
  }
}

async function entriesBeyond(core: StoreCore, covers: SnapshotManifest['covers']): Promise<StoredEntry[]> {
  const chains = new Set((await core.parts.database.closings()).map(([chain]) => chain));
  const beyond = await Promise.all(
    [...chains].map((chain) => core.parts.database.entriesFrom(chain, (covers[chain]?.sequence ?? 0) + 1)),
  );
  return beyond.flat();
}

/** The batch without changes by which the new chain says what it stands on; counted into the state at once. */
function restoreBatch(
  core: StoreCore,
  state: OfficeState,
  { chain, previous, origin }: Installation,
  info: SnapshotInfo,
): StoredEntry[] {
  const lamport = state.lamport + 1;
  const reason = {
    kind: 'restore',
    text: `恢复 ${minuteWords(info.at)} 的备份`,
    of: info.sha256,
  } as const;
  const at = core.parts.now();
  const frame = { chain, sequence: 1, lamport, previous, operator: core.operator, at, reason, versions: {} };
  const entries = encodeBatch({ frame: { ...frame, ...(origin ? { origin } : {}) }, changes: [], salts: () => '' });
  const closing = entries.at(-1);
  if (closing) state.finishBatch({ chain, sequence: 1, lamport, ledgers: [] }, closing.hash);
  return entries.map((entry) => storedEntry(entry));
}
