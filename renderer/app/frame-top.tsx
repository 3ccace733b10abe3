import { Text, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { ledgerById, ledgers } from '../../shared/ledgers/index.ts';
import { Icon } from '../components/basics/icon.tsx';
import { useSearchBox } from '../components/session/search-box.tsx';
import { useUnsaved } from '../components/session/unsaved.tsx';
import { useOperator } from '../components/session/use-operator.ts';
import styles from './frame.module.css';
import { isHere, navGroups } from './nav-entries.ts';

function placeTitle(location: string): string {
  const importing = /^\/import\/([^/]+)/.exec(location)?.[1];
  if (importing !== undefined) return `导入 · ${ledgerById(importing)?.title ?? ''}`;
  const entries = navGroups(ledgers).flatMap((group) => group.entries);
  return entries.find((entry) => isHere(entry, location))?.title ?? '';
}

/** Where the clerk is, the search in it, and who the clerk is. */
export function FrameTop() {
  const [location, navigate] = useLocation();
  const { leave } = useUnsaved();
  const { text, setText, where } = useSearchBox();
  const [operator] = useOperator();
  const box = useRef<HTMLInputElement>(null);
  // What was typed where no list heard it is carried into the review, and nowhere else.
  const isLost = where === undefined && !location.startsWith('/review');
  // biome-ignore lint/correctness/useExhaustiveDependencies: going elsewhere is what empties the box
  useEffect(() => {
    if (isLost) setText('');
  }, [location, isLost, setText]);
  const focus = () => {
    box.current?.focus();
    box.current?.select();
  };
  useHotkeys(
    [
      ['mod+K', focus],
      ['mod+F', focus],
    ],
    [],
  );
  return (
    <header className={styles.top}>
      <h1 className={styles.where}>{placeTitle(location)}</h1>
      <TextInput
        ref={box}
        type="search"
        aria-label="查找"
        placeholder={`${where === undefined ? '查找准入申请' : '查找'}：名称、编号、拼音首字母（Ctrl+K）`}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Where no list is in view to narrow as one types, Enter looks in the review.
          if (where !== undefined || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          leave(() => navigate('/review'));
        }}
        style={{ flex: 1, maxWidth: 380 }}
      />
      <Text ml="auto" style={{ whiteSpace: 'nowrap' }}>
        {operator}
      </Text>
    </header>
  );
}
