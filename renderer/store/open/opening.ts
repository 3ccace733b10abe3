import type { JournalTail } from '../../../shared/desktop-api.ts';
import { isNewerData } from '../../../shared/history/newer-data.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import type { DroppedBatch } from '../../../shared/history/replay.ts';
import { sum } from '../../../shared/kit/numbers.ts';
import { sha256 } from '../../../shared/kit/sha256.ts';
import { type Installation, officesOfChains } from '../database.ts';
import { foldUnionAgain, hasMerged, keepFold } from '../exchange/fold-again.ts';
import type { StoreCore } from '../store-core.ts';
import type { JournalRelay } from '../write/journal-relay.ts';
import { loadCheckpoint, takeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { readBatch, replayLog } from './log-reader.ts';
import { refuseAnEmptied } from './same-database.ts';

/** What the store found when it opened. */
export type Opened = {
  readonly dropped: readonly DroppedBatch[];
  /** Batches damaged in both copies, found now or at an earlier start: only a snapshot may still hold them. */
  readonly damaged: number;
  /** Batches the journal holds and the database does not: offered for recovery, never taken silently. */
  readonly journalAhead: number;
  /** Batches that were replayed and that a checkpoint may cover, once nobody waits. */
  readonly replayed: number;
};

/**
 * Opens the database: checkpoint, replay of what came after it (or, where there is none and anything was ever merged, the
 * union of all chains), then a look at the journal. What the journal lacks is
 * appended; what only the journal has is counted. `beforeWriting` runs once the records are there and nothing was
 * written yet.
 * @throws LedgerError data/newer where a later program wrote the data: nothing was written then.
 */
export async function openOffice(
  core: StoreCore,
  journal: JournalRelay,
  beforeWriting: () => Promise<void> = async () => undefined,
): Promise<Opened> {
  const { database } = core.parts;
  core.installation = await installationOf(core);
  refuseAnEmptied(database);
  core.union = await database.union();
  const progress = (done: number, of: number) => core.progress('open', done, of);
  const { state, isWhole } = await loadedState(core, progress);
  const covered = new Map(state.positions);
  core.replaceState(state);
  const isUnionFolded = covered.size === 0 && hasMerged(core);
  const dropped = isUnionFolded ? await foldUnionAgain(core, 'open') : await replayLog(database, state, progress);
  await beforeWriting();
  await setTornTailAside(core);
  if (isUnionFolded) await keepFold(core);
  else if (!isWhole) await writeCheckpoint(database, state, 'everything');
  const tail = await journal.readTail();
  // Unread, the journal may be ahead of the own chain without anyone knowing.
  if (!tail && journal.exists) await beginChain(core);
  const ahead = tail ? await compareWithJournal(core, journal, tail) : 0;
  const damaged = await stillDamaged(core, dropped);
  const held = tail ? heldDespite(core, damaged, tail) : 0;
  // A checkpoint would cover what is damaged, too early where the journal still has it.
  const replayed = dropped.length === 0 ? replayedSince(core, covered) : 0;
  return { dropped, damaged: damaged.length - held, journalAhead: ahead + held, replayed };
}

const replayedSince = ({ state }: StoreCore, covered: OfficeState['positions']): number =>
  sum([...state.positions].map(([chain, { sequence }]) => sequence - (covered.get(chain)?.sequence ?? 0)));

/**
 * What the last checkpoint holds. Blocks only spare the replay: where they cannot be read, the log gives the records
 * again, unless they stand on a snapshot.
 */
async function loadedState(core: StoreCore, progress: (done: number, of: number) => void) {
  const { database, ledgers } = core.parts;
  try {
    return { state: await loadCheckpoint(database, ledgers, progress), isWhole: true };
  } catch (thrown) {
    if (core.installation.standsOnSnapshot || isNewerData(thrown)) throw thrown;
    const state = new OfficeState(ledgers, officesOfChains(core.union));
    const checkpoint = await database.checkpoint();
    if (checkpoint) takeCheckpoint(state, { ...checkpoint, positions: {} });
    return { state, isWhole: false };
  }
}

async function installationOf(core: StoreCore): Promise<Installation> {
  const known = await core.parts.database.installation();
  if (known) return known;
  const fresh = core.newChain({ previous: '', left: [], standsOnSnapshot: false, series: '' });
  await saveInstallation(core, fresh);
  return fresh;
}

/** Writes down as which installation this database goes on, and goes on as it. */
export async function saveInstallation(core: StoreCore, value: Installation): Promise<void> {
  await core.parts.database.meta.put({ key: 'installation', value });
  core.installation = value;
}

/** Entries of the own chain after its last whole batch: kept, but out of the way of the next batch. */
async function setTornTailAside(core: StoreCore): Promise<void> {
  const { database } = core.parts;
  const { chain } = core.installation;
  const next = (core.state.positions.get(chain)?.sequence ?? 0) + 1;
  const torn = await database.entriesFrom(chain, next);
  if (torn.length === 0) return;
  await database.transaction('rw', database.batches, database.aside, async () => {
    await database.aside.bulkPut(torn);
    await database.batches.bulkDelete(torn.map(({ sequence, part }) => [chain, sequence, part]));
  });
}

/** Goes on in a new chain, from where the records stand. */
async function beginChain(core: StoreCore, more: Pick<Installation, 'folder' | 'asksSeries'> = {}): Promise<void> {
  const { installation, state } = core;
  const previous = state.positions.get(installation.chain)?.hash ?? installation.previous;
  const origin = { covers: coveredBy(core), leaves: [] };
  await saveInstallation(core, core.newChain({ ...installation, previous, origin, ...more }));
}

/**
 * Brings the journal up to the database, and counts what it holds beyond. Where it is ahead of the own chain, the
 * database was set back; where it lies in another folder than before, the data was copied; where batches in the midst of
 * the chain are gone, the journal takes none of the later ones; where it holds another batch under the same number, two
 * programs wrote one chain. Going on in that chain would give two different batches
 * one number: a new one begins. A copy of the data asks for the series letter too: the PC it came from may go on.
 */
async function compareWithJournal(core: StoreCore, journal: JournalRelay, tail: JournalTail): Promise<number> {
  const { installation, state } = core;
  await journal.retry();
  const ahead = (chain: string, sequence: number) => sequence - (state.positions.get(chain)?.sequence ?? 0);
  const counted = tail.entries.filter(({ chain }) => !installation.left.includes(chain));
  const own = counted.find(({ chain }) => chain === installation.chain);
  const { folder } = tail;
  // A journal that was lost and begun again lies in a new folder too, but it holds nothing yet.
  const isCopy = installation.folder !== undefined && installation.folder !== folder && tail.entries.length > 0;
  const isSetBack = own !== undefined && ahead(own.chain, own.sequence) > 0;
  if (isCopy) await beginChain(core, { folder, asksSeries: true });
  else if (isSetBack || journal.cannotFollow(installation.chain) || (own && (await isOther(core, own))))
    await beginChain(core, { folder });
  else if (installation.folder !== folder) await saveInstallation(core, { ...installation, folder });
  return sum(counted.map(({ chain, sequence }) => Math.max(0, ahead(chain, sequence))));
}

/** Whether the journal's last batch of a chain is not the one the database holds under that number. */
async function isOther({ parts }: StoreCore, { chain, sequence, hash }: JournalTail['entries'][number]) {
  const closing = (await parts.database.entriesOf(chain, sequence)).at(-1);
  return closing !== undefined && sha256(closing.bytes) !== hash;
}

/** Batches that do not count because they are damaged, known from now on until they can be read again. */
async function stillDamaged(
  { parts: { database } }: StoreCore,
  dropped: Opened['dropped'],
): Promise<Opened['dropped']> {
  const before = await database.damaged();
  const all = new Map([...before, ...dropped].map((one) => [`${one.chain}/${one.sequence}`, one]));
  const damaged: DroppedBatch[] = [];
  for (const one of all.values()) {
    const entries = await database.entriesOf(one.chain, one.sequence);
    if (entries.length > 0 && typeof readBatch(entries) === 'string') damaged.push(one);
  }
  if (before.length > 0 || damaged.length > 0) await database.meta.put({ key: 'damaged', value: damaged });
  return damaged;
}

/** Batches damaged in the database, in the midst of what counts, that the journal holds. */
function heldDespite({ installation, state }: StoreCore, dropped: Opened['dropped'], tail: JournalTail): number {
  const held = new Map(tail.entries.map(({ chain, sequence }) => [chain, sequence]));
  return dropped.filter(({ chain, sequence }) => {
    const counted = state.positions.get(chain)?.sequence ?? 0;
    return !installation.left.includes(chain) && sequence < counted && sequence <= (held.get(chain) ?? -1);
  }).length;
}

/** The log position of every chain, as a chain's origin states it. */
export const coveredBy = ({ state }: StoreCore): { readonly [chain: string]: number } =>
  Object.fromEntries([...state.positions].map(([chain, { sequence }]) => [chain, sequence]));
