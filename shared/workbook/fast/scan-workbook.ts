import { cellLimit } from '../cell-limits.ts';
import type { NumberStyle } from '../read/number-format.ts';
import type { Workbook } from '../workbook.ts';
import { ByteTexts } from './byte-texts.ts';
import { type Parts, type Relationship, relationshipsOf } from './find-parts.ts';
import { readNumberStyles } from './number-styles.ts';
import { readSharedStrings } from './read-string.ts';
import { type CellContext, scanSheet } from './scan-sheet.ts';
import { UnknownShape } from './unknown-shape.ts';
import { END, nameCode, OPEN, XmlScanner } from './xml-scanner.ts';

const WORKBOOK = nameCode('workbook');
const PROPERTIES = nameCode('workbookPr');
const DATE_1904 = nameCode('date1904');
const SHEET = nameCode('sheet');
const NAME = nameCode('name');
const STATE = nameCode('state');
const ID = nameCode('id');

export type Scanned =
  | { readonly known: true; readonly workbook: Workbook }
  /** For whoever looks into a slow file; never shown. */
  | { readonly known: false; readonly reason: string };

/**
 * The fast path: reads the inflated parts of an .xlsx straight into columns, about seven times as fast as the xlsx
 * package. It answers for what it knows to the letter and says `known: false` for everything else.
 * @throws LedgerError import/too-many-cells, import/unsafe-content
 */
export function scanWorkbook(parts: Parts): Scanned {
  try {
    return { known: true, workbook: scan(parts) };
  } catch (cause) {
    if (cause instanceof UnknownShape) return { known: false, reason: cause.message };
    throw cause;
  }
}

function scan(parts: Parts): Workbook {
  const main = only(relationshipsOf(parts, ''), 'officeDocument');
  if (main === undefined) throw new UnknownShape('no workbook');
  const { sheets, date1904 } = readOutline(partOf(parts, main.target));
  const related = relationshipsOf(parts, main.target);
  const texts = new ByteTexts();
  const strings = only(related, 'sharedStrings');
  if (strings !== undefined) readSharedStrings(new XmlScanner(partOf(parts, strings.target)), texts);
  const styles = readStyles(parts, only(related, 'styles'));
  const context: CellContext = { texts, sharedCount: texts.count, styles, date1904, limit: cellLimit() };
  const read = sheets.map(({ name, hidden, id }) => {
    const relation = related.find((candidate) => candidate.id === id);
    if (relation?.type !== 'worksheet') throw new UnknownShape('sheet that is no worksheet');
    return scanSheet(partOf(parts, relation.target), name, hidden, context);
  });
  return { sheets: read, date1904, texts: texts.build() };
}

type SheetOutline = { readonly name: string; readonly hidden: boolean; readonly id: string };

function readOutline(part: Uint8Array): { sheets: readonly SheetOutline[]; date1904: boolean } {
  const scanner = new XmlScanner(part);
  if (scanner.next() !== OPEN || scanner.name !== WORKBOOK) throw new UnknownShape('not a workbook');
  const sheets: SheetOutline[] = [];
  let date1904 = false;
  for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
    if (kind !== OPEN) continue;
    if (scanner.name === SHEET) sheets.push(readSheetOutline(scanner));
    else if (scanner.name === PROPERTIES) date1904 = readDate1904(scanner);
  }
  if (sheets.length === 0) throw new UnknownShape('no sheets');
  return { sheets, date1904 };
}

function readSheetOutline(scanner: XmlScanner): SheetOutline {
  let [name, state, id] = ['', 'visible', ''];
  while (scanner.nextAttribute()) {
    if (scanner.attribute === NAME) name = scanner.readValue();
    else if (scanner.attribute === STATE) state = scanner.readValue();
    else if (scanner.attribute === ID && scanner.prefixed) id = scanner.readValue();
  }
  return { name, hidden: state !== 'visible', id };
}

function readDate1904(scanner: XmlScanner): boolean {
  let set = false;
  while (scanner.nextAttribute()) {
    if (scanner.attribute === DATE_1904) set = ['1', 'true'].includes(scanner.readValue());
  }
  return set;
}

function readStyles(parts: Parts, styles: Relationship | undefined): readonly NumberStyle[] {
  return styles === undefined ? [] : readNumberStyles(new XmlScanner(partOf(parts, styles.target)));
}

function only(relationships: readonly Relationship[], type: string): Relationship | undefined {
  const found = relationships.filter((relationship) => relationship.type === type);
  if (found.length > 1) throw new UnknownShape(`several of ${type}`);
  return found[0];
}

function partOf(parts: Parts, key: string): Uint8Array {
  const part = parts.get(key);
  if (part === undefined) throw new UnknownShape('part not there');
  return part;
}
