import type { DataNote } from '../../../shared/desktop-api.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { type BatchKey, type Installation, type LedgerDatabase, NO_UNION, officesOfChains } from '../database.ts';
import { carryWaiting } from '../exchange/waiting-packages.ts';
import type { StoreEvent } from '../store-api.ts';
import { StoreCore, type StoreParts } from '../store-core.ts';
import { copyRows, LOST_PURGES, type Unread } from './copy-rows.ts';
import { type ReadSnapshot, replaceOffice, stateIn } from './office-snapshot.ts';
import type { DatabaseMaker } from './open-database.ts';
import { needsSnapshot } from './recovery.ts';

/** What a rebuild works with. `present` is the database in use, where it opens and holds anything. */
export type Workbench = {
  readonly parts: Omit<StoreParts, 'database'>;
  readonly make: DatabaseMaker;
  readonly names?: () => Promise<readonly string[]>;
  readonly note: DataNote | undefined;
  readonly present: LedgerDatabase | undefined;
  readonly onEvent?: (event: StoreEvent) => void;
};

/** The journal to read only: nothing of a database that is not in use yet may reach it. */
function readOnly(parts: Workbench['parts']): Pick<StoreParts, 'journal'> {
  const { journal } = parts;
  if (!journal) return {};
  const refuse = () => Promise.reject(new LedgerError('journal/read-only', '重建时不写入日志副本。'));
  const { tail, read } = journal;
  return { journal: { tail: () => tail(), read: (cursor) => read(cursor), append: refuse, purge: refuse } };
}

/** What a store on the made database takes. */
export function partsOn({ parts, make }: Workbench, name: string): StoreParts {
  const { ledgers, version, now, newId, randomBytes } = parts;
  return { ledgers, version, now, newId, randomBytes, ...readOnly(parts), database: make(name) };
}

/** An empty database in a chain of its own. `left` are chains of the journal that do not count in it. */
export async function startEmpty(bench: Workbench, name: string, left: readonly string[]): Promise<void> {
  const parts = partsOn(bench, name);
  const tail = await parts.journal?.tail();
  const core = new StoreCore(parts);
  const { asksSeries, ...start } = startOf(bench, tail?.folder);
  // An office that leaves everything behind has no numbers to go on from.
  const asks = asksSeries && left.length === 0 ? { asksSeries } : {};
  await begin(parts.database, core.newChain({ ...start, ...asks, left }));
  await keepPurges(bench, parts.database);
  parts.database.close();
}

/** Every chain the journal holds. */
export const journalChains = async ({ parts }: Workbench): Promise<readonly string[]> =>
  (await parts.journal?.tail())?.entries.map(({ chain }) => chain) ?? [];

/** A chain's start on this PC: its series letter is known by the note, or has to be asked for. */
function startOf({ note }: Workbench, folder: string | undefined): Omit<Installation, 'chain'> {
  const isHere = note !== undefined && note.folder === (folder ?? '');
  const asks = isHere || folder === undefined ? {} : { asksSeries: true as const };
  return { series: note?.series ?? '', previous: '', left: [], standsOnSnapshot: false, ...asks };
}

const begin = (database: LedgerDatabase, value: Installation): Promise<unknown> =>
  database.meta.bulkPut([
    { key: 'standing', value: 'building' },
    { key: 'installation', value },
  ]);

/** The journal still lacks what is noted, whatever the records are made from. */
const keepPurges = async ({ present }: Workbench, database: LedgerDatabase): Promise<readonly string[]> => {
  try {
    const value = (await present?.notedPurges()) ?? [];
    if (value.length > 0) await database.meta.put({ key: 'purges', value });
    return [];
  } catch {
    return [LOST_PURGES];
  }
};

/**
 * The records of a snapshot. Without `andJournal` nothing the journal holds beyond it counts. Answers what the clerk must know
 * of it.
 */
export async function startFromSnapshot(
  bench: Workbench,
  name: string,
  snapshot: ReadSnapshot,
  andJournal: boolean,
): Promise<readonly string[]> {
  const parts = partsOn(bench, name);
  const core = new StoreCore(parts);
  core.union = (await bench.present?.union().catch(() => NO_UNION)) ?? NO_UNION;
  const state = await stateIn(snapshot, parts.ledgers, officesOfChains(core.union));
  const tail = await parts.journal?.tail();
  const chains = await journalChains(bench);
  core.installation = core.newChain(startOf(bench, tail?.folder));
  await begin(parts.database, core.installation);
  const purges = await keepPurges(bench, parts.database);
  const said = bench.present ? await carryWaiting(bench.present, parts.database) : [];
  const isOwn = chains.some((chain) => chain in snapshot.manifest.covers);
  await replaceOffice(core, state, snapshot, { isOwn, leaves: andJournal ? [] : chains });
  parts.database.close();
  return [...purges, ...said];
}

/**
 * Everything the present database holds, in a chain of its own from here on; what of it could not be read. `lost` are batches
 * that no copy has: what the log gives no more the checkpoint holds, so the records stand on that as they do on a snapshot.
 */
export async function startFromPresent(
  bench: Workbench,
  present: LedgerDatabase,
  name: string,
  lost: readonly BatchKey[] = [],
): Promise<Unread> {
  const database = bench.make(name);
  const installation = await present.installation();
  if (!installation) {
    await startEmpty(bench, name, []);
    return { records: false, batches: [], said: [] };
  }
  const unread = await copyRows(present, database);
  if (installation.standsOnSnapshot && unread.records) throw needsSnapshot();
  const said = [...unread.said, ...(await carryWaiting(present, database))];
  const covers = new Map<string, number>();
  for (const [chain, sequence] of await present.closings())
    covers.set(chain, Math.max(covers.get(chain) ?? 0, sequence));
  const last = (await present.entriesOf(installation.chain, covers.get(installation.chain) ?? 0)).at(-1);
  const origin = { covers: Object.fromEntries(covers), leaves: [] };
  const previous = last?.hash ?? installation.previous;
  const standsOnSnapshot = installation.standsOnSnapshot || lost.length > 0;
  for (const batch of lost) await layRestAside(database, batch);
  await begin(database, { ...installation, chain: bench.parts.newId(), previous, standsOnSnapshot, origin });
  database.close();
  return { ...unread, said };
}

/** What is left of a batch that is whole nowhere is no batch, and keeps its bytes. */
async function layRestAside(database: LedgerDatabase, { chain, sequence }: BatchKey): Promise<void> {
  const rest = await database.entriesOf(chain, sequence);
  await database.aside.bulkPut(rest);
  await database.batches.bulkDelete(rest.map(({ part }) => [chain, sequence, part]));
}
