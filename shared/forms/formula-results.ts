import { cellAt, type FormCell, type FormSheet } from './form-look.ts';
import { type FormulaValue, formulaValue, UnknownFormula } from './formula-value.ts';
import { shownNumber } from './number-shown.ts';

/** Digits shown behind the point of a result without a format of its own. */
const DIGITS = 4;

/**
 * A filled sheet with its formulas' results as the office suite will show them, as far as they are of the kind forms use
 * (sums, shares, IF); others keep showing that they are formulas. For the picture only: no result is written to the file.
 */
export function withResults(sheet: FormSheet): FormSheet {
  const known = new Map<FormCell, FormulaValue>();
  const underWay = new Set<FormCell>();
  const valueAt = (row: number, column: number): FormulaValue => {
    const cell = cellAt(sheet, row, column);
    if (cell?.formula === undefined) return cell?.number ?? (cell?.text === '' ? undefined : cell?.text);
    if (known.has(cell)) return known.get(cell);
    if (underWay.has(cell)) throw new UnknownFormula('circular');
    underWay.add(cell);
    const value = formulaValue(cell.formula, valueAt, { row, column });
    known.set(cell, value);
    return value;
  };
  const shown = (cell: FormCell, row: number, column: number): FormCell => {
    try {
      return { ...cell, text: resultText(valueAt(row, column), cell) };
    } catch (thrown) {
      if (thrown instanceof UnknownFormula) return { ...cell, isUnknown: true };
      throw thrown;
    }
  };
  return {
    ...sheet,
    cells: sheet.cells.map((line, row) =>
      line.map((cell, column) => (cell?.formula === undefined ? cell : shown(cell, row, column))),
    ),
  };
}

function resultText(value: FormulaValue, { look }: FormCell): string {
  if (typeof value !== 'number') return typeof value === 'object' || value === undefined ? '' : String(value);
  if (look.code !== undefined && look.format !== 'date') return shownNumber(value, look.code);
  return String(Number(value.toFixed(DIGITS)));
}
