import { Button, Text, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { Icon } from '../../components/basics/icon.tsx';
import { useLock } from '../../components/lock/lock-context.tsx';
import { useSearchBox } from '../../components/session/search-box.tsx';
import { useOperator } from '../../components/session/use-operator.ts';
import { useShortcut } from '../../components/shortcuts/use-shortcut.ts';
import { FindEverywhere } from '../find/find-everywhere.tsx';
import styles from './frame.module.css';
import { HelpLink } from './help-link.tsx';
import { isHere, navGroups } from './nav-entries.ts';
import { OfficeView } from './office-view.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

function placeTitle(location: string): string {
  const importing = /^\/import\/([^/]+)/.exec(location)?.[1];
  if (importing !== undefined) return `导入 · ${ledgerById(importing)?.title ?? ''}`;
  const paper = /^\/document\/([^/]+)/.exec(location)?.[1];
  if (paper !== undefined) return `文书 · ${ledgerById(paper)?.title ?? ''}`;
  const rows = /^\/rows\/([^/]+)/.exec(location)?.[1];
  if (rows !== undefined) return ledgerById(rows)?.title ?? '';
  if (location.startsWith('/help')) return '帮助';
  const ledger = /^\/ledger\/([^/]+)/.exec(location)?.[1];
  const entries = navGroups(ledgers).flatMap((group) => group.entries);
  return entries.find((entry) => isHere(entry, location))?.title ?? ledgerById(ledger ?? '')?.title ?? '';
}

/** Where the clerk is, the search in the list in view and in everything, and who the clerk is. */
export function FrameTop() {
  const [location] = useLocation();
  const { text, setText, where } = useSearchBox();
  const [operator] = useOperator();
  const { isGuarded, lock } = useLock();
  const box = useRef<HTMLInputElement>(null);
  const find = () => {
    box.current?.focus();
    box.current?.select();
  };
  useShortcut('find', find, { isOn: where !== undefined });
  return (
    <header className={styles.top}>
      <h1 className={styles.where}>{placeTitle(location)}</h1>
      {where !== undefined && (
        <TextInput
          ref={box}
          type="search"
          aria-label="查找"
          placeholder="在本页查找：名称、编号、拼音首字母（Ctrl+F）"
          leftSection={<Icon name="search" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ flex: 1, maxWidth: 380 }}
        />
      )}
      <FindEverywhere />
      <OfficeView />
      <span style={{ marginLeft: 'auto' }} />
      <HelpLink />
      <ShortcutSheet />
      <Text style={{ whiteSpace: 'nowrap' }}>{operator}</Text>
      {isGuarded && (
        <Button variant="subtle" px={8} onClick={lock} title="Ctrl+L">
          锁定
        </Button>
      )}
    </header>
  );
}
