import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DesktopApi, SnapshotInfo, SnapshotManifest } from '../shared/desktop-api.ts';
import { LedgerError } from '../shared/kit/complaint.ts';
import { flushFolder, systemCode } from './durable-file.ts';
import { serially } from './serially.ts';
import {
  manifestLine,
  readManifest,
  readSeal,
  SEAL_LENGTH,
  SNAPSHOT_NAME,
  sealOf,
  snapshotInfo,
  snapshotName,
  verifySnapshot,
} from './snapshot-file.ts';

/** Longest manifest `list` reads: it names every closed segment and attachment. */
const LONGEST_MANIFEST = 80 * 1024 * 1024;
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

const notReadable = () =>
  new LedgerError('snapshot/damaged', '这份备份已损坏或被改动，不能用来恢复。当前数据不受影响，请选用另一份备份。');

const read = async (file: FileHandle, position: number, length: number): Promise<Uint8Array> => {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
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
export const createSnapshots = (folder: string): DesktopApi['snapshots'] => {
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
    if (verifySnapshot(name, written) === undefined)
      throw new LedgerError('snapshot/not-verified', '备份写完后核对不一致，已丢弃。数据不受影响，请检查磁盘后重试。');
    await rename(temporary, path.join(folder, name));
    await flushFolder(folder);
    begun = undefined;
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

  const list = async (): Promise<readonly SnapshotInfo[]> => {
    const names = await readdir(folder).catch((error) => {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    });
    const found: SnapshotInfo[] = [];
    for (const name of names.filter((each) => SNAPSHOT_NAME.test(each)).toSorted()) {
      const info = await describe(folder, name);
      if (info !== undefined) found.push(info);
    }
    return found.toReversed();
  };

  return {
    /** Newest first. Files that are no snapshots are left out, damaged contents show only when read. */
    list,
    begin: (manifest) => step(() => begin(manifest)),
    write: (chunk) => step(() => write(chunk)),
    finish: () => step(finish),
    /** @throws LedgerError snapshot/damaged when the file is not exactly what was written, snapshot/unknown for a bad name. */
    read: async (id) => {
      if (!SNAPSHOT_NAME.test(id))
        throw new LedgerError('snapshot/unknown', '没有这份备份。数据不受影响，请刷新备份列表。');
      const file = await readFile(path.join(folder, id)).catch(() => {
        throw new LedgerError('snapshot/unknown', '这份备份已不在备份文件夹中。数据不受影响，请刷新备份列表。');
      });
      const verified = verifySnapshot(id, file);
      if (verified === undefined) throw notReadable();
      return { manifest: verified.manifest, bytes: verified.bytes };
    },
  };
};
