import { type Complaint, error, warning } from '../kit/complaint.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { isGuarded, type Operator, operatorNamed } from './roster.ts';

/** Group of dated parameters that say how the office guards its work. */
export const SECURITY_GROUP = '安全';
export const LOCK_AFTER = '自动锁定';
export const SEPARATION = '经办审核分离';

/** Minutes without a touch after which the program locks, where the office says nothing else (inferred). */
export const DEFAULT_LOCK_AFTER = 10;

/** Minutes to the lock; 0 where the office wants none. Anything that is no number counts as the default. */
export function lockAfter({ parameter, today }: Pick<LedgerContext, 'parameter' | 'today'>): number {
  const said = parameter(SECURITY_GROUP, LOCK_AFTER, today);
  return said !== undefined && /^\d+$/.test(said) ? Number(said) : DEFAULT_LOCK_AFTER;
}

export const isSeparated = ({ parameter, today }: Pick<LedgerContext, 'parameter' | 'today'>): boolean =>
  parameter(SECURITY_GROUP, SEPARATION, today) === '是';

/** Who wants to take which act of a case, and who entered the case; undefined where the log does not reach back. */
export type Act = {
  readonly ledger: Ledger;
  readonly transition: string;
  readonly operator: string;
  readonly enteredBy: string | undefined;
};

/**
 * What stands against an act of checking (`isChecking`) where the office keeps entering and checking apart (内部控制: 不相容岗位相互分离,
 * 行政事业单位内部控制规范 第十二条): whoever entered a case does not check it, nor take its checking back, and where there are passwords only
 * 审核人 and 管理员 check.
 */
export function separationComplaints(
  { ledger, transition, operator, enteredBy }: Act,
  roster: readonly Operator[],
): readonly Complaint[] {
  const act = ledger.workflow?.transitions[transition];
  if (!act) return [];
  if (enteredBy === operator) {
    const message = `这件${ledger.noun}由${operator || '未署名的操作员'}登记，不能由同一人办理或撤销“${act.title}”（本单位已启用经办审核分离）。请换审核人办理。`;
    return [error('separation/same', message)];
  }
  if (isGuarded(roster) && operatorNamed(roster, operator)?.role === '经办人')
    return [
      error('separation/role', `“${act.title}”须由审核人办理和撤销（本单位已启用经办审核分离），${operator}是经办人。`),
    ];
  if (enteredBy === undefined)
    return [warning('separation/unknown', `这件${ledger.noun}由谁登记，操作记录里查不到，请自行核对不是同一人。`)];
  return [];
}
