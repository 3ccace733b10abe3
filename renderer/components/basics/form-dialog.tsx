import { Button, Group, Modal, type ModalProps, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

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

/** Something to type into or to choose from; a box to tick may stand before it. */
const TYPED = 'input:not([type=hidden], [type=checkbox], [type=radio]), textarea';

/** Where the cursor begins; the dialog itself would begin at the button that closes it. */
function markFirstField(form: HTMLFormElement | null): void {
  (form?.querySelector(TYPED) ?? form?.querySelector('input'))?.setAttribute('data-autofocus', '');
}

/**
 * A few fields in a dialog: the cursor begins in the first, Enter in a field sends, what is refused stands above the buttons
 * or below its field, which then has the cursor.
 */
export function FormDialog({ title, size = 'sm', children, problems = [], act, busy, onSubmit, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [sent, setSent] = useState(0);
  useEffect(() => {
    // Once it is answered, be it at once or by the store.
    if (sent > 0 && !busy) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [sent, busy]);
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form
        ref={(element) => {
          form.current = element;
          markFirstField(element);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (busy) return;
          setSent(sent + 1);
          onSubmit();
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
