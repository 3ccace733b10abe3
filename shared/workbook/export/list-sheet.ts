import { type FieldSpec, isNumeric } from '../../kit/fields.ts';
import type { CellStyle, SheetModel } from '../sheet-model.ts';
import { heightFor } from '../text-measure.ts';
import { exportFormat, exportLabel } from './export-cell.ts';
import { LINE_STYLE, PAGE_FOOTER, TITLE_STYLE } from './report-frame.ts';

/** The look of a list's column headings. */
const HEADER: CellStyle = {
  font: { name: '黑体', size: 11 },
  align: { horizontal: 'center', vertical: 'center', wrap: true },
  border: true,
  fill: 'F2F2F2',
};
const FONT = { name: '宋体', size: 11 };
const DEFAULT_WIDTH = 14;
const LEAST_WIDTH = 8;
const LEAST_HEADER_HEIGHT = 28;

/** How wide a field's column is, and how its cells look. */
export function columnLook(field: FieldSpec): { readonly width: number; readonly style: CellStyle } {
  const label = exportLabel(field);
  const width = Math.max(field.width ?? DEFAULT_WIDTH, LEAST_WIDTH, Math.min([...label].length * 2 + 2, 20));
  const numeric = isNumeric(field);
  const horizontal = numeric ? 'right' : field.kind === 'date' || field.kind === 'month' ? 'center' : 'left';
  const style: CellStyle = {
    font: FONT,
    align: { horizontal, vertical: 'center', wrap: !numeric },
    border: true,
    format: exportFormat(field),
  };
  return { width, style };
}

export type ListHead = {
  readonly name: string;
  readonly title: string;
  /** Said below the title, a row each. */
  readonly lines: readonly string[];
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
};

/**
 * A list as a sheet, up to its first row: a title and what is said of it over the whole width, headings that stay while
 * scrolling and come again on every page of paper.
 */
export function listSheet({ name, title, lines, columns }: ListHead): SheetModel {
  const header = lines.length + 1;
  const right = columns.length - 1;
  const height = columns.reduce(
    (most, { heading, width }) => Math.max(most, heightFor(heading, width, HEADER.font)),
    LEAST_HEADER_HEIGHT,
  );
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      { height: 40, cells: [{ value: title, style: TITLE_STYLE }] },
      ...lines.map((value) => ({ height: 22, cells: [{ value, style: LINE_STYLE }] })),
      { height, cells: columns.map(({ heading }) => ({ value: heading, style: HEADER })) },
    ],
    merges: right > 0 ? Array.from({ length: header }, (_, row) => ({ top: row, left: 0, bottom: row, right })) : [],
    freeze: { rows: header + 1, columns: 0 },
    page: {
      landscape: true,
      fitToWidth: true,
      footer: PAGE_FOOTER,
      repeatRows: { first: header, last: header },
    },
  };
}
