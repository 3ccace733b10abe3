import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { Icon } from '../../components/basics/icon.tsx';
import { ledgerLink, recordLink } from '../../components/session/record-link.ts';
import { useSearchBox } from '../../components/session/search-box.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { isComposing } from '../../components/shortcuts/keys.ts';
import type { FoundGroup, FoundRow, Marked } from '../../store/store-api.ts';
import styles from './find-box.module.css';

/** One line of the answer that can be chosen: a record, or all that a ledger holds of it. */
type Choice =
  | { readonly kind: 'record'; readonly ledger: string; readonly row: FoundRow }
  | { readonly kind: 'all'; readonly ledger: string; readonly total: number };

const choicesOf = (groups: readonly FoundGroup[]): readonly Choice[] =>
  groups.flatMap(({ ledger, total, rows }): readonly Choice[] => [
    ...rows.map((row): Choice => ({ kind: 'record', ledger, row })),
    ...(total > rows.length ? [{ kind: 'all', ledger, total } as const] : []),
  ]);

const optionId = (place: number): string => `found-${place}`;

/** Types and chooses by the keyboard alone: arrows move, Enter opens, Esc closes. */
export function FindBox({ onLeave }: { readonly onLeave: () => void }) {
  const { find } = useStoreClient();
  const { leave } = useUnsaved();
  const { where, setText: setListText, carry } = useSearchBox();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { data: groups = [], loading, problem } = useAnswer(text.trim(), () => find(text));
  const choices = choicesOf(groups);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector(`#${optionId(active)}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const open = (choice: Choice) => {
    onLeave();
    leave(() => {
      if (choice.kind === 'record') return navigate(recordLink(choice.ledger, choice.row.id));
      if (where === ledgerById(choice.ledger)?.title) setListText(text);
      else carry(text);
      navigate(ledgerLink(choice.ledger));
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const chosen = choices[active];
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && chosen) open(chosen);
    else return;
    event.preventDefault();
  };

  let place = -1;
  return (
    <div className={styles.box}>
      <TextInput
        autoFocus
        data-autofocus
        type="search"
        size="md"
        variant="unstyled"
        role="combobox"
        aria-label="查找全部台账"
        aria-expanded={choices.length > 0}
        aria-controls="found"
        aria-activedescendant={choices.length > 0 ? optionId(active) : undefined}
        placeholder="姓名、拼音首字母、身份证号后几位、电话、编号、内容"
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id="found" role="listbox" aria-label="查找结果" className={styles.found}>
        {groups.map(({ ledger, total, rows }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div key={ledger} role="group" aria-label={ledgerById(ledger)?.title}>
            <div className={styles.ledger}>
              {ledgerById(ledger)?.title} <span className={styles.quiet}>{total} 条</span>
            </div>
            {choicesOf([{ ledger, total, rows }]).map((choice) => {
              place += 1;
              const here = place;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the box above
                <div
                  key={choice.kind === 'record' ? choice.row.id : 'all'}
                  id={optionId(here)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={here === active}
                  className={styles.choice}
                  onMouseMove={() => setActive(here)}
                  onClick={() => open(choice)}
                >
                  {choice.kind === 'record' ? <Found row={choice.row} /> : `在列表中看全部 ${choice.total} 条`}
                </div>
              );
            })}
          </div>
        ))}
        {groups.length === 0 && <div className={styles.none}>{noneWords(text, loading, problem)}</div>}
      </div>
      <div className={styles.keys}>↑↓ 选择 · 回车打开 · Esc 关闭 · 几个词用空格隔开，都要符合</div>
    </div>
  );
}

function noneWords(text: string, loading: boolean, problem: string | undefined): string {
  if (problem !== undefined) return problem;
  if (text.trim() === '')
    return '在所有台账里一起找：人名、拼音首字母（如“zw”）、证件号或电话的一段、编号、内容里的词。';
  return loading ? '正在查找' : '没有找到。请换一个词，或只输入其中一段。';
}

function Found({ row: { number, title, state, parts } }: { readonly row: FoundRow }) {
  return (
    <>
      <span className={styles.line}>
        <span className={styles.title}>
          <MarkedText text={title} />
        </span>
        {state !== '' && <span className={styles.state}>{state}</span>}
        {number !== '' && <span className={styles.quiet}>{number}</span>}
      </span>
      {parts.length > 0 && (
        <span className={styles.part}>
          {parts.map(({ label, text }) => (
            <span key={label}>
              {label}：<MarkedText text={text} />
            </span>
          ))}
        </span>
      )}
    </>
  );
}

const MarkedText = ({ text: { before, hit, after } }: { readonly text: Marked }) => (
  <>
    {before}
    {hit !== '' && <mark className={styles.hit}>{hit}</mark>}
    {after}
  </>
);
