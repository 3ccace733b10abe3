import type { DesktopApi } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { browserFiles } from './browser-files.ts';

const notHere = (what: string) =>
  new LedgerError('desktop/browser-only', `${what}只在桌面版中可用。浏览器中的数据不受影响，请用“导出”留一份副本。`);

const attachmentFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('attachments', { create: true });

const sha256 = async (bytes: Uint8Array): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

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
};

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
  journal: {
    tail: async () => ({ entries: [], torn: false, folder: '' }),
    append: async () => undefined,
    read: async () => ({ bytes: new Uint8Array(), next: undefined }),
  },
  snapshots: {
    list: async () => [],
    begin: () => Promise.reject(notHere('备份到文件夹')),
    write: () => Promise.reject(notHere('备份到文件夹')),
    finish: () => Promise.reject(notHere('备份到文件夹')),
    read: () => Promise.reject(notHere('从备份恢复')),
  },
  attachments,
  files: browserFiles,
});
