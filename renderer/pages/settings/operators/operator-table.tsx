import { Anchor, Button } from '@mantine/core';
import { Link } from 'wouter';
import { operator as operators } from '../../../../shared/ledgers/operator.ts';
import { isGuarded, type Operator } from '../../../../shared/operators/roster.ts';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import words from '../../../components/basics/words.module.css';
import { recordLink } from '../../../components/session/record-link.ts';
import { isBrowser } from '../../../desktop/desktop.ts';
import type { PasswordTask } from './password-dialog.tsx';

type Props = {
  readonly roster: readonly Operator[];
  /** Whether whoever works now may keep the roster. */
  readonly mayKeep: boolean;
  readonly own: string | undefined;
  readonly onPassword: (task: PasswordTask) => void;
};

/** The operators of today with what each may do. Everything but passwords is kept in the ledger. */
export function OperatorTable({ roster, mayKeep, own, onPassword }: Props) {
  return (
    <PlainTable aria-label="操作员">
      <thead>
        <tr>
          <th>姓名</th>
          <th>角色</th>
          <th>受限内容</th>
          <th>口令</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {roster.map((operator) => (
          <tr key={operator.id}>
            <td>
              <Anchor component={Link} fz="inherit" href={recordLink(operators.id, operator.id)}>
                {operator.name}
              </Anchor>
              {operator.id === own && <span className={words.quiet}>（本人）</span>}
            </td>
            <td>{operator.role}</td>
            <td>{operator.isCleared ? '可看' : '不可看'}</td>
            <td>{operator.hasPassword ? '已设' : '未设'}</td>
            <td className={words.act}>
              {!isBrowser &&
                tasksFor(operator, roster, mayKeep, own).map(({ label, task }) => (
                  <Button
                    key={label}
                    variant="subtle"
                    px={8}
                    h={26}
                    aria-label={`${label} ${operator.name}`}
                    onClick={() => onPassword(task)}
                  >
                    {label}
                  </Button>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

/** What may be done with an operator's password now. The first one is an administrator's: someone must keep the rest. */
function tasksFor(operator: Operator, roster: readonly Operator[], mayKeep: boolean, own: string | undefined) {
  const tasks: { readonly label: string; readonly task: PasswordTask }[] = [];
  if (!isGuarded(roster)) {
    if (operator.role === '管理员') tasks.push({ label: '设口令', task: { kind: 'first', operator } });
    return tasks;
  }
  if (!mayKeep && operator.id !== own) return tasks;
  tasks.push({ label: operator.hasPassword ? '改口令' : '设口令', task: { kind: 'set', operator } });
  if (mayKeep && operator.hasPassword) tasks.push({ label: '取消口令', task: { kind: 'remove', operator } });
  return tasks;
}
