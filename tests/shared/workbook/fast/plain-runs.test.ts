import { expect, test } from 'vitest';
import { columnLetters } from '../../../../shared/workbook/cell-address.ts';
import { readByPackage } from '../../../../shared/workbook/read/read-by-package.ts';
import { fc } from '../../../properties.ts';
import { outlineOf, scanned } from './outline.ts';
import { truthParts, zipOf } from './truth-workbook.ts';

// Long runs of plain rows, cells and strings are read in one go; whatever stands among them must not be read with them.

const base = truthParts('plain');

/** Items of the string table, plain ones and those that only look so. */
const STRINGS = [
  '<si><t>晨光社区</t></si>',
  '<si><t>姓名</t><phoneticPr fontId="1" type="noConversion"/></si>',
  '<si><t>张三</t><rPh sb="0" eb="2"><t>zhang</t></rPh><phoneticPr fontId="1"/></si>',
  '<si><t>甲&amp;乙</t></si>',
  '<si><t xml:space="preserve"> 甲</t></si>',
  '<si><t></t></si>',
  '<si><r><t>红</t></r><r><t>黑</t></r></si>',
  '<si><t>a_b</t></si>',
  '<si><t>甲</t><!-- 批注 --></si>',
];

const ROW_TAGS = [
  (row: number) => ` r="${row}"`,
  (row: number) => ` r="${row}" spans="1:3" ht="14.25" customHeight="1"`,
  (row: number) => ` r="${row}" spans="1:3" hidden="1"`,
  (row: number) => ` r="${row}" hidden="0" spans="1:3"`,
  (row: number) => ` spans="1:3" r="${row}"`,
  (row: number) => ` r='${row}'`,
];

const CELLS = [
  (place: string, string: number) => `<c r="${place}" t="s"><v>${string}</v></c>`,
  (place: string) => `<c r="${place}"><v>12.5</v></c>`,
  (place: string) => `<c r="${place}" s="1"/>`,
  (place: string) => `<c r="${place}"><f>SUM(A1:B1)&gt;3</f><v>7</v></c>`,
  (place: string) => `<c r="${place}"><f t="shared" ref="A1:A9" si="0">B1*2</f><v>8</v></c>`,
  (place: string) => `<c r="${place}" t="str"><f>A1</f><v>文字</v></c>`,
  (place: string) => `<c r="${place}" t="b"><v>1</v></c>`,
  (place: string) => `<c r="${place}"><v>-0.1234567890123456</v></c>`,
  (place: string) => `<c r="${place}"><v>1.5E3</v></c>`,
  (_place: string, string: number) => `<c t="s"><v>${string}</v></c>`,
];

/** One row: which tag, which cells, and whether rows before it are left out or empty. */
const anyRow = fc.record({
  tag: fc.nat(ROW_TAGS.length - 1),
  cells: fc.array(fc.record({ kind: fc.nat(CELLS.length - 1), string: fc.nat(STRINGS.length - 1) }), { maxLength: 4 }),
  skipped: fc.nat(2),
  blank: fc.boolean(),
});

function sheetOf(rows: readonly (typeof anyRow extends fc.Arbitrary<infer Row> ? Row : never)[]): string {
  let at = 0;
  const xml = rows.map(({ tag, cells, skipped, blank }) => {
    at += 1 + skipped;
    const open = ROW_TAGS[tag]?.(at) ?? '';
    const inside = cells.map(
      ({ kind, string }, column) => CELLS[kind]?.(`${columnLetters(column)}${at}`, string) ?? '',
    );
    if (cells.length === 0) return blank ? `<row${open}/>` : `<row${open}></row>`;
    return `<row${open}>${inside.join('')}</row>${blank ? '\n' : ''}`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${xml.join('')}</sheetData></worksheet>`;
}

test('runs of plain rows, cells and strings with odd ones among them read as the xlsx package reads them', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 1, maxLength: 12 }),
      fc.shuffledSubarray(STRINGS, { minLength: STRINGS.length }),
      (rows, strings) => {
        const bytes = zipOf({
          ...base,
          'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.join('')}</sst>`,
          'xl/worksheets/sheet1.xml': sheetOf(rows),
        });
        expect(outlineOf(scanned(bytes))).toEqual(outlineOf(readByPackage(bytes, 'array')));
      },
    ),
    { numRuns: 200 },
  );
});

test('a row whose attribute holds a > is read to its real end, which the package takes for the first >', () => {
  const cells = (row: number) => `<c r="A${row}"><v>${row}</v></c>`;
  const rows = `<row r="1">${cells(1)}</row><row r="2" note="a>b" hidden="1">${cells(2)}</row><row r="3">${cells(3)}</row>`;
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const [sheet] = scanned(zipOf({ ...base, 'xl/worksheets/sheet1.xml': xml })).sheets;
  expect(sheet).toMatchObject({ rowCount: 3, hiddenRows: [1] });
});
