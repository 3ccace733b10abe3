import { type NumberStyle, numberStyle } from '../read/number-format.ts';
import { UnknownShape } from './unknown-shape.ts';
import { CLOSE, END, nameCode, OPEN, type XmlScanner } from './xml-scanner.ts';

const NUMBER_FORMATS = nameCode('numFmts');
const NUMBER_FORMAT = nameCode('numFmt');
const CELL_FORMATS = nameCode('cellXfs');
const CELL_FORMAT = nameCode('xf');
const FORMAT_ID = nameCode('numFmtId');
const FORMAT_CODE = nameCode('formatCode');

/**
 * Built-in formats that show a day or a time. 27 to 36 and 50 to 58 have no text in the file and mean dates and times in
 * Chinese, Japanese and Korean Excel (ECMA-376 18.8.30); 71 to 81 are the Thai ones.
 */
const DATE_BUILT_INS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];

/** Reads the styles part: the style of each cell format in order, as the `s` of a cell counts them. */
export function readNumberStyles(scanner: XmlScanner): readonly NumberStyle[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let section = 0;
  for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
    const name = scanner.name;
    if (name === NUMBER_FORMATS || name === CELL_FORMATS) section = kind === CLOSE || scanner.isEmpty ? 0 : name;
    else if (kind !== OPEN) continue;
    else if (section === NUMBER_FORMATS && name === NUMBER_FORMAT) readFormat(scanner, codes);
    else if (section === CELL_FORMATS && name === CELL_FORMAT) ids.push(readFormatId(scanner));
  }
  return ids.map((id) => styleOf(id, codes.get(id)));
}

function readFormat(scanner: XmlScanner, codes: Map<number, string>): void {
  let id = Number.NaN;
  let code = '';
  while (scanner.nextAttribute()) {
    if (scanner.attribute === FORMAT_ID) id = Number(scanner.readValue());
    else if (scanner.attribute === FORMAT_CODE) code = scanner.readValue();
  }
  if (!Number.isInteger(id)) throw new UnknownShape('number format without id');
  codes.set(id, code);
}

function readFormatId(scanner: XmlScanner): number {
  let id = 0;
  while (scanner.nextAttribute()) {
    if (scanner.attribute === FORMAT_ID) id = Number(scanner.readValue());
  }
  return id;
}

/** 0% and 0.00%, which the file does not write out either. */
const PERCENT_BUILT_INS: ReadonlyMap<number, NumberStyle> = new Map([
  [9, { decimals: 0 }],
  [10, { decimals: 2 }],
]);

function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code !== undefined) return numberStyle(code);
  const percent = PERCENT_BUILT_INS.get(id);
  if (percent !== undefined) return percent;
  return DATE_BUILT_INS.some(([from, to]) => from <= id && id <= to) ? 'date' : 'number';
}
