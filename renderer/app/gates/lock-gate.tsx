import { Fragment, type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Operator } from '../../../shared/operators/roster.ts';
import { type Lock, LockContext } from '../../components/lock/lock-context.tsx';
import { keptOperator } from '../../components/session/kept-operator.ts';
import { useOperator } from '../../components/session/use-operator.ts';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';
import type { StoreClient } from '../../store/store-client.ts';
import { latePage } from '../frame/late-page.tsx';
import { Gate } from './gate.tsx';
import { useAccess } from './use-access.ts';
import { useIdleLock } from './use-idle-lock.ts';

const LockPage = latePage(async () => (await import('../../pages/lock/lock-page.tsx')).LockPage);

type Props = { readonly client: StoreClient; readonly children: ReactNode };

/** Who has the program open; `round` grows when another sits down, whose screens start over. */
type Session = {
  readonly operator: Pick<Operator, 'id' | 'name'>;
  readonly isLocked: boolean;
  readonly round: number;
};

/**
 * Stands between the open data and the program. With passwords it lets in whoever has one, and locks again by key or
 * after a while. What was open stays behind the lock, out of sight, for the same operator; the store answers nothing.
 */
export function LockGate({ client, children }: Props) {
  const { access, problem } = useAccess(client);
  const { session, workAs, lock } = useSession(client);
  const [isTold, setTold] = useState(false);
  const { roster, isGuarded = false, isLost = false, lockAfter = 0 } = access ?? {};

  const entered = session?.operator;
  const operator = isGuarded ? roster?.find(({ id, name }) => id === entered?.id && name === entered.name) : undefined;
  // Whoever was taken off the roster meanwhile, or goes by another name, is let in no more: by the store neither.
  const isLocked = isGuarded && (operator === undefined || session?.isLocked === true);
  useIdleLock(isGuarded && !isLocked ? lockAfter : 0, lock);
  useShortcut('lock', lock, { isOn: isGuarded && !isLocked, inDialog: true });
  const value = useMemo<Lock>(
    () => ({ roster: roster ?? [], isGuarded, operator, lock, workAs }),
    [roster, isGuarded, operator, lock, workAs],
  );

  if (problem !== undefined)
    return (
      <Gate title="没有打开数据" actions={[{ label: '重试', run: () => window.location.reload(), isMain: true }]}>
        {problem}
      </Gate>
    );
  if (!access) return null;
  if (isLost && !isTold) {
    const enter = async () => {
      await client.enterWithoutPasswords(keptOperator());
      setTold(true);
    };
    return (
      <Gate title="口令文件不见了" actions={[{ label: '记入操作记录并打开', run: () => void enter(), isMain: true }]}>
        {'数据文件夹里的口令文件（operators.json）被删除或移走了，现在没有口令可以核对。\n\n' +
          '记录都在，没有受影响。打开后，请管理员到“设置—操作员”重新设口令，并查清是谁动了数据文件夹。'}
      </Gate>
    );
  }
  return (
    <LockContext value={value}>
      {(session !== undefined || !isGuarded) && <Fragment key={session?.round ?? 0}>{children}</Fragment>}
      {isLocked && <LockPage roster={access.roster} client={client} last={session?.operator.id} onEnter={workAs} />}
    </LockContext>
  );
}

function useSession(client: StoreClient) {
  const [session, setSession] = useState<Session>();
  const [, setName] = useOperator();
  const workAs = useCallback(
    async ({ id, name }: Operator, password: string) => {
      await client.enter(id, password);
      setName(name);
      setSession((before) => {
        const isOther = before !== undefined && before.operator.id !== id;
        return { operator: { id, name }, isLocked: false, round: (before?.round ?? 0) + Number(isOther) };
      });
    },
    [client, setName],
  );
  const lock = useCallback(() => {
    setSession((before) => before && { ...before, isLocked: true });
    void client.lock();
  }, [client]);
  return { session, workAs, lock };
}
