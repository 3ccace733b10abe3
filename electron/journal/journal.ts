import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DesktopApi, JournalStretch } from '../../shared/desktop-api.ts';
import { nextFrameStart, scanFrames } from '../../shared/history/journal-frame.ts';
import { MEGABYTE } from '../../shared/kit/bytes.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { flushFolder, systemCode, writeDurably } from '../disk/durable-file.ts';
import { folderId } from '../disk/folder-id.ts';
import { serially } from '../disk/serially.ts';
import { sha256 } from '../disk/sha256.ts';
import { gatherBatches, type JournalEntry, positionKey, readEntry, type Tails } from './journal-entries.ts';
import { purgeFiles } from './journal-purge.ts';
import {
  asideName,
  CURRENT,
  closeSegment,
  listSegments,
  readBatches,
  type Segment,
  writeIndex,
} from './journal-segments.ts';

/** The open segment is closed once it passes this. */
const SEGMENT_LIMIT = 16 * MEGABYTE;
/** About what one answer of `read` carries; a single larger frame comes whole. */
const READ_SIZE = MEGABYTE;

export type Journal = DesktopApi['journal'] & { readonly close: () => Promise<void> };

/** The journal as it lies on the disk: whole batches only, up to `size` of the open segment. */
type Opened = {
  readonly file: FileHandle;
  readonly segments: readonly Segment[];
  readonly tails: Tails;
  /** Entries of the open segment. */
  readonly entries: ReadonlyMap<string, string>;
  readonly size: number;
  readonly id: string;
  /** What was set aside as torn: read last, when records are sought that lie nowhere else. */
  readonly aside: readonly { readonly name: string; readonly bytes: number }[];
};

/** An append under way: what has been written after `size` and counts only once the last chunk is flushed. */
type Pending = {
  /** Bytes of a frame whose end has not come yet. */
  readonly rest: Uint8Array;
  readonly written: number;
  readonly tails: Opened['tails'];
  readonly entries: Opened['entries'];
  /** The entry before, while its batch is open; `known` when the journal holds this batch already. */
  readonly before: (JournalEntry & { readonly known: boolean }) | undefined;
};

const NOTHING = new Uint8Array();

const join = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
};

/** The system may take less than it was given, a full disk first of all. */
const writeAll = async (file: FileHandle, bytes: Uint8Array, position: number): Promise<void> => {
  for (let done = 0; done < bytes.length; )
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
};

const notWritten = (thrown: unknown): LedgerError => {
  if (thrown instanceof LedgerError) return thrown;
  const code = systemCode(thrown);
  const why = code === 'ENOSPC' ? '磁盘已满' : `系统代码 ${code === '' ? '未知' : code}`;
  return new LedgerError(
    'journal/not-written',
    `副本未写（${why}）。数据已在数据库中保存，程序会自动重试；请检查磁盘空间和数据目录的权限。`,
  );
};

const ASIDE_NAME = /^torn-[0-9a-f]{12}\.bin$/;

const setAside = async (folder: string): Promise<Opened['aside']> => {
  const names = (await readdir(folder)).filter((name) => ASIDE_NAME.test(name)).toSorted();
  return Promise.all(names.map(async (name) => ({ name, bytes: (await stat(path.join(folder, name))).size })));
};

/**
 * Opens the journal in `folder`. Whatever follows the last whole batch, a torn write or a batch without its closing
 * record, is set aside in a file of its own (no byte is ever lost) and cut off, so that later appends are readable. `known` is
 * the folder's id where this program had it open before.
 */
const openJournalFolder = async (
  folder: string,
  known: string | undefined,
): Promise<Opened & { readonly torn: boolean }> => {
  const segments = await listSegments(folder);
  const file = await open(path.join(folder, CURRENT), constants.O_RDWR | constants.O_CREAT);
  await flushFolder(folder);
  const id = await folderId(folder, known);
  const bytes = await file.readFile();
  const before: Tails = segments.at(-1)?.tails ?? new Map();
  const { tails, entries, end } = gatherBatches(scanFrames(bytes).frames, before);
  const torn = end < bytes.length;
  if (torn) {
    const aside = bytes.subarray(end);
    const name = asideName(sha256(aside));
    await writeDurably(path.join(folder, name), aside);
    await file.truncate(end);
    await file.sync();
  }
  const aside = await setAside(folder);
  return { file, segments, tails: new Map([...before, ...tails]), entries, size: end, id, aside, torn };
};

/**
 * The whole frames of a file from `offset` on, about READ_SIZE of them, and how far they reach. Where no frame begins
 * there, the stretch up to the next one, or to the end, is stepped over as damaged.
 */
const readStretch = async (
  name: string,
  { offset, remaining }: { readonly offset: number; readonly remaining: number },
): Promise<{ readonly bytes: Uint8Array; readonly length: number; readonly damaged: boolean }> => {
  const file = await open(name, 'r').catch(() => undefined);
  if (file === undefined) return { bytes: NOTHING, length: remaining, damaged: true };
  try {
    for (let wanted = READ_SIZE; ; wanted *= 4) {
      const length = Math.min(wanted, remaining);
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      const { frames, end } = scanFrames(buffer.subarray(0, bytesRead));
      if (frames.length > 0) return { bytes: buffer.slice(0, end), length: end, damaged: false };
      // A frame longer than what was read looks the same as a damaged one: only the whole rest tells.
      if (length < remaining) continue;
      const begins = nextFrameStart(buffer.subarray(0, bytesRead), 0);
      return { bytes: NOTHING, length: begins < 0 ? remaining : begins, damaged: true };
    }
  } finally {
    await file.close();
  }
};

/**
 * The journal: every batch once more, in plain files outside the database, appended and flushed before the clerk reads
 * 已保存. It holds whole batches only, each once: a batch that is there already is acknowledged and not written again.
 */
export const createJournal = (folder: string, segmentLimit = SEGMENT_LIMIT): Journal => {
  const inTurn = serially();
  let opened: Opened | undefined;
  let pending: Pending | undefined;
  let torn = false;
  let id: string | undefined;

  const opening = async (): Promise<Opened> => {
    if (opened === undefined) {
      const found = await openJournalFolder(folder, id);
      torn ||= found.torn;
      id = found.id;
      opened = found;
    }
    return opened;
  };

  /**
   * Forgets an append that will not be finished; the store still has what it carried. Cuts off whatever it left, half a
   * frame too: under a shorter batch it would stay in the file and in the closed segment.
   */
  const abandon = async (): Promise<void> => {
    pending = undefined;
    if (opened === undefined) return;
    const { file, size } = opened;
    try {
      await file.truncate(size);
    } catch {
      // The next call opens the folder anew and cuts the same bytes off.
      opened = undefined;
      await file.close().catch(() => undefined);
    }
  };

  /** The hash the journal holds for an entry, wherever it lies. */
  const hashOf = async (journal: Opened, entry: JournalEntry): Promise<string | undefined> => {
    const here = journal.entries.get(positionKey(entry));
    if (here !== undefined) return here;
    const segment = journal.segments.find(({ tails }) => (tails.get(entry.chain)?.sequence ?? -1) >= entry.sequence);
    if (segment === undefined) return undefined;
    return (await readBatches(folder, segment.name)).entries.get(positionKey(entry));
  };

  /** Decides what to do with the next entry of an append, or refuses it. */
  const admit = async (journal: Opened, { before, tails }: Pending, entry: JournalEntry) => {
    const sameBatch = before === undefined || (entry.chain === before.chain && entry.sequence === before.sequence);
    if (!sameBatch || entry.part !== (before?.part ?? -1) + 1)
      throw new LedgerError('journal/out-of-order', '副本的写入次序不对，已拒绝。数据库中的数据不受影响。');
    const last = tails.get(entry.chain)?.sequence;
    const known = before?.known ?? (last !== undefined && entry.sequence <= last);
    if (before === undefined && !known && last !== undefined && entry.sequence !== last + 1)
      throw new LedgerError('journal/gap', '副本缺少较早的记录，须先补齐。数据库中的数据不受影响。');
    if (known && (await hashOf(journal, entry)) !== entry.sha256)
      throw new LedgerError(
        'journal/diverged',
        '副本中同一编号的记录与数据库不同，未作改动。请保留数据目录，先在“设置 › 备份”立即备份并另存一份，再重新启动程序。',
      );
    return { ...entry, known };
  };

  /** Takes whole frames out of the chunk and writes those the journal lacks. */
  const take = async (journal: Opened, chunk: Uint8Array): Promise<Pending> => {
    let state: Pending = pending ?? { rest: NOTHING, written: 0, ...journal, before: undefined };
    const bytes = join(state.rest, chunk);
    const { frames, end, rest } = scanFrames(bytes);
    if (rest === 'damaged')
      throw new LedgerError('journal/bad-frame', '要写入副本的数据在传送中损坏，已拒绝，将重试。');
    const tails = new Map(state.tails);
    const entries = new Map(state.entries);
    for (const frame of frames) {
      const entry = await admit(journal, { ...state, tails }, readEntry(frame));
      let { written } = state;
      if (!entry.known) {
        const framed = bytes.subarray(frame.start, frame.end);
        await writeAll(journal.file, framed, journal.size + written);
        written += framed.length;
        entries.set(positionKey(entry), entry.sha256);
        const { chain, sequence, part, sha256, at } = entry;
        if (entry.closing) tails.set(chain, { chain, sequence, part, hash: sha256, ...(at ? { at } : {}) });
      }
      state = { ...state, written, before: entry.closing ? undefined : entry };
      // What is on the disk so far, should the next entry be refused.
      pending = state;
    }
    return { ...state, tails, entries, rest: bytes.slice(end) };
  };

  /**
   * Whether what was flushed lies under the journal's name. The system goes on writing into a file that another program has
   * deleted or moved away; the next call opens the folder as it lies.
   */
  const requireNamed = async ({ file }: Opened): Promise<void> => {
    const { ino } = await file.stat({ bigint: true });
    const named = await stat(path.join(folder, CURRENT), { bigint: true }).catch(() => undefined);
    if (named?.ino === ino) return;
    opened = undefined;
    await file.close().catch(() => undefined);
    throw new LedgerError(
      'journal/moved',
      '副本未写（日志副本的文件被其他程序删除或移走了）。数据已在数据库中保存，程序会自动重新写；请把数据文件夹加进清理软件和杀毒软件的信任名单。',
    );
  };

  /** Flushes a finished append; only now does it count. */
  const commit = async (journal: Opened, { written, rest, before, tails, entries }: Pending): Promise<void> => {
    if (rest.length > 0 || before !== undefined)
      throw new LedgerError(
        'journal/incomplete',
        '要写入副本的一批记录没有结尾，已拒绝。数据库中的数据不受影响，将重试。',
      );
    if (written > 0) {
      await journal.file.datasync();
      await requireNamed(journal);
    }
    opened = { ...journal, tails, entries, size: journal.size + written };
    pending = undefined;
  };

  /** Closes the open segment when it is full. What it holds is safe already: trouble here must not fail the append. */
  const rollOver = async (): Promise<void> => {
    if (opened === undefined || opened.size <= segmentLimit) return;
    const { file, segments, tails } = opened;
    opened = undefined;
    try {
      await file.close();
      await closeSegment(folder, segments, tails);
    } catch {
      // The next call opens the folder as it lies.
    }
  };

  const append = async (chunk: Uint8Array, last: boolean): Promise<void> => {
    try {
      const journal = await opening();
      pending = await take(journal, chunk);
      if (!last) return;
      await commit(journal, pending);
    } catch (thrown) {
      await abandon();
      throw notWritten(thrown);
    }
    await rollOver();
  };

  /** Where a position of the whole journal lies: which file, from where, and where that file's part of it ends. */
  const locate = ({ segments, size, aside }: Opened, cursor: number) => {
    let start = 0;
    for (const { name, bytes } of [...segments, { name: CURRENT, bytes: size }, ...aside]) {
      if (cursor < start + bytes) return { name, offset: cursor - start, remaining: start + bytes - cursor };
      start += bytes;
    }
    return undefined;
  };

  const read = async (cursor: number): Promise<JournalStretch> => {
    const journal = await opening();
    const place = locate(journal, cursor);
    if (place === undefined) return { bytes: NOTHING, next: undefined };
    const { bytes, length, damaged } = await readStretch(path.join(folder, place.name), place);
    const next = cursor + length;
    // What was set aside is torn by its nature: nothing to tell of.
    const isTold = damaged && !ASIDE_NAME.test(place.name);
    return { bytes, next: locate(journal, next) && next, ...(isTold ? { damaged } : {}) };
  };

  return {
    append: (chunk, last) => inTurn(() => append(chunk, last)),
    read: (cursor) => inTurn(() => read(cursor)),
    /** Also drops an append a page began and did not finish: a page that starts asks for the tail first. */
    tail: () =>
      inTurn(async () => {
        await abandon();
        const { tails, id } = await opening();
        return { entries: [...tails.values()], torn, folder: id };
      }),
    purge: (purge) =>
      inTurn(async () => {
        await abandon();
        const { file, segments, aside } = await opening();
        // Windows replaces no open file; the next call opens the folder as it lies.
        opened = undefined;
        await file.close();
        const names = aside.map(({ name }) => name);
        return purgeFiles(folder, segments, names, purge, (changed) => writeIndex(folder, changed));
      }),
    /** Lets go of the file. Nothing is lost without it: what was acknowledged was flushed. */
    close: () =>
      inTurn(async () => {
        await abandon();
        await opened?.file.close();
        opened = undefined;
      }),
  };
};
