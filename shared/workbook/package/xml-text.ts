/** Excel's limit for one cell, in UTF-16 units; a file with a longer text is "repaired" on opening. */
const LONGEST_CELL_TEXT = 32_767;
const CUT_MARK = '…（超出单元格上限，余下未写出）';

/**
 * What XML 1.0 cannot carry at all: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
 * Rare characters (GB 18030 beyond the BMP) are whole pairs and stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to drop
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\ufffe\uffff]/gu;
const NEEDS_WORK = /[^\t\n\x20-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\ud7ff]/;

/** Most texts hold nothing of either kind: one look instead of five. */
const NEEDS_ESCAPE = /[^\t\n\r\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\ud7ff]/;

/** Text inside an element or attribute: what XML cannot carry dropped, the five reserved characters escaped. */
export function escapeXml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .replace(ILLEGAL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Text of a cell. Line breaks become LF, Excel's own; a text that already looks like Excel's `_x000D_` escape is
 * escaped so that it is read back as typed (ECMA-376 22.9.2.19); texts beyond the cell limit are cut, visibly.
 */
export function cellText(text: string): string {
  if (!NEEDS_WORK.test(text) && text.length <= LONGEST_CELL_TEXT) return text;
  const lines = text.replace(/\r\n?/g, '\n');
  return escapeXml(cutToCell(lines).replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_'));
}

function cutToCell(text: string): string {
  if (text.length <= LONGEST_CELL_TEXT) return text;
  // A pair cut in two leaves half a surrogate, which escapeXml drops.
  return text.slice(0, LONGEST_CELL_TEXT - CUT_MARK.length) + CUT_MARK;
}

/** XML readers may drop outer blanks and line breaks unless the element says otherwise. */
export const preservesSpace = (text: string): string =>
  /^\s|\s$|\n|\t| {2}/.test(text) ? ' xml:space="preserve"' : '';
