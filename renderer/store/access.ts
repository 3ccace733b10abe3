import { mergeNoteOf } from '../../shared/exchange/merge-note.ts';
import type { Change, Reason } from '../../shared/history/change.ts';
import type { Draft } from '../../shared/history/draft.ts';
import { withFields } from '../../shared/history/field-changes.ts';
import { isPurge } from '../../shared/history/purge.ts';
import { type Complaint, error } from '../../shared/kit/complaint.ts';
import { textIn } from '../../shared/kit/field-values.ts';
import type { Day, LedgerRecord, Value } from '../../shared/kit/values.ts';
import { operator as operators } from '../../shared/ledgers/operator.ts';
import { parameter } from '../../shared/ledgers/parameter.ts';
import { adminOnly, isGuarded, type Operator, operatorNamed, rosterOn } from '../../shared/operators/roster.ts';
import { SECURITY_GROUP } from '../../shared/operators/security-rules.ts';
import { sharesName } from '../../shared/rules/operator-checks.ts';
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
  const refusal = ofRoster.length > 0 ? rosterRefusal(core, ofRoster) : undefined;
  if (refusal) return refusal;
  const ofRules = changes.some((change) => change.ledger === parameter.id && isOfSecurity(core, change));
  return ofRules ? adminOnly(roster, operator, '修改安全设置') : undefined;
}

/** What is wrong with the roster as it will stand, whatever made it so: the form, a sheet, undoing, the trash. */
function rosterRefusal({ state, today }: StoreCore, changes: readonly Change[]): Complaint | undefined {
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
  return adminLeft(records, today) ?? nameShared(records, changes);
}

/** While there are passwords someone must be left who may keep the roster, on every day to come. */
function adminLeft(records: ReadonlyMap<string, LedgerRecord>, today: Day): Complaint | undefined {
  if (!isGuarded(rosterOn(records.values(), today))) return undefined;
  const turns = [...records.values()].flatMap(({ values }) => [textIn(values, 'onFrom'), textIn(values, 'offFrom')]);
  for (const day of [today, ...turns.filter((turn) => turn > today).toSorted()]) {
    if (rosterOn(records.values(), day).some(({ role, hasPassword }) => role === '管理员' && hasPassword)) continue;
    const since = day === today ? '' : `${day} 起就没有了，`;
    return error(
      'operator/last-admin',
      `启用口令时至少要有一位设了口令的管理员，${since}没有改动名册。请先为另一位管理员设好口令。`,
    );
  }
  return undefined;
}

/** Rows that come together, or back, were not seen by the check of the form. */
function nameShared(records: ReadonlyMap<string, LedgerRecord>, changes: readonly Change[]): Complaint | undefined {
  for (const { id } of changes.filter(isOfName)) {
    const one = records.get(id);
    const isShared = [...records.values()].some(
      (other) => other.id !== id && one && sharesName(one.values, other.values),
    );
    if (!one || !isShared) continue;
    const message = `名册里会有两个任职时间重叠的“${textIn(one.values, 'name')}”，操作记录按姓名记，就分不清了。没有改动名册，请先给其中一位改名或填好停用日期。`;
    return error('operator/name', message);
  }
  return undefined;
}

const isOfName = (change: Change): boolean =>
  change.kind === 'create' ||
  (change.kind === 'update' && ['name', 'onFrom', 'offFrom'].some((field) => field in change.fields));

/** Whoever changed a password has it noted on the own row. */
const isOwnPassword = (change: Change, own: string | undefined): boolean =>
  change.kind === 'update' && change.id === own && Object.keys(change.fields).every((field) => field === 'passwordAt');

function isOfSecurity({ state }: StoreCore, change: Change): boolean {
  const groups: (Value | undefined)[] = [state.table(parameter.id).records.get(change.id)?.values.group];
  if (change.kind !== 'update') groups.push(change.values.group);
  else groups.push(change.fields.group?.before, change.fields.group?.after);
  return groups.includes(SECURITY_GROUP);
}

/**
 * Why drafts may not be written for a reason: what a reason allows (history/draft.ts) is the store's own to give, by taking
 * an act, undoing, or bringing back. 存量导入 brings rows that come new, with the decisions they had.
 */
export function reasonRefusal(drafts: readonly Draft[], reason: Reason): Complaint | undefined {
  const { kind } = reason;
  const isOwn =
    ['transition', 'correction', 'undo', 'restore'].includes(kind) ||
    isPurge(reason) ||
    mergeNoteOf(reason) !== undefined;
  const isOver = kind === 'opening' && drafts.some((draft) => draft.kind !== 'create');
  if (!isOwn && !isOver) return undefined;
  return error('write/reason', '办理、更正、撤销和恢复不能这样写入，没有改动任何数据。请在记录里办理。');
}
