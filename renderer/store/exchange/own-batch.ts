import type { EncodedEntry } from '../../../shared/history/batch.ts';
import type { Reason } from '../../../shared/history/change.ts';
import { encodeBatch } from '../../../shared/history/encode.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import type { StoreCore } from '../store-core.ts';

/**
 * A batch without changes of this PC's own chain, after the batches of a state that is to take the place of the present
 * one. It is not counted yet: the database may refuse it.
 */
export function ownBatch(core: StoreCore, state: OfficeState, reason: Reason): readonly EncodedEntry[] {
  const { installation, operator, parts } = core;
  const { chain, previous, origin } = installation;
  const last = state.positions.get(chain);
  const sequence = (last?.sequence ?? 0) + 1;
  const lamport = state.lamport + 1;
  const frame = {
    chain,
    sequence,
    lamport,
    previous: last?.hash ?? previous,
    operator,
    at: parts.now(),
    reason,
    versions: {},
    ...(last === undefined && origin ? { origin } : {}),
  };
  return encodeBatch({ frame, changes: [], salts: () => '' });
}
