import { Badge, Button, CloseButton, Menu } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { Icon } from '../basics/icon.tsx';
import styles from './record-panel.module.css';

type Props = {
  readonly noun: string;
  readonly title: string;
  /** Where a case stands, in words; undefined for what has no workflow. */
  readonly state: string | undefined;
  readonly isDeletable: boolean;
  readonly tools: ReactNode;
  readonly onDelete: () => void;
  readonly onClose: () => void;
};

/** What an open record is called, where it stands, and what may be done with it as a whole. Its menus are not drawn with every letter typed below. */
export const PanelHead = memo(function PanelHead({ noun, title, state, isDeletable, tools, onDelete, onClose }: Props) {
  return (
    <header className={styles.head}>
      <h2 className={styles.title} title={title}>
        {title}
      </h2>
      {state !== undefined && (
        <Badge variant="light" radius="sm" size="lg" tt="none" fw={600} role="status" aria-label="状态">
          {state}
        </Badge>
      )}
      {tools}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" c="var(--plain)" px={8} aria-label="更多操作">
            <Icon name="more" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item c="red.9" disabled={!isDeletable} onClick={onDelete}>
            删除这条{noun}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CloseButton aria-label="关闭" onClick={onClose} />
    </header>
  );
});
