import { memo, startTransition, useEffect, useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LeftOutReason } from '../../../shared/workbook/import/left-out-rows.ts';
import type { ColumnTarget } from '../../../shared/workbook/import/mapping.ts';
import type { ImportView, RemoteImportSession, SheetWindow } from '../../store/import/import-api.ts';
import styles from './import-wizard.module.css';
import { TargetPicker } from './target-picker.tsx';
import { useInPortions } from './use-in-portions.ts';

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet, or another header, is another window.
  useEffect(() => {
    let current = true;
    void session.sheetWindow(0, ROWS_SHOWN).then((window) => {
      if (current) startTransition(() => setSheet(window));
    });
    return () => {
      current = false;
    };
  }, [session, view]);
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
                <ColumnTargets column={column} ledger={ledger} view={view} onTarget={onTarget} />
              </th>
            ))}
          </tr>
        </thead>
        <SheetRows sheet={sheet} view={view} onHeader={onHeader} />
      </table>
    </div>
  );
}

type TargetsProps = Pick<Props, 'ledger' | 'view' | 'onTarget'> & { readonly column: number };

function ColumnTargets({ column, ledger, view, onTarget }: TargetsProps) {
  const mapped = view.columns.find((one) => one.column === column);
  return mapped && <TargetPicker ledger={ledger} mapped={mapped} onTarget={onTarget} />;
}

function SheetRows({ sheet, ...of }: Pick<RowProps, 'sheet' | 'view' | 'onHeader'>) {
  return (
    <tbody>
      {useInPortions(sheet.rows).map(({ row, cells, leftOut }) => (
        <SheetRow key={row} row={row} cells={cells} leftOut={leftOut} sheet={sheet} {...of} />
      ))}
    </tbody>
  );
}

type RowProps = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly leftOut: LeftOutReason | undefined;
  readonly sheet: SheetWindow;
  readonly view: ImportView;
  readonly onHeader: Props['onHeader'];
};

/** Not drawn again with each portion that comes after it. */
const SheetRow = memo(function SheetRow({ row, cells, leftOut, sheet, view, onHeader }: RowProps) {
  const isHeader = view.header !== undefined && view.header.top <= row && row <= view.header.bottom;
  const isAbove = view.header !== undefined && row < view.header.top;
  const part = isHeader ? 'header' : leftOut || isAbove ? 'left-out' : 'body';
  return (
    <tr data-part={part} title={leftOut && `${leftOut}，不是记录`}>
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
});
