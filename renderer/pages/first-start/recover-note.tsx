import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { messageOf } from '../../components/session/message-of.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useStoreStatus } from '../../components/session/use-store-status.ts';
import styles from './first-start.module.css';

/** Shown where the database is empty and the journal is not: the records are not lost, and come back on a click. */
export function RecoverNote() {
  const { store } = useStoreClient();
  const status = useStoreStatus();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const ahead = status?.journalAhead ?? 0;
  if (ahead === 0) return null;
  const recover = () => {
    setBusy(true);
    store
      .recoverFromJournal()
      .catch((thrown) => setProblem(messageOf(thrown)))
      .finally(() => setBusy(false));
  };
  return (
    <Alert className={styles.head ?? ''} color="yellow" variant="light" title="这台电脑上有以前的记录">
      <Text mb={8}>
        日志副本里有 {ahead} 批操作，数据库里没有（可能被清除过）。副本完好，先找回再使用，不要重新设置。
      </Text>
      {problem && (
        <Text mb={8} role="alert">
          {problem}
        </Text>
      )}
      <Button loading={busy} onClick={recover}>
        找回 {ahead} 批操作
      </Button>
    </Alert>
  );
}
