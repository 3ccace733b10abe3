import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { flushFolder, systemCode } from './durable-file.ts';

const NAME = 'folder.json';

/** `place` is the file's own number in its file system: a copy of the file gets another, a rename or a move does not. */
const content = z.object({ format: z.literal(1), id: z.string().min(1), place: z.string() });

const readText = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });

const knownId = async (file: string): Promise<string | undefined> => {
  const text = await readText(file);
  if (text === undefined) return undefined;
  const { ino } = await stat(file, { bigint: true });
  try {
    const { id, place } = content.parse(JSON.parse(text));
    return place === String(ino) ? id : undefined;
  } catch {
    return undefined;
  }
};

const writeId = async (file: string, id: string): Promise<string> => {
  const temporary = path.join(path.dirname(file), `.${id}.part`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      const { ino } = await handle.stat({ bigint: true });
      await handle.writeFile(`${JSON.stringify({ format: 1, id, place: String(ino) })}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(path.dirname(file));
  return id;
};

/**
 * The id of an existing folder, made at the first asking. A folder that was copied, or brought back from a backup, gets
 * a new one: two installations writing on in one chain would give two different batches one number. One that was deleted
 * under a program that runs keeps the id it was `known` by.
 */
export const folderId = async (folder: string, known?: string): Promise<string> => {
  const file = path.join(folder, NAME);
  return (await knownId(file)) ?? (await writeId(file, known ?? randomUUID()));
};
