import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Dialog } from 'electron';
import { z } from 'zod';
import { SNAPSHOT_NAME } from '../../shared/backup/snapshot-file.ts';
import { DATA_FOLDER, type DesktopApi, type SecondCopy } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { Day } from '../../shared/kit/values.ts';
import { systemCode, writeDurably } from '../disk/durable-file.ts';
import { serially } from '../disk/serially.ts';
import { sha256 } from '../disk/sha256.ts';
import { isWholeSnapshot, listSnapshots, pruneSnapshots } from './snapshots.ts';

const CHOICE = 'second-folder.json';
const choice = z.strictObject({ format: z.literal(1), folder: z.string().min(1) });

/** Immutable files, each named by its hash: what is there once is never written again. */
const SEGMENT = /^[0-9a-f]{64}\.log$/;
const ATTACHMENT = /^[0-9a-f]{64}$/;

/** `isWhole` tells from its name whether a file holds what was written. */
type Part = {
  readonly folder: string;
  readonly name: RegExp;
  readonly isWhole: (name: string, bytes: Uint8Array) => boolean;
};

const isNamedByHash = (name: string, bytes: Uint8Array): boolean => sha256(bytes) === path.basename(name, '.log');

/** Where the parts lie, in the data folder and in the copy alike. */
const PARTS: readonly Part[] = [
  { folder: 'snapshots', name: SNAPSHOT_NAME, isWhole: isWholeSnapshot },
  { folder: 'journal', name: SEGMENT, isWhole: isNamedByHash },
  { folder: 'attachments', name: ATTACHMENT, isWhole: isNamedByHash },
];

/** Files of a folder and those below it, by path within it; none where it does not exist. */
const filesIn = async (folder: string, name: RegExp): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((thrown) => {
    if (systemCode(thrown) === 'ENOENT') return [];
    throw thrown;
  });
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
};

/** The size of a file; undefined where there is none. */
const sizeOf = async (file: string): Promise<number | undefined> => (await stat(file).catch(() => undefined))?.size;

/**
 * Copies what `to` lacks of `from`, or holds cut short, and reads it back. A file damaged in the first place is not
 * passed on.
 */
const copyMissing = async (from: string, to: string, { name, isWhole }: Part): Promise<void> => {
  for (const file of await filesIn(from, name)) {
    const [source, copy] = [path.join(from, file), path.join(to, file)];
    if ((await sizeOf(copy)) === (await sizeOf(source))) continue;
    const bytes = await readFile(source);
    if (!isWhole(path.basename(file), bytes)) continue;
    await writeDurably(copy, bytes);
    if (!isWhole(path.basename(file), await readFile(copy))) throw new Error('not what was written');
  }
};

type Where = {
  readonly dataFolder: string;
  /** Names this installation among others that use the same drive. */
  readonly installation: () => Promise<string>;
  readonly today: () => Day;
};

/**
 * The copy of everything immutable in a folder of the clerk's choosing, on another drive: what is left when the disk of
 * this PC is not. Each installation has a folder of its own there, so two PCs may share one drive.
 */
export const createSecondCopy = (
  { dataFolder, installation, today }: Where,
  dialog: Pick<Dialog, 'showOpenDialog'>,
): DesktopApi['secondCopy'] & { readonly attachment: (hash: string) => Promise<Uint8Array | undefined> } => {
  const inTurn = serially();

  const chosen = async (): Promise<string | undefined> => {
    try {
      return choice.parse(JSON.parse(await readFile(path.join(dataFolder, CHOICE), 'utf8'))).folder;
    } catch {
      return undefined;
    }
  };

  const ownFolder = async (folder: string): Promise<string> =>
    path.join(folder, `${DATA_FOLDER}-${(await installation()).slice(0, 8)}`);

  const describe = async (folder: string, own: string): Promise<SecondCopy> => {
    const [here, there] = await Promise.all([stat(dataFolder), stat(folder).catch(() => undefined)]);
    const isSameDrive = here.dev === there?.dev;
    if (there === undefined) return { folder, state: 'missing', isSameDrive };
    const listed = await listSnapshots(path.join(own, 'snapshots')).catch(() => undefined);
    const newest = listed?.snapshots[0];
    return { folder, state: 'whole', isSameDrive, ...(newest === undefined ? {} : { newest: newest.at }) };
  };

  const status = async (): Promise<SecondCopy> => {
    const folder = await chosen();
    if (folder === undefined) return { state: 'none', isSameDrive: false };
    return describe(folder, await ownFolder(folder));
  };

  const update = async (): Promise<SecondCopy> => {
    const before = await status();
    // Without the check an unplugged drive's folder would be made on the disk that is left.
    if (before.folder === undefined || before.state === 'missing') return before;
    const own = await ownFolder(before.folder);
    try {
      for (const part of PARTS)
        await copyMissing(path.join(dataFolder, part.folder), path.join(own, part.folder), part);
      await pruneSnapshots(path.join(own, 'snapshots'), today());
    } catch {
      return { ...before, state: 'refused' };
    }
    return status();
  };

  const choose = async (): Promise<SecondCopy> => {
    const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return status();
    const within = path.relative(dataFolder, folder);
    if (!within.startsWith('..') && !path.isAbsolute(within))
      throw new LedgerError(
        'second-copy/within',
        '这个文件夹就在数据文件夹里，坏了会一起坏，没有选用。请选另一块硬盘、U盘或网络盘上的文件夹。',
      );
    await mkdir(await ownFolder(folder), { recursive: true }).catch(() => {
      throw new LedgerError('second-copy/refused', '这个文件夹不能写入，没有选用。请选另一个文件夹。');
    });
    await writeDurably(path.join(dataFolder, CHOICE), new TextEncoder().encode(JSON.stringify({ format: 1, folder })));
    return update();
  };

  /** An attachment any installation has put there. */
  const attachment = async (hash: string): Promise<Uint8Array | undefined> => {
    const folder = await chosen();
    if (folder === undefined) return undefined;
    for (const name of await readdir(folder).catch(() => [])) {
      if (!name.startsWith(`${DATA_FOLDER}-`)) continue;
      const file = path.join(folder, name, 'attachments', hash.slice(0, 2), hash);
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes !== undefined) return new Uint8Array(bytes);
    }
    return undefined;
  };

  return { attachment, status: () => inTurn(status), choose: () => inTurn(choose), update: () => inTurn(update) };
};
