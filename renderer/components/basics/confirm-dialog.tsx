import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** Names the act and its object: 删除选中的 12 条. */
  readonly act: string;
  /** Red for deleting. */
  readonly deletes?: boolean;
  /** A second way on. */
  readonly other?: { readonly act: string; readonly run: () => void };
  /** Something in the dialog must be said first. */
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks before something is done that a slip should not do. Enter confirms nothing by itself: 取消 has the focus. */
export function ConfirmDialog(props: Props) {
  const { title, children, act, deletes = false, other, disabled = false, onConfirm, onCancel } = props;
  return (
    <Modal opened onClose={onCancel} title={title} size="md">
      <Text component="div">{children}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onCancel}>
          取消
        </Button>
        {other && (
          <Button variant="default" onClick={other.run}>
            {other.act}
          </Button>
        )}
        <Button {...(deletes ? { color: 'red.9' } : {})} disabled={disabled} onClick={onConfirm}>
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
