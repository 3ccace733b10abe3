import { Button, Checkbox, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useReferenceBook } from '../../../components/session/reference-book.tsx';
import { useStoreStatus } from '../../../components/session/use-store-status.ts';
import styles from './recovery-sheet.module.css';

type Props = { readonly code: string; readonly onClose: () => void };

/** The recovery code, the one time it can be shown: on screen, and as a sheet of A4 for the safe. */
export function RecoverySheet({ code, onClose }: Props) {
  const [isKept, setKept] = useState(false);
  const office = useStoreStatus()?.office ?? '';
  const { today } = useReferenceBook();
  const sheet = (
    <>
      <h2>街道准入台账 恢复码</h2>
      <p>
        {office}　{today} 生成
      </p>
      <p className={styles.code}>{code}</p>
      <p>
        所有人都忘了口令时，在锁定画面点“忘记口令”，输入这个恢复码，可以为任何一位操作员重设口令。用过会记入操作记录。
      </p>
      <p>请装入信封封好，交单位负责人保管。谁有这张纸，谁就能进入程序。重做恢复码后，这张纸作废，请销毁。</p>
    </>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title="恢复码（只显示这一次）"
      size="md"
    >
      <div className={styles.sheet}>{sheet}</div>
      <Checkbox
        mt="md"
        label="已打印或抄好，并交人保管"
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="space-between" mt="md">
        <Text fz={13} c="var(--quiet)">
          程序里不保存这个码，关闭后看不到。
        </Text>
        <Group gap={8}>
          <Button variant="default" onClick={() => window.print()}>
            打印
          </Button>
          <Button disabled={!isKept} onClick={onClose}>
            关闭
          </Button>
        </Group>
      </Group>
      {createPortal(
        <div className={styles.print} aria-hidden="true">
          {sheet}
        </div>,
        document.body,
      )}
    </Modal>
  );
}
