import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { superseded } from '../../shared/backup/retention.ts';
import { readContents, recordsIn } from '../../shared/backup/snapshot-contents.ts';
import {
  manifestLine,
  type OpenedSnapshot,
  openSnapshot,
  readManifest,
  readSeal,
  SEAL_LENGTH,
  SNAPSHOT_NAME,
  sealOf,
  snapshotError,
  snapshotInfo,
  snapshotName,
} from '../../shared/backup/snapshot-file.ts';
import type { DesktopApi, SnapshotInfo, SnapshotList, SnapshotManifest } from '../../shared/desktop-api.ts';
import { MEGABYTE } from '../../shared/kit/bytes.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { Day } from '../../shared/kit/values.ts';
import { renameDurably, systemCode } from '../disk/durable-file.ts';
import { serially } from '../disk/serially.ts';
import { sha256 } from '../disk/sha256.ts';

/** Longest manifest `list` reads: it names every closed segment and attachment. */
const LONGEST_MANIFEST = 80 * MEGABYTE;
const FIRST_READ = 64 * 1024;

type Begun = {
  readonly file: FileHandle;
  readonly temporary: string;
  readonly hash: Hash;
  readonly manifest: SnapshotManifest;
};

const notWritten = (thrown: unknown): LedgerError => {
  if (thrown instanceof LedgerError) return thrown;
  const why = systemCode(thrown) === 'ENOSPC' ? '磁盘已满' : '磁盘无法写入';
  return new LedgerError('snapshot/not-written', `备份没有完成（${why}）。原有备份和数据不受影响，请检查磁盘后重试。`);
};

/**
 * Takes a file of the folder apart; one under another's name is refused too.
 * @throws LedgerError where it is not exactly what was written under that name.
 */
const verified = (name: string, file: Uint8Array): OpenedSnapshot => {
  const opened = openSnapshot(file, sha256);
  if (snapshotName(opened.manifest.at, opened.sha256) !== name) throw snapshotError('damaged');
  return opened;
};

/** Whether a file holds exactly what a snapshot was written with under that name. */
export const isWholeSnapshot = (name: string, file: Uint8Array): boolean => {
  try {
    return verified(name, file) !== undefined;
  } catch {
    return false;
  }
};

/** Counts the records of what was written against what it says it holds, block by block, others having their turn. */
const countAgain = async ({ manifest, bytes }: OpenedSnapshot): Promise<void> => {
  const counts = new Map<string, number>();
  for (const block of readContents(bytes).blocks) {
    counts.set(block.ledger, (counts.get(block.ledger) ?? 0) + recordsIn(block));
    await setImmediate();
  }
  for (const [ledger, count] of Object.entries(manifest.counts))
    if ((counts.get(ledger) ?? 0) !== count) throw snapshotError('damaged');
};

const read = async (file: FileHandle, position: number, length: number): Promise<Uint8Array> => {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};

/** The snapshots of a folder, and which files of that name tell nothing now. Damaged contents show only when read. */
export const listSnapshots = async (folder: string): Promise<SnapshotList> => {
  const names = await readdir(folder).catch((error) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const found: SnapshotInfo[] = [];
  const unread: string[] = [];
  for (const name of names.filter((each) => SNAPSHOT_NAME.test(each)).toSorted()) {
    // One that another program holds, or a folder of that name, must not hide the others.
    const info = await describe(folder, name).catch(() => undefined);
    if (info === undefined) unread.push(name);
    else found.push(info);
  }
  return { snapshots: found.toReversed(), unread };
};

/** Takes away the snapshots that later ones stand in for. One that cannot be deleted now goes another time. */
export const pruneSnapshots = async (folder: string, today: Day): Promise<void> => {
  for (const id of superseded((await listSnapshots(folder)).snapshots, today))
    await rm(path.join(folder, id), { force: true }).catch(() => undefined);
};

/** Describes one snapshot by its first line and its seal; the bytes between are not read. */
const describe = async (folder: string, name: string): Promise<SnapshotInfo | undefined> => {
  const file = await open(path.join(folder, name), 'r');
  try {
    const { size } = await file.stat();
    const manifest =
      readManifest(await read(file, 0, FIRST_READ)) ??
      readManifest(await read(file, 0, Math.min(size, LONGEST_MANIFEST)));
    const sha256 = readSeal(await read(file, Math.max(0, size - SEAL_LENGTH), SEAL_LENGTH));
    return manifest === undefined || sha256 === undefined ? undefined : snapshotInfo(name, size, sha256, manifest);
  } finally {
    await file.close();
  }
};

/**
 * Whole copies of the data in `folder`, one file each. Written to a temporary file, flushed, read back and verified,
 * and only then given its name: a file with a snapshot's name is a whole snapshot.
 */
export const createSnapshots = (folder: string, today: () => Day): DesktopApi['snapshots'] => {
  const inTurn = serially();
  let begun: Begun | undefined;

  const abandon = async (): Promise<void> => {
    const unfinished = begun;
    begun = undefined;
    if (unfinished === undefined) return;
    await unfinished.file.close().catch(() => undefined);
    await rm(unfinished.temporary, { force: true });
  };

  const current = (): Begun => {
    if (begun === undefined)
      throw new LedgerError('snapshot/not-begun', '备份的次序不对，没有写入任何内容。数据不受影响，请重试。');
    return begun;
  };

  const write = async (bytes: Uint8Array): Promise<void> => {
    const { file, hash } = current();
    await file.writeFile(bytes);
    hash.update(bytes);
  };

  const begin = async (manifest: SnapshotManifest): Promise<void> => {
    await abandon();
    await mkdir(folder, { recursive: true });
    // What a program that was killed left unfinished.
    for (const name of await readdir(folder)) if (name.endsWith('.part')) await rm(path.join(folder, name));
    const temporary = path.join(folder, `.${randomUUID()}.part`);
    begun = { file: await open(temporary, 'wx'), temporary, hash: createHash('sha256'), manifest };
    await write(manifestLine(manifest));
  };

  const finish = async (): Promise<SnapshotInfo> => {
    const { file, temporary, hash, manifest } = current();
    const sha256 = hash.digest('hex');
    const name = snapshotName(manifest.at, sha256);
    await file.writeFile(sealOf(sha256));
    await file.sync();
    await file.close();
    const written = await readFile(temporary);
    try {
      await countAgain(verified(name, written));
    } catch {
      throw new LedgerError('snapshot/not-verified', '备份写完后核对不一致，已丢弃。数据不受影响，请检查磁盘后重试。');
    }
    await renameDurably(temporary, path.join(folder, name));
    begun = undefined;
    await pruneSnapshots(folder, today()).catch(() => undefined);
    return snapshotInfo(name, written.length, sha256, manifest);
  };

  /** One step of writing a snapshot; a failed step drops the whole of it. */
  const step = <Result>(task: () => Promise<Result>): Promise<Result> =>
    inTurn(async () => {
      try {
        return await task();
      } catch (thrown) {
        await abandon();
        throw notWritten(thrown);
      }
    });

  return {
    list: () => listSnapshots(folder),
    begin: (manifest) => step(() => begin(manifest)),
    write: (chunk) => step(() => write(chunk)),
    finish: () => step(finish),
    /** @throws LedgerError snapshot/damaged and the like when the file is not what was written, snapshot/unknown for a bad name. */
    read: async (id) => {
      if (!SNAPSHOT_NAME.test(id))
        throw new LedgerError('snapshot/unknown', '没有这份备份。数据不受影响，请刷新备份列表。');
      const file = await readFile(path.join(folder, id)).catch(() => {
        throw new LedgerError('snapshot/unknown', '这份备份已不在备份文件夹中。数据不受影响，请刷新备份列表。');
      });
      const { manifest, bytes } = verified(id, file);
      return { manifest, bytes };
    },
  };
};
