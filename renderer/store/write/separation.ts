import type { Entry } from '../../../shared/history/batch.ts';
import type { Change, Reason } from '../../../shared/history/change.ts';
import { isPurge } from '../../../shared/history/purge.ts';
import { recordKey } from '../../../shared/history/references.ts';
import { type Complaint, hasError } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { checkingActsIn, isChecking } from '../../../shared/operators/checking-acts.ts';
import { isSeparated, separationComplaints } from '../../../shared/operators/security-rules.ts';
import { rosterOf } from '../access.ts';
import { creatorOf } from '../query/record-log.ts';
import type { Offer } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';

async function complaintsOf(core: StoreCore, ledger: Ledger, id: string, transition: string) {
  const enteredBy = await creatorOf(core, ledger.id, id);
  return separationComplaints({ ledger, transition, operator: core.operator, enteredBy }, rosterOf(core));
}

/** What entering and checking kept apart says to an act; nothing where the office has not asked for it. */
export async function separationOf(
  core: StoreCore,
  ledger: Ledger,
  { id, values }: LedgerRecord,
  transition: string,
): Promise<readonly Complaint[]> {
  if (!isSeparated(core.context()) || !isChecking(ledger, transition, values)) return [];
  return complaintsOf(core, ledger, id, transition);
}

/** The acts a record offers, with what keeping apart has against them: said before a form is filled in vain. */
export async function offersKeptApart(
  core: StoreCore,
  ledgerId: string,
  record: LedgerRecord,
  offers: readonly Offer[],
): Promise<readonly Offer[]> {
  const ledger = core.state.ledger(ledgerId);
  if (!ledger) return offers;
  return Promise.all(
    offers.map(async (offer) => {
      const separation = await separationOf(core, ledger, record, offer.transition);
      return hasError(separation) ? { ...offer, complaints: [...offer.complaints, ...separation] } : offer;
    }),
  );
}

/** Why a change may not be written by whoever works: it touches an act of checking that is not theirs to take. */
async function refusalOf(core: StoreCore, change: Change): Promise<Complaint | undefined> {
  const ledger = core.state.ledger(change.ledger);
  const values = core.state.table(change.ledger).records.get(change.id)?.values ?? {};
  for (const transition of ledger ? checkingActsIn(ledger, change, values) : []) {
    const said = ledger ? await complaintsOf(core, ledger, change.id, transition) : [];
    const refusal = said.find(({ severity }) => severity === 'error');
    if (refusal) return refusal;
  }
  return undefined;
}

/** Why a batch may not be written, whatever made it: an act, undoing, deleting. A purge decides nothing anew. */
export async function separationRefusal(
  core: StoreCore,
  changes: readonly Change[],
  reason: Reason,
): Promise<Complaint | undefined> {
  if (!isSeparated(core.context()) || isPurge(reason)) return undefined;
  for (const change of changes) {
    const refusal = await refusalOf(core, change);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Records of a batch that whoever works may not undo, with why, by `recordKey`. */
export async function keptApart(core: StoreCore, entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  if (!isSeparated(core.context())) return kept;
  for (const { sealed } of entries) {
    for (const one of sealed) {
      const refusal = 'change' in one ? await refusalOf(core, one.change) : undefined;
      if ('change' in one && refusal) kept.set(recordKey(one.change.ledger, one.change.id), refusal.message);
    }
  }
  return kept;
}
