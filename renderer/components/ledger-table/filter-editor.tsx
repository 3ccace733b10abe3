import { Button, Divider, Group, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { isNumeric } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter, Query } from '../../../shared/kit/query.ts';
import type { Column } from './columns.ts';
import { ContainsFilter } from './contains-filter.tsx';
import { RangeFilter } from './range-filter.tsx';
import { ValueListFilter } from './value-list-filter.tsx';

type Way = 'list' | 'contains' | 'range';

const WORDS: { readonly [way in Way]: string } = { list: '按值', contains: '包含', range: '范围' };

function waysOf({ field }: Column): readonly Way[] {
  if (isNumeric(field) || field.kind === 'date' || field.kind === 'month') return ['range', 'list'];
  if (field.kind === 'moment') return ['range'];
  if (['choice', 'choices', 'reference', 'references', 'yesNo'].includes(field.kind)) return ['list'];
  return ['list', 'contains'];
}

function wayOf(own: Filter | undefined, ways: readonly Way[]): Way {
  if (own && 'contains' in own) return 'contains';
  if (own && ('from' in own || 'to' in own)) return 'range';
  if (own && 'is' in own) return 'list';
  return ways[0] ?? 'list';
}

type Props = {
  readonly ledger: Ledger;
  readonly column: Column;
  /** The query without this column's own filter: what its values are counted in. */
  readonly query: Query;
  readonly own: Filter | undefined;
  readonly onSet: (filter: Filter | undefined) => void;
};

/** Chooses how one column is filtered: by its values, by a part of the text, by a range, or by blank. */
export function FilterEditor({ ledger, column, query, own, onSet }: Props) {
  const ways = waysOf(column);
  const [way, setWay] = useState<Way>(wayOf(own, ways));
  const field = column.id;
  return (
    <Stack gap="xs">
      {ways.length > 1 && (
        <SegmentedControl
          size="xs"
          value={way}
          onChange={(next) => setWay(ways.find((one) => one === next) ?? 'list')}
          data={ways.map((one) => ({ value: one, label: WORDS[one] }))}
          transitionDuration={0}
        />
      )}
      {way === 'list' && <ValueListFilter ledger={ledger} field={field} query={query} own={own} onSet={onSet} />}
      {way === 'contains' && <ContainsFilter field={field} own={own} onSet={onSet} />}
      {way === 'range' && <RangeFilter column={column} own={own} onSet={onSet} />}
      <Divider />
      <Group gap="xs">
        <Button variant="subtle" px={8} onClick={() => onSet({ field, blank: true })}>
          空白
        </Button>
        <Button variant="subtle" px={8} onClick={() => onSet({ field, blank: false })}>
          已填
        </Button>
        <Button variant="subtle" px={8} ml="auto" disabled={!own} onClick={() => onSet(undefined)}>
          清除筛选
        </Button>
      </Group>
    </Stack>
  );
}
