import { Dexie } from 'dexie';
import type { SnapshotInfo, SnapshotManifest } from '../../shared/desktop-api.ts';
import { encodeBlock } from '../../shared/history/blocks.ts';
import { childRows } from '../../shared/history/child-rows.ts';
import { encodeBatch } from '../../shared/history/encode.ts';
import { OfficeState } from '../../shared/history/office-state.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { FieldSpecs } from '../../shared/kit/fields.ts';
import type { Values } from '../../shared/kit/values.ts';
import { checkpointOf, dirtyBlocks, loadBlock, takeCheckpoint } from './checkpoint.ts';
import { storedEntry } from './commit.ts';
import type { Checkpoint, EntryKey, Installation, LedgerDatabase, StoredEntry } from './database.ts';
import type { JournalRelay } from './journal-relay.ts';
import { officeName } from './office-name.ts';
import { Pace } from './slices.ts';
import type { StoreCore } from './store-core.ts';

const CHUNK = 1024 * 1024;
const LINE_FEED = 10;

/** First line of a snapshot's bytes: what the blocks after it are. */
type Contents = {
  readonly checkpoint: Checkpoint;
  readonly blocks: readonly { readonly ledger: string; readonly length: number }[];
};

/**
 * Packs every ledger's blocks and hands them to the shell, which reads the file back and verifies it before naming it.
 * @throws LedgerError where the shell could not write or verify; nothing is changed then.
 */
export async function takeSnapshot(core: StoreCore): Promise<SnapshotInfo> {
  const { snapshots, version, now } = core.parts;
  if (!snapshots) throw new LedgerError('snapshot/browser', '浏览器中不能备份到文件夹，数据不受影响。请使用桌面版。');
  const { state } = core;
  const pace = new Pace();
  const packed: { readonly ledger: string; readonly bytes: Uint8Array }[] = [];
  for (const [ledger, table] of state.tables()) {
    for (let block = 0; block < table.blocks.count; block += 1) {
      packed.push({ ledger, bytes: encodeBlock(table.blocks, block, state.ledger(ledger)?.version ?? 0, table) });
      await pace.rest();
    }
  }
  const manifest: SnapshotManifest = {
    format: 1,
    at: now(),
    office: officeName(state),
    counts: Object.fromEntries([...state.tables()].map(([ledger, { records }]) => [ledger, records.size])),
    version,
    covers: Object.fromEntries(state.positions),
    hashes: attachmentHashes(state),
  };
  const blocks = packed.map(({ ledger, bytes }) => ({ ledger, length: bytes.length }));
  const contents: Contents = { checkpoint: checkpointOf(state), blocks };
  await snapshots.begin(manifest);
  await snapshots.write(new TextEncoder().encode(`${JSON.stringify(contents)}\n`));
  for (const [index, { bytes }] of packed.entries()) {
    for (let at = 0; at < bytes.length; at += CHUNK) await snapshots.write(bytes.slice(at, at + CHUNK));
    core.progress('snapshot', index + 1, packed.length);
  }
  const info = await snapshots.finish();
  await core.parts.database.meta.put({ key: 'lastSnapshot', value: info.at });
  return info;
}

/** SHA-256 names of every attachment that a record, deleted ones too, or a child row of it still names. */
function attachmentHashes(state: OfficeState): string[] {
  const hashes = new Set<string>();
  for (const { id, fields } of state.ledgers) {
    const { records, deleted } = state.table(id);
    for (const { values } of [...records.values(), ...deleted.values()]) gatherHashes(fields, values, hashes);
  }
  return [...hashes].sort();
}

function gatherHashes(fields: FieldSpecs, values: Values, hashes: Set<string>): void {
  for (const [fieldId, { kind, childFields }] of Object.entries(fields)) {
    const value = values[fieldId];
    if (!Array.isArray(value)) continue;
    if (childFields) for (const row of childRows(value)) gatherHashes(childFields, row, hashes);
    else if (kind === 'attachments') for (const file of value) if ('hash' in Object(file)) hashes.add(file.hash);
  }
}

/**
 * Goes back to a snapshot, after a snapshot of the present. The records, the log position and the new chain change in
 * one transaction; batches after the covered position are set aside and stay in the journal. The new chain's first
 * entry links to the snapshot's hash and says in the log that a restore took place.
 */
export async function restoreSnapshot(core: StoreCore, journal: JournalRelay, id: string): Promise<void> {
  const { snapshots, ledgers } = core.parts;
  if (!snapshots) throw new LedgerError('snapshot/browser', '浏览器中没有备份可供恢复，数据不受影响。请使用桌面版。');
  if (!(await journal.retry())) {
    throw new LedgerError('journal/behind', '副本未写：请先让副本写全再恢复备份。当前数据不受影响，请检查磁盘。');
  }
  const info = (await snapshots.list()).find((one) => one.id === id);
  if (!info) throw new LedgerError('snapshot/unknown', '找不到这份备份。当前数据不受影响，请重新选择。');
  const { manifest, bytes } = await snapshots.read(id);
  const state = new OfficeState(ledgers);
  await unpack(bytes, manifest, state);
  await takeSnapshot(core);
  // Numbers given since the snapshot stand on paper somewhere and are not given again.
  const present = checkpointOf(core.state);
  takeCheckpoint(state, { ...present, positions: {} });
  await replaceOffice(core, journal, state, manifest, info);
}

async function unpack(bytes: Uint8Array, manifest: SnapshotManifest, state: OfficeState): Promise<void> {
  const headEnd = bytes.indexOf(LINE_FEED);
  const contents: Contents = JSON.parse(new TextDecoder().decode(bytes.subarray(0, headEnd)));
  const pace = new Pace();
  let at = headEnd + 1;
  for (const { ledger, length } of contents.blocks) {
    loadBlock(state, { ledger, bytes: bytes.subarray(at, at + length) });
    at += length;
    await pace.rest();
  }
  takeCheckpoint(state, contents.checkpoint);
  for (const [ledger, count] of Object.entries(manifest.counts)) {
    if (state.table(ledger).records.size === count) continue;
    throw new LedgerError('snapshot/damaged', '这份备份的记录数与所写不符，没有恢复。当前数据不受影响，请选用另一份。');
  }
}

async function replaceOffice(
  core: StoreCore,
  journal: JournalRelay,
  state: OfficeState,
  { covers }: SnapshotManifest,
  info: SnapshotInfo,
): Promise<void> {
  const { database } = core.parts;
  const beyond = await entriesBeyond(core, covers);
  const leaves = [...new Set([core.installation.chain, ...beyond.map(({ chain }) => chain)])];
  const origin = {
    covers: Object.fromEntries(Object.entries(covers).map(([chain, { sequence }]) => [chain, sequence])),
    leaves,
  };
  const installation: Installation = core.newChain({
    ...core.installation,
    previous: info.sha256,
    left: [...new Set([...core.installation.left, ...leaves])],
    standsOnSnapshot: true,
    origin,
  });
  const entries = restoreBatch(core, state, installation, info);
  for (const [, table] of state.tables()) table.blocks.markAll();
  const blocks = await dirtyBlocks(state);
  const tables = [database.batches, database.aside, database.blocks, database.meta];
  await database.transaction('rw', tables, async () => {
    await bringBack(database, covers);
    await database.aside.bulkPut(beyond);
    await database.batches.bulkDelete(beyond.map(({ chain, sequence, part }) => [chain, sequence, part]));
    await database.batches.bulkAdd(entries);
    await database.blocks.clear();
    await database.blocks.bulkAdd(blocks);
    await database.meta.bulkPut([
      { key: 'installation', value: installation },
      { key: 'checkpoint', value: checkpointOf(state) },
    ]);
  });
  for (const { ledger, block } of blocks) state.table(ledger).blocks.markClean([block]);
  core.installation = installation;
  core.replaceState(state);
  await journal.append({ chain: installation.chain, sequence: 1 }, entries);
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
    text: `恢复 ${info.at.slice(0, 16).replace('T', ' ')} 的备份`,
    of: info.sha256,
  } as const;
  const at = core.parts.now();
  const frame = { chain, sequence: 1, lamport, previous, operator: core.operator, at, reason, versions: {} };
  const entries = encodeBatch({ frame: { ...frame, ...(origin ? { origin } : {}) }, changes: [], salts: () => '' });
  const closing = entries.at(-1);
  if (closing) state.finishBatch({ chain, sequence: 1, lamport, ledgers: [] }, closing.hash);
  return entries.map((entry, index) => storedEntry(entry, index === entries.length - 1));
}
