import { CloseButton, UnstyledButton } from '@mantine/core';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter } from '../../../shared/kit/query.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { filterWords } from './filter-words.ts';
import styles from './ledger-table.module.css';

type Props = {
  readonly ledger: Ledger;
  readonly filters: readonly Filter[];
  readonly onChange: (filters: readonly Filter[]) => void;
};

/** The filters in force, each to be taken away by its own cross. */
export function FilterChips({ ledger, filters, onChange }: Props) {
  const { nameOf } = useReferenceBook();
  if (filters.length === 0) return null;
  return (
    <fieldset className={styles.chips} aria-label="当前筛选">
      {filters.map((filter) => {
        const words = filterWords(filter, ledger, nameOf);
        return (
          <span key={words} className={styles.chip} title={words}>
            <span>{words}</span>
            <CloseButton
              size={18}
              aria-label={`取消筛选 ${words}`}
              onClick={() => onChange(filters.filter((other) => other !== filter))}
            />
          </span>
        );
      })}
      <UnstyledButton c="blue.7" fz={13} px={4} onClick={() => onChange([])}>
        全部清除
      </UnstyledButton>
    </fieldset>
  );
}
