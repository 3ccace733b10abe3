import { sum } from '../../kit/numbers.ts';
import { PAPER_SIZES, type PaperSize } from '../paper-sizes.ts';
import type { PageModel, SheetModel } from '../sheet-model.ts';
import { columnPoints } from '../text-measure.ts';

const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** Points of a row that says no height: what 宋体 11 needs. */
const USUAL_HEIGHT = 14.4;
/** Millimetres, where a sheet names none. */
export const USUAL_MARGINS = { top: 15, right: 12, bottom: 18, left: 12 } satisfies PageModel['margins'];

/** One sheet of paper: rows of the sheet from top to bottom, those repeated on every page first. */
export type PrintedPage = { readonly rows: readonly number[] };

/** A sheet laid out on paper. Sizes are points of the unscaled sheet; `scale` makes them those of the paper. */
export type PrintedSheet = {
  /** Millimetres, as the sheet lies. */
  readonly paper: Paper;
  readonly margins: NonNullable<PageModel['margins']>;
  readonly scale: number;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly pages: readonly PrintedPage[];
};

type Paper = { readonly width: number; readonly height: number };

const lying = (size: PaperSize, landscape: boolean): Paper => {
  const { width, height } = PAPER_SIZES[size];
  return landscape ? { width: height, height: width } : { width, height };
};

type Stretch = { readonly first: number; readonly last: number };

/**
 * A sheet on paper as its page setup says: shrunk to the width of the paper, never enlarged by it, cut between rows and at the
 * sheet's own breaks. Rows joined by a merged cell stay together where a page holds them.
 */
export function printedSheet(sheet: SheetModel): PrintedSheet {
  const { page, rows } = sheet;
  const { margins = USUAL_MARGINS } = page;
  const widths = sheet.widths.map(columnPoints);
  const heights = rows.map(({ height }) => height ?? USUAL_HEIGHT);
  const paper = lying(page.paper ?? 'A4', page.landscape);
  const room = {
    width: (paper.width - margins.left - margins.right) * POINTS_PER_MILLIMETRE,
    height: (paper.height - margins.top - margins.bottom) * POINTS_PER_MILLIMETRE,
  };
  const scale = Math.min(
    page.scale ?? 1,
    page.fitToWidth ? room.width / sum(widths) : 1,
    page.fitToHeight === true ? room.height / sum(heights) : 1,
  );
  return { paper, margins, scale, widths, heights, pages: pagesOf(sheet, heights, room.height / scale) };
}

/** `height`: points a page has for rows, in the sheet's own size. */
function pagesOf(sheet: SheetModel, heights: readonly number[], height: number): readonly PrintedPage[] {
  const repeated = repeatedRows(sheet, heights, height);
  const heightOf = ({ first, last }: Stretch) => sum(heights.slice(first, last + 1));
  const pages: number[][] = [];
  let page: number[] = [];
  // What is repeated stands on the first page where it stands in the sheet.
  let left = height;
  const turn = () => {
    pages.push(page);
    page = [...repeated];
    left = height - sum(repeated.map((row) => heights[row] ?? 0));
  };
  const isFresh = () => page.length === (pages.length === 0 ? 0 : repeated.length);
  const put = (stretch: Stretch) => {
    const needed = heightOf(stretch);
    if (needed > left + TOLERANCE && !isFresh()) turn();
    page.push(...rowsOf(stretch));
    left -= needed;
  };
  const breaks = new Set(sheet.page.breaks);
  const whole = height - sum(repeated.map((row) => heights[row] ?? 0));
  for (const stretch of joinedRows(sheet)) {
    if (heightOf(stretch) <= whole + TOLERANCE) put(stretch);
    else for (const row of rowsOf(stretch)) put({ first: row, last: row });
    if (breaks.has(stretch.last) && stretch.last < sheet.rows.length - 1) turn();
  }
  return [...pages, page].map((printed) => ({ rows: printed }));
}

/** Sums of fractions miss a page that is exactly full by less than this. */
const TOLERANCE = 0.01;

/** Rows printed again on every page; none where they would leave no room for others. */
function repeatedRows({ page }: SheetModel, heights: readonly number[], height: number): readonly number[] {
  const rows = page.repeatRows ? rowsOf(page.repeatRows) : [];
  return sum(rows.map((row) => heights[row] ?? 0)) > height / 2 ? [] : rows;
}

/** The rows in stretches that no merged cell crosses. */
function joinedRows({ rows, merges }: SheetModel): readonly Stretch[] {
  const reach = new Map<number, number>();
  for (const { top, bottom } of merges) reach.set(top, Math.max(bottom, reach.get(top) ?? top));
  const stretches: Stretch[] = [];
  let first = 0;
  let last = 0;
  for (let row = 0; row < rows.length; row += 1) {
    last = Math.max(last, reach.get(row) ?? row);
    if (row < Math.min(last, rows.length - 1)) continue;
    stretches.push({ first, last: row });
    first = row + 1;
    last = first;
  }
  return stretches;
}

const rowsOf = ({ first, last }: Stretch): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Excel's code of a page's foot or head with its numbers in: 第 &P 页 共 &N 页. Where it stands is left out. */
export const pageWords = (code: string, page: number, of: number): string =>
  code
    .replace(/^&[LCR]/, '')
    .replaceAll('&P', String(page))
    .replaceAll('&N', String(of));
