import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Filter, Query, Sort } from '../../../shared/kit/query.ts';
import { Icon } from '../basics/icon.tsx';
import { type Column, LEAD_WIDTH } from './columns.ts';
import { FilterPopover } from './filter-popover.tsx';
import styles from './ledger-table.module.css';
import { useArrangedColumns } from './use-arranged-columns.ts';
import type { ColumnChoice } from './use-columns.ts';

type Props = {
  readonly ledger: Ledger;
  readonly columns: readonly Column[];
  readonly query: Query;
  readonly filters: readonly Filter[];
  readonly onFilters: (filters: readonly Filter[]) => void;
  readonly sort: Sort | undefined;
  /** Absent where the rows stand in an order of their own. */
  readonly onSort?: (sort: Sort | undefined) => void;
  /** Absent where the columns cannot be arranged. */
  readonly choice?: ColumnChoice | undefined;
  /** How many of the rows are ticked; absent where rows are not. */
  readonly ticked?: 'all' | 'some' | 'none';
  readonly onTickAll?: () => void;
};

/** Ascending, descending, then the ledger's own order again. */
const nextSort = (field: string, sort: Sort | undefined): Sort | undefined => {
  if (sort?.field !== field) return { field, descending: false };
  return sort.descending ? undefined : { field, descending: true };
};

const ariaSort = (field: string, sort: Sort | undefined) => {
  if (sort?.field !== field) return 'none' as const;
  return sort.descending ? ('descending' as const) : ('ascending' as const);
};

/** The header. Drawn again where the question changes, not with every row that came. */
export const TableHead = memo(function TableHead({
  ledger,
  columns,
  query,
  filters,
  onFilters,
  sort,
  onSort,
  choice,
  ticked,
  onTickAll,
}: Props) {
  const arrange = useArrangedColumns(choice);
  return (
    // biome-ignore lint/a11y/useSemanticElements: virtualised rows are placed freely, which table elements do not allow
    <div role="row" className={styles.head} tabIndex={-1}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div
        role="columnheader"
        tabIndex={-1}
        className={`${styles.headCell} ${styles.frozen}`}
        style={{ width: LEAD_WIDTH, left: 0, padding: '0 10px 0 8px' }}
      >
        {onTickAll && (
          <input
            type="checkbox"
            ref={(box) => {
              if (box) box.indeterminate = ticked === 'some';
            }}
            className={styles.tick}
            aria-label="选择全部"
            title={ticked === 'all' ? '取消选择' : '选择全部（Ctrl+A）'}
            checked={ticked === 'all'}
            onChange={onTickAll}
          />
        )}
        <span className={styles.place}>序号</span>
      </div>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div
          key={column.id}
          role="columnheader"
          tabIndex={-1}
          aria-sort={ariaSort(column.id, sort)}
          className={`${styles.headCell} ${column.frozenAt === undefined ? '' : styles.frozen}`}
          style={{ width: column.width, left: column.frozenAt }}
          {...arrange.draggable(column.id)}
          {...arrange.keys(column)}
        >
          {onSort ? (
            <UnstyledButton
              className={styles.sort ?? ''}
              title={`按${column.label}排序`}
              onClick={() => onSort(nextSort(column.id, sort))}
            >
              <span>{column.label}</span>
              {sort?.field === column.id && <Icon name={sort.descending ? 'down' : 'up'} size={12} />}
            </UnstyledButton>
          ) : (
            <span className={styles.sort}>
              <span>{column.label}</span>
            </span>
          )}
          <FilterPopover ledger={ledger} column={column} query={query} filters={filters} onChange={onFilters} />
          {choice && <div className={styles.edge} aria-hidden="true" {...arrange.edge(column)} />}
        </div>
      ))}
    </div>
  );
});
