import { UNCOUNTED } from '../../kit/convert/marks.ts';
import { codeText, type NumberStyle, percentText, unitText } from '../read/number-format.ts';
import {
  CELL_DATE,
  CELL_EMPTY,
  CELL_ERROR,
  CELL_NUMBER,
  CELL_TEXT,
  CELL_TRUE_FALSE,
  type Merge,
  type Sheet,
} from '../workbook.ts';
import type { ByteTexts } from './byte-texts.ts';
import { ColumnBuilder } from './column-builder.ts';
import { type PlainCell, readPlainCell } from './plain-cell.ts';
import { readPlainRow } from './plain-row.ts';
import { type Place, readAddress, readRange } from './read-address.ts';
import { readCount, readNumber, serialFromIso } from './read-number.ts';
import { readString } from './read-string.ts';
import { UnknownShape } from './unknown-shape.ts';
import { unescapeCellText } from './xml-escapes.ts';
import { END, nameCode, OPEN, XmlScanner } from './xml-scanner.ts';

const LESS = 0x3c;
const SMALL_C = 0x63;

const WORKSHEET = nameCode('worksheet');
const ROW = nameCode('row');
const CELL = nameCode('c');
const VALUE = nameCode('v');
const FORMULA = nameCode('f');
const INLINE = nameCode('is');
const MERGE = nameCode('mergeCell');
const REFERENCE = nameCode('r');
const STYLE = nameCode('s');
const TYPE = nameCode('t');
const HIDDEN = nameCode('hidden');
const RANGE = nameCode('ref');

const AS_NUMBER = nameCode('n');
const AS_SHARED = nameCode('s');
const AS_TEXT = nameCode('str');
const AS_INLINE = nameCode('inlineStr');
const AS_TRUE_FALSE = nameCode('b');
const AS_ERROR = nameCode('e');
const AS_DATE = nameCode('d');

/** What the cells of every sheet are read against. */
export type CellContext = {
  readonly texts: ByteTexts;
  /** How many of `texts` are the file's shared strings; they come first. */
  readonly sharedCount: number;
  readonly styles: readonly NumberStyle[];
  readonly date1904: boolean;
  readonly limit: (cells: number) => void;
};

/** Reads one worksheet part. Throws UnknownShape where it meets what it does not know. */
export function scanSheet(part: Uint8Array, name: string, hidden: boolean, context: CellContext): Sheet {
  const scan = new SheetScan(part, context);
  return scan.read(name, hidden);
}

class SheetScan {
  readonly #scanner: XmlScanner;
  readonly #context: CellContext;
  readonly #cells: ColumnBuilder;
  readonly #merges: Merge[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #place: Place = { row: -1, column: -1 };
  readonly #plain: PlainCell = { row: 0, column: 0, style: 0, filled: false, shared: false, number: 0 };
  readonly #add: (from: Uint8Array, start: number, end: number) => number;
  readonly #addText: (text: string) => number;

  constructor(part: Uint8Array, context: CellContext) {
    this.#scanner = new XmlScanner(part);
    this.#context = context;
    this.#cells = new ColumnBuilder(context.limit);
    this.#add = (from, start, end) => context.texts.add(from, start, end);
    this.#addText = (text) => context.texts.addText(text);
  }

  read(name: string, hidden: boolean): Sheet {
    const scanner = this.#scanner;
    if (scanner.next() !== OPEN || scanner.name !== WORKSHEET) throw new UnknownShape('not a worksheet');
    let closed = scanner.isEmpty;
    for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
      if (kind !== OPEN) closed = scanner.name === WORKSHEET;
      else if (scanner.name === CELL) this.#readCells();
      else if (scanner.name === ROW) this.#readRow();
      else if (scanner.name === MERGE) this.#readMerge();
    }
    if (!closed) throw new UnknownShape('worksheet without end');
    const hiddenRows = [...this.#hiddenRows].sort((one, other) => one - other);
    return this.#cells.build(name, hidden, this.#merges, hiddenRows);
  }

  /** A row without a number stands below the one before it. */
  #readRow(): void {
    const scanner = this.#scanner;
    let row = this.#place.row + 1;
    let hidden = false;
    while (scanner.nextAttribute()) {
      if (scanner.prefixed) continue;
      if (scanner.attribute === REFERENCE) row = readCount(scanner.bytes, scanner.start, scanner.end) - 1;
      else if (scanner.attribute === HIDDEN) hidden = isTrue(scanner.readValue());
    }
    if (row < 0) throw new UnknownShape('row 0');
    if (hidden) this.#hiddenRows.add(row);
    this.#place.row = row;
    this.#place.column = -1;
  }

  #readMerge(): void {
    const scanner = this.#scanner;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === RANGE) this.#merges.push(readRange(scanner.bytes, scanner.start, scanner.end));
    }
  }

  /** The cell just met and, as long as they are plain, those right behind it, in this row and the next ones. */
  #readCells(): void {
    const scanner = this.#scanner;
    const plain = this.#plain;
    let end = scanner.hasPrefix ? -1 : readPlainCell(scanner.bytes, scanner.position, plain);
    if (end < 0) {
      this.#readCell();
      return;
    }
    while (end >= 0) {
      scanner.resume(end);
      this.#place.row = plain.row;
      this.#place.column = plain.column;
      if (plain.filled && plain.shared) this.#putShared(plain.number);
      else if (plain.filled) this.#putNumber(plain.number, plain.style);
      end = this.#readNext(end);
    }
  }

  /** The plain cell that stands at `at`, or begins the next row; -1 where none does. */
  #readNext(at: number): number {
    const bytes = this.#scanner.bytes;
    if (bytes[at] === LESS && bytes[at + 1] === SMALL_C) return readPlainCell(bytes, at + 2, this.#plain);
    const first = readPlainRow(bytes, at, this.#plain);
    if (first < 0) return -1;
    this.#scanner.resume(first);
    this.#place.row = this.#plain.row;
    this.#place.column = -1;
    const isCell = bytes[first] === LESS && bytes[first + 1] === SMALL_C;
    return isCell ? readPlainCell(bytes, first + 2, this.#plain) : -1;
  }

  /** A cell without a reference stands to the right of the one before it. */
  #readCell(): void {
    const scanner = this.#scanner;
    const bytes = scanner.bytes;
    const place = this.#place;
    let style = 0;
    let type = AS_NUMBER;
    place.column += 1;
    while (scanner.nextAttribute()) {
      if (scanner.prefixed) continue;
      if (scanner.attribute === REFERENCE) {
        if (readAddress(bytes, scanner.start, scanner.end, place) !== scanner.end) throw new UnknownShape('reference');
      } else if (scanner.attribute === STYLE) style = readCount(bytes, scanner.start, scanner.end);
      else if (scanner.attribute === TYPE) type = codeOf(bytes, scanner.start, scanner.end);
    }
    if (place.row < 0) throw new UnknownShape('cell outside a row');
    if (!scanner.isEmpty) this.#readContent(type, style);
  }

  #readContent(type: number, style: number): void {
    const scanner = this.#scanner;
    let isUncounted = false;
    for (let kind = scanner.next(); ; kind = scanner.next()) {
      if (kind === END) throw new UnknownShape('cell without end');
      if (kind !== OPEN) {
        if (scanner.name !== CELL) continue;
        // A program that wrote the file may leave counting to the one that opens it: the cell is not blank.
        if (isUncounted) this.#put(CELL_ERROR, this.#addText(UNCOUNTED));
        return;
      }
      if (scanner.name === FORMULA) {
        isUncounted = type !== AS_TEXT;
        scanner.skipElement();
      } else if (scanner.name === VALUE) {
        scanner.readLeaf();
        if (scanner.start < scanner.end || scanner.escaped) isUncounted = false;
        this.#readValue(type, style);
      } else if (scanner.name === INLINE && type === AS_INLINE) {
        this.#putText(readString(scanner, this.#add, this.#addText));
      } else scanner.skipElement();
    }
  }

  #readValue(type: number, style: number): void {
    const scanner = this.#scanner;
    const { bytes, start, end } = scanner;
    if (start === end && !scanner.escaped) return;
    if (type === AS_SHARED) this.#putShared(readCount(bytes, start, end));
    else if (type === AS_NUMBER) this.#putNumber(readNumber(bytes, start, end), style);
    else if (type === AS_TEXT) {
      this.#putText(
        scanner.escaped ? this.#addText(unescapeCellText(scanner.readText())) : this.#add(bytes, start, end),
      );
    } else if (type === AS_TRUE_FALSE) this.#put(CELL_TRUE_FALSE, isTrue(scanner.readText()) ? 1 : 0);
    else if (type === AS_ERROR) this.#put(CELL_ERROR, this.#addText(scanner.readText()));
    else if (type === AS_DATE) this.#put(CELL_DATE, serialFromIso(scanner.readText(), this.#context.date1904));
    else throw new UnknownShape('cell type');
  }

  #putShared(index: number): void {
    if (index >= this.#context.sharedCount) throw new UnknownShape('shared string index');
    this.#putText(index);
  }

  #putNumber(value: number, style: number): void {
    const shown = this.#context.styles[style] ?? 'number';
    if (shown === 'number') this.#put(CELL_NUMBER, value);
    else if (shown === 'date') this.#put(CELL_DATE, value);
    else this.#putText(this.#addText(shownText(value, shown)));
  }

  #putText(index: number): void {
    this.#put(this.#context.texts.isEmpty(index) ? CELL_EMPTY : CELL_TEXT, index);
  }

  #put(kind: number, number: number): void {
    this.#cells.put(this.#place.row, this.#place.column, kind, number);
  }
}

function shownText(value: number, style: Exclude<NumberStyle, 'number' | 'date'>): string {
  if ('unit' in style) return unitText(value, style.unit);
  if ('decimals' in style) return percentText(value, style.decimals);
  const text = codeText(value, style.code);
  if (text === undefined) throw new UnknownShape('padded fraction or negative');
  return text;
}

function isTrue(text: string): boolean {
  return text === '1' || text === 'true';
}

function codeOf(bytes: Uint8Array, start: number, end: number): number {
  let code = 0;
  for (let at = start; at < end; at += 1) code = (Math.imul(code, 31) + (bytes[at] ?? 0)) | 0;
  return code;
}
