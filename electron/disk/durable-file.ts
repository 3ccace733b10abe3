import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Codes the system gives while another program holds the file, a virus scanner first of all. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** Milliseconds between attempts, two seconds in all: a scanner looks at a new file for some tenths of one. */
const PATIENCE = [50, 100, 200, 400, 1200];

/** Flushes a folder's list of names, so that a rename survives a power failure. Windows neither needs nor allows it. */
export const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Renames a file, trying again for a while where another program holds it, and flushes the folder. */
export const renameDurably = async (
  from: string,
  to: string,
  patience: readonly number[] = PATIENCE,
): Promise<void> => {
  const [wait, ...later] = patience;
  try {
    await rename(from, to);
  } catch (thrown) {
    if (wait === undefined || !HELD.has(systemCode(thrown))) throw thrown;
    await setTimeout(wait);
    return renameDurably(from, to, later);
  }
  await flushFolder(path.dirname(to));
};

/**
 * Writes a file whole or not at all: a temporary file beside it, flushed, then renamed over it. A failure leaves what
 * was there before and no temporary file. A file that is in use is refused at once where the clerk is there to close it.
 */
export const writeDurably = async (
  file: string,
  bytes: Uint8Array,
  patience: readonly number[] = PATIENCE,
): Promise<void> => {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `.${randomUUID()}.part`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameDurably(temporary, file, patience);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** The system's own code of a file error (ENOENT, EBUSY, ENOSPC), '' for anything else. */
export const systemCode = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
