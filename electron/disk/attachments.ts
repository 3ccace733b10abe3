import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DesktopApi } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { systemCode, writeDurably } from './durable-file.ts';
import { sha256 } from './sha256.ts';

/** Reads a file's bytes, undefined where it does not exist. */
const readIfThere = async (file: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const fileIn = (folder: string, hash: string): string => path.join(folder, hash.slice(0, 2), hash);

/** Whether the bytes of `file`, wherever it lies, are kept in `folder` as an attachment: it is an original then. */
export const isAttached = async (folder: string, file: string): Promise<boolean> => {
  if (!existsSync(file)) return false;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return existsSync(fileIn(folder, hash.digest('hex')));
};

/**
 * Attachments in `folder`, each under its SHA-256 (`ab/abcdef...`), immutable. Kept outside the database: a damaged
 * database must not take the evidence with it. `elsewhere` is asked for what is not there: after a move to another PC the
 * second copy has it.
 */
export const createAttachments = (
  folder: string,
  elsewhere: (hash: string) => Promise<Uint8Array | undefined> = async () => undefined,
): DesktopApi['attachments'] => {
  const fileOf = (hash: string) => fileIn(folder, hash);
  return {
    put: async (bytes) => {
      const hash = sha256(bytes);
      try {
        const stored = await readIfThere(fileOf(hash));
        // A damaged copy is mended by the next one who brings the same bytes.
        if (stored === undefined || sha256(stored) !== hash) await writeDurably(fileOf(hash), bytes);
      } catch (error) {
        const why = systemCode(error) === 'ENOSPC' ? '磁盘已满' : '磁盘无法写入';
        throw new LedgerError('attachment/not-written', `附件没有保存（${why}）。其他数据不受影响，请检查磁盘后重试。`);
      }
      return hash;
    },
    get: async (hash) => {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
      const stored = await readIfThere(fileOf(hash));
      if (stored !== undefined && sha256(stored) !== hash)
        throw new LedgerError('attachment/damaged', '这个附件的文件已损坏。记录本身不受影响，请从备份恢复或重新上传。');
      if (stored !== undefined) return new Uint8Array(stored);
      const brought = await elsewhere(hash);
      return brought !== undefined && sha256(brought) === hash ? brought : undefined;
    },
    remove: (hash) => rm(fileOf(hash), { force: true }),
  };
};
