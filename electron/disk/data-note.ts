import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DATABASE, type DataNote } from '../../shared/desktop-api.ts';
import { systemCode, writeDurably } from './durable-file.ts';

const NOTE = 'data-note.json';
const ASIDE_REQUEST = 'set-store-aside';
const ASIDE = 'store-set-aside';
/** The folder in which Chromium keeps every database of the program. */
const STORE = 'IndexedDB';

const databaseName = z.string().regex(new RegExp(`^${DATABASE}(-[1-9]\\d{0,5})?$`));
const officeName = z.string().max(200);
const moment = z.string().max(40);

export const dataNote = z.strictObject({
  format: z.literal(1),
  database: databaseName,
  office: officeName,
  records: z.int().min(0),
  version: z.string().max(50),
  at: moment,
  series: z.string().regex(/^[A-Z]?$/),
  folder: z.string().max(100),
  left: z
    .array(z.strictObject({ database: databaseName, office: officeName, records: z.int().min(0), leftAt: moment }))
    .max(1000),
}) satisfies z.ZodType<DataNote>;

/** The note in the data folder, outside the database it is about. One that cannot be read is as good as none. */
export const readDataNote = async (dataFolder: string): Promise<DataNote | undefined> => {
  try {
    return dataNote.safeParse(JSON.parse(await readFile(path.join(dataFolder, NOTE), 'utf8'))).data;
  } catch {
    return undefined;
  }
};

export const writeDataNote = (dataFolder: string, note: DataNote): Promise<void> =>
  writeDurably(path.join(dataFolder, NOTE), new TextEncoder().encode(`${JSON.stringify(note, null, 1)}\n`));

/** Asks for the store to be set aside at the next start, before anything opens it. */
export const requestStoreAside = (dataFolder: string): Promise<void> =>
  writeDurably(path.join(dataFolder, ASIDE_REQUEST), new Uint8Array());

/**
 * Moves a store that cannot be opened into a folder of its own, where that was asked for: nothing of it is deleted, and
 * Chromium begins an empty one. `storagePath` is where Chromium keeps what pages store.
 */
export const setStoreAside = async (dataFolder: string, storagePath: string | null, moment: string): Promise<void> => {
  const request = path.join(dataFolder, ASIDE_REQUEST);
  const aside = path.join(dataFolder, ASIDE, moment.replaceAll(/\D/g, '').slice(0, 14));
  try {
    await rename(request, `${request}.done`);
    await mkdir(aside, { recursive: true });
    await rename(path.join(storagePath ?? dataFolder, STORE), path.join(aside, STORE));
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw thrown;
  }
};
