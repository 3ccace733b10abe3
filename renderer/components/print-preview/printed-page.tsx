import type { CSSProperties } from 'react';
import { FACES } from '../../../shared/documents/document-styles.ts';
import { PAGE_FOOTER } from '../../../shared/workbook/export/report-frame.ts';
import { type PrintedSheet, pageWords } from '../../../shared/workbook/print/print-pages.ts';
import { printedText } from '../../../shared/workbook/print/printed-text.ts';
import type { CellStyle, Edge, SheetModel } from '../../../shared/workbook/sheet-model.ts';
import { type PlacedCell, placedCells } from '../../../shared/workbook/write/placed-cells.ts';
import styles from './print-preview.module.css';

const EDGES: readonly Edge[] = ['top', 'right', 'bottom', 'left'];
const LINE = '1px solid #000';
const NO_LINE = '1px solid transparent';
const UPRIGHT = { top: 'start', center: 'center', bottom: 'end' } as const;

const faceOf = (name: string): string =>
  Object.values(FACES).find((face) => face.name === name)?.screen ?? `"${name}", ${FACES.song.screen}`;

/** Lines between cells: neighbours share one, see `.cell`. */
function linesOf(border: CellStyle['border']): CSSProperties {
  const edges = border === true ? EDGES : border || [];
  const line = (edge: Edge) => (edges.includes(edge) ? LINE : NO_LINE);
  return {
    borderTop: line('top'),
    borderRight: line('right'),
    borderBottom: line('bottom'),
    borderLeft: line('left'),
  };
}

function PrintedCell({ placed, scale }: { readonly placed: PlacedCell; readonly scale: number }) {
  const { row, column, rows, columns, cell } = placed;
  const { font, align, border, fill, color } = cell.style;
  const text = printedText(cell);
  const horizontal = align?.horizontal ?? (typeof cell.value === 'number' ? 'right' : 'left');
  return (
    <div
      className={styles.cell}
      data-wrap={align?.wrap || undefined}
      data-bordered={border === undefined || border === false ? undefined : ''}
      style={{
        gridRow: `${row + 1} / span ${rows}`,
        gridColumn: `${column + 1} / span ${columns}`,
        alignItems: UPRIGHT[align?.vertical ?? 'bottom'],
        textAlign: horizontal,
        fontFamily: faceOf(font.name),
        fontSize: `${font.size * scale}pt`,
        ...(font.bold ? { fontWeight: 600 } : {}),
        ...(fill === undefined ? {} : { background: `#${fill}` }),
        ...(color === undefined ? {} : { color: `#${color}` }),
        ...linesOf(border),
      }}
    >
      <span>{text}</span>
    </div>
  );
}

/** Millimetres a page is shorter than its paper: one rounded up would print an empty one after it. */
const HAIR = 0.2;

type Props = {
  readonly sheet: SheetModel;
  readonly printed: PrintedSheet;
  /** From 0. */
  readonly place: number;
  readonly mergeAt: Parameters<typeof placedCells>[2];
};

/** One sheet of paper with its part of the table, exactly as large as it is printed. */
export function PrintedPageView({ sheet, printed, place, mergeAt }: Props) {
  const { pages, margins, scale, widths, heights, paper } = printed;
  const page = pages[place];
  if (page === undefined) return null;
  const points = (sizes: readonly number[]) => sizes.map((size) => `${size * scale}pt`).join(' ');
  const words = (code: string) => pageWords(code, place + 1, pages.length);
  return (
    <section
      className={styles.page}
      aria-label={`第 ${place + 1} 页`}
      style={{
        width: `${paper.width}mm`,
        height: `${paper.height - HAIR}mm`,
        padding: `${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`,
      }}
    >
      {sheet.page.header !== undefined && <div className={styles.head}>{words(sheet.page.header)}</div>}
      <div
        className={styles.grid}
        data-centered={sheet.page.centered || undefined}
        style={{
          gridTemplateColumns: points(widths),
          gridTemplateRows: points(page.rows.map((row) => heights[row] ?? 0)),
        }}
      >
        {placedCells(sheet, page, mergeAt).map((placed) => (
          <PrintedCell key={`${placed.row}/${placed.column}`} placed={placed} scale={scale} />
        ))}
      </div>
      <div className={styles.foot}>{words(sheet.page.footer ?? PAGE_FOOTER)}</div>
    </section>
  );
}
