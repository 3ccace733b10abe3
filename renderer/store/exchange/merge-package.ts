import { withWaiting } from '../../../shared/exchange/join-packages.ts';
import type { MergeNote } from '../../../shared/exchange/merge-note.ts';
import { mergeReason } from '../../../shared/exchange/merge-note.ts';
import { unknownOffice } from '../../../shared/exchange/package-fault.ts';
import { type OpenedPackage, openPackage, type PackageBatch } from '../../../shared/exchange/package-file.ts';
import { goesOn, type Held, type MergePlan, planMerge } from '../../../shared/exchange/plan-merge.ts';
import { hashOf } from '../../../shared/history/chain.ts';
import type { StatedOrigin } from '../../../shared/history/chain-limits.ts';
import { decodeHeader } from '../../../shared/history/encode.ts';
import type { OfficeState } from '../../../shared/history/office-state.ts';
import { isPurge } from '../../../shared/history/purge.ts';
import { error } from '../../../shared/kit/complaint.ts';
import type { NotedMerge, NotedPurge, StoredEntry, Union } from '../database.ts';
import type { Outcome } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import type { JournalRelay } from '../write/journal-relay.ts';
import { type FoldedLog, foldLog } from './fold-log.ts';
import { type NamedRecord, purgedAgain, withoutPurged } from './gives-way.ts';
import { ownOffice } from './make-package.ts';
import { releasedIn } from './released.ts';
import { replaceLog } from './replace-log.ts';
import { waitingBeside } from './waiting-packages.ts';
import { requireWholeLog } from './whole-log.ts';

/** A package worked out against the records as they were; nothing of it is written. */
export type PreparedMerge = {
  readonly opened: OpenedPackage;
  readonly plan: MergePlan;
  /** How many packages that waited come along. */
  readonly along: number;
  /** What waits no longer once it is merged: those, and the package itself. */
  readonly ended: readonly string[];
  /** The new batches as they are kept here. */
  readonly batches: readonly PackageBatch[];
  /** Batches that are here, filled with what was held back before. */
  readonly released: readonly PackageBatch[];
  readonly purgedAgain: readonly NamedRecord[];
  readonly folded: FoldedLog;
  /** The last batch the plan knows of: a later one makes it void. */
  readonly lamport: number;
};

/**
 * Works out what merging a package would do, by folding the whole log with it beside the records.
 * @throws LedgerError exchange/… naming why nothing of it can be merged
 */
export async function prepareMerge(core: StoreCore, file: Uint8Array): Promise<PreparedMerge> {
  await requireWholeLog(core);
  const alone = openPackage(file, core.parts.ledgers);
  const waiting = await waitingBeside(core, file);
  const held = await heldIn(core, [alone, ...waiting.map((one) => one.opened)]);
  const { opened, along } = withWaiting(alone, waiting, (joined) => goesOn(joined, held));
  const plan = planMerge(opened, held);
  const beside = { offices: officesWith(core, plan), counts: withinLimits(core, plan) };
  const asSent = await foldLog(core, { ...beside, incoming: plan.batches });
  const batches = withoutPurged(plan.batches, asSent);
  const fresh = new Set(plan.batches);
  const known = opened.batches.filter((batch) => !fresh.has(batch));
  const released = await releasedIn(core, withoutPurged(known, asSent));
  const isAsSent = released.length === 0 && batches.every((batch) => fresh.has(batch));
  return {
    opened,
    plan,
    along: along.length,
    ended: [...along.map(({ key }) => key), hashOf(file)],
    batches,
    released,
    purgedAgain: purgedAgain(plan.batches, asSent),
    folded: isAsSent ? asSent : await foldLog(core, { ...beside, incoming: [...batches, ...released] }),
    lamport: core.state.lamport,
  };
}

/** Batches a sender went back over by a restore of his count no further; this PC's own say themselves how far. */
const withinLimits =
  ({ state }: StoreCore, { limits }: MergePlan) =>
  (chain: string, sequence: number): boolean =>
    !state.offices.has(chain) || sequence <= (limits.get(chain) ?? sequence);

/** Merges what was prepared: batches, records and note come to count in one transaction. */
export async function mergePrepared(
  core: StoreCore,
  journal: JournalRelay,
  { opened, plan, batches, released, folded, lamport }: PreparedMerge,
  officeCalled: string | undefined,
): Promise<Outcome> {
  if (core.state.lamport !== lamport) return { ok: false, complaints: [changedMeanwhile] };
  const { office } = opened.manifest;
  const own = ownOffice(core).id;
  const known = office.id === own ? ownOffice(core).name : core.union.offices[office.id];
  if (known === undefined && !officeCalled) throw unknownOffice(office.name);
  const name = officeCalled || known || office.name;
  const chains = Object.fromEntries(plan.reach);
  const before = Object.fromEntries(
    [...plan.reach.keys()].map((chain) => [chain, core.state.positions.get(chain)?.sequence ?? 0]),
  );
  const offices = { ...opened.manifest.offices, ...core.union.offices, [office.id]: name };
  const note: MergeNote = { by: own, chains, offices };
  const union: Union = {
    ...core.union,
    own,
    chains: { ...chainsOf(plan), ...core.union.chains },
    offices,
  };
  const noted = (batch: string, at: string): NotedMerge => ({
    batch,
    at,
    operator: core.operator,
    office: name,
    before,
    after: Object.fromEntries([...plan.reach].map(([chain, { to }]) => [chain, to])),
    undone: false,
  });
  const completed = released.length > 0 ? `，补全 ${released.length} 批` : '';
  return replaceLog(core, journal, {
    folded,
    reason: mergeReason(`并入“${name}”的交换包：${batches.length} 批${completed}`, note),
    incoming: batches.flatMap(rowsOf),
    filled: released.flatMap(rowsOf),
    counts: withinLimits(core, plan),
    purges: purgesIn([...batches, ...released], folded.fold.state),
    // What only completes batches that are here is no merge to take back.
    union: (batch, at) => ({ ...union, merges: [...union.merges, ...(batches.length > 0 ? [noted(batch, at)] : [])] }),
  });
}

const rowsOf = ({ entries, bytes }: PackageBatch): readonly StoredEntry[] =>
  entries.map(({ header, hash }, index) => {
    const { chain, sequence, part, lamport, reason, closing } = header;
    const position = { chain, sequence, part, lamport, hash, bytes: bytes[index] ?? new Uint8Array() };
    if (!closing) return position;
    const undoes = reason.kind === 'undo' && reason.of !== undefined ? { undoes: reason.of } : {};
    return { ...position, closed: lamport, ...undoes };
  });

/** What an office purged of its own records goes here too. */
function purgesIn(batches: readonly PackageBatch[], state: OfficeState): readonly NotedPurge[] {
  return batches.flatMap(({ entries }) => {
    const closing = entries.at(-1);
    if (!closing || !isPurge(closing.header.reason)) return [];
    const { chain, sequence, lamport } = closing.header;
    const changes = entries.flatMap(({ sealed }) => sealed.flatMap((one) => ('change' in one ? [one.change] : [])));
    const records = changes
      .filter(({ ledger, id }) => {
        const { records: standing, deleted } = state.table(ledger);
        const record = standing.get(id) ?? deleted.get(id);
        return record === undefined || record.office === state.offices.get(chain);
      })
      .map(({ ledger, id }) => ({ ledger, id }));
    return records.length > 0 ? [{ records, chain, sequence, lamport, hash: closing.hash }] : [];
  });
}

const changedMeanwhile = error(
  'exchange/changed-meanwhile',
  '预览以后本机又有改动，预览已经过时，没有并入任何内容。请重新选择交换包，看过新的预览再并入。',
);

const chainsOf = ({ reach }: MergePlan): { readonly [chain: string]: string } =>
  Object.fromEntries([...reach].map(([chain, { office }]) => [chain, office]));

function officesWith(core: StoreCore, plan: MergePlan): ReadonlyMap<string, string> {
  const own = ownOffice(core).id;
  const all = { ...chainsOf(plan), ...core.union.chains };
  return new Map(Object.entries(all).filter(([, office]) => office !== own));
}

/** What is here of the packages' chains, and where the chains of other offices say they begin. */
async function heldIn(core: StoreCore, packages: readonly OpenedPackage[]): Promise<Held> {
  const { database } = core.parts;
  const { installation, state } = core;
  const chains = new Map<string, { sequence: number; hashAt: (sequence: number) => string | undefined }>();
  const first = new Map<string, number>();
  for (const { manifest } of packages) {
    for (const [chain, { from }] of Object.entries(manifest.chains))
      first.set(chain, Math.min(from, first.get(chain) ?? from));
  }
  for (const [chain, from] of first) {
    const position = state.positions.get(chain);
    if (!position) continue;
    // What the packages hold again is compared, and the batch it goes on from.
    const closings = (await database.entriesFrom(chain, from - 1)).filter(({ closed }) => closed !== undefined);
    const hashes = new Map(closings.map(({ sequence, hash }) => [sequence, hash]));
    chains.set(chain, { sequence: position.sequence, hashAt: (sequence) => hashes.get(sequence) });
  }
  const own = new Set([installation.chain, ...installation.left.filter((chain) => !(chain in core.union.chains))]);
  const office = ownOffice(core).id;
  return { office, chains, own, offices: new Map(Object.entries(core.union.chains)), origins: await originsOf(core) };
}

/** Where the chains of other offices say they begin. */
async function originsOf({ parts: { database }, state }: StoreCore): Promise<readonly StatedOrigin[]> {
  const origins: StatedOrigin[] = [];
  for (const chain of state.offices.keys()) {
    const [first] = await database.entriesOf(chain, 1);
    const header = first && decodeHeader(first.bytes);
    if (header?.origin) origins.push({ chain, lamport: header.lamport, origin: header.origin });
  }
  return origins;
}
