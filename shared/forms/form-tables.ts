import { cellAt, type FormSheet, isCovered, mergeAt, shownAt } from './form-look.ts';
import { gapsIn } from './text-gaps.ts';

/** A column of a form's table: the words of its heading from top to bottom, each once. */
export type FormColumn = { readonly column: number; readonly headings: readonly string[] };

/** Rows side by side that wait for figures, zero-based and inclusive. */
export type Rows = { readonly top: number; readonly bottom: number };

/**
 * A table of a form: its rows, further ones parted from them by lines of totals (小计), and its columns. `left` is its
 * first column where another table stands beside it in the same rows.
 */
export type FormTable = Rows & {
  readonly more?: readonly Rows[];
  readonly columns: readonly FormColumn[];
  readonly left?: number;
  /** How far to the right its columns stand once more, where it is folded: 序号 姓名 电话 | 序号 姓名 电话. */
  readonly folds?: readonly number[];
};

/** The rows of a table in parts, the first part first. */
export const partsOf = ({ top, bottom, more = [] }: Rows & { readonly more?: readonly Rows[] | undefined }) =>
  [{ top, bottom }, ...more] as const;

/** The last row a table has room in. */
export const endOf = (table: Parameters<typeof partsOf>[0]): number => partsOf(table).at(-1)?.bottom ?? table.bottom;

export const isInTable = (table: Parameters<typeof partsOf>[0], row: number): boolean =>
  partsOf(table).some(({ top, bottom }) => top <= row && row <= bottom);

/**
 * The tables of a sheet from top to bottom: runs of ruled rows that have room, each under headings of its own or going
 * on with the table above; where nothing is ruled, rows under a line of words that read like headings.
 */
export function readTables(sheet: FormSheet): readonly FormTable[] {
  const main = longestRun(sheet);
  if (main === undefined) return unruledTables(sheet);
  const tables: FormTable[] = [];
  for (const run of bodyRuns(sheet)) {
    const above = tables.at(-1);
    const columns = columnsAbove(sheet, run.top, above === undefined ? 0 : endOf(above) + 1);
    if (above !== undefined && columns.length < LEAST_COLUMNS) {
      if (goesOn(sheet, above, run)) tables[tables.length - 1] = { ...above, more: [...(above.more ?? []), run] };
    } else if (run.top === main.top || columns.length >= LEAST_COLUMNS) tables.push({ ...run, columns });
  }
  return tables;
}

/** A table of fewer columns under headings of its own is a line to sign or a box to write in. */
const LEAST_COLUMNS = 3;

/** The longest run of rows that have room in a ruled table; the first where several are as long. */
export function longestRun(sheet: FormSheet): Rows | undefined {
  let best: Rows | undefined;
  for (const run of bodyRuns(sheet)) {
    if (best === undefined || run.bottom - run.top > best.bottom - best.top) best = run;
  }
  return best;
}

function bodyRuns(sheet: FormSheet): readonly Rows[] {
  const runs: Rows[] = [];
  for (let top = 0; top < sheet.cells.length; top += 1) {
    if (!isBodyRow(sheet, top)) continue;
    let bottom = top;
    while (isBodyRow(sheet, bottom + 1)) bottom += 1;
    runs.push({ top, bottom });
    top = bottom;
  }
  return runs;
}

const TOTALS = /^(合计|总计|小计|累计|平均|共计)|^.{0,6}(合计|总计|小计)$/;
/** 本年累计 as the first word of a line; further on it may be a heading beside 本月. */
const RUNNING_TOTAL = /^.{1,6}(累计|共计|平均)$/;
/** The first words of a ruled line that is signed, below the rows. */
const SIGNED = /^(领导|负责人|审核人?|审批|分管领导|主要领导|经办人|单位)?(签字|签名|签章|意见)/;

/** A row's number written as a text: 1, 一. */
const NUMERAL = /^(\d+|[一二三四五六七八九十]+)[.、]?$/;

/**
 * Ruled, with room for at least two figures (a 0 keeps a place for one), and neither a heading (words in nearly every cell)
 * nor a line of totals.
 */
function isBodyRow(sheet: FormSheet, row: number): boolean {
  const line = sheet.cells[row] ?? [];
  const own = line.flatMap((cell, column) => (cell?.look.bordered && !isCovered(sheet, row, column) ? [cell] : []));
  const room = own.filter(({ text, number, formula }) => (text === '' || number === 0) && formula === undefined).length;
  const words = own.filter(({ text, number }) => text !== '' && number === undefined && !NUMERAL.test(text)).length;
  if (isTotalRow(sheet, row) || SIGNED.test(own[0]?.text.replace(/\s/g, '') ?? '')) return false;
  return room >= 2 && room > words && words <= Math.max(2, own.length / 3);
}

/** Two words at most: 合计 among more of them is the heading of a column. */
const isTotalRow = (sheet: FormSheet, row: number): boolean => totalWord(sheet, row) !== undefined;

/** What a line of totals calls itself: 合计, 全街道总计. */
export function totalWord(sheet: FormSheet, row: number): string | undefined {
  const line = sheet.cells[row] ?? [];
  const words = line.filter((cell) => (cell?.text.trim() ?? '') !== '' && cell?.number === undefined).length;
  const first = line.slice(0, 3).map((cell) => (cell?.text ?? '').replace(/\s/g, ''));
  if (words > 2) return undefined;
  const [begins = ''] = first.filter((text) => text !== '');
  return RUNNING_TOTAL.test(begins) ? begins : first.find((text) => TOTALS.test(text));
}

/**
 * Headings over the first row to be filled; a line of totals between them (合计 above the figures) is passed over. Below
 * another table (`from` is the row after it) its totals and a title across the whole width are no headings.
 */
function columnsAbove(sheet: FormSheet, top: number, from: number): readonly FormColumn[] {
  let below = top;
  while (below > from && isTotalRow(sheet, below - 1)) below -= 1;
  const isHeading = (row: number) =>
    isRuled(sheet, row) && (from === 0 || !(isTotalRow(sheet, row) || isAcross(sheet, row)));
  let first = below;
  while (first > from && isHeading(first - 1)) first -= 1;
  if (first === below) first = unruledHeadings(sheet, below, from);
  return headingsBetween(sheet, first, below, sheet.cells[top]?.length ?? 0).filter(
    ({ column }) => !isCovered(sheet, top, column),
  );
}

/** Where headings begin that nobody ruled over rows that are: those of a table Excel styles as one (套用表格格式). */
function unruledHeadings(sheet: FormSheet, below: number, from: number): number {
  const row = isAside(sheet, below - 1) ? below - 2 : below - 1;
  if (row < from || headingLine(sheet, row).length === 0) return below;
  return row > from && isGroupLine(sheet, row - 1) ? row - 1 : row;
}

function headingsBetween(sheet: FormSheet, first: number, below: number, width: number): readonly FormColumn[] {
  const rows = Array.from({ length: below - first }, (_, at) => first + at);
  const columns = rows.findIndex((row) => !isAcross(sheet, row));
  // Below the headings themselves a line across is a section of the rows: 一、邻里纠纷.
  const headed = rows.filter(
    (row, at) => !isAside(sheet, row) && !(at > columns && columns >= 0 && isAcross(sheet, row)),
  );
  return Array.from({ length: width }, (_, column) => {
    const headings: string[] = [];
    for (const row of headed) {
      const text = shownAt(sheet, row, column).trim();
      if (text !== '' && headings.at(-1) !== text) headings.push(text);
    }
    return { column, headings };
  }).filter(({ headings }) => headings.length > 0);
}

const EXAMPLE = /^(填写|填报)?(示例|样例|范例|例[：:]|例$)/;
const LETTER = /^([甲乙丙丁戊己庚辛]|栏次|行次|栏号|[A-Z])$/;
const COLUMN_NUMBER = /^([(（]?\d{1,2}[)）]?([=＝][\d\s+*/×÷()（）%-]+)?|[①-⑳])$/;

/** A line between the headings and the rows that names no column: their numbers (甲 1 2 3=1-2), or an example. */
function isAside(sheet: FormSheet, row: number): boolean {
  const texts = (sheet.cells[row] ?? []).map((cell) => cell?.text.trim() ?? '').filter((text) => text !== '');
  if (EXAMPLE.test(texts[0] ?? '')) return true;
  const numbers = texts.filter((text) => COLUMN_NUMBER.test(text)).length;
  return numbers >= 2 && texts.every((text) => COLUMN_NUMBER.test(text) || LETTER.test(text));
}

const isRuled = (sheet: FormSheet, row: number): boolean =>
  (sheet.cells[row] ?? []).filter((cell) => cell?.look.bordered).length >= 2;

/** One merged cell over the whole row: 二、信访情况. */
export const isAcross = (sheet: FormSheet, row: number): boolean =>
  (sheet.cells[row] ?? []).filter((cell, column) => cell !== undefined && !isCovered(sheet, row, column)).length === 1;

/** Who signs and when: no name of a row. */
const LABEL = /人$|电话|日期|盖章|负责|说明|备注|单位$/;

/** Rows that go on below a 小计: names in the very columns in which the rows above have theirs. */
function goesOn(sheet: FormSheet, above: FormTable, run: Rows): boolean {
  const named = (rows: Rows) => wordsIn(sheet, rows).map(({ column }) => column);
  const [before, here] = [new Set(named(above)), wordsIn(sheet, run)];
  return here.length > 0 && here.every(({ column, text }) => before.has(column) && !LABEL.test(text));
}

function wordsIn(
  sheet: FormSheet,
  { top, bottom }: Rows,
): readonly { readonly column: number; readonly text: string }[] {
  return sheet.cells.slice(top, bottom + 1).flatMap((line) =>
    line.flatMap((cell, column) => {
      const text = cell?.number === undefined ? (cell?.text.trim() ?? '') : '';
      return text === '' ? [] : [{ column, text }];
    }),
  );
}

/** Words that name a column in nearly every form; at least half of a line of headings is of their kind. */
const HEADING =
  /序号|编号|姓名|名称|社区|单位|部门|街道|日期|时间|电话|号码|类型|类别|性别|年龄|地址|住址|内容|事项|情况|结果|状态|金额|经费|人数|户数|件数|总数|数$|率$|备注|职务|岗位|来源/;
const LEAST_HEADINGS = 3;
const LONGEST_HEADING = 16;

/** Tables nobody ruled: below a line of headings, rows with names or without anything. */
function unruledTables(sheet: FormSheet): readonly FormTable[] {
  const tables: FormTable[] = [];
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const columns = headingLine(sheet, row);
    const top = isAside(sheet, row + 1) ? row + 2 : row + 1;
    if (columns.length === 0 || !isOpen(sheet, top, columns)) continue;
    let bottom = top;
    // Behind the last words of the sheet there is always one row more.
    while (bottom + 1 < sheet.cells.length && isOpen(sheet, bottom + 1, columns)) bottom += 1;
    const last = sheet.cells.slice(bottom + 1).some(hasWords) ? bottom : lastNamed(sheet, top, bottom);
    const over = isGroupLine(sheet, row - 1) ? row - 1 : row;
    tables.push({ top, bottom: last, columns: headingsBetween(sheet, over, top, (columns.at(-1) ?? 0) + 1) });
    row = last;
  }
  return tables;
}

const hasWords = (line: readonly ({ readonly text: string } | undefined)[]): boolean =>
  line.some((cell) => (cell?.text.trim() ?? '') !== '');

function lastNamed(sheet: FormSheet, top: number, bottom: number): number {
  let last = bottom;
  while (last > top && !hasWords(sheet.cells[last] ?? [])) last -= 1;
  return last;
}

/**
 * The columns of a line of headings: words side by side without a gap between them, of tables side by side each for
 * itself; none where it is no such line.
 */
function headingLine(sheet: FormSheet, row: number): readonly number[] {
  const columns = (sheet.cells[row] ?? []).flatMap((cell, column) =>
    shownAt(sheet, row, column).trim() === '' && cell?.formula === undefined ? [] : [column],
  );
  return withoutGaps(columns).every((group) => areHeadings(sheet, row, group)) ? columns : [];
}

/** Columns in stretches that nothing parts. */
function withoutGaps(columns: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const column of columns) {
    const group = groups.at(-1);
    if (group !== undefined && group.at(-1) === column - 1) group.push(column);
    else groups.push([column]);
  }
  return groups;
}

function areHeadings(sheet: FormSheet, row: number, columns: readonly number[]): boolean {
  const texts = [...new Set(columns.map((column) => shownAt(sheet, row, column).trim()))];
  const areWords = columns.every((column) => {
    const { number, formula } = cellAt(sheet, row, column) ?? {};
    return number === undefined && formula === undefined;
  });
  const isShort = texts.every((text) => text.length <= LONGEST_HEADING && !/[：:]$/.test(text));
  const known = texts.filter((text) => HEADING.test(text)).length;
  return texts.length >= LEAST_HEADINGS && areWords && isShort && known * 2 >= texts.length;
}

/** Groups over the columns (总体情况 over three of them): several words, at least one of them over more than one column. */
function isGroupLine(sheet: FormSheet, row: number): boolean {
  const texts = (sheet.cells[row] ?? []).flatMap((cell, column) =>
    (cell?.text.trim() ?? '') !== '' && !isCovered(sheet, row, column) ? [{ column, text: cell?.text ?? '' }] : [],
  );
  const isWide = ({ column }: { readonly column: number }) => {
    const merge = mergeAt(sheet, row, column);
    return merge !== undefined && merge.right > merge.left;
  };
  return texts.length >= 2 && texts.some(isWide) && texts.every(({ text }) => gapsIn(text).length === 0);
}

/** Nothing but a name in it, a number before the name perhaps; neither totals nor a label. */
function isOpen(sheet: FormSheet, row: number, columns: readonly number[]): boolean {
  const line = sheet.cells[row] ?? [];
  const words = line.filter((cell) => (cell?.text.trim() ?? '') !== '' && cell?.number === undefined);
  if (isTotalRow(sheet, row) || line.some((cell) => cell?.formula !== undefined)) return false;
  const areNames = words.every((cell) => gapsIn(cell?.text ?? '').length === 0 && !LABEL.test(cell?.text.trim() ?? ''));
  return areNames && words.length <= Math.max(1, columns.length / 3) && !isNote(line, columns.length);
}

const LONGEST_NAME = 20;

/** 注：… or a sentence below a table. */
const isNote = (line: FormSheet['cells'][number], width: number): boolean =>
  width > 0 && line.some((cell) => /^(注|说明|备注)/.test(cell?.text ?? '') || (cell?.text.length ?? 0) > LONGEST_NAME);
