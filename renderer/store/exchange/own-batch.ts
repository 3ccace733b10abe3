import type { Reason } from '../../../shared/history/change.ts';
import { encodeBatch } from '../../../shared/history/encode.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import { storedEntry } from '../commit.ts';
import type { StoredEntry } from '../database.ts';
import type { StoreCore } from '../store-core.ts';

/** A batch without changes of this PC's own chain, counted into a state that is to take the place of the present one. */
export function ownBatch(core: StoreCore, state: OfficeState, reason: Reason): readonly StoredEntry[] {
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
  const entries = encodeBatch({ frame, changes: [], salts: () => '' });
  const closing = entries.at(-1);
  if (closing) state.finishBatch({ chain, sequence, lamport, ledgers: [] }, closing.hash);
  return entries.map((entry, index) => storedEntry(entry, index === entries.length - 1));
}
