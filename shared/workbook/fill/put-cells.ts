import { serialFromDay } from '../../kit/day.ts';
import { documentDate } from '../../kit/document-date.ts';
import type { Day } from '../../kit/values.ts';
import { cellAddress } from '../cell-address.ts';
import { hasFormula, notTheFirstOfMerge, vanished } from './form-errors.ts';
import { inlineString, patchRuns, runsOf, type TextPatch } from './rich-text.ts';
import type { GridCell, GridRow } from './sheet-grid.ts';
import { attributeOf, childNamed, isSet, prefixOf, withAttribute, withChildren, type XmlElement } from './xml-tree.ts';

/** What is put into a cell. A text is a text whatever it begins with: no formula ever comes from data. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** A serial where the cell's format shows dates, else 2026年11月30日. */
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'blank' }
  /** Stretches of the cell's own text written over: （共计：  件）. */
  | { readonly kind: 'within'; readonly patches: readonly TextPatch[] };

/** A cell to be filled, by its place after rows were put in. */
export type FilledCell = { readonly row: number; readonly column: number; readonly content: CellContent };

/** The shared strings' `<si>` by index. */
export type SharedString = (index: number) => XmlElement | undefined;

/** What cells of a sheet are filled with the help of. */
export type PutContext = {
  readonly sheet: string;
  readonly sharedString: SharedString;
  readonly showsDate: (style: number) => boolean;
  readonly date1904: boolean;
  /** Style of cells of a column that no cell stands for yet. */
  readonly columnStyle: (column: number) => string | undefined;
  /** The first cell of the merged range a cell stands in and is not the first of. */
  readonly mergedInto: (row: number, column: number) => string | undefined;
  /** Prefix the part's elements have: '' nearly always. */
  readonly prefix: string;
};

/**
 * The grid with cells filled, every one in its own style.
 * @throws LedgerError form/merged-cell, form/formula-cell, form/cell-vanished
 */
export function putCells(
  grid: readonly GridRow[],
  cells: readonly FilledCell[],
  context: PutContext,
): readonly GridRow[] {
  const byRow = new Map<number, FilledCell[]>();
  for (const cell of cells) {
    const first = context.mergedInto(cell.row, cell.column);
    if (first !== undefined) throw notTheFirstOfMerge(context.sheet, cellAddress(cell.row, cell.column), first);
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const known = new Set(grid.map(({ row }) => row));
  const fresh = [...byRow.keys()]
    .filter((row) => !known.has(row))
    .map(
      (row): GridRow => ({ row, element: { tag: `${context.prefix}row`, attributes: '', children: [] }, cells: [] }),
    );
  const all = fresh.length === 0 ? grid : [...grid, ...fresh].toSorted((a, b) => a.row - b.row);
  return all.map((row) => {
    const filled = byRow.get(row.row);
    return filled === undefined ? row : filledRow(row, filled, context);
  });
}

function filledRow(line: GridRow, filled: readonly FilledCell[], context: PutContext): GridRow {
  const cells = new Map(line.cells.map((cell) => [cell.column, cell]));
  let grew = false;
  for (const { row, column, content } of filled) {
    const old = cells.get(column);
    if (old === undefined) {
      if (content.kind === 'within') throw vanished(context.sheet, cellAddress(row, column));
      if (content.kind === 'blank') continue;
      grew = true;
    }
    const cell = old ?? { column, element: newCell(line, column, context) };
    cells.set(column, { column, element: filledCell(cell, row, content, context) });
  }
  const sorted = [...cells.values()].toSorted((a, b) => a.column - b.column);
  // `spans` only helps readers to be fast; one that tells too little is worse than none.
  return { ...line, element: grew ? withAttribute(line.element, 'spans', undefined) : line.element, cells: sorted };
}

function newCell({ element }: GridRow, column: number, context: PutContext): XmlElement {
  const style = isSet(element, 'customFormat') ? attributeOf(element, 's') : context.columnStyle(column);
  const bare = { tag: `${context.prefix}c`, attributes: '' };
  return style === undefined ? bare : withAttribute(bare, 's', style);
}

function filledCell({ element }: GridCell, row: number, content: CellContent, context: PutContext): XmlElement {
  const { sheet } = context;
  const column = attributeOf(element, 'r')?.replace(/\d+$/, '') ?? '';
  if (childNamed(element, 'f') !== undefined) throw hasFormula(sheet, `${column}${row + 1}`);
  const style = Number(attributeOf(element, 's') ?? 0);
  switch (content.kind) {
    case 'blank':
      return emptied(element, undefined);
    case 'number':
      return withNumber(element, content.number);
    case 'text':
      return withChildren(emptied(element, 'inlineStr'), [inlineString(element, [{ text: content.text }])]);
    case 'day':
      if (!context.showsDate(style)) return withDayInWords(element, content.day);
      return withNumber(element, serialFromDay(content.day) - (context.date1904 ? DAYS_FROM_1900_TO_1904 : 0));
    case 'within': {
      const string = stringOf(element, context.sharedString);
      if (string === undefined) throw vanished(sheet, `${column}${row + 1}`);
      const runs = patchRuns(runsOf(string), content.patches);
      return withChildren(emptied(element, 'inlineStr'), [inlineString(element, runs)]);
    }
  }
}

const DAYS_FROM_1900_TO_1904 = 1462;

const withDayInWords = (element: XmlElement, day: Day): XmlElement =>
  withChildren(emptied(element, 'inlineStr'), [inlineString(element, [{ text: documentDate(day) }])]);

/** The cell with nothing in it, of another type; style and address stay. */
function emptied({ tag, attributes }: XmlElement, type: string | undefined): XmlElement {
  return withAttribute({ tag, attributes }, 't', type);
}

/** @throws RangeError for what is no number: a form never shows one. */
function withNumber(element: XmlElement, number: number): XmlElement {
  if (!Number.isFinite(number)) throw new RangeError(`not a number: ${number}`);
  return withChildren(emptied(element, undefined), [
    { tag: `${prefixOf(element)}v`, attributes: '', children: [String(number)] },
  ]);
}

/** The `<si>` or `<is>` a text cell shows; undefined where it holds no text. */
export function stringOf(element: XmlElement, sharedString: SharedString): XmlElement | undefined {
  const type = attributeOf(element, 't');
  if (type === 'inlineStr') return childNamed(element, 'is');
  const value = childNamed(element, 'v');
  return type === 's' && value !== undefined ? sharedString(indexOf(value)) : undefined;
}

const indexOf = ({ children = [] }: XmlElement): number => Number(children.join(''));
