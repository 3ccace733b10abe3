import { columnNumber, rangeAddress } from '../cell-address.ts';
import type { RowShift } from './row-shift.ts';
import { shiftRanges } from './row-shift.ts';
import { shiftAnchor } from './shift-anchors.ts';
import { type Shifts, shiftFormula } from './shift-formula.ts';
import {
  attributeOf,
  childrenNamed,
  localName,
  mapElements,
  textOf,
  withAttribute,
  withChildren,
  withText,
  type XmlElement,
} from './xml-tree.ts';

/** Attributes that hold ranges of the sheet they stand in. */
const RANGES = ['ref', 'sqref', 'activeCell', 'topLeftCell'] as const;

/** Elements that hold a formula: of validations, conditional formats (old and x14), sparklines, charts. */
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2', 'calculatedColumnFormula', 'totalsRowFormula']);

/** What is about single cells: it moves with them and never grows over clones. */
const SINGLE = new Set(['selection', 'pane', 'sheetView', 'hyperlink', 'cellWatch', 'inputCells', 'comment']);

/** Everything of a sheet but its rows: merges, validations, conditional formats, filters, links, breaks, selections. */
export function shiftAround(sheet: XmlElement, name: string, shifts: Shifts): XmlElement {
  return mapElements(sheet, (child) => (localName(child) === 'sheetData' ? child : shiftPart(child, name, shifts)));
}

/** Any element that speaks of cells of the named sheet, with all it holds; '' for a part that belongs to no sheet. */
export function shiftPart(element: XmlElement, sheet: string, shifts: Shifts): XmlElement {
  const shift = shifts.get(sheet.toLowerCase());
  const name = localName(element);
  if (name === 'mergeCells' && shift !== undefined) return shiftMerges(element, shift);
  if (FORMULAS.has(name)) return shiftText(element, (formula) => shiftFormula(formula, shifts, { sheet }));
  if (shift !== undefined) {
    if (name === 'sqref') return shiftText(element, (ranges) => shiftRanges(ranges, shift, true));
    if (name === 'brk') return shiftBreak(element, shift);
    if (name === 'from' || name === 'to') return shiftAnchor(element, shift);
  }
  const here = shift === undefined ? element : shiftAttributes(element, name, shift);
  return mapElements(shiftLinks(here, name, shifts, sheet), (child) => shiftPart(child, sheet, shifts));
}

function shiftText(element: XmlElement, change: (text: string) => string): XmlElement {
  const text = textOf(element);
  const changed = change(text);
  return changed === text ? element : withText(element, changed);
}

function changeAttribute(element: XmlElement, name: string, change: (value: string) => string): XmlElement {
  const value = attributeOf(element, name);
  if (value === undefined) return element;
  const changed = change(value);
  return changed === value ? element : withAttribute(element, name, changed);
}

function shiftAttributes(element: XmlElement, name: string, shift: RowShift): XmlElement {
  const names = name === 'cellWatch' || name === 'inputCells' ? ['r'] : RANGES;
  return names.reduce(
    (one, attribute) => changeAttribute(one, attribute, (ranges) => shiftRanges(ranges, shift, !SINGLE.has(name))),
    element,
  );
}

/** Links inside the workbook and thresholds of colour scales are written as formulas. */
function shiftLinks(element: XmlElement, name: string, shifts: Shifts, sheet: string): XmlElement {
  const change = (formula: string) => shiftFormula(formula, shifts, { sheet });
  if (name === 'hyperlink') return changeAttribute(element, 'location', change);
  if (name === 'cfvo' && attributeOf(element, 'type') === 'formula') return changeAttribute(element, 'val', change);
  return element;
}

/** A page break stands behind the row it names, counted from one; behind a model row it stands behind its clones. */
function shiftBreak(element: XmlElement, shift: RowShift): XmlElement {
  return changeAttribute(element, 'id', (row) => String(shift.end(Number(row) - 1) + 1));
}

const MERGE = /^([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)$/;

/** Merged ranges move and grow; those of a model row alone are merged in every clone too. */
function shiftMerges(merges: XmlElement, shift: RowShift): XmlElement {
  const children = childrenNamed(merges, 'mergeCell').flatMap((element): XmlElement[] => {
    const [, left = '', first, right = '', last] = MERGE.exec(attributeOf(element, 'ref') ?? '') ?? [];
    if (first === undefined || last === undefined) return [element];
    const [top, bottom] = [Number(first) - 1, Number(last) - 1];
    const clones = top === bottom ? shift.clonesOf(top) : 0;
    const end = top === bottom ? shift.row(bottom) : shift.end(bottom);
    return Array.from({ length: clones + 1 }, (_, step) => {
      const range = { top: shift.row(top) + step, bottom: end + step };
      return withAttribute(
        element,
        'ref',
        rangeAddress({ ...range, left: columnNumber(left), right: columnNumber(right) }),
      );
    });
  });
  return changeAttribute(withChildren(merges, children), 'count', () => String(children.length));
}
