import { decodeBlock, encodeBlock } from '../../../shared/history/blocks.ts';
import { newerData } from '../../../shared/history/newer-data.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { type Checkpoint, type LedgerDatabase, officesOfChains, type StoredBlock } from '../database.ts';
import { letGo } from '../let-go.ts';
import { Pace } from '../slices.ts';
import { inPortions, Unwanted } from '../write/in-portions.ts';

/** Blocks read in one go: more would hold the worker while they are copied. */
const AT_ONCE = 16;

/** What the state holds beside its records, as checkpoints and snapshots carry it. */
export function checkpointOf(state: OfficeState): Checkpoint {
  const counters = [...state.tables()].map(([ledger, table]) => [ledger, Object.fromEntries(table.counters)] as const);
  return {
    positions: Object.fromEntries(state.positions),
    lamport: state.lamport,
    counters: Object.fromEntries(counters),
  };
}

/** Takes over what `checkpointOf` said. Counters are only ever raised: a number once given is never given again. */
export function takeCheckpoint(state: OfficeState, { positions, lamport, counters }: Checkpoint): void {
  for (const [chain, position] of Object.entries(positions)) state.positions.set(chain, position);
  state.lamport = Math.max(state.lamport, lamport);
  for (const [ledger, numbers] of Object.entries(counters)) {
    const own = state.table(ledger).counters;
    for (const [series, number] of Object.entries(numbers)) own.set(series, Math.max(own.get(series) ?? 0, number));
  }
}

const never = (): boolean => false;

/** Packs the blocks that changed since they were last written, one at a time. */
function* dirtyOnes(state: OfficeState): Generator<StoredBlock> {
  for (const [ledger, table] of state.tables()) {
    const version = state.ledger(ledger)?.version ?? 0;
    for (const block of table.blocks.dirty()) {
      yield { ledger, block, bytes: encodeBlock(table.blocks, block, version, table) };
    }
  }
}

/** All of them, in slices. */
export async function dirtyBlocks(state: OfficeState): Promise<StoredBlock[]> {
  const pace = new Pace();
  const blocks: StoredBlock[] = [];
  for (const block of dirtyOnes(state)) {
    blocks.push(block);
    await pace.rest();
  }
  return blocks;
}

/**
 * Writes the dirty blocks and the log position they cover in one transaction. Batches stay as they are. `everything`
 * replaces the blocks altogether, for a state that was folded anew. Nothing is written, and the answer is false, where
 * `isUnwanted` says before the last block that something else comes first.
 */
export async function writeCheckpoint(
  database: LedgerDatabase,
  state: OfficeState,
  scope: 'changed' | 'everything' = 'changed',
  isUnwanted = never,
): Promise<boolean> {
  if (isUnwanted()) return false;
  const { blocks, meta } = database;
  const written: Omit<StoredBlock, 'bytes'>[] = [];
  const write = async (): Promise<void> => {
    if (scope === 'everything') await blocks.clear();
    await inPortions(dirtyOnes(state), {
      add: async ({ ledger, block, bytes }) => {
        written.push({ ledger, block });
        await blocks.put({ ledger, block, bytes });
        letGo(bytes);
      },
      ask: () => blocks.get(['', -1]),
      isUnwanted,
    });
    await meta.put({ key: 'checkpoint', value: checkpointOf(state) });
  };
  try {
    await database.transaction('rw', blocks, meta, write);
  } catch (thrown) {
    if (thrown instanceof Unwanted) return false;
    throw thrown;
  }
  for (const { ledger, block } of written) state.table(ledger).blocks.markClean([block]);
  return true;
}

/** The state as the last checkpoint left it; empty where there was none. */
export async function loadCheckpoint(
  database: LedgerDatabase,
  ledgers: readonly Ledger[],
  onProgress: (done: number, of: number) => void,
): Promise<OfficeState> {
  const state = new OfficeState(ledgers, officesOfChains(await database.union()));
  const checkpoint = await database.checkpoint();
  if (!checkpoint) return state;
  const pace = new Pace();
  const keys = await database.blocks.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    for (const stored of await database.blocks.bulkGet(keys.slice(at, at + AT_ONCE))) {
      if (stored) {
        loadBlock(state, stored);
        letGo(stored.bytes);
      }
      if (await pace.rest()) onProgress(at, keys.length);
    }
  }
  takeCheckpoint(state, checkpoint);
  return state;
}

/**
 * Unpacks one block into the state. Blocks of a ledger come in their order.
 * @throws LedgerError data/newer where a later program wrote it.
 */
export function loadBlock(state: OfficeState, { ledger: ledgerId, bytes }: Omit<StoredBlock, 'block'>): void {
  const ledger = state.ledger(ledgerId);
  const content = decodeBlock(bytes, ledger?.upcast ?? ((values) => values), ledger?.version ?? 0);
  if (ledger && content.version > ledger.version) throw newerData();
  state.loadBlock(ledgerId, content);
}
