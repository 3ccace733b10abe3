import type { SheetReader } from '../cells.ts';
import { mergedText } from '../merged-text.ts';
import { type HeaderCell, headerWords } from './header-words.ts';

/** Why a row below the header is no record, as the screen says it: 落款 are 填表人、审核人 and their like. */
export type LeftOutReason = '空行' | '合计行' | '重复的表头' | '分组标题行' | '说明行' | '落款行';

/** A row below the header that looks like no record. `isTaken` where the clerk takes it for one all the same. */
export type LeftOutRow = { readonly row: number; readonly reason: LeftOutReason; readonly isTaken?: boolean };

/** The header as the rows below are held against it. */
export type HeaderOfSheet = {
  readonly headers: readonly HeaderCell[];
  /** Those that say something. */
  readonly named: readonly HeaderCell[];
  readonly words: WordsOfHeader;
};

/** Asked of every row of a sheet, so that it looks at no more of a plain row than its first cells. */
export function reasonToLeaveOut(
  reader: SheetReader,
  row: number,
  { headers, named, words }: HeaderOfSheet,
): LeftOutReason | undefined {
  const texts = firstTexts(reader, row);
  const first = texts.find((text) => text !== '');
  if (first === undefined) return '空行';
  if (texts.slice(0, 2).some(isTotal) || isNamedTotal(reader, row, first)) return '合计行';
  if (isSignature(first)) return '落款行';
  if (isNote(first) && texts.length <= 2) return '说明行';
  if (isGroupTitle(reader, row, headers)) return '分组标题行';
  if (texts.some((text) => words.has(text)) && repeatsHeader(reader, row, named)) return '重复的表头';
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
  return /^(备注|说明|填表说明|填报说明|注)[:：]/.test(text.replace(/\s/g, ''));
}

/** What a row that repeats the header has among its first texts, in whatever spaces. */
type WordsOfHeader = { readonly has: (text: string) => boolean };

/** The headers, and those of each of their rows. Asked of every row: most texts begin like none of them. */
export function wordsOfHeader(named: readonly HeaderCell[]): WordsOfHeader {
  const all = new Set(named.flatMap(({ text, words }) => [text, words.full, ...text.split('/')].map(withoutSpaces)));
  const beginnings = new Set([...all].map((word) => word.charAt(0)));
  return { has: (text) => beginnings.has(text.charAt(0)) && all.has(withoutSpaces(text)) };
}

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** Stacked headers are joined by strokes: a word is that of one of their rows. */
const isWordOf = (text: string, header: string): boolean => `/${header}/`.includes(`/${text}/`);

/** One that stands over others. */
const isTitleIn = (text: string, header: string): boolean => `/${header}`.includes(`/${text}/`);

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
