import { expect, test } from 'vitest';
import { cellsOfText, htmlOf, plainOf } from '../../../../renderer/components/entry-grid/copied-table.ts';

const text = (words: string) => ({ text: words, isText: true });
const number = (words: string) => ({ text: words, isText: false });

test('both kinds of the clipboard say the same; ID numbers stay texts', () => {
  const table = [[text('110101199001011237'), number('20,000.00')]];
  expect(plainOf(table)).toBe('110101199001011237\t20,000.00\r\n');
  expect(htmlOf(table)).toBe(
    `<meta charset="utf-8"><table><tr><td style='mso-number-format:"\\@"'>110101199001011237</td><td>20,000.00</td></tr></table>`,
  );
});

test('what looks like a formula gets an apostrophe in plain text only, numbers below zero none', () => {
  expect(plainOf([[text('=1+1'), text('@家'), number('-3')]])).toBe("'=1+1\t'@家\t-3\r\n");
  expect(htmlOf([[text('=1+1')]])).toContain('>=1+1<');
});

test('a cell with line breaks, tabs and quotes comes back as it was', () => {
  const words = '第一行\n第二行\t"引号"';
  expect(cellsOfText(plainOf([[text(words), text('=1')]]))).toEqual([[words, '=1']]);
  expect(htmlOf([[text('a<b\nc')]])).toContain('a&lt;b<br style="mso-data-placement:same-cell">c');
});

test('rows end at each line, blank cells and blank rows stay', () => {
  expect(cellsOfText('甲\t\r\n\t乙\r\n')).toEqual([
    ['甲', ''],
    ['', '乙'],
  ]);
  expect(cellsOfText('甲\n\n乙')).toEqual([['甲'], [''], ['乙']]);
  expect(cellsOfText('')).toEqual([]);
});
