import { Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import type { Filter, Query } from '../../../shared/kit/query.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { shownText } from '../basics/shown-text.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useAnswer } from '../session/use-answer.ts';

type Props = {
  readonly ledger: Ledger;
  readonly field: string;
  readonly query: Query;
  readonly own: Filter | undefined;
  readonly onSet: (filter: Filter | undefined) => void;
};

/** A longer list is searched, not scrolled. */
const MOST = 200;

/** The values of a column with how often each occurs, to be ticked. */
export function ValueListFilter({ ledger, field, query, own, onSet }: Props) {
  const { store } = useStoreClient();
  const { nameOf } = useReferenceBook();
  const { data, problem } = useAnswer(JSON.stringify([query, field]), () => store.distinct(query, field));
  const [ticked, setTicked] = useState<ReadonlySet<Value>>(new Set(own && 'is' in own ? own.is : []));
  const [word, setWord] = useState('');
  const entries = (data ?? []).flatMap(({ value, count }) =>
    value === undefined || value === '' ? [] : [{ value, count, text: shownText(ledger, field, value, nameOf) }],
  );
  const found = entries.filter(({ text }) => text.includes(word.trim()));
  const toggle = (value: Value) => {
    const next = new Set(ticked);
    if (!next.delete(value)) next.add(value);
    setTicked(next);
  };
  return (
    <Stack gap="xs">
      {entries.length > 8 && (
        <TextInput aria-label="查找值" placeholder="查找值" value={word} onChange={(e) => setWord(e.target.value)} />
      )}
      <ScrollArea.Autosize mah={240} type="auto">
        <Stack gap={6} py={2}>
          {problem && <Text fz={13}>{problem}</Text>}
          {data && entries.length === 0 && <Text c="var(--quiet)">这一列还没有内容</Text>}
          {found.slice(0, MOST).map(({ value, count, text }) => (
            <Checkbox
              key={text}
              checked={ticked.has(value)}
              onChange={() => toggle(value)}
              label={
                <Text span fz={14}>
                  {text}{' '}
                  <Text span c="var(--quiet)">
                    （{countWords(count)}）
                  </Text>
                </Text>
              }
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      {found.length > MOST && <Text fz={12}>只列出前 {MOST} 个，请用上面的框查找。</Text>}
      <Group gap="xs" grow>
        <Button variant="default" onClick={() => setTicked(new Set(found.map(({ value }) => value)))}>
          全选
        </Button>
        <Button onClick={() => onSet(ticked.size === 0 ? undefined : { field, is: [...ticked] })}>确定</Button>
      </Group>
    </Stack>
  );
}
