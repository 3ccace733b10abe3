/**
 * How a place in a part of the package names cells of a sheet. A `range` grows over the clones of a model row it ends
 * at, a `cell` only moves; a `row` is counted from zero; a page `break` stands behind the row it names, counted from one.
 */
export type Reference = 'range' | 'cell' | 'formula' | 'row' | 'break';

/** Elements whose text names cells, by local name, with the parent before it where the name alone says too little. */
const TEXTS: ReadonlyMap<string, Reference> = new Map<string, Reference>([
  ['f', 'formula'],
  ['formula', 'formula'],
  ['formula1', 'formula'],
  ['formula2', 'formula'],
  ['calculatedColumnFormula', 'formula'],
  ['totalsRowFormula', 'formula'],
  ['sqref', 'range'],
  ['from/row', 'row'],
  ['to/row', 'row'],
]);

type Attributes = { readonly [attribute: string]: Reference };

/** Attributes that name cells (ECMA-376 part 1, 18.2 to 18.10 and 20.5; threaded comments, controls and cameras: MS-XLSX). */
const ATTRIBUTES: ReadonlyMap<string, Attributes> = new Map<string, Attributes>([
  ['autoFilter', { ref: 'range' }],
  ['cameraTool', { cellRange: 'formula' }],
  ['cellSmartTags', { r: 'cell' }],
  ['cellWatch', { r: 'cell' }],
  ['cfvo', { val: 'formula' }],
  ['comment', { ref: 'cell' }],
  ['conditionalFormatting', { sqref: 'range' }],
  ['controlPr', { linkedCell: 'formula', listFillRange: 'formula' }],
  ['customSheetView', { topLeftCell: 'cell' }],
  ['dataRef', { ref: 'range' }],
  ['dataValidation', { sqref: 'range' }],
  ['dimension', { ref: 'range' }],
  ['formControlPr', { fmlaLink: 'formula', fmlaRange: 'formula', fmlaTxbx: 'formula' }],
  ['hyperlink', { ref: 'cell', location: 'formula' }],
  ['ignoredError', { sqref: 'range' }],
  ['inputCells', { r: 'cell' }],
  ['location', { ref: 'range' }],
  ['pane', { topLeftCell: 'cell' }],
  ['protectedRange', { sqref: 'range' }],
  ['rangeSet', { ref: 'range' }],
  ['rowBreaks/brk', { id: 'break' }],
  ['scenarios', { sqref: 'range' }],
  ['selection', { activeCell: 'cell', sqref: 'cell' }],
  ['sheetPr', { syncRef: 'cell' }],
  ['sheetView', { topLeftCell: 'cell' }],
  ['sortCondition', { ref: 'range' }],
  ['sortState', { ref: 'range' }],
  ['sp', { textlink: 'formula' }],
  ['table', { ref: 'range' }],
  ['threadedComment', { ref: 'cell' }],
  ['webPublishItem', { sourceRef: 'range' }],
  ['worksheetSource', { ref: 'range' }],
]);

/** What the text of an element names, if anything. */
export const referenceInText = (name: string, parent: string): Reference | undefined =>
  TEXTS.get(name) ?? TEXTS.get(`${parent}/${name}`);

const NONE: readonly (readonly [attribute: string, reference: Reference])[] = [];

/** The attributes of an element that name cells, each with how it does. */
export function referencesInAttributes(name: string, parent: string): typeof NONE {
  const attributes = ATTRIBUTES.get(name) ?? ATTRIBUTES.get(`${parent}/${name}`);
  return attributes === undefined ? NONE : Object.entries(attributes);
}
