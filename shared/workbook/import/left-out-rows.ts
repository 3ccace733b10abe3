import { saysNothing } from '../../kit/convert/marks.ts';
import type { SheetReader } from '../cells.ts';
import { mergedText } from '../merged-text.ts';
import { type Cell, isBlankCell } from '../workbook.ts';
import { type HeaderCell, headerWords, isRowNumberHeader } from './header-words.ts';

/** Why a row below the header is no record, as the screen says it: 落款 are 填表人、审核人 and their like. */
export type LeftOutReason =
  | '空行'
  | '合计行'
  | '重复的表头'
  | '另一张表的表头'
  | '另一张表的行'
  | '分组标题行'
  | '栏次行'
  | '示例行'
  | '作废行'
  | '零报告行'
  | '说明行'
  | '落款行';

/** A row below the header that looks like no record. `isTaken` where the clerk takes it for one all the same. */
export type LeftOutRow = { readonly row: number; readonly reason: LeftOutReason; readonly isTaken?: boolean };

/** The header as the rows below are held against it. */
export type HeaderOfSheet = {
  readonly headers: readonly HeaderCell[];
  /** Those that say something. */
  readonly named: readonly HeaderCell[];
  readonly words: WordsOfHeader;
  /** Where its rows are numbered. */
  readonly numbers: readonly number[];
  /** Columns that hold days, as their words say. */
  readonly days: readonly number[];
};

/** What of a header tells which rows below it are no records. */
export function headerOfSheet(headers: readonly HeaderCell[]): HeaderOfSheet {
  const named = headers.filter(({ words }) => words.full !== '');
  const columnsOf = (isMeant: (one: HeaderCell) => boolean) => named.filter(isMeant).map(({ column }) => column);
  return {
    headers,
    named,
    words: wordsOfHeader(named),
    numbers: columnsOf(({ words }) => isRowNumberHeader(words)),
    days: columnsOf(({ words }) => /(日期|时间|时刻)$/.test(words.bare)),
  };
}

/** Whether a text that is all a row says is what the rows below it belong to. */
export type IsGroupTitle = (text: string) => boolean;

/** Asked of every row of a sheet, so that it looks at no more of a plain row than its first cells. */
export function reasonToLeaveOut(
  reader: SheetReader,
  row: number,
  header: HeaderOfSheet,
  namesGroup: IsGroupTitle,
): LeftOutReason | undefined {
  const { headers, named, words } = header;
  const texts = firstTexts(reader, row);
  const first = texts.find((text) => text !== '');
  if (first === undefined || isNumberAlone(reader, row, texts, header)) return '空行';
  if (texts.slice(0, 2).some(isTotal) || isNamedTotal(reader, row, first)) return '合计行';
  if (isSignature(first) && !isRecord(reader, row, header)) return '落款行';
  if (isNote(first) && texts.length <= 2 && !isRecord(reader, row, header)) return '说明行';
  if (isGroupTitle(reader, row, headers)) return '分组标题行';
  if (texts.length === 1 && named.length > 1 && namesGroup(first) && onlyText(reader, row) !== undefined)
    return '分组标题行';
  if (texts.some((text) => words.has(text))) {
    if (isOtherHeader(reader, row, header)) return '另一张表的表头';
    if (repeatsHeader(reader, row, named)) return '重复的表头';
  }
  if (countsColumns(reader, row, named)) return '栏次行';
  if (texts.slice(0, 2).some(mayReportNothing) && reportsNothing(reader, row, header)) return '零报告行';
  return wordOfNumber(reader, row, header);
}

/** A row numbered beforehand, in which nobody wrote anything. G12 alone is the number of a slip. */
function isNumberAlone(
  reader: SheetReader,
  row: number,
  texts: readonly string[],
  { numbers, named }: HeaderOfSheet,
): boolean {
  if (named.length < 2 || texts.filter((text) => text !== '').length > 1) return false;
  const isNumbered = numbers.some((column) => {
    const cell = reader.cell(row, column);
    if (cell.kind === 'number') return Number.isInteger(cell.number) && cell.number < 10_000;
    return cell.kind === 'text' && /^\d{1,4}$/.test(cell.text.trim());
  });
  // The first texts may be blanks, with something written behind them.
  return isNumbered && reader.sheet.columns.filter((_, column) => !isBlankCell(reader.cell(row, column))).length === 1;
}

const OF_A_TIME = '本(?:月|周|季度?|年度?|期|次|社区|单位|辖区)|目前|暂';
/** What a report is of: 本月无新增纠纷 reports nothing, 本社区没有路灯 says what is wrong. */
const REPORTED = '情况|事项|内容|诉求|信访|来访|纠纷|矛盾|工单|案|件|数据|上报|报送|新增|发生|此类|相关';
const NOTHING_HAPPENED = new RegExp(
  `^(?:${OF_A_TIME})[^，。]{0,4}(?:(?:无|没有)(?:[^，。]{0,10}(?:${REPORTED})[^，。]{0,8})?|(?:未发生|零报告)[^，。]{0,12})$` +
    '|^(?:零报告|无(?:此类|相关|新增)?(?:情况|事项|内容|诉求|信访|矛盾纠纷|纠纷|数据|报送))$',
);

const saysNoReport = (text: string): boolean => saysNothing(text) || NOTHING_HAPPENED.test(withoutSpaces(text));

const BEGINS_WITH_NOTHING = /^[无没暂零本目/\\／—－\-*─∕]/;

/** Asked of every row: most texts begin like none of them. */
const mayReportNothing = (text: string): boolean => BEGINS_WITH_NOTHING.test(text) && saysNoReport(text);

/** 零报告: beside its number a row says 无, 本月无 or strokes, and nothing else. */
function reportsNothing(reader: SheetReader, row: number, { numbers }: HeaderOfSheet): boolean {
  const cells = reader.sheet.columns.flatMap((_, column) =>
    numbers.includes(column) ? [] : [reader.cell(row, column)],
  );
  return cells.every((cell) => isBlankCell(cell) || (cell.kind === 'text' && saysNoReport(cell.text)));
}

/**
 * 负责人：王某拖欠工资 is what somebody said where a column of days has its day beside it, and another column something, if
 * there is any: a footer may have its day there too, and has nothing else.
 */
function isRecord(reader: SheetReader, row: number, { named, days }: HeaderOfSheet): boolean {
  const filled = [...reader.sheet.columns.keys()].filter((column) => !isBlankCell(reader.cell(row, column)));
  const labels = filled.filter((column) => {
    const cell = reader.cell(row, column);
    return cell.kind === 'text' && isSignature(cell.text.trim());
  });
  if (labels.length > 1 || !days.some((column) => isDayCell(reader.bodyCell(row, column)))) return false;
  const others = named.filter(({ column }) => column !== filled[0] && !days.includes(column));
  return others.length === 0 || others.some(({ column }) => filled.includes(column));
}

const isDayCell = (cell: Cell): boolean =>
  cell.kind === 'date' || (cell.kind === 'text' && /^(\d{2}|\d{4})\s*[-./年]\s*\d{1,2}/.test(cell.text.trim()));

/** The row below a header that counts its columns: 1, 2, 3, or 栏次, 甲, 1, 2. */
function countsColumns(reader: SheetReader, row: number, named: readonly HeaderCell[]): boolean {
  let count = 0;
  for (const { column } of named) {
    const text = mergedText(reader, row, column).trim();
    const isWord = count === 0 && /^(栏次|[甲乙丙丁戊])$/.test(text);
    if (!isWord && text !== String(count + 1)) return false;
    if (!isWord) count += 1;
  }
  return count > 1;
}

/** What stands where others have their number: 示例, 作废. */
function wordOfNumber(reader: SheetReader, row: number, { numbers }: HeaderOfSheet): LeftOutReason | undefined {
  for (const column of numbers) {
    const cell = reader.cell(row, column);
    if (cell.kind !== 'text') continue;
    if (/^[（(【]?(填写|填报)?(示例|样例|例|例如|举例)[\d一二三]*[）)】]?[:：]?$/.test(cell.text.trim()))
      return '示例行';
    if (/^[（(【]?(已?作废|已?删除|已?撤销)[）)】]?$/.test(cell.text.trim())) return '作废行';
  }
  return undefined;
}

/** What the filled cells of a row say from its left, x for anything but text: three of them, or as far as a word stands. */
function firstTexts(reader: SheetReader, row: number): readonly string[] {
  const texts: string[] = [];
  for (let column = 0; column < reader.sheet.columns.length; column += 1) {
    const cell = reader.cell(row, column);
    if (cell.kind === 'empty') continue;
    texts.push(cell.kind === 'text' ? cell.text.trim() : 'x');
    if (texts.length >= 3 && texts.some((text) => text !== '')) break;
  }
  return texts;
}

/** 一、党的建设（20项）: one cell drawn over at least half of the columns, and nothing beside it. */
function isGroupTitle(reader: SheetReader, row: number, headers: readonly HeaderCell[]): boolean {
  const isFilled = ({ column }: HeaderCell): boolean => mergedText(reader, row, column).trim() !== '';
  const first = headers.find(isFilled);
  if (first === undefined || headers.length < 2) return false;
  const merge = reader.mergeAt(row, first.column);
  if (merge === undefined || merge.top !== row || merge.bottom !== row) return false;
  const filled = headers.filter(isFilled);
  const covered = filled.filter(({ column }) => merge.left <= column && column <= merge.right);
  return covered.length === filled.length && covered.length > 1 && covered.length * 2 >= headers.length;
}

/** What a row says in the one cell it has, or has merged sideways; undefined where it holds more, or other than text. */
export function onlyText(reader: SheetReader, row: number): string | undefined {
  const filled = [...reader.sheet.columns.keys()].filter((column) => !isBlankCell(reader.mergedCell(row, column)));
  const first = filled[0] ?? 0;
  const cell = reader.mergedCell(row, first);
  const { top, bottom, right } = reader.mergeAt(row, first) ?? { top: row, bottom: row, right: first };
  const isAlone = top === bottom && filled.every((column) => column <= right);
  return isAlone && cell.kind === 'text' && !isBlankCell(cell) ? cell.text.trim() : undefined;
}

const SUM = '(合计|共计|总计|小计|累计)([(（][^)）]*[)）])?[:：]?';
const FIGURE = '-?[\\d,]+(\\.\\d+)?(%|件|条|项|人|户|次|个|起|元|万元)?';
const TOTAL = new RegExp(`^(本页|本表|本月|本年)?${SUM}$`);
const NAMED_TOTAL = new RegExp(`^[^,，;；。]{0,12}${SUM}(?<figure>${FIGURE})?$`);
const FIGURE_OR_STROKE = new RegExp(`^(${FIGURE}|[-—/]+)$`);

function isTotal(text: string): boolean {
  return text.includes('计') && TOTAL.test(text.replace(/\s/g, ''));
}

/** 晨光社区小计, 小计：3件. A record may be called so too: with a total stand figures, and nothing else. */
function isNamedTotal(reader: SheetReader, row: number, first: string): boolean {
  if (!first.includes('计')) return false;
  const named = NAMED_TOTAL.exec(first.replace(/\s/g, ''));
  if (named === null) return false;
  const cells = reader.sheet.columns.map((_, column) => reader.cell(row, column));
  const beside = cells.filter((cell) =>
    cell.kind === 'text' ? !['', first].includes(cell.text.trim()) : cell.kind !== 'empty',
  );
  const areFigures = beside.every((cell) =>
    cell.kind === 'text' ? FIGURE_OR_STROKE.test(cell.text.replace(/\s/g, '')) : cell.kind !== 'date',
  );
  return areFigures && (beside.length > 0 || named.groups?.figure !== undefined);
}

const SIGNERS =
  '填表人|填报人|制表人|制表|审核人|审核|复核人|经办人|单位负责人|负责人|主要领导|分管领导|填报单位|填表单位|填报日期|填表日期|联系电话|联系人';
const SIGNATURE = new RegExp(`^(${SIGNERS})(（[^）]*）)?[:：]`);

function isSignature(text: string): boolean {
  return SIGNATURE.test(text.replace(/\s/g, ''));
}

function isNote(text: string): boolean {
  return /^(备注|说明|填表说明|填报说明|注)[\d一二三]?[:：]/.test(text.replace(/\s/g, ''));
}

/** 2.按月上报 below 注：1.一式两份: one text right below a note, where that begins. */
export function isNoteGoingOn(
  reader: SheetReader,
  row: number,
  { named }: HeaderOfSheet,
  above: LeftOutRow | undefined,
): boolean {
  if (above?.reason !== '说明行' || above.row !== row - 1 || named.length < 2) return false;
  return onlyText(reader, row) !== undefined && firstFilled(reader, row) === firstFilled(reader, row - 1);
}

const firstFilled = (reader: SheetReader, row: number): number =>
  reader.sheet.columns.findIndex((_, column) => !isBlankCell(reader.cell(row, column)));

/** What a row that repeats the header has among its first texts, in whatever spaces. */
type WordsOfHeader = { readonly has: (text: string) => boolean };

/** The headers, and those of each of their rows. Asked of every row: most texts begin like none of them. */
function wordsOfHeader(named: readonly HeaderCell[]): WordsOfHeader {
  const all = new Set(named.flatMap(({ text, words }) => [text, words.full, ...text.split('/')].map(withoutSpaces)));
  const beginnings = new Set([...all].map((word) => word.charAt(0)));
  return { has: (text) => beginnings.has(text.charAt(0)) && all.has(withoutSpaces(text)) };
}

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** Stacked headers are joined by strokes: a word is that of one of their rows. */
const isWordOf = (text: string, header: string): boolean => `/${header}/`.includes(`/${text}/`);

/** One that stands over others. */
const isTitleIn = (text: string, header: string): boolean => `/${header}`.includes(`/${text}/`);

/** Words of this header in other columns than its own, and little else: below them stand rows of another table. */
function isOtherHeader(reader: SheetReader, row: number, { named, words }: HeaderOfSheet): boolean {
  const filled = named.filter(({ column }) => mergedText(reader, row, column).trim() !== '');
  const known = filled.filter(({ column }) => words.has(mergedText(reader, row, column).trim()));
  if (known.length < 3 || known.length * 2 <= filled.length) return false;
  return known.some(
    ({ column, text }) => !isWordOf(withoutSpaces(mergedText(reader, row, column)), withoutSpaces(text)),
  );
}

function repeatsHeader(reader: SheetReader, row: number, named: readonly HeaderCell[]): boolean {
  const filled = named.filter(({ column }) => mergedText(reader, row, column).trim() !== '');
  const copied = filled.filter(({ column, text }) => isWordOf(mergedText(reader, row, column).trim(), text));
  // A copied header has a word as it stood; only then are the others taken apart.
  if (copied.length === 0) return false;
  // One row of a stacked header says little else than nothing, and nothing of its own.
  const isTitle = copied.some(({ column, text }) => isTitleIn(mergedText(reader, row, column).trim(), text));
  if ((copied.length > 1 || isTitle) && copied.length === filled.length) return true;
  const same = named.filter((header) => headerWords(mergedText(reader, row, header.column)).full === header.words.full);
  return named.length > 1 && same.length * 2 > named.length;
}
