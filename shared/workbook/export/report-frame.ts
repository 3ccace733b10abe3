import { codePointLength } from '../../kit/code-points.ts';
import { documentDate } from '../../kit/document-date.ts';
import { sum } from '../../kit/numbers.ts';
import type { Day } from '../../kit/values.ts';
import type { CellModel, CellStyle, CellValue, RowModel, SheetModel } from '../sheet-model.ts';
import { heightFor, textWidth } from '../text-measure.ts';

/** Who hands the report in; blank names leave room for a hand to sign. */
export type Signatures = {
  readonly head?: string;
  readonly reviewer?: string;
  readonly filler?: string;
  readonly phone?: string;
  readonly filledOn: Day;
};

export type ReportColumn = {
  readonly label: string;
  readonly width: number;
  /** Neighbouring columns of one group share a heading above their own; of several, the outermost first. */
  readonly group?: string | readonly string[];
  /** Unless this says so: texts in the middle where the column's longest has six characters, else left; numbers right. */
  readonly align?: 'left' | 'center' | 'right';
  readonly format?: string;
};

/** A table as offices hand it in: title, 填报单位 line, header, body, 合计 and the line of signatures. */
export type Report = {
  readonly title: string;
  readonly sheetName: string;
  /** 填报单位. */
  readonly office: string;
  /** 填报期, e.g. 2026年上半年. */
  readonly period: string;
  /** 单位 of the figures, e.g. 元; left out where there are none. */
  readonly unit?: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly (CellValue | undefined)[])[];
  readonly totals?: readonly (CellValue | undefined)[];
  /** 合计 stands above the lines (镇巴), not below them. */
  readonly totalsFirst?: boolean;
  /** Points of header and body; 12 (小四) when absent, 10.5 (五号) for tables of many columns. */
  readonly size?: number;
  readonly signatures: Signatures;
};

// Titles, headers and bodies of official tables; a PC without these fonts falls back to 宋体, 黑体 and 仿宋.
export const TITLE_STYLE: CellStyle = {
  font: { name: '方正小标宋简体', size: 22 },
  align: { horizontal: 'center', vertical: 'center' },
};
const HEADER_STYLE: CellStyle = {
  font: { name: '黑体', size: 12 },
  align: { horizontal: 'center', vertical: 'center', wrap: true },
  border: true,
};
export const LINE_STYLE: CellStyle = {
  font: { name: '仿宋_GB2312', size: 12 },
  align: { horizontal: 'left', vertical: 'center' },
};
export const PAGE_FOOTER = '第 &P 页 共 &N 页';

type AlignedColumn = ReportColumn & { readonly textAlign: 'left' | 'center' | 'right' };

const BODY_FONT = '仿宋_GB2312';
const SHORT_TEXT = 6;
const LEAST_ROW = 24;
const MIN_HEADER = 30;

/** The report as a sheet of A4 landscape, header repeated on every page, one page wide. */
export function reportSheet(report: Report): SheetModel {
  const { rows } = report;
  const columns = report.columns.map((column, place) => withTextAlign(column, place, rows));
  const last = columns.length - 1;
  const size = report.size ?? 12;
  const header = headerRows(columns, size);
  const top = 2 + header.rows.length;
  const body = withTotals(report).map((row) => bodyRow(row, columns, { name: BODY_FONT, size }));
  const footPlace = top + body.length;
  const unitLine = unitLineRow(report);
  return {
    name: report.sheetName,
    widths: columns.map((column) => column.width),
    rows: [
      { height: 44, cells: [{ value: report.title, style: TITLE_STYLE }] },
      unitLine.row,
      ...header.rows,
      ...body,
      { height: 30, cells: [{ value: signatureLine(report.signatures), style: LINE_STYLE }] },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: last },
      ...unitLine.merges,
      ...header.merges,
      { top: footPlace, left: 0, bottom: footPlace, right: last },
    ],
    freeze: { rows: top, columns: 0 },
    page: {
      landscape: true,
      fitToWidth: true,
      footer: PAGE_FOOTER,
      margins: { top: 14, right: 10, bottom: 16, left: 10 },
      repeatRows: { first: 0, last: top - 1 },
    },
  };
}

/** The lines with 合计 where it stands. */
export function withTotals<Line>({
  rows,
  totals,
  totalsFirst,
}: {
  readonly rows: readonly Line[];
  readonly totals?: Line;
  readonly totalsFirst?: boolean;
}): readonly Line[] {
  if (totals === undefined) return rows;
  return totalsFirst ? [totals, ...rows] : [...rows, totals];
}

/** A column reads as one: its texts all stand in the middle, or all left. */
function withTextAlign(column: ReportColumn, place: number, rows: Report['rows']): AlignedColumn {
  const isShort = rows.every((row) => {
    const value = row[place];
    return typeof value !== 'string' || codePointLength(value) <= SHORT_TEXT;
  });
  return { ...column, textAlign: column.align ?? (isShort ? 'center' : 'left') };
}

/**
 * 填报单位 left, 填报期 in the middle, 单位 right, each over about a third of the paper; all in one line from the left
 * where the first columns are too narrow for the office's name.
 */
function unitLineRow({ office, period, unit, columns }: Report) {
  const last = columns.length - 1;
  const owner = `填报单位（盖章）：${office}`;
  const [first, second] = thirds(columns, textWidth(owner, LINE_STYLE.font.size));
  if (second > last) {
    const parts = [owner, `填报期：${period}`, ...(unit === undefined ? [] : [`单位：${unit}`])];
    const row: RowModel = { height: 26, cells: [{ value: parts.join('　　'), style: LINE_STYLE }] };
    return { row, merges: [{ top: 1, left: 0, bottom: 1, right: last }] };
  }
  const cells: (CellModel | undefined)[] = [];
  const place = (column: number, value: string, horizontal: 'left' | 'center' | 'right') => {
    cells[column] = { value, style: { ...LINE_STYLE, align: { horizontal, vertical: 'center' } } };
  };
  place(0, owner, 'left');
  place(first, `填报期：${period}`, 'center');
  if (unit !== undefined) place(second, `单位：${unit}`, 'right');
  const spans = [
    [0, first - 1],
    [first, second - 1],
    [second, last],
  ] as const;
  return {
    row: { height: 26, cells: Array.from({ length: cells.length }, (_, column) => cells[column]) },
    merges: spans.filter(([left, right]) => right > left).map(([left, right]) => ({ top: 1, left, bottom: 1, right })),
  };
}

/**
 * The columns where the second and the last third of the width begin; at least one column to each, and `least` widths to
 * the first, so that an office's name is not cut. Beyond the last column where they do not all find room.
 */
function thirds(columns: readonly ReportColumn[], least: number): readonly [number, number] {
  const whole = sum(columns.map((column) => column.width));
  const beginsAfter = (width: number): number => {
    let reached = 0;
    const place = columns.findIndex((column) => {
      reached += column.width;
      return reached > width;
    });
    return place === -1 ? columns.length : place;
  };
  const roomy = columns.findIndex((_, place) => widthBefore(columns, place) >= least);
  const first = Math.max(beginsAfter(whole * 0.4), 1, roomy === -1 ? columns.length : roomy);
  return [first, Math.max(beginsAfter(whole * 0.7), first + 1)];
}

const widthBefore = (columns: readonly ReportColumn[], place: number): number =>
  sum(columns.slice(0, place).map(({ width }) => width));

const groupsOf = ({ group }: ReportColumn): readonly string[] =>
  group === undefined ? [] : typeof group === 'string' ? [group] : group;

/** Rows a heading takes: one, and one more for every level of groups. */
export const headerDepth = (columns: readonly ReportColumn[]): number =>
  1 + Math.max(0, ...columns.map((column) => groupsOf(column).length));

/** Where the heading begins: below the title and the line of 填报单位. */
const HEADER_TOP = 2;

/** The last of the columns from `left` on that share its groups down to a level; one without such a group stands alone. */
function spanEnd(columns: readonly ReportColumn[], left: number, level: number): number {
  const own = groupsOf(columns[left] ?? { label: '', width: 0 }).slice(0, level + 1);
  if (own.length <= level) return left;
  const next = columns.findIndex((column, place) => {
    const groups = groupsOf(column);
    return place > left && own.some((group, depth) => groups[depth] !== group);
  });
  return (next === -1 ? columns.length : next) - 1;
}

/** A heading of as many rows as the deepest column has groups; a column with fewer stands in the rows left to it. */
function headerRows(columns: readonly ReportColumn[], size: number): Pick<SheetModel, 'rows' | 'merges'> {
  const style = { ...HEADER_STYLE, font: { ...HEADER_STYLE.font, size } };
  const cell = (value: string): CellModel => ({ value, style });
  const depth = headerDepth(columns);
  const labelHeight = columns.reduce(
    (most, { label, width }) => Math.max(most, heightFor(label, width, style.font)),
    MIN_HEADER,
  );
  const merges: SheetModel['merges'][number][] = [];
  const merge = (level: number, left: number, lastLevel: number, right: number) => {
    const range = { top: HEADER_TOP + level, left, bottom: HEADER_TOP + lastLevel, right };
    if (range.bottom > range.top || right > left) merges.push(range);
  };
  for (const [left, column] of columns.entries()) {
    const groups = groupsOf(column);
    for (const level of groups.keys()) {
      if (left === 0 || spanEnd(columns, left - 1, level) < left)
        merge(level, left, level, spanEnd(columns, left, level));
    }
    merge(groups.length, left, depth - 1, left);
  }
  const textAt = (column: ReportColumn, level: number): string | undefined =>
    [...groupsOf(column), column.label][level];
  const cells = Array.from({ length: depth }, (_, level) =>
    columns.map((column) => {
      const text = textAt(column, level);
      return text === undefined ? undefined : cell(text);
    }),
  );
  return {
    rows: cells.map((row, level) => ({ height: level === depth - 1 ? labelHeight : LEAST_ROW, cells: row })),
    merges,
  };
}

function bodyRow(
  values: readonly (CellValue | undefined)[],
  columns: readonly AlignedColumn[],
  font: CellStyle['font'],
): RowModel {
  const heights = columns.map(({ width }, place) => {
    const value = values[place];
    return typeof value === 'string' ? heightFor(value, width, font) : LEAST_ROW;
  });
  return {
    height: Math.max(LEAST_ROW, ...heights),
    cells: columns.map((column, place) => bodyCell(values[place], column, font)),
  };
}

function bodyCell(
  value: CellValue | undefined,
  { align, textAlign, format }: AlignedColumn,
  font: CellStyle['font'],
): CellModel {
  const isText = typeof value === 'string';
  const natural = isText ? textAlign : 'right';
  const isDay = typeof value === 'object' && 'day' in value;
  const look = format ?? (isDay ? 'yyyy-mm-dd' : isText ? '@' : undefined);
  return {
    ...(value === undefined ? {} : { value }),
    style: {
      font,
      border: true,
      align: { horizontal: align ?? (isDay ? 'center' : natural), vertical: 'center', wrap: isText },
      ...(look === undefined ? {} : { format: look }),
    },
  };
}

const ROOM_TO_SIGN = '　　　　　';

function signatureLine({ head, reviewer, filler, phone, filledOn }: Signatures): string {
  const parts = [
    `单位负责人：${head ?? ROOM_TO_SIGN}`,
    `审核人：${reviewer ?? ROOM_TO_SIGN}`,
    `填表人：${filler ?? ROOM_TO_SIGN}`,
    `联系电话：${phone ?? ROOM_TO_SIGN}`,
    `填报日期：${documentDate(filledOn)}`,
  ];
  return parts.join('　　');
}
