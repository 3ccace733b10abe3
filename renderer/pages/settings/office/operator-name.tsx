import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLock } from '../../../components/lock/lock-context.tsx';
import { useNotices } from '../../../components/session/notice.tsx';
import { useOperator } from '../../../components/session/use-operator.ts';
import styles from '../settings.module.css';

/** Who works on this PC. */
export function OperatorName() {
  const { say } = useNotices();
  const { isGuarded } = useLock();
  const [operator, setOperator] = useOperator();
  const [typed, setTyped] = useState(operator);
  const name = typed.trim();
  if (isGuarded) return <Text>{operator}（按登录的操作员记录；换人请按 Ctrl+L 锁定后登录）</Text>;
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '') return;
        // The store hears of it, and of what that name may see, as soon as it is kept.
        setOperator(name);
        say({ text: `本机经办人改为“${name}”，以后的操作记在这个名下。` });
      }}
    >
      <TextInput
        label="姓名"
        value={typed}
        error={name === '' ? '请填写姓名' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {name !== operator && (
        <Button type="submit" disabled={name === ''} style={{ justifySelf: 'start' }}>
          保存姓名
        </Button>
      )}
    </form>
  );
}
