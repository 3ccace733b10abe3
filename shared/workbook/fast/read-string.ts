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
  texts.reserve(scanner.bytes.length);
  const plain = (from: Uint8Array, start: number, end: number) => texts.append(from, start, end);
  const decoded = (text: string) => {
    const bytes = encoder.encode(text);
    return texts.append(bytes, 0, bytes.length);
  };
  for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
    if (kind !== OPEN || scanner.name !== STRING_ITEM) continue;
    if (scanner.hasPrefix) readString(scanner, plain, decoded);
    else if (!readPlainItems(scanner, texts)) readString(scanner, plain, decoded);
  }
}

const ITEM_START = Uint8Array.from('<si><t>', (letter) => letter.charCodeAt(0));
const ITEM_END = Uint8Array.from('</t></si>', (letter) => letter.charCodeAt(0));
const PHONETIC_START = Uint8Array.from('</t><phoneticPr', (letter) => letter.charCodeAt(0));
const PHONETIC_CLOSE = Uint8Array.from('/></si>', (letter) => letter.charCodeAt(0));
/** How far its `/>` reaches back from the `<` behind it. */
const PHONETIC_END = 2;
const LESS = 0x3c;
/** Behind `<si`, where the scanner stands when it has met an item. */
const NAME_LENGTH = 3;

/**
 * Reads the item just met and those right behind it as long as each is `<si><t>…</t></si>` and its bytes are the text,
 * as nearly all are; Chinese Excel puts `<phoneticPr …/>` behind every text. False, and nothing read, where already the
 * first is anything else.
 */
function readPlainItems(scanner: XmlScanner, texts: ByteTexts): boolean {
  const bytes = scanner.bytes;
  let at = scanner.position - NAME_LENGTH;
  let read = false;
  while (startsAt(bytes, at, ITEM_START)) {
    const end = texts.appendToTag(bytes, at + ITEM_START.length);
    if (end < 0) break;
    const next = endOfItem(bytes, end);
    if (next < 0) {
      texts.takeBack();
      break;
    }
    at = next;
    read = true;
  }
  if (read) scanner.resume(at);
  return read;
}

/** Behind the item whose text ends at `end`; -1 where more than the settings of phonetic runs is in it. */
function endOfItem(bytes: Uint8Array, end: number): number {
  if (startsAt(bytes, end, ITEM_END)) return end + ITEM_END.length;
  if (!startsAt(bytes, end, PHONETIC_START)) return -1;
  let at = end + PHONETIC_START.length;
  while (at < bytes.length && bytes[at] !== LESS) at += 1;
  return startsAt(bytes, at - PHONETIC_END, PHONETIC_CLOSE) ? at - PHONETIC_END + PHONETIC_CLOSE.length : -1;
}

function startsAt(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
  for (let index = 0; index < mark.length; index += 1) {
    if (bytes[at + index] !== mark[index]) return false;
  }
  return true;
}
