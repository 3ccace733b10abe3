import { serialFromDay } from '../../kit/day.ts';
import { documentDate } from '../../kit/document-date.ts';
import { grouped } from '../../kit/grouped.ts';
import type { Day } from '../../kit/values.ts';
import { cellAddress } from '../cell-address.ts';
import { escapeXml } from '../package/xml-text.ts';
import { hasFormula, notTheFirstOfMerge, vanished } from './form-errors.ts';
import { inlineString, patchRuns, runsOf, type TextPatch, type TextRun } from './rich-text.ts';
import { type GridCell, type GridRow, partOfCell, restAttribute } from './sheet-grid.ts';
import { textOf, withAttribute, type XmlElement } from './xml-tree.ts';

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
  for (const { row, column } of cells) {
    const first = context.mergedInto(row, column);
    if (first !== undefined) throw notTheFirstOfMerge(context.sheet, cellAddress(row, column), first);
  }
  const byRow = grouped(cells, ({ row }) => row);
  const known = new Set(grid.map(({ row }) => row));
  const fresh = [...byRow.keys()]
    .filter((row) => !known.has(row))
    .map((row): GridRow => ({ row, tag: `${context.prefix}row`, rest: '', cells: [] }));
  const all = fresh.length === 0 ? grid : [...grid, ...fresh].toSorted((a, b) => a.row - b.row);
  return all.map((row) => {
    const filled = byRow.get(row.row);
    return filled === undefined ? row : filledRow(row, filled, context);
  });
}

function filledRow(line: GridRow, filled: readonly FilledCell[], context: PutContext): GridRow {
  const cells = [...line.cells];
  let grew = false;
  for (const { row, column, content } of filled) {
    const at = cells.findIndex((cell) => cell.column === column);
    const old = cells[at];
    if (old !== undefined) {
      cells[at] = filledCell(old, row, content, context);
      continue;
    }
    if (content.kind === 'within') throw vanished(context.sheet, cellAddress(row, column));
    if (content.kind === 'blank') continue;
    cells.push(filledCell(newCell(line, column, context), row, content, context));
    grew = true;
  }
  if (!grew) return { ...line, cells };
  // `spans` only helps readers to be fast; one that tells too little is worse than none.
  const { attributes } = withAttribute({ tag: line.tag, attributes: line.rest }, 'spans', undefined);
  return { ...line, rest: attributes, cells: cells.toSorted((a, b) => a.column - b.column) };
}

/** A cell nobody wrote yet, in the style of its row or column. */
function newCell(line: GridRow, column: number, { prefix, columnStyle }: PutContext): GridCell {
  const hasOwnStyle = ['1', 'true'].includes(restAttribute(line, 'customFormat') ?? '');
  const style = hasOwnStyle ? restAttribute(line, 's') : columnStyle(column);
  return { column, tag: `${prefix}c`, rest: style === undefined ? '' : ` s="${escapeXml(style)}"` };
}

function filledCell(cell: GridCell, row: number, content: CellContent, context: PutContext): GridCell {
  const { sheet, prefix } = context;
  if (partOfCell(cell, 'f') !== undefined) throw hasFormula(sheet, cellAddress(row, cell.column));
  switch (content.kind) {
    case 'blank':
      return { column: cell.column, tag: cell.tag, rest: cell.rest };
    case 'number':
      return numberCell(cell, content.number, prefix);
    case 'text':
      return textCell(cell, [{ text: content.text }], prefix);
    case 'day': {
      const { day } = content;
      if (!context.showsDate(Number(restAttribute(cell, 's') ?? 0)))
        return textCell(cell, [{ text: documentDate(day) }], prefix);
      return numberCell(cell, serialFromDay(day) - (context.date1904 ? DAYS_FROM_1900_TO_1904 : 0), prefix);
    }
    case 'within': {
      const string = stringOf(cell, context.sharedString);
      if (string === undefined) throw vanished(sheet, cellAddress(row, cell.column));
      return textCell(cell, patchRuns(runsOf(string), content.patches), prefix);
    }
  }
}

const DAYS_FROM_1900_TO_1904 = 1462;

const textCell = ({ column, tag, rest }: GridCell, runs: readonly TextRun[], prefix: string): GridCell => ({
  column,
  tag,
  rest,
  type: 'inlineStr',
  children: [inlineString(prefix, runs)],
});

/** @throws RangeError for what is no number: a form never shows one. */
function numberCell({ column, tag, rest }: GridCell, number: number, prefix: string): GridCell {
  if (!Number.isFinite(number)) throw new RangeError(`not a number: ${number}`);
  return { column, tag, rest, children: [`<${prefix}v>${number}</${prefix}v>`] };
}

/** The `<si>` or `<is>` a text cell shows; undefined where it holds no text. */
export function stringOf(cell: GridCell, sharedString: SharedString): XmlElement | undefined {
  if (cell.type === 'inlineStr') return partOfCell(cell, 'is');
  const value = partOfCell(cell, 'v');
  if (value === undefined) return undefined;
  // Web systems write texts as results without a formula.
  if (cell.type === 'str') return { tag: 'is', attributes: '', children: [{ ...value, tag: 't' }] };
  return cell.type === 's' ? sharedString(Number(textOf(value))) : undefined;
}
