import type { ChainOrigin } from './batch.ts';

/** Where a chain begins that stands on others, with the Lamport counter of the batch that says so. */
export type StatedOrigin = { readonly lamport: number; readonly origin: ChainOrigin };

/**
 * How far each chain counts that a restore went back over; a later restore may have gone forward again, to the snapshot
 * the earlier one took first.
 */
export function chainLimits(origins: readonly StatedOrigin[]): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const { origin } of origins.toSorted((a, b) => a.lamport - b.lamport)) {
    for (const [chain, covered] of Object.entries(origin.covers)) {
      const limit = limits.get(chain);
      if (limit !== undefined) limits.set(chain, Math.max(limit, covered));
    }
    for (const chain of origin.leaves) limits.set(chain, origin.covers[chain] ?? 0);
  }
  return limits;
}
