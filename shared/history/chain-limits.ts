import type { ChainOrigin } from './batch.ts';

/** Where a chain begins that stands on others, with the Lamport counter of the batch that says so. */
export type StatedOrigin = { readonly chain: string; readonly lamport: number; readonly origin: ChainOrigin };

/**
 * How far each chain counts that a restore went back over; a later restore may have gone forward again, to the snapshot
 * the earlier one took first. An office goes back over its own chains: of another's it says only what it had merged, so
 * only chains of one office (`officeOf`) limit each other.
 */
export function chainLimits(
  origins: readonly StatedOrigin[],
  officeOf: (chain: string) => string | undefined,
): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const { chain, origin } of origins.toSorted((a, b) => a.lamport - b.lamport)) {
    for (const [covered, to] of Object.entries(origin.covers)) {
      const limit = limits.get(covered);
      if (limit !== undefined && officeOf(covered) === officeOf(chain)) limits.set(covered, Math.max(limit, to));
    }
    for (const left of origin.leaves)
      if (officeOf(left) === officeOf(chain)) limits.set(left, origin.covers[left] ?? 0);
  }
  return limits;
}
