import type { DesktopApi, SecondCopy } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { createBrowserDiagnostics } from './browser-diagnostics.ts';
import { browserFiles } from './browser-files.ts';
import { browserSnapshots } from './browser-snapshots.ts';
import { sha256 } from './sha256.ts';

const attachmentFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('attachments', { create: true });

/** Attachments in the origin's private file system, under their SHA-256. */
const attachments: DesktopApi['attachments'] = {
  put: async (bytes) => {
    const hash = await sha256(bytes);
    try {
      const file = await (await attachmentFolder()).getFileHandle(hash, { create: true });
      const writer = await file.createWritable();
      await writer.write(new Uint8Array(bytes));
      await writer.close();
    } catch {
      throw new LedgerError('attachment/not-written', '附件没有保存（浏览器存储空间不足或被禁用）。其他数据不受影响。');
    }
    return hash;
  },
  get: async (hash) => {
    let bytes: Uint8Array;
    try {
      const file = await (await attachmentFolder()).getFileHandle(hash);
      bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return undefined;
      throw thrown;
    }
    if ((await sha256(bytes)) !== hash)
      throw new LedgerError('attachment/damaged', '这个附件的文件已损坏。记录本身不受影响，请重新上传。');
    return bytes;
  },
  remove: async (hash) => {
    try {
      await (await attachmentFolder()).removeEntry(hash);
    } catch (thrown) {
      if (!(thrown instanceof DOMException && thrown.name === 'NotFoundError')) throw thrown;
    }
  },
};

const NOTE = 'data-note';

/** The note beside the database: not safe from whoever clears the browser's data, but the same for everything else. */
const note: DesktopApi['note'] = {
  read: async () => {
    try {
      return JSON.parse(localStorage.getItem(NOTE) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  },
  write: async (written) => localStorage.setItem(NOTE, JSON.stringify(written)),
  setStoreAside: async () => {
    throw new LedgerError('desktop/browser-only', '浏览器中不能移开打不开的数据库，没有做任何改动。请用桌面版。');
  },
};

const freeSpace = async (): Promise<number | undefined> => {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? undefined : quota - (usage ?? 0);
};

const noPasswords = async (): Promise<never> => {
  throw new LedgerError('desktop/browser-only', '口令和加密只在桌面版中可用，没有做任何改动。浏览器中的数据不受影响。');
};

const noSecondCopy: SecondCopy = { state: 'none', isSameDrive: false };

/**
 * What a browser has in the shell's place: no journal and no snapshot folder, so one copy only. Appends are accepted and
 * kept nowhere; `hasJournal` tells the store, which then reports `oneCopy`.
 */
export const createBrowserDesktop = (): DesktopApi => ({
  about: async () => ({
    version: '',
    runtime: navigator.userAgent,
    dataFolder: '浏览器存储',
    platform: 'browser',
  }),
  freeSpace,
  note,
  journal: {
    tail: async () => ({ entries: [], torn: false, folder: '' }),
    append: async () => undefined,
    read: async () => ({ bytes: new Uint8Array(), next: undefined }),
    purge: async () => ({ entries: 0, unread: [] }),
  },
  snapshots: browserSnapshots,
  secondCopy: {
    status: async () => noSecondCopy,
    choose: async () => noSecondCopy,
    update: async () => noSecondCopy,
  },
  attachments,
  files: browserFiles,
  sealed: { seal: noPasswords, unseal: noPasswords, saveSnapshot: noPasswords },
  diagnostics: createBrowserDiagnostics(),
  operators: {
    withPassword: async () => [],
    verify: noPasswords,
    setPassword: noPasswords,
    removePassword: noPasswords,
    makeRecoveryCode: noPasswords,
  },
});
