import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from '../frame/frame.module.css';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: readonly { readonly label: string; readonly run: () => void; readonly isMain?: boolean }[];
};

/** What stands in place of the program while it cannot be worked with: what happened, what is safe, what to do. */
export function Gate({ title, children, actions = [] }: Props) {
  return (
    <div className={styles.gate}>
      <div className={styles.gateBox} role="status">
        <Title order={1} fz={18} mb="xs">
          {title}
        </Title>
        <Text component="div" style={{ whiteSpace: 'pre-line' }}>
          {children}
        </Text>
        {actions.length > 0 && (
          <Group mt="md">
            {actions.map(({ label, run, isMain }) => (
              <Button key={label} variant={isMain ? 'filled' : 'default'} onClick={run}>
                {label}
              </Button>
            ))}
          </Group>
        )}
      </div>
    </div>
  );
}
