import { columnNumber } from '../cell-address.ts';
import { TALLEST_MERGE } from '../cell-limits.ts';
import type { Deflate } from '../package/zip-patch.ts';
import { dependentSheets } from './dependent-sheets.ts';
import { noSuchSheet } from './form-errors.ts';
import { FormPackage, type FormSheetPart } from './form-package.ts';
import { differInLines } from './frame-styles.ts';
import { insertRows } from './insert-rows.ts';
import { type FilledCell, type PutContext, putCells } from './put-cells.ts';
import { type RowInsertion, rowShift } from './row-shift.ts';
import { extentOf, type GridRow, gridOf, sheetDataOf } from './sheet-grid.ts';
import { type Shifts, shiftFormula } from './shift-formula.ts';
import { shiftAround, shiftPart } from './shift-sheet.ts';
import { shiftVmlDrawing } from './shift-vml.ts';
import {
  attributeOf,
  childNamed,
  isSet,
  listedIn,
  localName,
  mapElements,
  prefixOf,
  textOf,
  withAttribute,
  withChildren,
  withText,
  type XmlElement,
} from './xml-tree.ts';

/** What is to be done in one sheet: rows put in first, then cells filled where they stand afterwards. */
export type SheetFilling = {
  readonly sheet: string;
  readonly insertions: readonly RowInsertion[];
  readonly cells: readonly FilledCell[];
};

export type FilledForm = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Filled sheets that are protected: their protection stays as it was, the clerk should know. */
  readonly protectedSheets: readonly string[];
};

/**
 * Fills the superior's own form: only the named cells change, in their own styles; every part of the file that is not
 * concerned stays byte for byte what it was. Results kept with formulas are dropped where they may be wrong now, and the
 * file asks to be calculated when it is opened.
 * @throws LedgerError form/not-xlsx, form/encrypted, form/damaged, form/no-sheet, form/cell-vanished, form/merged-cell,
 * form/formula-cell, form/too-many-rows
 */
export function fillForm(bytes: Uint8Array, fillings: readonly SheetFilling[]): FilledForm {
  const { form, protectedSheets } = filledPackage(bytes, fillings);
  return { bytes: form.bytes(), protectedSheets };
}

/** The same, with a deflater passed in: a worker has the browser's own, which is faster. */
export async function fillFormWith(
  deflate: Deflate,
  bytes: Uint8Array,
  fillings: readonly SheetFilling[],
): Promise<FilledForm> {
  const { form, protectedSheets } = filledPackage(bytes, fillings);
  return { bytes: await form.bytesWith(deflate), protectedSheets };
}

function filledPackage(bytes: Uint8Array, fillings: readonly SheetFilling[]) {
  const form = new FormPackage(bytes);
  const filled = fillings.map((filling) => ({ filling, sheet: sheetNamed(form, filling.sheet) }));
  const shifts: Shifts = new Map(
    filled
      .filter(({ filling }) => filling.insertions.some(({ count }) => count > 0))
      .map(({ filling, sheet }) => [sheet.name.toLowerCase(), rowShift(filling.insertions)]),
  );
  const dependent = dependentSheets(
    form,
    filled.map(({ sheet }) => sheet.name),
  );
  for (const sheet of form.sheets) {
    const cells = filled.flatMap(({ filling, sheet: own }) => (own === sheet ? filling.cells : []));
    const isFilled = filled.some(({ sheet: own }) => own === sheet);
    if (isFilled || dependent.has(sheet.name)) rewriteSheet(form, sheet, shifts, cells);
    else if (shifts.size > 0) form.setRoot(sheet.key, shiftAround(form.root(sheet.key), sheet.name, shifts));
  }
  if (shifts.size > 0) shiftRelatedParts(form, shifts);
  form.setRoot(form.workbookKey, recalculating(withShiftedNames(form.root(form.workbookKey), shifts)));
  const calcChain = form.relatedKey(form.workbookKey, 'calcChain');
  if (calcChain !== undefined) form.remove(calcChain, form.workbookKey);
  return {
    form,
    protectedSheets: filled.filter(({ sheet }) => isProtected(form.root(sheet.key))).map(({ sheet }) => sheet.name),
  };
}

const sheetNamed = (form: FormPackage, name: string): FormSheetPart => {
  const sheet = form.sheets.find((one) => one.name === name);
  if (sheet) return sheet;
  throw noSuchSheet(
    name,
    form.sheets.filter(({ state }) => state === 'visible').map((one) => one.name),
  );
};

/** Whether a sheet refuses typing (its cells can be filled nonetheless: protection binds the program that shows it). */
export function isProtected(sheet: XmlElement): boolean {
  const protection = childNamed(sheet, 'sheetProtection');
  return protection !== undefined && isSet(protection, 'sheet');
}

function rewriteSheet(form: FormPackage, sheet: FormSheetPart, shifts: Shifts, cells: readonly FilledCell[]): void {
  const root = form.root(sheet.key);
  const data = childNamed(root, 'sheetData');
  if (data === undefined) return;
  const moved = shiftAround(root, sheet.name, shifts);
  const rows = insertRows(gridOf(data), sheet.name, shifts, differInLines(form));
  const grid = putCells(rows, cells, putContext(form, sheet, moved));
  form.setRoot(sheet.key, withGrid(moved, data, grid));
}

function withGrid(sheet: XmlElement, data: XmlElement, grid: readonly GridRow[]): XmlElement {
  const extent = extentOf(grid);
  return mapElements(sheet, (child) => {
    if (child === data) return sheetDataOf(data, grid);
    if (localName(child) !== 'dimension' || attributeOf(child, 'ref') === extent) return child;
    return withAttribute(child, 'ref', extent);
  });
}

function putContext(form: FormPackage, { name }: FormSheetPart, sheet: XmlElement): PutContext {
  return {
    sheet: name,
    sharedString: form.sharedStrings(),
    showsDate: form.dateStyles(),
    date1904: form.date1904,
    columnStyle: columnStyles(sheet),
    mergedInto: firstOfMerge(sheet),
    prefix: prefixOf(sheet),
  };
}

function columnStyles(sheet: XmlElement): PutContext['columnStyle'] {
  const ranges = listedIn(sheet, 'cols', 'col').map((column) => ({
    from: Number(attributeOf(column, 'min')) - 1,
    to: Number(attributeOf(column, 'max')) - 1,
    style: attributeOf(column, 'style'),
  }));
  return (column) => ranges.find(({ from, to }) => from <= column && column <= to)?.style;
}

/** Merged ranges by their rows, so that thousands of them (one a row) cost no more than one. */
function firstOfMerge(sheet: XmlElement): PutContext['mergedInto'] {
  const byRow = new Map<
    number,
    { readonly first: string; readonly top: number; readonly left: number; readonly right: number }[]
  >();
  for (const merge of listedIn(sheet, 'mergeCells', 'mergeCell')) {
    const [, first = '', left = '', top, right = '', bottom] =
      /^(([A-Za-z]+)(\d+)):([A-Za-z]+)(\d+)$/.exec(attributeOf(merge, 'ref') ?? '') ?? [];
    const range = { first, top: Number(top) - 1, left: columnNumber(left), right: columnNumber(right) };
    for (let row = range.top; row < Math.min(Number(bottom), range.top + TALLEST_MERGE); row += 1) {
      const inRow = byRow.get(row);
      if (inRow) inRow.push(range);
      else byRow.set(row, [range]);
    }
  }
  return (row, column) => {
    const merge = byRow.get(row)?.find(({ left, right }) => left <= column && column <= right);
    return merge === undefined || (merge.top === row && merge.left === column) ? undefined : merge.first;
  };
}

/** Parts of a sheet that speak of its cells, or by a link of those of other sheets. */
const SHEET_PARTS = new Set(['drawing', 'comments', 'threadedComment', 'table', 'pivotTable', 'ctrlProp']);

/** Drawings, controls, comments, tables and pivots of the sheets; charts and pivot sources of the whole workbook. */
function shiftRelatedParts(form: FormPackage, shifts: Shifts): void {
  for (const { key, name } of form.sheets) {
    for (const { type, target } of form.related(key)) {
      if (type === 'vmlDrawing') form.setText(target, shiftVmlDrawing(form.text(target), name, shifts));
      if (SHEET_PARTS.has(type)) form.setRoot(target, shiftPart(form.root(target), name, shifts));
    }
  }
  for (const key of form.keys) {
    if (/\/chart[^/]*\.xml$/.test(key)) form.setRoot(key, shiftPart(form.root(key), '', shifts));
    if (/\/pivotcachedefinition[^/]*\.xml$/.test(key)) form.setRoot(key, shiftSource(form.root(key), shifts));
  }
}

/** The ranges a pivot table counts; its fields hold thousands of values and no reference. */
const shiftSource = (cache: XmlElement, shifts: Shifts): XmlElement =>
  mapElements(cache, (child) => (localName(child) === 'cacheSource' ? shiftPart(child, '', shifts) : child));

/** Print areas, print titles and every other name. */
function withShiftedNames(workbook: XmlElement, shifts: Shifts): XmlElement {
  if (shifts.size === 0) return workbook;
  return mapElements(workbook, (child) => {
    if (localName(child) !== 'definedNames') return child;
    return mapElements(child, (name) => {
      const shifted = shiftFormula(textOf(name), shifts, {});
      return shifted === textOf(name) ? name : withText(name, shifted);
    });
  });
}

/** What may stand before `calcPr` in the workbook part (ECMA-376 18.2.27). */
const BEFORE_CALCULATION = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** The workbook asking whoever opens it to count every formula. */
function recalculating(workbook: XmlElement): XmlElement {
  const properties = childNamed(workbook, 'calcPr');
  const asking = withAttribute(
    properties ?? { tag: `${prefixOf(workbook)}calcPr`, attributes: '' },
    'fullCalcOnLoad',
    '1',
  );
  if (properties !== undefined) return mapElements(workbook, (child) => (child === properties ? asking : child));
  const children = workbook.children ?? [];
  const last = children.findLastIndex((child) => typeof child !== 'string' && BEFORE_CALCULATION.has(localName(child)));
  return withChildren(workbook, children.toSpliced(last + 1, 0, asking));
}
