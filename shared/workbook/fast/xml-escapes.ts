import { UnknownShape } from './unknown-shape.ts';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text of a stretch of XML: line ends made LF (XML 1.0, 2.11), then the five named entities and numbered ones. */
export function decodeXmlText(bytes: Uint8Array, start: number, end: number): string {
  const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return lines.includes('&') ? lines.replace(/&([^;]*);?/g, (_, name: string) => character(name)) : lines;
}

function character(name: string): string {
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  const code = digits?.[1] === undefined ? Number(digits?.[2] ?? Number.NaN) : Number.parseInt(digits[1], 16);
  if (!(code <= 0x10ffff)) throw new UnknownShape('entity');
  return String.fromCodePoint(code);
}

/** Excel's own escape for what XML cannot carry: `_x000D_` is CR, `_x005F_` an underscore (ECMA-376 22.9.2.19). */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
