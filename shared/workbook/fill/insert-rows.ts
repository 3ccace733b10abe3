import { columnLetters, columnNumber } from '../cell-address.ts';
import { changeReferences, type FormulaCell } from './formula-references.ts';
import { shiftRanges } from './row-shift.ts';
import type { GridCell, GridRow } from './sheet-grid.ts';
import { cloneFormula, type FormulaPlace, type Shifts, shiftFormula } from './shift-formula.ts';
import {
  attributeOf,
  childNamed,
  elementsIn,
  localName,
  textOf,
  withAttribute,
  withChildren,
  withText,
  type XmlElement,
} from './xml-tree.ts';

/** Rows moved to their new places, model rows followed by their clones, every formula meaning what it meant. */
export function insertRows(grid: readonly GridRow[], sheet: string, shifts: Shifts): readonly GridRow[] {
  const shift = shifts.get(sheet.toLowerCase());
  const plain = shift === undefined ? grid : withoutSharedFormulas(grid);
  return plain.flatMap(({ row, element, cells }): GridRow[] => {
    const place = { sheet, row };
    const own = { row: shift?.row(row) ?? row, element, cells: cells.map((cell) => shiftedCell(cell, shifts, place)) };
    const clones = Array.from({ length: shift?.clonesOf(row) ?? 0 }, (_, at) => ({
      row: own.row + at + 1,
      element,
      cells: cells.map((cell) => clonedCell(cell, shifts, place, at + 1)),
    }));
    return [own, ...clones];
  });
}

/** Cells with a formula without the result that was kept with it: it is counted anew when the file is opened. */
export const withoutResults = (grid: readonly GridRow[]): readonly GridRow[] =>
  grid.map((row) => ({ ...row, cells: row.cells.map(withoutResult) }));

function withoutResult(cell: GridCell): GridCell {
  const { element } = cell;
  if (childNamed(element, 'f') === undefined || childNamed(element, 'v') === undefined) return cell;
  const kept = elementsIn(element).filter((child) => localName(child) !== 'v');
  return { ...cell, element: withChildren(withAttribute(element, 't', undefined), kept) };
}

const withFormula = (cell: GridCell, change: (formula: XmlElement) => XmlElement): GridCell => {
  const { element } = cell;
  const formula = childNamed(element, 'f');
  if (formula === undefined) return cell;
  const children = element.children?.map((child) => (child === formula ? change(formula) : child)) ?? [];
  return { ...cell, element: withChildren(element, children) };
};

/** A formula's text and the ranges its attributes name (array formulas, data tables). */
const rewritten = (formula: XmlElement, text: (formula: string) => string, ranges: (range: string) => string) =>
  ['ref', 'r1', 'r2'].reduce(
    (element, name) => {
      const range = attributeOf(element, name);
      return range === undefined ? element : withAttribute(element, name, ranges(range));
    },
    formula.children === undefined ? formula : withText(formula, text(textOf(formula))),
  );

const shiftedCell = (cell: GridCell, shifts: Shifts, place: FormulaPlace): GridCell =>
  withFormula(cell, (formula) =>
    rewritten(
      formula,
      (text) => shiftFormula(text, shifts, place),
      (range) => {
        const shift = shifts.get(place.sheet?.toLowerCase() ?? '');
        return shift === undefined ? range : shiftRanges(range, shift, false);
      },
    ),
  );

const clonedCell = (cell: GridCell, shifts: Shifts, place: FormulaPlace, steps: number): GridCell =>
  withFormula(cell, (formula) => {
    const clone = (text: string) => cloneFormula(text, shifts, place, steps);
    return rewritten(formula, clone, clone);
  });

/** Formulas that share one text written out in each cell: rows that move apart can no longer share. */
function withoutSharedFormulas(grid: readonly GridRow[]): readonly GridRow[] {
  const shared = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>();
  for (const { row, cells } of grid) {
    for (const { column, element } of cells) {
      const formula = childNamed(element, 'f');
      if (formula === undefined || attributeOf(formula, 't') !== 'shared') continue;
      const text = textOf(formula);
      const id = attributeOf(formula, 'si') ?? '';
      if (text !== '') shared.set(id, { text, row, column });
    }
  }
  if (shared.size === 0) return grid;
  return grid.map((line) => ({
    ...line,
    cells: line.cells.map((cell) =>
      withFormula(cell, (formula) => {
        const base = attributeOf(formula, 't') === 'shared' ? shared.get(attributeOf(formula, 'si') ?? '') : undefined;
        if (base === undefined) return formula;
        const text = movedFormula(base.text, line.row - base.row, cell.column - base.column);
        const bare = ['t', 'si', 'ref'].reduce((one, name) => withAttribute(one, name, undefined), formula);
        return withText(bare, text);
      }),
    ),
  }));
}

/** A formula as it reads so many rows and columns away. */
function movedFormula(formula: string, rows: number, columns: number): string {
  const moved = ({ column, row, rowFixed }: FormulaCell): FormulaCell => ({
    column: column === '' || column.startsWith('$') ? column : columnLetters(columnNumber(column) + columns),
    row: rowFixed ? row : row + rows,
    rowFixed,
  });
  return changeReferences(formula, ({ first, last }) => ({
    first: moved(first),
    ...(last === undefined ? {} : { last: moved(last) }),
  }));
}
