import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

/** Answers that come sooner show no skeleton: it would only flicker. */
const PATIENCE = 200;

/** Grey lines where rows will stand, shown only once waiting is worth showing. */
export function LoadingLines({ lines = 6 }: { readonly lines?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <Stack gap={10} p="md" role="status" aria-label="正在读取">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} height={16} animate={false} />
      ))}
    </Stack>
  );
}

type NoteProps = {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

/** A designed emptiness or failure: what this is or what happened, and the first step. */
export function StateNote({ title, text, action }: NoteProps) {
  return (
    <Stack gap={6} align="center" py={48} px="md">
      <Text fw={600}>{title}</Text>
      <Text c="var(--quiet)" ta="center" maw={620} style={{ whiteSpace: 'pre-line' }}>
        {text}
      </Text>
      {action && (
        <Button variant="default" mt="xs" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </Stack>
  );
}
