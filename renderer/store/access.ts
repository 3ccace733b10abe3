import type { Change } from '../../shared/history/change.ts';
import { withFields } from '../../shared/history/field-changes.ts';
import { type Complaint, error, hasError } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerRecord, Value } from '../../shared/kit/values.ts';
import { operator as operators } from '../../shared/ledgers/operator.ts';
import { parameter } from '../../shared/ledgers/parameter.ts';
import { adminOnly, isGuarded, type Operator, operatorNamed, rosterOn } from '../../shared/operators/roster.ts';
import { isSeparated, SECURITY_GROUP, separationComplaints } from '../../shared/operators/security-rules.ts';
import { creatorOf } from './record-log.ts';
import type { Offer } from './store-api.ts';
import type { StoreCore } from './store-core.ts';

/** Who works with the program today. */
export const rosterOf = ({ state, today }: StoreCore): readonly Operator[] =>
  rosterOn(state.table(operators.id).records.values(), today);

/**
 * Why a batch may not be written by whoever works now: the roster and the rules that guard it are an administrator's,
 * once there are passwords. Undoing and bringing back go through here too.
 */
export function accessRefusal(core: StoreCore, changes: readonly Change[]): Complaint | undefined {
  const { operator } = core;
  const roster = rosterOf(core);
  const own = operatorNamed(roster, operator)?.id;
  const ofRoster = changes.filter((change) => change.ledger === operators.id);
  if (ofRoster.some((change) => !isOwnPassword(change, own))) {
    const barred = adminOnly(roster, operator, '修改操作员名册');
    if (barred) return barred;
  }
  if (ofRoster.length > 0) return adminLeft(core, ofRoster);
  const ofRules = changes.some((change) => change.ledger === parameter.id && isOfSecurity(core, change));
  return ofRules ? adminOnly(roster, operator, '修改安全设置') : undefined;
}

/** While there are passwords someone must be left who may keep the roster. */
function adminLeft({ state, today }: StoreCore, changes: readonly Change[]): Complaint | undefined {
  const records = new Map(state.table(operators.id).records);
  for (const { id, ...change } of changes) {
    const { rev = '', values = {} } = records.get(id) ?? {};
    if (change.kind === 'delete') records.delete(id);
    else
      records.set(id, {
        id,
        rev,
        values: change.kind === 'create' ? change.values : withFields(values, change.fields),
      });
  }
  const roster = rosterOn(records.values(), today);
  if (!isGuarded(roster) || roster.some(({ role, hasPassword }) => role === '管理员' && hasPassword)) return undefined;
  return error(
    'operator/last-admin',
    '启用口令时至少要有一位设了口令的管理员，没有改动名册。请先为另一位管理员设好口令。',
  );
}

/** Whoever changed a password has it noted on the own row. */
const isOwnPassword = (change: Change, own: string | undefined): boolean =>
  change.kind === 'update' && change.id === own && Object.keys(change.fields).every((field) => field === 'passwordAt');

function isOfSecurity({ state }: StoreCore, change: Change): boolean {
  const groups: (Value | undefined)[] = [state.table(parameter.id).records.get(change.id)?.values.group];
  if (change.kind !== 'update') groups.push(change.values.group);
  else groups.push(change.fields.group?.before, change.fields.group?.after);
  return groups.includes(SECURITY_GROUP);
}

/** What entering and checking kept apart says to an act; nothing where the office has not asked for it. */
export async function separationOf(
  core: StoreCore,
  ledger: Ledger,
  record: LedgerRecord,
  transition: string,
): Promise<readonly Complaint[]> {
  if (!ledger.workflow?.transitions[transition]?.isReview || !isSeparated(core.context())) return [];
  const enteredBy = await creatorOf(core, ledger.id, record.id);
  return separationComplaints({ ledger, transition, operator: core.operator, enteredBy }, rosterOf(core));
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
