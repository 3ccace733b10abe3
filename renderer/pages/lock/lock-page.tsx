import { Button, NativeSelect, PasswordInput, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Operator } from '../../../shared/operators/roster.ts';
import { keptOperator } from '../../components/session/kept-operator.ts';
import { useFormTask } from '../../components/session/use-task.ts';
import type { StoreClient } from '../../store/store-client.ts';
import { ForgottenPassword } from './forgotten-password.tsx';
import styles from './lock.module.css';

type Props = {
  readonly roster: readonly Operator[];
  readonly client: StoreClient;
  /** Whoever had the program open before it was locked. */
  readonly last: string | undefined;
  readonly onEnter: (operator: Operator, password: string) => Promise<void>;
};

/** The locked program: nothing of the data, only who may go on. */
export function LockPage({ roster, client, last, onEnter }: Props) {
  const able = roster.filter(({ hasPassword }) => hasPassword);
  const [chosen, setChosen] = useState(
    () => (able.find(({ id }) => id === last) ?? able.find(({ name }) => name === keptOperator()) ?? able[0])?.id,
  );
  const [isForgotten, setForgotten] = useState(false);
  const operator = able.find(({ id }) => id === chosen) ?? able[0];
  const before = roster.find(({ id }) => id === last);
  return (
    <OverEverything>
      <main className={styles.box}>
        <Title order={1} fz={18}>
          街道准入台账 · 已锁定
        </Title>
        <Text c="var(--quiet)" mb="md">
          记录都已保存。输入口令后从离开的地方继续。
        </Text>
        <NativeSelect
          label="操作员"
          mb="sm"
          value={operator?.id ?? ''}
          data={able.map(({ id, name, role }) => ({ value: id, label: `${name}（${role}）` }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        {before && operator && before.id !== operator.id && (
          <Text fz={13} c="var(--mantine-color-error)" mb="sm">
            换人登录会关闭{before.name}打开的画面，没有保存的内容会丢失。
          </Text>
        )}
        {operator && !isForgotten && (
          <PasswordForm
            key={operator.id}
            operator={operator}
            onEnter={onEnter}
            onForgotten={() => setForgotten(true)}
          />
        )}
        {operator && isForgotten && (
          <ForgottenPassword
            key={operator.id}
            operator={operator}
            client={client}
            onEnter={onEnter}
            onBack={() => setForgotten(false)}
          />
        )}
      </main>
    </OverEverything>
  );
}

type FormProps = {
  readonly operator: Operator;
  readonly onEnter: Props['onEnter'];
  readonly onForgotten: () => void;
};

function PasswordForm({ operator, onEnter, onForgotten }: FormProps) {
  const [password, setPassword] = useState('');
  const { busy, problem, run } = useFormTask();
  const enter = async () => {
    try {
      await onEnter(operator, password);
    } catch (thrown) {
      setPassword('');
      throw thrown;
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') run(enter);
      }}
    >
      <Stack gap={12}>
        <PasswordInput
          label="口令"
          autoFocus
          value={password}
          error={problem}
          visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          进入
        </Button>
        <UnstyledButton fz={13} c="blue.7" onClick={onForgotten}>
          忘记口令
        </UnstyledButton>
      </Stack>
    </form>
  );
}

/** Keys that reach nothing while the program is locked: what lies behind the lock hears none. */
const stopped = (event: KeyboardEvent): void => event.stopImmediatePropagation();

/** Beside everything else in the window, dialogs included, which is hidden meanwhile. */
function OverEverything({ children }: { readonly children: ReactNode }) {
  const [root] = useState(() => document.createElement('div'));
  useEffect(() => {
    root.dataset.lockRoot = '';
    document.body.append(root);
    document.body.dataset.locked = '';
    window.addEventListener('keydown', stopped, true);
    return () => {
      window.removeEventListener('keydown', stopped, true);
      delete document.body.dataset.locked;
      root.remove();
    };
  }, [root]);
  return createPortal(<div className={styles.screen}>{children}</div>, root);
}
