import { columnNumber, rangeAddress } from '../cell-address.ts';
import { type Reference, referenceInText, referencesInAttributes } from './reference-places.ts';
import { type RowShift, shiftRanges } from './row-shift.ts';
import { type Shifts, shiftFormula } from './shift-formula.ts';
import {
  attributeOf,
  childrenNamed,
  elementsIn,
  localName,
  mapElements,
  textOf,
  withAttribute,
  withChildren,
  withText,
  type XmlElement,
} from './xml-tree.ts';

/** Everything of a sheet but its rows: merges, validations, conditional formats, filters, links, breaks, selections. */
export function shiftAround(sheet: XmlElement, name: string, shifts: Shifts): XmlElement {
  return mapElements(sheet, (child) => (localName(child) === 'sheetData' ? child : shiftPart(child, name, shifts)));
}

/**
 * Any element that speaks of cells of the named sheet, with all it holds; '' for a part that belongs to no sheet. Which
 * element and attribute speaks of cells, and how, is told by the table of reference places alone.
 */
export function shiftPart(element: XmlElement, sheet: string, shifts: Shifts, parent = ''): XmlElement {
  const name = localName(element);
  const own = shifts.get(sheet.toLowerCase());
  if (name === 'mergeCells' && own !== undefined) return shiftMerges(element, own);
  const inText = referenceInText(name, parent);
  // Newer validations hold their formula one element deeper: <x14:formula1><xm:f>.
  if (inText !== undefined && elementsIn(element).length === 0) {
    return shiftText(element, (text) => shiftedReference(inText, text, sheet, shifts));
  }
  // A pivot's source and a consolidated range name their sheet beside the range.
  const meant = attributeOf(element, 'sheet') ?? sheet;
  const here = referencesInAttributes(name, parent).reduce(
    (one, [attribute, reference]) =>
      changeAttribute(one, attribute, (value) => shiftedReference(reference, value, meant, shifts)),
    element,
  );
  return mapElements(here, (child) => shiftPart(child, sheet, shifts, name));
}

function shiftedReference(reference: Reference, written: string, sheet: string, shifts: Shifts): string {
  if (reference === 'formula') return shiftFormula(written, shifts, { sheet });
  const shift = shifts.get(sheet.toLowerCase());
  if (shift === undefined) return written;
  switch (reference) {
    case 'range':
      return shiftRanges(written, shift, true);
    case 'cell':
      return shiftRanges(written, shift, false);
    case 'row':
      return String(shift.row(Number(written)));
    case 'break':
      // Behind a model row it stands behind its clones.
      return String(shift.end(Number(written) - 1) + 1);
  }
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
