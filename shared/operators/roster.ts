import { type Complaint, error } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { isInUse } from '../kit/in-use.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { ROLES } from '../ledgers/operator.ts';

export type Role = (typeof ROLES)[number];

/** Someone who works with the program now. */
export type Operator = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly isCleared: boolean;
  /** Whether a password was set: the log says so, the shell holds it. */
  readonly hasPassword: boolean;
};

const isRole = (word: string): word is Role => ROLES.some((role) => role === word);

/** The operators of a day by name, those not yet and no longer in office left out. */
export function rosterOn(records: Iterable<LedgerRecord>, today: Day): readonly Operator[] {
  const operators: Operator[] = [];
  for (const { id, values } of records) {
    const role = textIn(values, 'role');
    const hasPassword = textIn(values, 'passwordAt') !== '';
    // Whoever has a password has begun: a clock set back must not empty the roster and so open the lock.
    const term = hasPassword ? { ...values, onFrom: '' } : values;
    if (!isInUse(term, today) || !isRole(role)) continue;
    operators.push({ id, name: textIn(values, 'name'), role, isCleared: values.cleared === true, hasPassword });
  }
  return operators.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether the program asks for passwords: as soon as one operator has one. Else a name is all, as before. */
export const isGuarded = (roster: readonly Operator[]): boolean => roster.some(({ hasPassword }) => hasPassword);

/** What the roster says of whoever works under a name; undefined for a name it does not know. */
export const operatorNamed = (roster: readonly Operator[], name: string): Operator | undefined =>
  roster.find((operator) => operator.name === name);

/** Why only an administrator may do something; undefined where that is not asked for or is given. */
export function adminOnly(roster: readonly Operator[], name: string, what: string): Complaint | undefined {
  if (!isGuarded(roster) || operatorNamed(roster, name)?.role === '管理员') return undefined;
  const admins = roster.filter(({ role }) => role === '管理员').map((operator) => operator.name);
  const whom = admins.length > 0 ? `请找${admins.join('、')}` : '请先凭恢复码登录后指定管理员';
  return error('operator/admin-only', `只有管理员可以${what}，没有改动任何数据。${whom}。`);
}
