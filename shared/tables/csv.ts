/**
 * CSV as RFC 4180 has it: commas, CRLF, quotes doubled; UTF-8 without a mark, for machines. A blank is an empty cell, an
 * empty text never occurs: both databases read an empty cell as NULL.
 */
export const csvText = (rows: Iterable<readonly string[]>): string => {
  let text = '';
  for (const row of rows) text += `${row.map(cell).join(',')}\r\n`;
  return text;
};

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
