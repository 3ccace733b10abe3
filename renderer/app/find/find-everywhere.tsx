import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../components/basics/icon.tsx';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';
import { FindBox } from './find-box.tsx';

/** The search over every ledger: Ctrl+K from anywhere, a form with a cursor in it too. */
export function FindEverywhere() {
  const [isOpen, setOpen] = useState(false);
  useShortcut('findEverywhere', () => setOpen(true));
  const close = () => setOpen(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="search" />}
        style={{ flex: 'none' }}
        onClick={() => setOpen(true)}
      >
        查找全部台账（Ctrl+K）
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        withCloseButton={false}
        centered={false}
        yOffset="10vh"
        size={720}
        padding={0}
        overlayProps={{ backgroundOpacity: 0.3 }}
        attributes={{ content: { 'aria-label': '查找全部台账' } }}
      >
        <FindBox onLeave={close} />
      </Modal>
    </>
  );
}
