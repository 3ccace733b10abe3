import type { OfficeState } from '../../../shared/history/office-state.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { officeName } from '../open/office-name.ts';
import type { StoreCore } from '../store-core.ts';
import { danglingIn } from './dangling.ts';
import type { LedgerChange, MergePreview } from './exchange-api.ts';
import { ownOffice } from './make-package.ts';
import type { PreparedMerge } from './merge-package.ts';
import { askedOf, openConflicts, shownConflicts } from './open-conflicts.ts';
import { incompleteIn } from './released.ts';

/** Dangling references listed; beyond these their number says enough. */
const MOST_LISTED = 50;
/** Conflicts likewise; every one of them is listed once it can be decided. */
const MOST_CONFLICTS = 100;

/** Whether whoever looks may not know of a record: what is restricted now, or would be, is not even counted for them. */
type IsHidden = (ledger: string, id: string) => boolean;

/** What a prepared merge would do, in the clerk's terms. */
export async function previewOf(core: StoreCore, prepared: PreparedMerge): Promise<MergePreview> {
  const { opened, plan, batches, released, purgedAgain, folded } = prepared;
  const { manifest } = opened;
  const { office, at, receiver, chains } = manifest;
  const own = ownOffice(core);
  const isOwn = office.id === own.id;
  const known = isOwn ? own.name : core.union.offices[office.id];
  const nameOf = (id: string) =>
    id === own.id ? officeName(core.state) : (core.union.offices[id] ?? manifest.offices[id]);
  const after = folded.fold.state;
  const isHidden: IsHidden = (ledger, id) =>
    core.clearance.hides(ledger, id) || core.clearance.hides(ledger, id, after);
  const dangling = danglingIn(after).filter(({ ledger, id }) => !isHidden(ledger, id));
  const conflicts = askedOf(core.clearance, after, folded.conflicts);
  const offices = { ...manifest.offices, ...core.union.offices };
  return {
    office: known ?? office.name,
    officeId: office.id,
    isKnown: known !== undefined,
    isOwn,
    madeAt: at,
    receiver,
    chains: Object.entries(chains).map(([chain, range]) => ({
      chain,
      office: nameOf(range.office) ?? office.name,
      from: range.from,
      to: range.to,
      fresh: plan.batches.filter(({ entries }) => entries[0]?.header.chain === chain).length,
    })),
    fresh: plan.batches.length,
    known: plan.known,
    along: prepared.along,
    released: released.length,
    incomplete: incompleteIn(batches, after),
    withheld: manifest.counts.withheld,
    ledgers: changedLedgers(core.state, after, isHidden),
    conflicts: conflicts.length,
    conflictsBefore: (await openConflicts(core)).length,
    conflictList: shownConflicts(core, { state: after, offices }, conflicts.slice(0, MOST_CONFLICTS)),
    purgedAgain: purgedAgain.filter(({ ledger, id }) => !isHidden(ledger, id)).length,
    doubled: doubledNumbers(after, isHidden),
    danglingTotal: dangling.length,
    dangling: dangling.slice(0, MOST_LISTED),
  };
}

/** Numbers of this office's cases that stand twice. */
function doubledNumbers(state: OfficeState, isHidden: IsHidden): readonly string[] {
  const doubled = new Set<string>();
  for (const { id, numbering } of state.ledgers) {
    const known = new Set<string>();
    for (const { id: record, values, office } of numbering ? state.table(id).records.values() : []) {
      const number = textIn(values, numbering?.field ?? '');
      if (office !== undefined || number === '' || isHidden(id, record)) continue;
      if (known.has(number)) doubled.add(number);
      known.add(number);
    }
  }
  return [...doubled];
}

/** How many records of each ledger would come, differ or go, and how many of those are this office's own. */
function changedLedgers(before: OfficeState, after: OfficeState, isHidden: IsHidden): readonly LedgerChange[] {
  return [...after.ledgers].flatMap(({ id, title }) => {
    const [old, now] = [before.table(id).records, after.table(id).records];
    let [added, changed, removed, own] = [0, 0, 0, 0];
    for (const [key, record] of now) {
      const was = old.get(key);
      if (was?.rev === record.rev || isHidden(id, key)) continue;
      if (was) changed += 1;
      else added += 1;
      if (was && was.office === undefined) own += 1;
    }
    for (const [key, was] of old) {
      if (now.has(key) || isHidden(id, key)) continue;
      removed += 1;
      if (was.office === undefined) own += 1;
    }
    return added + changed + removed > 0 ? [{ ledger: id, title, added, changed, removed, own }] : [];
  });
}
