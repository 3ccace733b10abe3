import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useOperator } from '../../components/session/use-operator.ts';
import { useTask } from '../../components/session/use-task.ts';
import styles from './settings.module.css';

/** Who works on this PC. */
export function OperatorName() {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const [operator, setOperator] = useOperator();
  const [typed, setTyped] = useState(operator);
  const name = typed.trim();

  const save = async () => {
    if (name === '') return;
    await store.setOperator(name);
    setOperator(name);
    say({ text: `本机经办人改为“${name}”，以后的操作记在这个名下。` });
  };

  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        run(save);
      }}
    >
      <TextInput
        label="姓名"
        value={typed}
        error={name === '' ? '请填写姓名' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {name !== operator && (
        <Button type="submit" loading={busy} disabled={name === ''} style={{ justifySelf: 'start' }}>
          保存姓名
        </Button>
      )}
    </form>
  );
}
