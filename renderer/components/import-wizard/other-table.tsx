import { Button, Group, Text } from '@mantine/core';
import type { ImportView } from '../../store/import/import-api.ts';
import { otherTableWords } from './import-words.ts';

type Props = {
  readonly view: Pick<ImportView, 'leftOut'>;
  readonly onTake: (isTaken: boolean) => void;
};

/** Rows that look like another table's, with one click for those that are this one's after all. */
export function OtherTable({ view, onTake }: Props) {
  const others = view.leftOut.find(({ reason }) => reason === '另一张表的行');
  if (others === undefined) return null;
  const isTaken = others.taken === others.rows;
  return (
    <Group gap="xs" data-testid="other-table">
      <Text size="sm">{otherTableWords(others)}</Text>
      <Button size="compact-sm" variant="subtle" onClick={() => onTake(!isTaken)}>
        {isTaken ? '还是另一张表' : '不是另一张表，都作为记录'}
      </Button>
    </Group>
  );
}
