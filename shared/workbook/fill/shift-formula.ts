import {
  changeReferences,
  type FormulaCell,
  type FormulaPieces,
  type FormulaReference,
  formulaPieces,
} from './formula-references.ts';
import type { RowShift } from './row-shift.ts';

/** The shifted sheets of a workbook, by name in lower case: sheet names know no case. */
export type Shifts = ReadonlyMap<string, RowShift>;

/** Where a formula stands: on which sheet, and in which row of it where that matters. */
export type FormulaPlace = { readonly sheet?: string; readonly row?: number };

/** The shift of the sheet a reference means: the one it names, else the formula's own. Ranges over sheets have none. */
const shiftFor = (reference: FormulaReference, shifts: Shifts, place: FormulaPlace): RowShift | undefined =>
  shifts.get((reference.sheet ?? place.sheet ?? '').toLowerCase());

const isOwn = (reference: FormulaReference, place: FormulaPlace): boolean =>
  reference.sheet === undefined || reference.sheet.toLowerCase() === place.sheet?.toLowerCase();

/**
 * A formula as it must read once rows were put in: references move with their cells; ranges that reach over a model row,
 * or end at it, take in the clones.
 */
export function shiftFormula(formula: string, shifts: Shifts, place: FormulaPlace): string {
  return changeReferences(formulaPieces(formula), (reference) => {
    const shift = shiftFor(reference, shifts, place);
    if (shift === undefined) return undefined;
    const from = isOwn(reference, place) ? place.row : undefined;
    const { first, last, endsRange } = reference;
    return {
      first: { ...first, row: endsRange ? shift.end(first.row, from) : shift.row(first.row) },
      ...(last === undefined ? {} : { last: { ...last, row: shift.end(last.row, from) } }),
    };
  });
}

/**
 * A model row's formula in its clone `steps` below: what is not held fast goes along, as filling down does. What stands
 * below the model row (a total) is no row of its kind and stays meant.
 */
export function cloneFormula(pieces: FormulaPieces, shifts: Shifts, place: FormulaPlace, steps: number): string {
  return changeReferences(pieces, (reference) => {
    const shift = shiftFor(reference, shifts, place);
    const own = isOwn(reference, place);
    const moved = (cell: FormulaCell): FormulaCell => {
      const goesAlong = !cell.rowFixed && !(own && place.row !== undefined && cell.row > place.row);
      return { ...cell, row: (shift?.row(cell.row) ?? cell.row) + (goesAlong ? steps : 0) };
    };
    const { first, last } = reference;
    return { first: moved(first), ...(last === undefined ? {} : { last: moved(last) }) };
  });
}
