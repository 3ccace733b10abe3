import { recordsOf } from '../../../shared/backup/retention.ts';
import type { DataNote, JournalTail, SnapshotInfo } from '../../../shared/desktop-api.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { minuteWords } from '../../../shared/kit/moment-words.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import type { BatchKey } from '../database.ts';
import { LedgerStore } from '../ledger-store.ts';
import { requireSpace } from '../write/free-space.ts';
import { type ReadSnapshot, readSnapshot, type SnapshotSource } from './office-snapshot.ts';
import { cannotOpen, databaseNames, nextDatabaseName } from './open-database.ts';
import {
  journalChains,
  partsOn,
  startEmpty,
  startFromPresent,
  startFromSnapshot,
  type Workbench,
} from './rebuild-start.ts';
import { isHeld } from './recovery.ts';

/**
 * What the records are made from anew. `latest`: everything the copies on the disk hold, the best of them first;
 * `snapshot`: one snapshot, with or without the batches the journal holds beyond it; `nothing`: an empty office.
 */
export type RebuildSource =
  | { readonly kind: 'latest' }
  | { readonly kind: 'snapshot'; readonly from: SnapshotSource; readonly withJournal: boolean }
  | { readonly kind: 'nothing' };

/** A database that was made, verified, and is not yet the one in use. */
export type Rebuilt = {
  readonly database: string;
  readonly office: string;
  readonly counts: { readonly [ledger: string]: number };
  /** Batches that came from the journal. */
  readonly batches: number;
  /** The snapshot the records stand on. */
  readonly snapshot?: SnapshotInfo;
  /** What the clerk must know of it, in sentences. */
  readonly said: readonly string[];
};

/** What a database must hold when it is read back, and what it was made from. */
type Made = {
  readonly counts: Rebuilt['counts'];
  readonly batches: number;
  readonly snapshot?: SnapshotInfo;
  readonly said: readonly string[];
};

/**
 * Makes the records anew in a database of their own, reads it back and verifies it. What is there now, database,
 * journal and snapshots, is not touched.
 * @throws LedgerError where that cannot be done; nothing is left of the attempt.
 */
export async function rebuild(bench: Workbench, source: RebuildSource): Promise<Rebuilt> {
  // An empty office takes none.
  if (source.kind !== 'nothing') await requireSpace(bench.parts, '没有恢复');
  const name = nextDatabaseName(await databaseNames(bench.names), bench.note);
  try {
    const made = await make(bench, name, source);
    const { office, said } = await verified(bench, name, made.counts);
    const fewer = source.kind === 'latest' ? fewerThanNoted(made.counts, bench.note) : [];
    return { ...made, database: name, office, said: [...new Set([...made.said, ...said, ...fewer])] };
  } catch (thrown) {
    await wipe(bench, name).catch(() => undefined);
    throw cannotOpen(thrown);
  }
}

async function make(bench: Workbench, name: string, source: RebuildSource): Promise<Made> {
  if (source.kind === 'latest') return fromTheBest(bench, name);
  if (source.kind === 'nothing') {
    await startEmpty(bench, name, await journalChains(bench));
    return { counts: {}, batches: 0, said: [] };
  }
  return fromSnapshot(bench, name, await readSnapshot(bench.parts.snapshots, source.from), source.withJournal);
}

/** What no copy can tell by itself: that all of them end too early. */
function fewerThanNoted(counts: Made['counts'], note: DataNote | undefined): readonly string[] {
  const found = recordsOf({ counts });
  if (!note || found >= note.records) return [];
  const [had, has] = [note.records, found].map(countWords);
  return [`恢复出 ${has} 条，比上次记下的 ${had} 条少。请核对最近登记的记录。`];
}

const wipe = ({ make }: Workbench, name: string): Promise<void> => make(name).delete();

/** The present records and what the journal has beyond them, or the journal alone; else the newest whole snapshot. */
async function fromTheBest(bench: Workbench, name: string): Promise<Made> {
  const { journal } = bench.parts;
  const tail = (await journal?.tail())?.entries ?? [];
  if (!bench.present && tail.length === 0) return fromNewest(bench, name, nothingFound());
  try {
    const made = await fromJournal(bench, name, 'whole');
    if (await reachesSnapshots(bench, tail)) return made;
    throw cutShort();
  } catch (thrown) {
    if (!isOfJournal(thrown)) throw thrown;
    try {
      return await fromNewest(bench, name, thrown);
    } catch (again) {
      if (again !== thrown || !isDamage(thrown)) throw again;
    }
    // No snapshot to stand on: what can be read of the journal is all there is.
    await wipe(bench, name);
    return fromJournal(bench, name, 'what can be read');
  }
}

/** The newest snapshot that is whole, and the journal beyond it; `otherwise` is thrown where there is none. */
async function fromNewest(bench: Workbench, name: string, otherwise: unknown): Promise<Made> {
  const { snapshots } = bench.parts;
  const said: string[] = isDamage(otherwise) ? [otherwise.message] : [];
  const listed = await snapshots?.list();
  if (listed && listed.unread.length > 0) said.push(unreadWords(listed.unread));
  for (const { id, at } of listed?.snapshots ?? []) {
    await wipe(bench, name);
    try {
      const made = await fromSnapshot(bench, name, await readSnapshot(snapshots, { id }), true);
      return saying(said, made);
    } catch (thrown) {
      // The journal goes on from another one: an older snapshot may be it.
      if (isOfJournal(thrown)) continue;
      if (!(thrown instanceof LedgerError) || !thrown.code.startsWith('snapshot/')) throw thrown;
      said.push(`${minuteWords(at)} 的备份已损坏，改用了更早的一份。`);
    }
  }
  throw otherwise;
}

const saying = (said: readonly string[], made: Made): Made => ({ ...made, said: [...said, ...made.said] });

const unreadWords = (names: readonly string[]): string =>
  `有 ${names.length} 份备份现在读不出来，没有用上（可能被其他程序占用或已损坏，文件没有改动）：${names.join('、')}。`;

/** A journal cut short looks like a shorter one: only a snapshot that covers more tells. */
async function reachesSnapshots({ parts: { snapshots }, present }: Workbench, tail: JournalTail['entries']) {
  const reach = new Map(tail.map(({ chain, sequence }) => [chain, sequence]));
  for (const [chain, sequence] of (await present?.closings()) ?? [])
    reach.set(chain, Math.max(reach.get(chain) ?? 0, sequence));
  for (const { id } of (await snapshots?.list())?.snapshots ?? []) {
    const covers = await readSnapshot(snapshots, { id }).then(
      ({ manifest }) => Object.entries(manifest.covers),
      () => undefined,
    );
    if (covers) return covers.every(([chain, { sequence }]) => (reach.get(chain) ?? 0) >= sequence);
  }
  return true;
}

const cutShort = () =>
  new LedgerError('journal/damaged', '操作日志副本比备份还短，后面一段已丢失；备份里的记录都已取回。请抽查核对。');

const nothingFound = () =>
  new LedgerError('rebuild/nothing', '这台电脑上没有找到日志副本和备份，没有改动任何内容。可以从文件选择备份。');

const isDamage = (thrown: unknown): thrown is LedgerError =>
  thrown instanceof LedgerError && thrown.code === 'journal/damaged';

const isOfJournal = (thrown: unknown): boolean =>
  isDamage(thrown) || (thrown instanceof LedgerError && thrown.code === 'journal/needs-snapshot');

async function fromJournal(bench: Workbench, name: string, how: 'whole' | 'what can be read'): Promise<Made> {
  const { present } = bench;
  if (!present) {
    await startEmpty(bench, name, []);
    return takeJournal(bench, name, how);
  }
  const { batches, records, said } = await startFromPresent(bench, present, name);
  const made = await takeJournal(bench, name, how);
  const lost = await lostOf(bench, name, batches);
  if (lost.length === 0) return saying([...filledWords(batches), ...said], made);
  if (!records) {
    await wipe(bench, name);
    const again = await startFromPresent(bench, present, name, lost);
    return saying([keptWords(lost), ...again.said], await takeJournal(bench, name, how));
  }
  if (how === 'whole') throw lostInBoth();
  return saying([lostInBoth().message, ...said], made);
}

/** Those of some batches that are not whole in the made database, because the journal has them no more. */
async function lostOf({ make }: Workbench, name: string, batches: readonly BatchKey[]): Promise<readonly BatchKey[]> {
  const database = make(name);
  try {
    const lost: BatchKey[] = [];
    for (const batch of batches) if (!(await isHeld(database, batch))) lost.push(batch);
    return lost;
  } finally {
    database.close();
  }
}

const filledWords = ({ length }: readonly BatchKey[]): readonly string[] =>
  length === 0 ? [] : [`现有数据库里有 ${length} 步操作记录读不出来，已由日志副本补上。`];

const keptWords = ({ length }: readonly BatchKey[]): string =>
  `有 ${length} 步操作记录在数据库和日志副本里都读不出来：台账按最近存好的样子保留，那几步的修改历史没有了；其中刚刚做的，改动也可能没有。请抽查最近的记录。`;

const lostInBoth = () =>
  new LedgerError(
    'journal/damaged',
    '有几步操作记录在数据库和日志副本里都读不出来，那几步的改动没有取回。请用备份核对。',
  );

async function fromSnapshot(
  bench: Workbench,
  name: string,
  snapshot: ReadSnapshot,
  withJournal: boolean,
): Promise<Made> {
  const said = await startFromSnapshot(bench, name, snapshot, withJournal);
  const { info } = snapshot;
  if (!withJournal) return { counts: info.counts, batches: 0, snapshot: info, said };
  return { ...saying(said, await takeJournal(bench, name, 'what can be read')), snapshot: info };
}

/** Takes over what the journal holds beyond the database. */
async function takeJournal(bench: Workbench, name: string, how: 'whole' | 'what can be read'): Promise<Made> {
  const parts = partsOn(bench, name);
  try {
    const store = await LedgerStore.open(parts, bench.onEvent);
    const said: string[] = [];
    const batches = await store.recoverFromJournal().catch((thrown) => {
      if (how === 'whole' || !isDamage(thrown)) throw thrown;
      said.push(thrown.message);
      return parts.database.closings().then(({ length }) => length);
    });
    return { counts: (await store.status()).counts, batches, said };
  } finally {
    parts.database.close();
  }
}

/** Opens the made database as the next start will, and looks at everything in it. */
async function verified(bench: Workbench, name: string, expected: Rebuilt['counts']) {
  const parts = partsOn(bench, name);
  try {
    const store = await LedgerStore.open(parts, bench.onEvent);
    const { office, counts, damaged } = await store.status();
    for (const [ledger, count] of Object.entries(expected))
      if ((counts[ledger] ?? 0) !== count)
        throw new LedgerError('rebuild/not-verified', '重建后核对不一致，已放弃，没有改动任何内容。请换一个来源再试。');
    const { broken } = await store.verify();
    const said: string[] = [];
    if (damaged > 0) said.push(`有 ${damaged} 批改动在两份副本里都已损坏，没有计入。`);
    else if (broken) said.push('操作记录有一段缺失或损坏。记录已按能读到的内容恢复，请抽查核对。');
    return { office, said };
  } finally {
    parts.database.close();
  }
}

/** Puts a made database in the place of the present one, which is kept. The next start opens it. */
export async function adopt(
  { parts, make, note }: Workbench,
  made: Rebuilt,
  writeNote: (note: DataNote) => Promise<void>,
) {
  const database = make(made.database);
  const installation = await database.installation();
  await database.meta.put({ key: 'standing', value: 'ready' });
  database.close();
  const { office, counts } = made;
  const at = parts.now();
  const old = note && { database: note.database, office: note.office, records: note.records, leftAt: at };
  await writeNote({
    format: 1,
    database: made.database,
    office,
    records: recordsOf({ counts }),
    version: parts.version,
    at,
    series: installation?.series ?? '',
    folder: installation?.folder ?? note?.folder ?? '',
    left: [...(note?.left ?? []), ...(old ? [old] : [])],
  });
}

/** Takes back a made database that is not to be used. */
export async function discard({ make }: Workbench, made: Rebuilt): Promise<void> {
  const database = make(made.database);
  const standing = await database.standing();
  database.close();
  if (standing === 'building') await make(made.database).delete();
}
