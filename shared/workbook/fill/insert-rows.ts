import { columnLetters, columnNumber } from '../cell-address.ts';
import { changeReferences, type FormulaCell, formulaPieces } from './formula-references.ts';
import { type DifferInLines, inLinesOf } from './frame-styles.ts';
import { shiftRanges } from './row-shift.ts';
import { type GridCell, type GridRow, partOfCell } from './sheet-grid.ts';
import { cloneFormula, type FormulaPlace, type Shifts, shiftFormula } from './shift-formula.ts';
import { attributeOf, localName, textOf, withAttribute, withText, type XmlElement } from './xml-tree.ts';

/**
 * Rows moved to their new places, model rows followed by their clones, every formula meaning what it meant and without
 * the result that was kept with it: it is counted anew when the file is opened.
 */
export function insertRows(
  grid: readonly GridRow[],
  sheet: string,
  shifts: Shifts,
  differ: DifferInLines,
): readonly GridRow[] {
  const shift = shifts.get(sheet.toLowerCase());
  // Elsewhere too: cells that shared a text may look at rows that no longer stand at equal distances.
  const plain = shifts.size === 0 ? grid : withoutSharedFormulas(grid);
  return plain.flatMap((line, at): GridRow[] => {
    const place = { sheet, row: line.row };
    const cells = line.cells.map(withoutResult);
    const row = shift?.row(line.row) ?? line.row;
    const clones = shift?.clonesOf(line.row) ?? 0;
    const inner = clones > 0 && shift?.isLast(line.row) ? inLinesOf(cells, plain[at - 1], differ) : cells;
    const own = { ...line, row, cells: inner.map((cell) => shiftedCell(cell, shifts, place)) };
    if (clones === 0) return [own];
    const cloners = inner.map((cell) => clonerOf(cell, shifts, place));
    const last = inner === cells ? cloners : cells.map((cell) => clonerOf(cell, shifts, place));
    return [
      own,
      ...Array.from({ length: clones }, (_, step) => ({
        ...line,
        row: row + step + 1,
        cells: (step === clones - 1 ? last : cloners).map((clone) => clone(step + 1)),
      })),
    ];
  });
}

function withoutResult(cell: GridCell): GridCell {
  if (partOfCell(cell, 'f') === undefined || partOfCell(cell, 'v') === undefined) return cell;
  const { type: _, ...rest } = cell;
  const kept = (cell.children ?? []).filter((child) => typeof child === 'string' || localName(child) !== 'v');
  return { ...rest, children: kept };
}

const withFormula = (cell: GridCell, formula: XmlElement, changed: XmlElement): GridCell => ({
  ...cell,
  children: (cell.children ?? []).map((child) => (child === formula ? changed : child)),
});

/** A formula's text and the ranges its attributes name (array formulas, data tables). */
const rewritten = (formula: XmlElement, text: (formula: string) => string, ranges: (range: string) => string) =>
  ['ref', 'r1', 'r2'].reduce(
    (element, name) => {
      const range = attributeOf(element, name);
      return range === undefined ? element : withAttribute(element, name, ranges(range));
    },
    formula.children === undefined ? formula : withText(formula, text(textOf(formula))),
  );

function shiftedCell(cell: GridCell, shifts: Shifts, place: FormulaPlace): GridCell {
  const formula = partOfCell(cell, 'f');
  if (formula === undefined || shifts.size === 0) return cell;
  const shift = shifts.get(place.sheet?.toLowerCase() ?? '');
  const changed = rewritten(
    formula,
    (text) => shiftFormula(text, shifts, place),
    (range) => (shift === undefined ? range : shiftRanges(range, shift, false)),
  );
  return withFormula(cell, formula, changed);
}

/** What makes the clones of a cell, one after the other: only a formula is different in each. */
function clonerOf(cell: GridCell, shifts: Shifts, place: FormulaPlace): (steps: number) => GridCell {
  const formula = partOfCell(cell, 'f');
  if (formula === undefined) return () => cell;
  const pieces = formulaPieces(textOf(formula));
  return (steps) => {
    const changed = rewritten(
      formula,
      () => cloneFormula(pieces, shifts, place, steps),
      (range) => cloneFormula(formulaPieces(range), shifts, place, steps),
    );
    return withFormula(cell, formula, changed);
  };
}

/** Formulas that share one text written out in each cell: rows that move apart can no longer share. */
function withoutSharedFormulas(grid: readonly GridRow[]): readonly GridRow[] {
  const shared = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>();
  const sharedIn = (cell: GridCell): XmlElement | undefined => {
    const formula = partOfCell(cell, 'f');
    return formula !== undefined && attributeOf(formula, 't') === 'shared' ? formula : undefined;
  };
  for (const { row, cells } of grid) {
    for (const cell of cells) {
      const formula = sharedIn(cell);
      const text = formula === undefined ? '' : textOf(formula);
      if (formula !== undefined && text !== '')
        shared.set(attributeOf(formula, 'si') ?? '', { text, row, column: cell.column });
    }
  }
  if (shared.size === 0) return grid;
  const plain = (cell: GridCell, row: number): GridCell => {
    const formula = sharedIn(cell);
    const base = formula && shared.get(attributeOf(formula, 'si') ?? '');
    if (formula === undefined || base === undefined) return cell;
    const text = movedFormula(base.text, row - base.row, cell.column - base.column);
    const bare = ['t', 'si', 'ref'].reduce((one, name) => withAttribute(one, name, undefined), formula);
    return withFormula(cell, formula, withText(bare, text));
  };
  return grid.map((line) => ({ ...line, cells: line.cells.map((cell) => plain(cell, line.row)) }));
}

/** A formula as it reads so many rows and columns away. */
function movedFormula(formula: string, rows: number, columns: number): string {
  const moved = ({ column, row, rowFixed }: FormulaCell): FormulaCell => ({
    column: column === '' || column.startsWith('$') ? column : columnLetters(columnNumber(column) + columns),
    row: rowFixed ? row : row + rows,
    rowFixed,
  });
  return changeReferences(formulaPieces(formula), ({ first, last }) => ({
    first: moved(first),
    ...(last === undefined ? {} : { last: moved(last) }),
  }));
}
