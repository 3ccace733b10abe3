const LABELS: ReadonlyMap<number, string> = new Map([
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [65001, 'utf-8'],
  [932, 'shift_jis'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [28591, 'windows-1252'],
]);
const decoders = new Map<number, TextDecoder>();

/**
 * Text of bytes in a Windows code page, as old .xls files name it by number. GB 18030 holds 936 and stands in for every
 * page without a decoder of its own: such a file comes from a Chinese office.
 */
export function decodeCodepage(codepage: number, bytes: ArrayLike<number>): string {
  const known = decoders.get(codepage);
  const decoder = known ?? new TextDecoder(labelOf(codepage), { ignoreBOM: true });
  if (known === undefined) decoders.set(codepage, decoder);
  return decoder.decode(bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes));
}

function labelOf(codepage: number): string {
  if (codepage >= 1250 && codepage <= 1258) return `windows-${codepage}`;
  return LABELS.get(codepage) ?? 'gb18030';
}
