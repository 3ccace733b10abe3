import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter, Query } from '../../../shared/kit/query.ts';
import { Icon } from '../basics/icon.tsx';
import type { Column } from './columns.ts';
import { FilterEditor } from './filter-editor.tsx';
import styles from './ledger-table.module.css';

type Props = {
  readonly ledger: Ledger;
  readonly column: Column;
  readonly query: Query;
  readonly filters: readonly Filter[];
  readonly onChange: (filters: readonly Filter[]) => void;
};

/** The arrow in a column's header, as a spreadsheet has it. */
export function FilterPopover({ ledger, column, query, filters, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const own = filters.find((filter) => filter.field === column.id);
  const others = filters.filter((filter) => filter.field !== column.id);
  const set = (filter: Filter | undefined) => {
    onChange(filter ? [...others, filter] : others);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus width={280}>
      <Popover.Target>
        <UnstyledButton
          className={styles.filter}
          data-on={own ? '' : undefined}
          aria-label={`筛选 ${column.label}`}
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" size={13} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <FilterEditor
          ledger={ledger}
          column={column}
          query={{ ...query, filters: (query.filters ?? []).filter((filter) => filter !== own) }}
          own={own}
          onSet={set}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
