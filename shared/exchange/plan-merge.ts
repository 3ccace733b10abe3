import { chainLimits, type StatedOrigin } from '../history/chain-limits.ts';
import { LedgerError } from '../kit/complaint.ts';
import { forkedChain, PackageGap } from './package-fault.ts';
import type { OpenedPackage, PackageBatch } from './package-file.ts';

/** What is held of a chain: how far it counts here, and the hash each batch of it ends with. */
export type HeldChain = { readonly sequence: number; readonly hashAt: (sequence: number) => string | undefined };

export type Held = {
  /** This office, by its id. */
  readonly office: string;
  readonly chains: ReadonlyMap<string, HeldChain>;
  /** Chains this PC wrote: nobody else adds to them. */
  readonly own: ReadonlySet<string>;
  /** Which office writes a chain, as known here. */
  readonly offices: ReadonlyMap<string, string>;
  /** Where the chains held say they begin. */
  readonly origins: readonly StatedOrigin[];
};

/** What a merge adds, by the package's own order, and how far each of its chains counts afterwards. */
export type MergePlan = {
  readonly batches: readonly PackageBatch[];
  readonly reach: ReadonlyMap<string, { readonly office: string; readonly to: number }>;
  /** Chains the senders themselves went back over by a restore: they count only so far, what is held beyond goes. */
  readonly limits: ReadonlyMap<string, number>;
  /** Batches of the package that are here already. */
  readonly known: number;
};

/**
 * Holds a package against what is here. Batches are known by their hash, so the same package adds nothing the second
 * time; a chain goes on exactly where it ends here. This PC's own chains nobody adds to.
 * @throws LedgerError exchange/gap, exchange/forked or exchange/tampered: then nothing of it may be merged
 */
export function planMerge({ manifest, batches }: OpenedPackage, held: Held): MergePlan {
  const officeOf = (chain: string) => held.offices.get(chain) ?? manifest.chains[chain]?.office;
  const limits = chainLimits([...held.origins, ...originsIn(batches)], officeOf);
  const fresh: PackageBatch[] = [];
  const reach = new Map<string, { readonly office: string; readonly to: number }>();
  for (const [chain, { from, to, ...range }] of Object.entries(manifest.chains)) {
    const office = officeOf(chain) ?? range.office;
    const name = manifest.offices[office] || manifest.office.name;
    const ofChain = batches.filter(({ entries }) => entries[0]?.header.chain === chain);
    const beyond = beyondHeld(ofChain, held.chains.get(chain), name);
    if (held.own.has(chain)) continue;
    const reached = held.chains.get(chain)?.sequence ?? 0;
    if (from > reached + 1) throw new PackageGap(name, reached + 1, from - 1);
    const limit = limits.get(chain) ?? Number.MAX_SAFE_INTEGER;
    fresh.push(...beyond.filter((batch) => sequenceOf(batch) <= limit));
    // What counts here of another PC of this office stays when that one goes back: it may be what this one stands on.
    const kept = office === held.office ? reached : 0;
    reach.set(chain, { office, to: Math.max(kept, Math.min(Math.max(reached, to), limit)) });
  }
  return { batches: fresh, reach, limits, known: batches.length - fresh.length };
}

/** Whether a package goes on from what is here. */
export function goesOn(opened: OpenedPackage, held: Held): boolean {
  try {
    planMerge(opened, held);
    return true;
  } catch (thrown) {
    if (thrown instanceof LedgerError) return false;
    throw thrown;
  }
}

/** The batches of one chain that are not here, what is here having been compared. */
function beyondHeld(
  ofChain: readonly PackageBatch[],
  here: HeldChain | undefined,
  office: string,
): readonly PackageBatch[] {
  if (!here) return ofChain;
  const beyond: PackageBatch[] = [];
  for (const batch of ofChain) {
    const sequence = sequenceOf(batch);
    if (sequence > here.sequence) beyond.push(batch);
    else if (here.hashAt(sequence) !== batch.entries.at(-1)?.hash) throw forkedChain(office, sequence);
  }
  const [next] = beyond;
  const follows = next?.entries[0]?.header.previous === here.hashAt(here.sequence);
  if (next && sequenceOf(next) === here.sequence + 1 && !follows) throw forkedChain(office, here.sequence);
  return beyond;
}

const sequenceOf = ({ entries: [first] }: PackageBatch): number => first?.header.sequence ?? 0;

/** Where the chains of some batches say they begin. */
const originsIn = (batches: readonly PackageBatch[]): readonly StatedOrigin[] =>
  batches.flatMap(({ entries: [first] }) => {
    const { chain, lamport, origin } = first?.header ?? {};
    return origin && chain !== undefined && lamport !== undefined ? [{ chain, lamport, origin }] : [];
  });
