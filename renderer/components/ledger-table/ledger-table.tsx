import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useMemo } from 'react';
import { LoadingLines, StateNote } from '../basics/state-notes.tsx';
import { useSteady } from '../basics/use-steady.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { cellWidths, LEAD_WIDTH, layColumns, titleFirst } from './columns.ts';
import { FilterChips } from './filter-chips.tsx';
import styles from './ledger-table.module.css';
import { type SelectionActs, TableFoot } from './table-foot.tsx';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { type OpenRow, useOpenWhenHere } from './use-open-when-here.ts';
import { HEAD_HEIGHT, rowHeightStyle, useRowHeight } from './use-row-height.ts';
import { useRowsInView } from './use-rows-in-view.ts';
import type { Selection } from './use-selection.ts';
import type { TableState } from './use-table-state.ts';
import { useWindow } from './use-window.ts';

/** More rows are not changed at once. */
const MOST_SELECTED = 5_000;

type Props = {
  readonly state: TableState;
  readonly selection: Selection;
  readonly openId: string | undefined;
  readonly onOpen: OpenRow;
  readonly acts: SelectionActs;
  /** A menu was asked for, at a place of the window, for the ticked rows or the one pointed at. */
  readonly onMenu: (asked: { readonly x: number; readonly y: number; readonly ids: readonly string[] }) => void;
  /** What to say and offer where the ledger holds nothing yet. */
  readonly empty: ReactNode;
};

/** Any ledger as a table: rows fetched where they are looked at, filters in the header, totals below. */
export function LedgerTable({ state, selection, openId, onOpen, acts, onMenu, empty }: Props) {
  const { ledger, query, filters, setFilters, sort, setSort, choice } = state;
  const { nameOf } = useReferenceBook();
  const source = useWindow(query);
  const { height } = useRowHeight();
  const { scroll, items, wholeHeight, reveal } = useRowsInView(source.total, height, source.show);
  const openAt = useOpenWhenHere(source, onOpen);
  const keys = useGridKeys(source.total, reveal, openAt, (place) => {
    const row = source.rowAt(place);
    if (row) selection.toggle(row);
  });

  const queryKey = JSON.stringify(query);
  const backToTop = useEffectEvent(() => {
    keys.setActive(-1);
    if (scroll.current) scroll.current.scrollTop = 0;
  });
  useEffect(() => {
    if (queryKey !== '') backToTop();
  }, [queryKey]);

  const isBeside = openId !== undefined;
  const columns = useMemo(
    () => (isBeside ? layColumns(ledger, titleFirst(ledger, choice.ids), choice.widths) : choice.columns),
    [isBeside, ledger, choice],
  );
  const width = columns.reduce((sum, column) => sum + column.width, LEAD_WIDTH);
  const { store } = useStoreClient();
  const selectAll = () => void store.window(query, 0, MOST_SELECTED).then(({ rows }) => selection.add(rows));
  useShortcut('selectAll', selectAll, { notInText: true });
  const chosen = selection.rows.size;
  const selectable = Math.min(source.total, MOST_SELECTED);
  const ticked = chosen === 0 ? 'none' : chosen < selectable ? 'some' : 'all';
  const askMenu = (event: MouseEvent<HTMLElement>) => {
    // The menu key speaks of the row the arrows are on, the mouse of the one under it.
    const under = event.target instanceof Element ? event.target.closest('[aria-rowindex]') : null;
    const place = under ? Number(under.getAttribute('aria-rowindex')) - 2 : keys.active;
    const row = source.rowAt(place);
    if (!row) return;
    event.preventDefault();
    const ids = selection.rows.has(row.id) ? [...selection.rows.keys()] : [row.id];
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const isByKey = under === null;
    const rowTop = top + HEAD_HEIGHT + (place + 1) * height - event.currentTarget.scrollTop;
    onMenu({ x: isByKey ? left + LEAD_WIDTH : event.clientX, y: isByKey ? rowTop : event.clientY, ids });
  };
  // Rows and header are drawn again where they show something else, not with every letter typed into the search.
  const onRow = useSteady(onOpen);
  const onTick = useSteady(selection.toggle);
  const onFilters = useSteady(setFilters);
  const onSort = useSteady(setSort);
  const onTickAll = useSteady(ticked === 'all' ? selection.clear : selectAll);
  const narrowed = (query.filters ?? []).length > 0 || query.search !== undefined;
  return (
    <div className={styles.frame} style={rowHeightStyle(height)}>
      <FilterChips ledger={ledger} filters={filters} onChange={setFilters} />
      {/* biome-ignore lint/a11y/useSemanticElements: virtualised rows are placed freely, which table elements do not allow */}
      <div
        ref={scroll}
        className={styles.scroll}
        role="grid"
        tabIndex={0}
        aria-label={ledger.title}
        aria-rowcount={source.total + 1}
        onKeyDown={keys.onKeyDown}
        onContextMenu={askMenu}
      >
        <div style={{ width, minWidth: '100%' }}>
          <TableHead
            ledger={ledger}
            columns={columns}
            query={query}
            filters={filters}
            onFilters={onFilters}
            sort={sort}
            onSort={onSort}
            choice={isBeside ? undefined : choice}
            ticked={ticked}
            onTickAll={onTickAll}
          />
          <div className={styles.body} style={{ height: wholeHeight, ...cellWidths(columns) }}>
            {items.map(({ index, start }) => {
              const row = source.rowAt(index);
              return (
                <TableRow
                  key={index}
                  ledger={ledger}
                  columns={columns}
                  top={start}
                  place={index}
                  row={row}
                  nameOf={nameOf}
                  active={keys.active === index}
                  open={row !== undefined && row.id === openId}
                  selected={row !== undefined && selection.rows.has(row.id)}
                  onOpen={onRow}
                  onToggle={onTick}
                />
              );
            })}
          </div>
        </div>
        {source.problem && (
          <NoteInGrid>
            <StateNote title="没有读出来" text={source.problem} />
          </NoteInGrid>
        )}
        {!source.problem && source.loading && source.total === 0 && (
          <NoteInGrid>
            <LoadingLines />
          </NoteInGrid>
        )}
        {!source.problem && !source.loading && source.total === 0 && (
          <NoteInGrid>
            {narrowed ? (
              <StateNote
                title="没有符合条件的记录"
                text="请放宽筛选条件，或换一个查找词。"
                {...(filters.length > 0 ? { action: { label: '清除筛选', run: () => setFilters([]) } } : {})}
              />
            ) : (
              empty
            )}
          </NoteInGrid>
        )}
      </div>
      <TableFoot
        ledger={ledger}
        total={source.isKnown ? source.total : undefined}
        sums={source.sums}
        selection={selection}
        acts={acts}
        onSelectAll={selectAll}
      />
    </div>
  );
}

/** What stands where there are no rows, as a row of its own: a grid holds nothing else. It stays in view however wide the rows are. */
function NoteInGrid({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div role="row" tabIndex={-1} style={{ position: 'sticky', left: 0, maxWidth: '100%' }}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
