import type { ByteTexts } from './byte-texts.ts';
import { UnknownShape } from './unknown-shape.ts';
import { unescapeCellText } from './xml-escapes.ts';
import { END, nameCode, OPEN, type XmlScanner } from './xml-scanner.ts';

const TEXT = nameCode('t');
const RUN = nameCode('r');
const STRING_ITEM = nameCode('si');

/**
 * Reads the text of a string item just opened (`si`, or `is` inside a cell) and hands it on: the bytes as they stand
 * where the item is one plain text, else a string. Runs of rich text are joined; phonetic runs (`rPh`, the reading of a
 * name) are no part of it.
 */
export function readString(
  scanner: XmlScanner,
  plain: (from: Uint8Array, start: number, end: number) => number,
  decoded: (text: string) => number,
): number {
  const item = scanner.name;
  if (scanner.isEmpty) return plain(scanner.bytes, 0, 0);
  let pieces = 0;
  let start = 0;
  let end = 0;
  let text: string | undefined;
  for (;;) {
    const kind = scanner.next();
    if (kind === END) throw new UnknownShape('string without end');
    if (kind !== OPEN) {
      if (scanner.name === item) break;
    } else if (scanner.name === TEXT) {
      if (pieces === 1 && text === undefined) text = decode(scanner, start, end);
      scanner.readLeaf();
      ({ start, end } = scanner);
      if (pieces > 0 || scanner.escaped) text = (text ?? '') + unescapeCellText(scanner.readText());
      pieces += 1;
    } else if (scanner.name !== RUN) scanner.skipElement();
  }
  return text === undefined ? plain(scanner.bytes, start, end) : decoded(text);
}

function decode(scanner: XmlScanner, start: number, end: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(scanner.bytes.subarray(start, end));
}

/** Reads the shared string table in the file's order: item i becomes text i. */
export function readSharedStrings(scanner: XmlScanner, texts: ByteTexts): void {
  const encoder = new TextEncoder();
  const plain = (from: Uint8Array, start: number, end: number) => texts.append(from, start, end);
  const decoded = (text: string) => {
    const bytes = encoder.encode(text);
    return texts.append(bytes, 0, bytes.length);
  };
  for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
    if (kind === OPEN && scanner.name === STRING_ITEM) readString(scanner, plain, decoded);
  }
}
