import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { convertText } from '../../../shared/kit/convert/convert-text.ts';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Filter } from '../../../shared/kit/query.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import type { Column } from './columns.ts';

type Props = {
  readonly column: Column;
  readonly own: Filter | undefined;
  readonly onSet: (filter: Filter | undefined) => void;
};

/** From and to, typed as freely as in a form: 2026.1.5, 3万. */
export function RangeFilter({ column, own, onSet }: Props) {
  const { lookup, nameOf } = useReferenceBook();
  const { field, id } = column;
  const had = (side: 'from' | 'to') =>
    own && !('is' in own || 'contains' in own || 'blank' in own) ? formatValue(own[side], field, nameOf) : '';
  const isDay = field.kind === 'date' || field.kind === 'moment';
  const [from, setFrom] = useState(() => had('from'));
  const [to, setTo] = useState(() => had('to'));
  const [problem, setProblem] = useState('');

  const apply = () => {
    const ends = [convertText(from, field, lookup), convertText(to, field, lookup)] as const;
    const wrong = ends.flatMap(({ complaints }) => complaints).find(({ severity }) => severity === 'error');
    if (wrong) return setProblem(wrong.message);
    const [start, end] = ends.map(({ value }) => value);
    if (start === undefined && end === undefined) return onSet(undefined);
    onSet({ field: id, ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { to: end }) });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Group gap={6} wrap="nowrap">
        <TextInput
          aria-label="从"
          placeholder={isDay ? '如 2026-1-1' : '从'}
          value={from}
          onChange={(e) => setFrom(e.target.value)}
        />
        <Text>至</Text>
        <TextInput
          aria-label="至"
          placeholder={isDay ? '如 2026-3-31' : '至'}
          value={to}
          onChange={(e) => setTo(e.target.value)}
        />
      </Group>
      {problem !== '' && (
        <Text fz={13} c="var(--mantine-color-error)" mt={4}>
          {problem}
        </Text>
      )}
      <Button type="submit" fullWidth mt="xs">
        确定
      </Button>
    </form>
  );
}
