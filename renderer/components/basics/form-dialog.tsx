import { Button, Group, Modal, type ModalProps, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly size?: ModalProps['size'];
  readonly children: ReactNode;
  /** What stands against it and belongs to no field. */
  readonly problems?: readonly string[];
  /** Names the act: 登记, 保存改动. */
  readonly act: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
};

/** A few fields in a dialog: what is refused stands above the buttons, Enter in a field sends. */
export function FormDialog({ title, size = 'sm', children, problems = [], act, busy, onSubmit, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onSubmit();
        }}
      >
        <Stack gap={12}>
          {children}
          {problems.map((problem) => (
            <Text key={problem} c="var(--mantine-color-error)" role="alert">
              {problem}
            </Text>
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={busy}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
