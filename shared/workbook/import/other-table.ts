import type { SheetReader } from '../cells.ts';
import { CELL_EMPTY, type Cell, isBlankCell } from '../workbook.ts';
import { headerWords, isRowNumberHeader } from './header-words.ts';
import { type HeaderOfSheet, type LeftOutRow, onlyText } from './left-out-rows.ts';

/** How far up it is looked what a column holds. */
const ROWS_COMPARED = 20;
/** Fewer words head nothing. */
const FEWEST_HEADINGS = 3;
/** A heading is a word or two, and no sentence. */
const LONGEST_HEADING = 12;
const SENTENCE = /[\d，。；！？,;!?]/;
/** What headings of any form end with; the name of a community ends with 社区 too, and is none. */
const HEADING =
  /(?:序号|编号|姓名|名称|日期|时间|电话|手机|号码|地址|单位|部门|人员|人|职务|岗位|类型|类别|数|量|率|金额|经费|备注|情况|内容|事项|问题|结果|状态)$|^(?:社区|小区|网格|楼栋|性别|年龄)$/;

/**
 * Whether a row heads another table, whose words are not this one's: behind a gap or a title of its own, words only, at
 * least half of them such as head columns, and a row below. One stands where the rows above have days or numbers, and the row
 * below has none, or is 序号: a record with 时间不清 for its day has rows of this table below. Rather one too few than a record
 * taken for one. Asked of every row: behind a record it looks no further than that one's first cells.
 */
export function headsOtherTable(
  reader: SheetReader,
  row: number,
  header: HeaderOfSheet,
  body: readonly number[],
): boolean {
  if (body.at(-1) === row - 1 && !isTitle(reader, row - 1)) return false;
  const headings = headingsIn(reader, row);
  if (headings.size < FEWEST_HEADINGS || new Set(headings.values()).size < headings.size) return false;
  if ([...headings.values()].filter((word) => HEADING.test(word)).length * 2 < headings.size) return false;
  const below = reader.sheet.columns.filter((_, column) => !isBlankCell(reader.cell(row + 1, column)));
  if (below.length < 2) return false;
  const above = body.slice(-ROWS_COMPARED);
  return header.named.some(({ column }) => {
    const word = headings.get(column);
    if (word === undefined || !holdsFigures(reader, above, column)) return false;
    return !holdsFigures(reader, [row + 1], column) || isRowNumberHeader(headerWords(word));
  });
}

/** Titles right above it are its own; they look like records of one cell, and are taken off the body. */
export function titlesTakenOff(reader: SheetReader, row: number, body: number[]): readonly LeftOutRow[] {
  const titles: LeftOutRow[] = [];
  for (let above = row - 1; body.at(-1) === above && isTitle(reader, above); above -= 1) {
    body.pop();
    titles.unshift({ row: above, reason: '另一张表的表头' });
  }
  return titles;
}

const isTitle = (reader: SheetReader, row: number): boolean =>
  !hasTwoCells(reader, row) && onlyText(reader, row) !== undefined;

/** By the kinds alone: it is asked of every record. */
function hasTwoCells({ sheet }: SheetReader, row: number): boolean {
  let filled = 0;
  for (const { kinds } of sheet.columns) {
    if ((kinds[row] ?? CELL_EMPTY) !== CELL_EMPTY) filled += 1;
    if (filled === 2) return true;
  }
  return false;
}

/** The words of a row by their columns; none where it says anything but words. */
function headingsIn(reader: SheetReader, row: number): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  for (const column of reader.sheet.columns.keys()) {
    const cell = reader.cell(row, column);
    if (isBlankCell(cell)) continue;
    const word = cell.kind === 'text' ? cell.text.replace(/\s/g, '') : '';
    if (word === '' || word.length > LONGEST_HEADING || SENTENCE.test(word)) return new Map();
    headings.set(column, word);
  }
  return headings;
}

/** Days and numbers, at least half of what it holds. */
function holdsFigures(reader: SheetReader, rows: readonly number[], column: number): boolean {
  const filled = rows.map((row) => reader.bodyCell(row, column)).filter((cell) => !isBlankCell(cell));
  return filled.length > 0 && filled.filter(isFigure).length * 2 >= filled.length;
}

const isFigure = (cell: Cell): boolean =>
  cell.kind === 'number' || cell.kind === 'date' || (cell.kind === 'text' && /^[\d\s.,:/年月日号-]+$/.test(cell.text));
