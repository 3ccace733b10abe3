import type { OpenedPackage, PackageBatch } from './package-file.ts';

type Chains = OpenedPackage['manifest']['chains'];

/**
 * A package and one that waited for it, as if they had come as one file: of one office, no chain with batches missing
 * between. Undefined where they do not go on from each other.
 */
export function joinPackages(one: OpenedPackage, other: OpenedPackage): OpenedPackage | undefined {
  if (one.manifest.office.id !== other.manifest.office.id) return undefined;
  const chains: { [chain: string]: Chains[string] } = { ...one.manifest.chains };
  for (const [chain, range] of Object.entries(other.manifest.chains)) {
    const known = chains[chain];
    if (!known) chains[chain] = range;
    else if (range.from > known.to + 1 || known.from > range.to + 1) return undefined;
    else chains[chain] = { ...(range.to > known.to ? range : known), from: Math.min(range.from, known.from) };
  }
  const batches = joinBatches(one.batches, other.batches);
  if (!batches) return undefined;
  const later = one.manifest.at < other.manifest.at ? other.manifest : one.manifest;
  return {
    manifest: {
      ...later,
      chains,
      offices: { ...one.manifest.offices, ...other.manifest.offices },
      counts: countsOf(batches, one, other),
    },
    batches,
  };
}

type Counts = OpenedPackage['manifest']['counts'];

/** What a package holds that the other has whole is counted once; of two that overlap in part both counts are told. */
function countsOf(batches: readonly PackageBatch[], one: OpenedPackage, other: OpenedPackage): Counts {
  const [first, second] = [one.manifest.counts, other.manifest.counts];
  if (batches.length === one.batches.length) return first;
  if (batches.length === other.batches.length) return second;
  return {
    entries: first.entries + second.entries,
    changes: first.changes + second.changes,
    withheld: first.withheld + second.withheld,
  };
}

/** Every batch once, chain by chain in its order; undefined where the two hold different ones. */
function joinBatches(
  one: readonly PackageBatch[],
  other: readonly PackageBatch[],
): readonly PackageBatch[] | undefined {
  const places = new Map<string, PackageBatch>();
  for (const batch of [...one, ...other]) {
    const { chain, sequence } = headerOf(batch);
    const key = `${chain}/${sequence}`;
    const known = places.get(key);
    if (known && hashOf(known) !== hashOf(batch)) return undefined;
    if (!known) places.set(key, batch);
  }
  for (const batch of places.values()) {
    const { chain, sequence, previous } = headerOf(batch);
    const before = places.get(`${chain}/${sequence - 1}`);
    if (before && hashOf(before) !== previous) return undefined;
  }
  return [...places.values()].toSorted((a, b) => {
    const [first, second] = [headerOf(a), headerOf(b)];
    if (first.chain !== second.chain) return first.chain < second.chain ? -1 : 1;
    return first.sequence - second.sequence;
  });
}

/**
 * A package with all that waited and goes on from it, or that it was missing itself. `fits`: whether a package goes on
 * from what is here. Where nothing helps it comes back alone.
 */
export function withWaiting<Waiting extends { readonly opened: OpenedPackage }>(
  opened: OpenedPackage,
  waiting: readonly Waiting[],
  fits: (opened: OpenedPackage) => boolean,
): { readonly opened: OpenedPackage; readonly along: readonly Waiting[] } {
  let joined = opened;
  const along: Waiting[] = [];
  for (let found = true; found; ) {
    found = false;
    for (const one of waiting) {
      if (along.includes(one)) continue;
      const next = joinPackages(joined, one.opened);
      if (!next || (fits(joined) && !fits(next))) continue;
      joined = next;
      along.push(one);
      found = true;
    }
  }
  return fits(joined) ? { opened: joined, along } : { opened, along: [] };
}

/** A batch of an opened package has its first entry. */
const headerOf = ({ entries: [first] }: PackageBatch) => ({
  chain: first?.header.chain ?? '',
  sequence: first?.header.sequence ?? 0,
  previous: first?.header.previous ?? '',
});

const hashOf = ({ entries }: PackageBatch): string => entries.at(-1)?.hash ?? '';
