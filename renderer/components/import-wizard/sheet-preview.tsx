import { Select, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { ColumnTarget, MappedColumn } from '../../../shared/workbook/mapping.ts';
import type { ImportView, RemoteImportSession, SheetWindow } from '../../store/import-api.ts';
import styles from './import-wizard.module.css';
import { targetFrom, targetKey, targetLabel, targetOptions } from './target-options.ts';

/** Rows of the sheet shown at first; enough for titles, header and a look at the records. */
const ROWS_SHOWN = 30;

type Props = {
  readonly ledger: Ledger;
  readonly session: RemoteImportSession;
  readonly view: ImportView;
  readonly onTarget: (column: number, target: ColumnTarget) => void;
  /** The clerk points at the header; `extend` adds the row to the rows pointed at before. */
  readonly onHeader: (row: number, extend: boolean) => void;
};

/** The sheet as it looks, with the field each column goes to above it. */
export function SheetPreview({ ledger, session, view, onTarget, onHeader }: Props) {
  const [sheet, setSheet] = useState<SheetWindow>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet of the same session is another window.
  useEffect(() => {
    let current = true;
    void session.sheetWindow(0, ROWS_SHOWN).then((window) => {
      if (current) setSheet(window);
    });
    return () => {
      current = false;
    };
  }, [session, view.sheet]);
  if (sheet === undefined) return null;
  const columns = sheet.rows[0]?.cells.map((_, column) => column) ?? [];
  return (
    <div className={styles.sheet}>
      <table className={styles.grid} data-testid="import-sheet">
        <thead>
          <tr>
            <th className={styles.rowNumber}>行</th>
            {columns.map((column) => (
              <th key={column}>
                <TargetPicker
                  ledger={ledger}
                  mapped={view.columns.find((one) => one.column === column)}
                  onTarget={onTarget}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ row, cells }) => (
            <SheetRow key={row} row={row} cells={cells} sheet={sheet} view={view} onHeader={onHeader} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PickerProps = {
  readonly ledger: Ledger;
  readonly mapped: MappedColumn | undefined;
  readonly onTarget: (column: number, target: ColumnTarget) => void;
};

/** The field of a column. Only a picker that is asked for is made: one for each of twenty columns would hold the page. */
function TargetPicker({ ledger, mapped, onTarget }: PickerProps) {
  const [choosing, setChoosing] = useState(false);
  if (mapped === undefined) return null;
  const label = `“${mapped.header}”对应的字段`;
  return (
    <div className={styles.target}>
      {choosing ? (
        <Select
          aria-label={label}
          size="xs"
          searchable
          autoFocus
          defaultDropdownOpened
          allowDeselect={false}
          data={[...targetOptions(ledger, mapped.target)]}
          value={targetKey(mapped.target)}
          onChange={(key) => key !== null && onTarget(mapped.column, targetFrom(key))}
          onDropdownClose={() => setChoosing(false)}
          comboboxProps={{ width: 260, position: 'bottom-start' }}
        />
      ) : (
        <button
          type="button"
          aria-label={label}
          aria-haspopup="listbox"
          className={styles.picker}
          data-ignored={mapped.target.kind === 'ignore' || undefined}
          onClick={() => setChoosing(true)}
        >
          {targetLabel(ledger, mapped.target)}
        </button>
      )}
      <Text size="xs" c={mapped.sure ? 'dimmed' : 'orange.8'} lineClamp={2} title={mapped.why}>
        {mapped.why}
      </Text>
    </div>
  );
}

type RowProps = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly sheet: SheetWindow;
  readonly view: ImportView;
  readonly onHeader: Props['onHeader'];
};

function SheetRow({ row, cells, sheet, view, onHeader }: RowProps) {
  const isHeader = view.header !== undefined && view.header.top <= row && row <= view.header.bottom;
  const leftOut = view.leftOut.find((one) => one.row === row);
  const isAbove = view.header !== undefined && row < view.header.top;
  const part = isHeader ? 'header' : leftOut || isAbove ? 'left-out' : 'body';
  return (
    <tr data-part={part} title={leftOut?.reason}>
      <td className={styles.rowNumber}>
        <button
          type="button"
          className={styles.point}
          aria-label={`把第 ${row + 1} 行作为表头`}
          title="单击：以这一行为表头；按住 Shift 再单击：表头到这一行为止"
          onClick={(event) => onHeader(row, event.shiftKey)}
        >
          {row + 1}
        </button>
      </td>
      {cells.map((text, column) => {
        const merge = sheet.merges.find(
          (one) => one.top <= row && row <= one.bottom && one.left <= column && column <= one.right,
        );
        const place = `${row}-${column}`;
        if (merge && (merge.left !== column || merge.top !== row)) return null;
        return (
          <td
            key={place}
            colSpan={merge ? Math.min(merge.right, cells.length - 1) - merge.left + 1 : undefined}
            rowSpan={merge ? merge.bottom - merge.top + 1 : undefined}
            title={text}
          >
            {text}
          </td>
        );
      })}
    </tr>
  );
}
