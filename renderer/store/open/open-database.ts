import { Dexie } from 'dexie';
import { DATABASE, type DataNote } from '../../../shared/desktop-api.ts';
import { newerData } from '../../../shared/history/newer-data.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { LedgerDatabase } from '../database.ts';

/**
 * Milliseconds between attempts to open. UnknownError heals by itself for most who meet it, and a full disk while
 * opening is often none (https://github.com/dexie/Dexie.js/issues/1767, https://github.com/Expensify/App/issues/87866).
 */
const PAUSES = [300, 1000, 3000];

/** Makes a database by its name; a new one for each attempt, because one that failed stays failed. */
export type DatabaseMaker = (name: string) => LedgerDatabase;

/**
 * Opens a database, trying again for a while.
 * @throws LedgerError data/newer where a later program made it, store/cannot-open where it does not open.
 */
export async function openPatiently(
  make: DatabaseMaker,
  name: string,
  pauses: readonly number[] = PAUSES,
): Promise<LedgerDatabase> {
  const [pause, ...later] = pauses;
  const database = make(name);
  try {
    await database.open();
  } catch (thrown) {
    database.close();
    if (pause === undefined) throw cannotOpen(thrown);
    await new Promise((resolve) => setTimeout(resolve, pause));
    return openPatiently(make, name, later);
  }
  if (!database.isNewer) return database;
  database.close();
  throw newerData();
}

/** Why the database does not open or read, in words a clerk can act on. Nothing advises to clear anything. */
export function cannotOpen(thrown: unknown): LedgerError {
  if (thrown instanceof LedgerError) return thrown;
  const name = thrown instanceof Error ? thrown.name : String(thrown);
  return new LedgerError(
    'store/cannot-open',
    `数据库没有打开（${name}）。没有改动任何数据，磁盘上的日志副本和备份都在。`,
  );
}

const NUMBERED = new RegExp(`^${DATABASE}(?:-([1-9]\\d*))?$`);

/** 1 for the first database, which keeps the frozen name for ever; the number of those after it. */
const numberOf = (name: string): number => Number(NUMBERED.exec(name)?.[1] ?? 1);

/** The office's databases, newest first. Where the browser does not tell, there is none to be told of. */
export async function databaseNames(getNames: () => Promise<readonly string[]> = Dexie.getDatabaseNames) {
  const names = await getNames().catch(() => []);
  return names.filter((name) => NUMBERED.test(name)).toSorted((a, b) => numberOf(b) - numberOf(a));
}

/** A name no database has, nor had by the note: a recovery loads into a new one and leaves the others as they are. */
export function nextDatabaseName(names: readonly string[], note: DataNote | undefined): string {
  const noted = note ? [note.database, ...note.left.map(({ database }) => database)] : [];
  return `${DATABASE}-${Math.max(1, ...[...names, ...noted].map(numberOf)) + 1}`;
}

/**
 * The database in use: the one the note names. Where the note is lost, the newest that a recovery finished: going back
 * to an older one would look like losing everything since.
 */
export async function databaseInUse(make: DatabaseMaker, note: DataNote | undefined, names: readonly string[]) {
  if (note) return note.database;
  for (const name of names) {
    const database = make(name);
    const standing = await database.standing().catch(() => 'building' as const);
    database.close();
    if (standing === 'ready') return name;
  }
  return DATABASE;
}
