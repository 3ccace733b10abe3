import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Operator } from '../../../shared/operators/roster.ts';
import { NewPasswordFields, NO_PASSWORD, newPasswordFaults } from '../../components/lock/new-password-fields.tsx';
import { notePassword } from '../../components/lock/note-password.ts';
import { useFormTask } from '../../components/session/use-task.ts';
import { desktop } from '../../desktop/desktop.ts';
import type { StoreClient } from '../../store/store-client.ts';

type Props = {
  readonly operator: Operator;
  readonly client: StoreClient;
  readonly onEnter: (operator: Operator, password: string) => Promise<void>;
  readonly onBack: () => void;
};

/** A forgotten password loses nothing: the printed code sets another, and the log says so. */
export function ForgottenPassword({ operator, client, onEnter, onBack }: Props) {
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState(NO_PASSWORD);
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useFormTask();
  const faults = newPasswordFaults(typed, operator.name);

  const reset = async () => {
    await desktop().operators.setPassword(operator.id, typed.password, { code });
    await onEnter(operator, typed.password);
    await notePassword(client.store, operator.id, `${operator.name}凭恢复码重设口令`);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (Object.keys(faults).length === 0 && code.trim() !== '') run(reset);
      }}
    >
      <Stack gap={12}>
        <Text fz={13}>
          口令忘了，记录不会丢。请管理员登录后在“设置—操作员”里重设；管理员也忘了，用打印保管的恢复码在这里重设，会记入操作记录。
        </Text>
        <TextInput
          label="恢复码"
          placeholder="XXXX-XXXX-XXXX-XXXX-XXXX"
          autoFocus
          autoComplete="off"
          value={code}
          error={problem ?? (tried && code.trim() === '' ? '请输入纸上的恢复码' : undefined)}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NewPasswordFields value={typed} faults={tried ? faults : {}} onChange={setTyped} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            返回
          </Button>
          <Button type="submit" loading={busy}>
            重设并进入
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
