import { Button, Text } from '@mantine/core';
import styles from './record-panel.module.css';

type Props = {
  readonly busy: boolean;
  readonly problem: string | undefined;
  /** Said while nothing is wrong. */
  readonly hint?: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
};

/** Below the form while something is unsaved. */
export function SaveBar({ busy, problem, hint = '有未保存的修改（Ctrl+S 保存）', onSave, onDiscard }: Props) {
  return (
    <div className={styles.save}>
      <Text fz={13} c={problem ? 'var(--mantine-color-error)' : 'var(--quiet)'} style={{ flex: 1 }} role="status">
        {problem ?? hint}
      </Text>
      <Button variant="default" onClick={onDiscard}>
        取消
      </Button>
      <Button loading={busy} onClick={onSave}>
        保存
      </Button>
    </div>
  );
}
