import { Button } from '@mantine/core';
import { type ClipboardEvent, useMemo } from 'react';
import type { OpenedFile } from '../../../shared/desktop-api.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import { AS_ENTERED } from '../../../shared/kit/query.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { StateNote } from '../basics/state-notes.tsx';
import { useSteady } from '../basics/use-steady.ts';
import { cellWidths, LEAD_WIDTH } from '../ledger-table/columns.ts';
import { FilterChips } from '../ledger-table/filter-chips.tsx';
import table from '../ledger-table/ledger-table.module.css';
import { TableHead } from '../ledger-table/table-head.tsx';
import { HEAD_HEIGHT, rowHeightStyle, useRowHeight } from '../ledger-table/use-row-height.ts';
import { useRowsInView } from '../ledger-table/use-rows-in-view.ts';
import type { TableState } from '../ledger-table/use-table-state.ts';
import { useWindow } from '../ledger-table/use-window.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { useUnsaved, useUnsavedForm } from '../session/unsaved.tsx';
import { copyTable, putTable } from './clipboard.ts';
import { isEntered, isEnteredIn } from './entry-field.ts';
import styles from './entry-grid.module.css';
import { EntryInput } from './entry-input.tsx';
import { EntryRow } from './entry-row.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { isIn } from './places.ts';
import { useCellActs } from './use-cell-acts.ts';
import { useEntryKeys } from './use-entry-keys.ts';
import { useEntryRows } from './use-entry-rows.ts';
import { usePaste } from './use-paste.ts';
import { useTyping } from './use-typing.ts';

type Props = {
  readonly state: TableState;
  /** What a new row starts with. */
  readonly initial: Values;
  /** Cells were pasted that the import is to look at first. */
  readonly onPasted: (file: OpenedFile) => void;
  readonly onDone: () => void;
};

/** 表格录入: the rows of a ledger typed in like a spreadsheet, in the order they were entered, new ones at the bottom. */
export function EntryGrid({ state, initial, onPasted, onDone }: Props) {
  const { ledger, filters, setFilters, choice } = state;
  const { columns } = choice;
  const query = useMemo(() => ({ ...state.query, sort: AS_ENTERED }), [state.query]);
  const source = useWindow(query);
  const book = useReferenceBook();
  const { height } = useRowHeight();
  const rows = useEntryRows(ledger, source, initial);
  const inView = useRowsInView(rows.count, height, source.show);

  const lefts = columns.map((_, place) => columns.slice(0, place).reduce((sum, { width }) => sum + width, LEAD_WIDTH));
  const width = columns.reduce((sum, column) => sum + column.width, LEAD_WIDTH);
  const reveal = (row: number, column: number) => {
    inView.reveal(row);
    const frame = inView.scroll.current;
    const [left = 0, wide = 0] = [lefts[column], columns[column]?.width];
    if (!frame || column === 0) return;
    const edge = LEAD_WIDTH + (columns[0]?.width ?? 0);
    if (left - frame.scrollLeft < edge) frame.scrollLeft = left - edge;
    else if (left + wide > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = left + wide - frame.clientWidth;
  };

  const bounds = { rows: rows.count, columns: columns.length };
  const typing = useTyping({ ledger, columns, rows, bounds, book, reveal });
  const acts = useCellActs({ ledger, columns, query, rows });
  const paste = usePaste({ ledger, columns, typing, acts, onPasted });
  // Rows are not drawn again with every letter typed.
  const onPress = useSteady((row: number, at: number, extend: boolean) => typing.go({ row, column: at }, extend));
  const onDrag = useSteady((row: number, at: number) => typing.go({ row, column: at }, true));
  const onEdit = useSteady(typing.editCell);
  const onKeyDown = useEntryKeys({ typing, acts, rows, bounds, today: book.today });
  const { leave } = useUnsaved();
  const save = async () => {
    typing.finish();
    return rows.save();
  };
  useUnsavedForm(rows.unsaved > 0 || typing.typed !== undefined, save, { savesWhenLeft: true });

  const { place, range, typed, column, sheetRow } = typing;
  const copy = (event: ClipboardEvent) => {
    if (typed) return;
    event.preventDefault();
    const copied = acts.copied(range);
    if (copied) putTable(event.clipboardData, copied);
    else void acts.fetchCopied(range).then((fetched) => fetched && copyTable(fetched));
  };
  const isLast = place.column === columns.length - 1;
  return (
    <div className={table.frame} style={rowHeightStyle(height)}>
      <FilterChips ledger={ledger} filters={filters} onChange={setFilters} />
      <div className={styles.bar}>
        <span>直接打字就是填写，Enter 向下，Tab 向右，离开一行自动保存；灰色的格由程序或办理环节填写。</span>
        <Button variant="default" ml="auto" flex="none" onClick={() => leave(onDone)}>
          完成录入
        </Button>
      </div>
      <div ref={inView.scroll} className={table.scroll}>
        {/* biome-ignore lint/a11y/useSemanticElements: virtualised rows are placed freely, which table elements do not allow */}
        <div
          role="grid"
          aria-label={`${ledger.title}，表格录入`}
          aria-rowcount={rows.count + 1}
          tabIndex={-1}
          style={{ width, minWidth: '100%' }}
        >
          <TableHead
            ledger={ledger}
            columns={columns}
            query={query}
            filters={filters}
            onFilters={setFilters}
            sort={undefined}
            choice={choice}
          />
          <div className={table.body} style={{ height: inView.wholeHeight, ...cellWidths(columns) }}>
            {inView.items.map(({ index, start }) => {
              const one = rows.at(index);
              return (
                <EntryRow
                  key={index}
                  columns={columns}
                  top={start}
                  place={index}
                  isNew={one.isNew}
                  isUnsaved={rows.isUnsaved(one)}
                  cells={columns.map(({ id }) => ({
                    text: rows.textOf(one, id),
                    problem: rows.problemOf(one, id),
                    isOpen: isEntered(ledger, id) && isEnteredIn(ledger, id, one.row),
                  }))}
                  chosen={isIn({ row: index, column: range.left }, range) ? [range.left, range.right] : undefined}
                  onPress={onPress}
                  onDrag={onDrag}
                  onEdit={onEdit}
                />
              );
            })}
          </div>
        </div>
        {rows.isKnown && (
          <EntryInput
            inputRef={typing.input}
            top={HEAD_HEIGHT + place.row * height}
            height={height}
            width={width}
            left={lefts[place.column] ?? LEAD_WIDTH}
            cellWidth={isLast ? `calc(100% - ${lefts[place.column] ?? 0}px)` : (column?.width ?? 0)}
            isFrozen={column?.frozenAt !== undefined}
            label={`${column?.label ?? ''}，第 ${place.row + 1} 行`}
            shown={column ? rows.textOf(sheetRow, column.id) : ''}
            typing={typed}
            isOpen={typing.isOpen}
            problem={column && rows.problemOf(sheetRow, column.id)}
            words={typing.words}
            onType={typing.type}
            onChoose={typing.choose}
            onKeyDown={onKeyDown}
            onCopy={copy}
            onCut={(event) => {
              if (typed) return;
              copy(event);
              acts.put(range, '');
            }}
            onPaste={paste.onPaste}
            onBlur={() => {
              typing.finish();
              void rows.save();
            }}
          />
        )}
        {source.problem && <StateNote title="没有读出来" text={source.problem} />}
      </div>
      <div className={table.foot} role="status" aria-label="合计">
        <span>{rows.isKnown ? `共 ${countWords(source.total)} 条` : '正在读取'}</span>
        {rows.refused > 0 ? (
          <span style={{ color: 'var(--mantine-color-error)' }}>
            {rows.refused} 行没有保存{rows.problem === undefined ? '，请看标出的格' : `：${rows.problem}`}
          </span>
        ) : (
          rows.unsaved > 0 && <span>{rows.unsaved} 行正在填写</span>
        )}
      </div>
      {paste.asked && (
        <PasteDialog asked={paste.asked} noun={ledger.noun} onConfirm={paste.confirm} onCancel={paste.cancel} />
      )}
    </div>
  );
}
