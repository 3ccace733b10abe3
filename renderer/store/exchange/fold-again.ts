import type { DroppedBatch } from '../../../shared/history/replay.ts';
import { officesOfChains } from '../database.ts';
import { checkpointOf, takeCheckpoint, writeCheckpoint } from '../open/checkpoint.ts';
import type { StoreCore } from '../store-core.ts';
import { foldLog, keptOf } from './fold-log.ts';

/** Whether anything ever came in a package: then its batches one after the other do not give the records. */
export const hasMerged = ({ union }: StoreCore): boolean => union.own !== '';

/** Puts the records as the union of all chains has them, folded from nothing. Nothing of it is written yet (`keepFold`). */
export async function foldUnionAgain(core: StoreCore, task: 'open' | 'recover'): Promise<readonly DroppedBatch[]> {
  const folded = await foldLog(core, { offices: officesOfChains(core.union), incoming: [], counts: () => true, task });
  const { state } = folded.fold;
  takeCheckpoint(state, { ...checkpointOf(core.state), positions: {} });
  core.union = { ...core.union, ...keptOf(folded) };
  core.replaceState(state);
  return folded.dropped;
}

/** Writes what was folded anew. The checkpoint is last: while there is none, the next start folds again. */
export async function keepFold({ parts: { database }, state, union }: StoreCore): Promise<void> {
  for (const table of state.tables().values()) table.blocks.markAll();
  await database.meta.put({ key: 'union', value: union });
  await writeCheckpoint(database, state, 'everything');
}
