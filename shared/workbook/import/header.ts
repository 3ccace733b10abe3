import { LedgerError } from '../../kit/complaint.ts';
import type { AmountUnit } from '../../kit/fields.ts';
import { finished } from '../../kit/finished.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { columnLetters } from '../cell-address.ts';
import type { SheetReader } from '../cells.ts';
import { mergedText } from '../merged-text.ts';
import { type Cell, isBlankCell } from '../workbook.ts';
import {
  type HeaderCell,
  type HeaderVocabulary,
  headerWords,
  isRowNumberHeader,
  vocabularyOf,
} from './header-words.ts';
import {
  headerOfSheet,
  type IsGroupTitle,
  isNoteGoingOn,
  type LeftOutReason,
  type LeftOutRow,
  reasonToLeaveOut,
} from './left-out-rows.ts';
import { headsOtherTable, titlesTakenOff } from './other-table.ts';
import { headerUnit, isUnitWord, lineUnit } from './stated-unit.ts';

/** How far down a header is looked for. */
const DEEPEST_HEADER = 40;

/** So many rows of headers may stand one over the other. */
const DEEPEST_STACK = 4;

/** Zero-based, inclusive: more than one row where headers are stacked (诉求人信息 over 姓名). */
export type HeaderRows = { readonly top: number; readonly bottom: number };

/** Where the parts of a sheet stand. */
export type SheetLayout = {
  readonly rows: HeaderRows;
  readonly headers: readonly HeaderCell[];
  /** Texts above the header: titles, notes, unit and date lines. */
  readonly above: readonly string[];
  /** Unit of money columns that state none of their own, from a unit line above. */
  readonly unit?: AmountUnit;
  readonly body: readonly number[];
  /** Rows between the header and the last one with anything in it that look like no record. */
  readonly leftOut: readonly LeftOutRow[];
};

/**
 * Finds the header by the ledger's own words: titles, notes and blank rows above it are passed over.
 * @throws LedgerError import/no-header where no row names two fields, or the title field beside a row number and no more
 */
export function findHeader(reader: SheetReader, ledger: Ledger): HeaderRows {
  const vocabulary = vocabularyOf(ledger);
  let best: { rows: HeaderRows; score: number } | undefined;
  for (let row = 0; row < Math.min(reader.sheet.rowCount, DEEPEST_HEADER); row += 1) {
    const rows = withSubHeaders(reader, { top: row, bottom: bottomOfHeader(reader, row, vocabulary) }, vocabulary);
    const score = scoreHeader(reader, rows, vocabulary);
    const isEnough = score >= 2 || namesNothingElse(reader, rows, ledger, vocabulary);
    if (isEnough && score > (best?.score ?? 0)) best = { rows, score };
  }
  if (best === undefined) throw noHeader(ledger);
  const { top, bottom } = best.rows;
  return isUnitRow(reader, bottom + 1) ? { top, bottom: bottom + 1 } : best.rows;
}

/** 序号、事项名称 and no more: so the lists of 基本履职事项 are printed. */
function namesNothingElse(
  reader: SheetReader,
  rows: HeaderRows,
  ledger: Ledger,
  vocabulary: HeaderVocabulary,
): boolean {
  const headers = headersAt(reader, rows);
  const [numbers, others] = [
    headers.filter(({ words }) => isRowNumberHeader(words)),
    headers.filter(({ words }) => !isRowNumberHeader(words)),
  ];
  const [only] = others;
  if (only === undefined || others.length > 1 || numbers.length !== 1) return false;
  return vocabulary.exact(only.words).includes(ledger.titleField);
}

function noHeader(ledger: Ledger): LedgerError {
  const words = Object.values(ledger.fields).filter((field) => field.key && !field.automatic);
  const example = words.map((field) => field.label).join('、');
  return new LedgerError(
    'import/no-header',
    `没有找到表头：前 ${DEEPEST_HEADER} 行中没有一行像「${ledger.title}」的列名（如 ${example}）。没有存入任何数据。请检查是否选错了工作表或文件，或手工指定表头所在的行。`,
  );
}

/** A header cell merged downwards stretches the header; so does a row of sub-headers under cells merged sideways. */
function bottomOfHeader(reader: SheetReader, top: number, vocabulary: HeaderVocabulary): number {
  const bottoms = reader.sheet.columns.map((_, column) => {
    const merge = reader.mergeAt(top, column);
    const isHeader = merge?.top === top && vocabulary.exact(headerWords(mergedText(reader, top, column))).length > 0;
    return merge !== undefined && isHeader ? merge.bottom : top;
  });
  return Math.min(
    top + DEEPEST_STACK - 1,
    bottoms.reduce((deepest, bottom) => Math.max(deepest, bottom), top),
  );
}

/**
 * Sub-headers whose title is followed by blanks where another sheet has a merged cell (every .csv has): 姓名、电话 under 诉求人信息,
 * and that under 来件情况. Only where all rows together name more than any fewer of them, so that a title line above a whole
 * header stays a title.
 */
function withSubHeaders(reader: SheetReader, rows: HeaderRows, vocabulary: HeaderVocabulary): HeaderRows {
  if (rows.top !== rows.bottom) return rows;
  const { top } = rows;
  const score = (from: number, to: number) => scoreHeader(reader, { top: from, bottom: to }, vocabulary);
  const deeper = depthsBelow(top).filter((bottom) => {
    if (!areSubHeaders(reader, { top, bottom }, vocabulary)) return false;
    const fewer = Math.max(score(top, bottom - 1), ...depthsBelow(top, bottom).map((from) => score(from, bottom)));
    return fewer < score(top, bottom);
  });
  return deeper.reduce((best, bottom) => (score(top, bottom) > score(top, best.bottom) ? { top, bottom } : best), rows);
}

/** The rows below the first that a header can reach. */
const depthsBelow = (top: number, bottom = top + DEEPEST_STACK - 1): readonly number[] =>
  Array.from({ length: bottom - top }, (_, below) => top + 1 + below);

/** Texts that are mostly the ledger's words, each under a title or the blanks right of it: the first record never is. */
function areSubHeaders(reader: SheetReader, { top, bottom }: HeaderRows, vocabulary: HeaderVocabulary): boolean {
  const columns = [...reader.sheet.columns.keys()];
  const isBlank = (at: number, column: number): boolean => isBlankCell(reader.cell(at, column));
  const isOver = (at: number, column: number): boolean =>
    depthsBelow(at, bottom).some((below) => !isBlank(below, column));
  const isWord = (at: number, column: number): boolean =>
    vocabulary.exact(headerWords(mergedText(reader, at, column))).length > 0;
  const isInPlace = (row: number, column: number): boolean => {
    if (!isBlank(row - 1, column)) {
      const hasNext = isBlank(row - 1, column + 1) && isOver(row - 1, column + 1);
      return hasNext || !isWord(row - 1, column);
    }
    let title = column - 1;
    while (title > 0 && isBlank(row - 1, title) && (!isBlank(row, title) || isOver(row, title))) title -= 1;
    return title >= 0 && !isBlank(row - 1, title) && !isBlank(row, title);
  };
  const cells = depthsBelow(top, bottom).flatMap((row) =>
    columns.filter((column) => !isBlank(row, column)).map((column) => ({ row, column })),
  );
  const leaves = cells.filter(({ row, column }) => !isOver(row, column));
  const words = leaves.filter(({ row, column }) => isWord(row, column));
  return (
    cells.some(({ row, column }) => row === bottom && isBlank(row - 1, column)) &&
    cells.every(({ row, column }) => reader.cell(row, column).kind === 'text' && isInPlace(row, column)) &&
    words.length >= 2 &&
    words.length * 2 > leaves.length
  );
}

function scoreHeader(reader: SheetReader, rows: HeaderRows, vocabulary: HeaderVocabulary): number {
  const found = new Set<string>();
  let rest = 0;
  for (const header of headersAt(reader, rows)) {
    const fieldIds = vocabulary.exact(header.words);
    if (fieldIds.length > 0) found.add(fieldIds.join());
    else if (isRowNumberHeader(header.words)) rest += 0.5;
    // Headers are short words; a long sentence or a figure among them speaks against the row.
    else if (header.words.bare.length > 15 || /^[-\d.]+$/.test(header.words.bare)) rest -= 0.5;
  }
  return found.size === 0 ? 0 : found.size + rest;
}

/** The header cells of the given rows; stacked ones are joined as 诉求人信息/姓名, a unit below one follows it in brackets. */
export function headersAt(reader: SheetReader, rows: HeaderRows): readonly HeaderCell[] {
  const below = depthsBelow(rows.top, rows.bottom);
  const unitRow = below.find((row) => isUnitRow(reader, row));
  const titleRows = [rows.top, ...below].filter((row) => row !== unitRow);
  return reader.sheet.columns.flatMap((_, column): HeaderCell[] => {
    const parts: string[] = [];
    for (const row of titleRows) {
      const text = mergedText(reader, row, titleColumn(reader, rows, row, column)).trim();
      if (text !== '' && parts.at(-1) !== text) parts.push(text);
    }
    const last = parts.at(-1);
    if (last === undefined) return [];
    const unitBelow = unitRow === undefined ? undefined : lineUnit(mergedText(reader, unitRow, column));
    const unit = unitBelow ?? parts.map(headerUnit).findLast((stated) => stated !== undefined);
    const text = `${parts.join('/')}${unitBelow === undefined ? '' : `（${unitBelow}）`}`;
    return [{ column, text, words: { ...headerWords(last), ...(unit === undefined ? {} : { unit }) } }];
  });
}

/** 万元 and 人 below 涉及金额 and 涉及人数: units and nothing else, each under a title that is its column's alone. */
function isUnitRow(reader: SheetReader, row: number): boolean {
  const isUnit = (cell: Cell, column: number): boolean => {
    if (cell.kind !== 'text' || !isUnitWord(cell.text) || mergedText(reader, row - 1, column).trim() === '')
      return false;
    const over = reader.mergeAt(row - 1, column);
    return over === undefined || over.left === over.right;
  };
  const cells = reader.sheet.columns.map((_, column) => reader.cell(row, column));
  return (
    row > 0 &&
    cells.some((cell) => !isBlankCell(cell)) &&
    cells.every((cell, at) => isBlankCell(cell) || isUnit(cell, at))
  );
}

/** Where the title over a sub-header stands: to the left of the blanks above it, over a sub-header of its own. */
function titleColumn(reader: SheetReader, { top, bottom }: HeaderRows, row: number, column: number): number {
  const isBlank = (at: number, one: number): boolean => mergedText(reader, at, one).trim() === '';
  const isOver = (one: number): boolean => depthsBelow(row, bottom).some((below) => !isBlank(below, one));
  const isUnderOwn = (one: number): boolean => depthsBelow(top - 1, row - 1).some((above) => !isBlank(above, one));
  let title = column;
  while (title > 0 && isBlank(row, title) && isOver(title) && isOver(title - 1) && !isUnderOwn(title)) title -= 1;
  return title;
}

/** How far down a sheet it was looked at. */
export type RowsLooked = { readonly done: number; readonly of: number };

/** Splits the sheet at the given header rows, found or chosen by the clerk. */
export const layOut = (reader: SheetReader, rows: HeaderRows, namesGroup?: IsGroupTitle): SheetLayout =>
  finished(layOutSteps(reader, rows, namesGroup));

/** Rows between two stops: one of them takes less than a look at the clock. */
export const ROWS_A_STEP = 32;

/** The same some rows at a time: whoever drives it may pause between them, or stop. */
export function* layOutSteps(
  reader: SheetReader,
  rows: HeaderRows,
  namesGroup: IsGroupTitle = () => false,
): Generator<RowsLooked, SheetLayout> {
  const headers = headersAt(reader, rows);
  const above = textsAbove(reader, rows.top);
  const unit = above.map(lineUnit).find((stated) => stated !== undefined);
  const header = headerOfSheet(headers);
  const unnamed = unnamedColumns(reader, headers);
  const { rowCount } = reader.sheet;
  const body: number[] = [];
  const leftOut: LeftOutRow[] = [];
  let isOther = false;
  for (let row = rows.bottom + 1; row < rowCount; row += 1) {
    const own = reasonToLeaveOut(reader, row, header, namesGroup);
    const goesOn = own === undefined && isNoteGoingOn(reader, row, header, leftOut.at(-1)) ? '说明行' : own;
    const isHead = goesOn === undefined && !isOther && headsOtherTable(reader, row, header, body);
    const looked = isHead ? '另一张表的表头' : goesOn;
    if (looked === '另一张表的表头') leftOut.push(...titlesTakenOff(reader, row, body));
    isOther = isOtherTable(looked, isOther);
    const reason = looked ?? (isOther ? '另一张表的行' : undefined);
    if (reason === undefined) {
      body.push(row);
      unnamed.lookAt(row);
    } else leftOut.push({ row, reason });
    const done = row + 1;
    if (done % ROWS_A_STEP === 0 || done === rowCount) yield { done, of: rowCount };
  }
  // Blank rows below everything are the sheet's end.
  while (leftOut.at(-1)?.reason === '空行' && (leftOut.at(-1)?.row ?? 0) > (body.at(-1) ?? 0)) leftOut.pop();
  return { rows, headers: unnamed.withFilled(), above, body, leftOut, ...(unit === undefined ? {} : { unit }) };
}

/** Rows below another table's header are its own, until the sheet's header stands there again. */
const isOtherTable = (reason: LeftOutReason | undefined, before: boolean): boolean =>
  reason === '另一张表的表头' || (before && reason !== '重复的表头');

/** Columns without a word over them that hold something all the same: the clerk is shown them, and may give them a field. */
export function unnamedColumns(reader: SheetReader, headers: readonly HeaderCell[]) {
  const named = new Set(headers.map(({ column }) => column));
  const blanks = new Set([...reader.sheet.columns.keys()].filter((column) => !named.has(column)));
  const filled: number[] = [];
  const lookAt = (row: number): void => {
    for (const column of blanks) {
      if (isBlankCell(reader.cell(row, column))) continue;
      blanks.delete(column);
      filled.push(column);
    }
  };
  const withFilled = (): readonly HeaderCell[] => {
    const cells = filled.map((column): HeaderCell => {
      const text = `（第 ${columnLetters(column)} 列，无列名）`;
      return { column, text, words: { full: '', bare: '', required: false } };
    });
    return [...headers, ...cells].sort((one, other) => one.column - other.column);
  };
  return { lookAt, withFilled };
}

function textsAbove(reader: SheetReader, top: number): readonly string[] {
  const texts: string[] = [];
  for (let row = 0; row < top; row += 1) {
    for (const column of reader.sheet.columns.keys()) {
      const cell = reader.cell(row, column);
      if (cell.kind === 'text' && cell.text.trim() !== '') texts.push(cell.text.trim());
    }
  }
  return texts;
}
