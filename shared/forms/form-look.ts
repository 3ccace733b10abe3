import type { Day } from '../kit/values.ts';
import { columnNumber } from '../workbook/cell-address.ts';
import { isProtected } from '../workbook/fill/fill-form.ts';
import { FormPackage, type FormSheetPart } from '../workbook/fill/form-package.ts';
import { type SharedString, stringOf } from '../workbook/fill/put-cells.ts';
import { runsOf, textOfRuns } from '../workbook/fill/rich-text.ts';
import { type GridCell, type GridRow, gridOf, partOfCell, restAttribute } from '../workbook/fill/sheet-grid.ts';
import { attributeOf, childNamed, listedIn, textOf, type XmlElement } from '../workbook/fill/xml-tree.ts';
import type { Merge } from '../workbook/workbook.ts';
import { type CellLook, readCellLooks } from './cell-looks.ts';
import { dayShown, shownDay, shownNumber } from './number-shown.ts';
import { type PageSetup, readPageSetup } from './page-setup.ts';

/** A cell of a form: what it shows, what it is, how it looks. A cell with neither text nor look is absent. */
export type FormCell = {
  readonly text: string;
  readonly number?: number;
  /** The day its number is, under a format that shows days. */
  readonly day?: Day;
  /** The superior's own formula: never filled. */
  readonly formula?: string;
  /** A formula the program cannot work out: the office suite does. */
  readonly isUnknown?: true;
  readonly look: CellLook;
};

/** One sheet of a form as its picture shows it and its layout is read from; rows and columns zero-based. */
export type FormSheet = {
  readonly name: string;
  readonly isProtected: boolean;
  readonly page: PageSetup;
  /** Pixels. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly (readonly (FormCell | undefined)[])[];
  readonly merges: readonly Merge[];
};

/** Rows beyond these are no part of a form's picture: what a clerk has to place stands at its beginning. */
const MOST_ROWS = 400;
const MOST_COLUMNS = 120;
const DEFAULT_WIDTH = 72;
const DEFAULT_HEIGHT = 19;
/** Pixels a character of a column's width takes, and a point of a row's height. */
const CHARACTER = 7;
export const POINT = 4 / 3;

/**
 * The sheets of a form that are shown to people, as they look.
 * @throws LedgerError form/not-xlsx, form/encrypted, form/damaged
 */
export function readFormLook(bytes: Uint8Array): readonly FormSheet[] {
  const form = new FormPackage(bytes);
  const looks = readCellLooks(form);
  const sharedString = form.sharedStrings();
  return form.sheets
    .filter(({ state }) => state === 'visible')
    .map((sheet) => readSheet(form, sheet, looks, sharedString));
}

function readSheet(
  form: FormPackage,
  { key, name }: FormSheetPart,
  looks: (style: number) => CellLook,
  sharedString: SharedString,
): FormSheet {
  const root = form.root(key);
  const data = childNamed(root, 'sheetData');
  const grid = (data === undefined ? [] : gridOf(data)).filter(({ row }) => row < MOST_ROWS);
  const cells: (FormCell | undefined)[][] = [];
  for (const { row, cells: inRow } of grid) {
    const line: (FormCell | undefined)[] = [];
    for (const cell of inRow) {
      if (cell.column < MOST_COLUMNS) line[cell.column] = readCell(cell, looks, sharedString, form.date1904);
    }
    cells[row] = Array.from(line);
  }
  const filled = Array.from(cells, (line) => line ?? []);
  const width = filled.reduce((most, line) => Math.max(most, line.length), 0);
  return {
    name,
    isProtected: isProtected(root),
    widths: columnWidths(root, width),
    heights: rowHeights(root, grid, filled.length),
    cells: filled,
    merges: mergesOf(root),
    page: readPageSetup(form, root, name),
  };
}

function readCell(
  cell: GridCell,
  looks: (style: number) => CellLook,
  sharedString: SharedString,
  date1904: boolean,
): FormCell {
  const look = looks(Number(restAttribute(cell, 's') ?? 0));
  const formula = partOfCell(cell, 'f');
  if (formula !== undefined) return { text: '', formula: textOf(formula), look };
  const string = stringOf(cell, sharedString);
  if (string !== undefined) return { text: textOfRuns(runsOf(string)), look };
  const value = partOfCell(cell, 'v');
  if (value === undefined) return { text: '', look };
  const text = textOf(value);
  return cell.type === undefined || cell.type === 'n' ? numberCell(text, look, date1904) : { text, look };
}

function numberCell(written: string, look: CellLook, date1904: boolean): FormCell {
  const number = Number(written);
  const { code, format } = look;
  if (code === undefined) return { text: written, number, look };
  if (format !== 'date') return { text: shownNumber(number, code), number, look };
  const day = dayShown(number, date1904);
  return day === undefined ? { text: written, number, look } : { text: shownDay(day, code) ?? day, number, day, look };
}

function columnWidths(sheet: XmlElement, count: number): readonly number[] {
  const columns = listedIn(sheet, 'cols', 'col').map((column) => ({
    from: Number(attributeOf(column, 'min')) - 1,
    to: Number(attributeOf(column, 'max')) - 1,
    width: attributeOf(column, 'hidden') === '1' ? 0 : Number(attributeOf(column, 'width') ?? 0) * CHARACTER + 5,
  }));
  return Array.from({ length: count }, (_, column) =>
    Math.round(columns.find(({ from, to }) => from <= column && column <= to)?.width ?? DEFAULT_WIDTH),
  );
}

function rowHeights(sheet: XmlElement, grid: readonly GridRow[], count: number): readonly number[] {
  const format = childNamed(sheet, 'sheetFormatPr');
  const usual = Number(format && attributeOf(format, 'defaultRowHeight')) * POINT || DEFAULT_HEIGHT;
  const heights = Array.from({ length: count }, () => Math.round(usual));
  for (const line of grid) {
    const height = restAttribute(line, 'ht');
    if (height !== undefined) heights[line.row] = Math.round(Number(height) * POINT);
    if (restAttribute(line, 'hidden') === '1') heights[line.row] = 0;
  }
  return heights;
}

function mergesOf(sheet: XmlElement): readonly Merge[] {
  return listedIn(sheet, 'mergeCells', 'mergeCell').flatMap((merge): Merge[] => {
    const [, left = '', top, right = '', bottom] =
      /^([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)$/.exec(attributeOf(merge, 'ref') ?? '') ?? [];
    if (top === undefined || bottom === undefined || Number(top) > MOST_ROWS) return [];
    return [{ top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right) }];
  });
}

/** The merged range a cell lies in. */
export const mergeAt = ({ merges }: FormSheet, row: number, column: number): Merge | undefined =>
  merges.find(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right);

/** Whether a cell lies in a merged range without being its first: it shows nothing and takes nothing. */
export function isCovered(sheet: FormSheet, row: number, column: number): boolean {
  const merge = mergeAt(sheet, row, column);
  return merge !== undefined && (merge.top !== row || merge.left !== column);
}

export const cellAt = ({ cells }: FormSheet, row: number, column: number): FormCell | undefined => cells[row]?.[column];

/** The text a place shows: its own, or that of the merged range it lies in. */
export function shownAt(sheet: FormSheet, row: number, column: number): string {
  const merge = mergeAt(sheet, row, column);
  return cellAt(sheet, merge?.top ?? row, merge?.left ?? column)?.text ?? '';
}
