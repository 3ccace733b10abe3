import { sum } from '../../../shared/kit/numbers.ts';
import type { TracedCell } from '../../../shared/reports/report-table.ts';
import { printedText } from '../../../shared/workbook/print/printed-text.ts';
import type { SheetModel } from '../../../shared/workbook/sheet-model.ts';
import { FigureCell } from '../../components/figures/figure-cell.tsx';
import styles from './reports.module.css';
import { type PlacedCell, sheetLayout } from './sheet-layout.ts';

/** Pixels a character of the sheet's widths takes on screen. */
const CHARACTER = 8;

/** 序号 and what the line is about stay in sight while the rest scrolls. */
const STAYING = 2;

function Body({ placed }: { readonly placed: PlacedCell }) {
  const { cell, figure, colSpan, rowSpan } = placed;
  return (
    <td
      colSpan={colSpan}
      rowSpan={rowSpan}
      data-align={figure ? 'right' : cell?.style.align?.horizontal}
      data-column={placed.column < STAYING ? placed.column : undefined}
    >
      {figure ? <FigureCell figure={figure} /> : printedText(cell)}
    </td>
  );
}

/** A sheet as it will be printed: heading, figures that open their cases, 合计 and the line of signatures. */
export function SheetTable({ sheet, cells }: { readonly sheet: SheetModel; readonly cells: readonly TracedCell[] }) {
  const { title, above, head, body, below } = sheetLayout(sheet, cells);
  const width = sum(sheet.widths) * CHARACTER;
  const left = { '--second': `${(sheet.widths[0] ?? 0) * CHARACTER}px` };
  return (
    <div className={styles.paper}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.above}>
        {above.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </div>
      <table className={styles.table} style={{ width, ...left }} aria-label={title}>
        <colgroup>
          {sheet.widths.map((characters, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a printed sheet never move
            <col key={column} style={{ width: characters * CHARACTER }} />
          ))}
        </colgroup>
        <thead>
          {head.map((row) => (
            <tr key={row.map(({ column }) => column).join()}>
              {row.map(({ column, cell, rowSpan, colSpan }) => (
                <th
                  key={column}
                  rowSpan={rowSpan}
                  colSpan={colSpan}
                  data-column={column < STAYING ? column : undefined}
                >
                  {printedText(cell)}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {body.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a printed sheet never move
            <tr key={place} data-total={printedText(row[0]?.cell) === '合计' ? '' : undefined}>
              {row.map((placed) => (
                <Body key={placed.column} placed={placed} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {body.length === 0 && <p className={styles.quiet}>本期没有记录。</p>}
      <p className={styles.below}>{below}</p>
    </div>
  );
}
