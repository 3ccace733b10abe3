import { describe, expect, test } from 'vitest';
import { fillForm } from '../../../../shared/workbook/fill/fill-form.ts';
import type { FilledCell } from '../../../../shared/workbook/fill/put-cells.ts';
import { packedEntries, partOf, readBack, rowTexts, touchedParts } from './package-support.ts';
import { richTemplate } from './rich-template.ts';

const blank = richTemplate();

const number = (row: number, column: number, value: number): FilledCell => ({
  row,
  column,
  content: { kind: 'number', number: value },
});
const words = (row: number, column: number, value: string): FilledCell => ({
  row,
  column,
  content: { kind: 'text', text: value },
});

/** Six communities in a form made for three: rows 5 to 10, three of them put in below row 7. */
const six = Array.from({ length: 6 }, (_, at): readonly FilledCell[] => [
  number(4 + at, 0, at + 1),
  words(4 + at, 1, `第${at + 1}社区`),
  number(4 + at, 2, 10 * (at + 1)),
  number(4 + at, 3, 9 * (at + 1)),
]).flat();
const filled = fillForm(blank, [{ sheet: '填报表', insertions: [{ below: 6, count: 3 }], cells: six }]);
const part = (name: string) => partOf(filled.bytes, name);
const form = part('xl/worksheets/sheet1.xml');

test('without rows put in, only the sheet, the workbook and the chain of calculation change', () => {
  const one = fillForm(blank, [{ sheet: '填报表', insertions: [], cells: [words(4, 1, '晨光社区')] }]);
  expect(touchedParts(blank, one.bytes)).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/calcChain.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
});

test('with rows put in, what follows the rows changes too, and nothing else by one byte', () => {
  expect(touchedParts(blank, filled.bytes)).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/calcChain.xml',
    'xl/charts/chart1.xml',
    'xl/comments1.xml',
    'xl/drawings/drawing1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  expect([...packedEntries(filled.bytes).keys()]).toEqual(
    [...packedEntries(blank).keys()].filter((name) => name !== 'xl/calcChain.xml'),
  );
});

test('the figures stand in their rows and the rows below them moved', () => {
  const reader = readBack(filled.bytes, '填报表');
  expect(rowTexts(reader, 9).slice(0, 4)).toEqual(['6', '第6社区', '60', '54']);
  expect(rowTexts(reader, 10)[0]).toBe('合计');
  expect(rowTexts(reader, 12)[0]).toBe('注：本表一式两份。');
});

test('the chain of calculation is gone, and nothing speaks of it any more', () => {
  expect(part('[Content_Types].xml')).not.toContain('calcChain');
  expect(part('xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  expect(part('xl/_rels/workbook.xml.rels')).toContain('vbaProject.bin');
});

test('no result of a formula is kept where it may be wrong, and recalculation is asked for', () => {
  expect(form).not.toMatch(/<\/f><v>/);
  expect(part('xl/worksheets/sheet2.xml')).not.toMatch(/<\/f><v>/);
  expect(part('xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
});

describe('formulas', () => {
  test.each([
    ['sums that end at the model row grow', '<c r="C11" s="4"><f>SUM(C5:C10)</f></c>'],
    ['so do averages held fast at one end', '<c r="C12" s="4"><f>AVERAGE(C$5:C10)</f></c>'],
    ['a formula beside the totals moves with them', '<f>IF(C11=0,"",D11/C11)</f>'],
    ['names are left to the workbook', '<f>C11-SUM(数据区)</f>'],
    ['a shared formula is written out, the total held fast', '<c r="E5" s="6"><f>IF(C5=0,"",D5/C$11)</f></c>'],
    ['the last clone counts its own row', '<c r="E10" s="6"><f>IF(C10=0,"",D10/C$11)</f></c>'],
  ])('%s', (_, expected) => expect(form).toContain(expected));

  test('on another sheet', () => {
    const other = part('xl/worksheets/sheet2.xml');
    expect(other).toContain('<f>填报表!C11</f>');
    expect(other).toContain("<f>SUM('填报表'!C5:C10)</f>");
    expect(other).toContain('<f>B1*2</f>');
    expect(other).toContain('<formula>B1&gt;SUM(填报表!$C$5:$C$10)</formula>');
  });
});

/** What a form carries beside its cells, each as it must read afterwards. */
const SURVIVORS: readonly (readonly [feature: string, part: string, text: string])[] = [
  ['tab colour', 'xl/worksheets/sheet1.xml', '<tabColor rgb="FFC00000"/>'],
  ['page break view', 'xl/worksheets/sheet1.xml', 'view="pageBreakPreview"'],
  ['frozen panes', 'xl/worksheets/sheet1.xml', 'topLeftCell="C5" activePane="bottomRight" state="frozen"'],
  ['the selection moves', 'xl/worksheets/sheet1.xml', 'activeCell="C11" sqref="C11"'],
  [
    'column widths and styles',
    'xl/worksheets/sheet1.xml',
    '<col min="3" max="8" width="11" style="5" customWidth="1"/>',
  ],
  ['the height of a cloned row', 'xl/worksheets/sheet1.xml', '<row r="10" spans="1:8" ht="21.5" customHeight="1">'],
  ['the style of a cloned cell', 'xl/worksheets/sheet1.xml', '<c r="G10" s="7"/>'],
  ['two header rows merged', 'xl/worksheets/sheet1.xml', '<mergeCell ref="C3:D3"/>'],
  ['a merge below moves', 'xl/worksheets/sheet1.xml', '<mergeCell ref="A13:G13"/>'],
  ['a merge of the model row is cloned', 'xl/worksheets/sheet1.xml', '<mergeCell ref="G10:H10"/>'],
  ['merges are counted', 'xl/worksheets/sheet1.xml', '<mergeCells count="14">'],
  [
    'sheet protection with its password',
    'xl/worksheets/sheet1.xml',
    '<sheetProtection algorithmName="SHA-512" hashValue="qg=="',
  ],
  ['ranges left open grow', 'xl/worksheets/sheet1.xml', '<protectedRange sqref="B5:D10" name="可填区域"/>'],
  ['the filter grows', 'xl/worksheets/sheet1.xml', '<autoFilter ref="A4:H10"/>'],
  ['a data bar grows', 'xl/worksheets/sheet1.xml', '<conditionalFormatting sqref="C5:C10">'],
  ['a list of ranges grows and moves', 'xl/worksheets/sheet1.xml', '<conditionalFormatting sqref="E5:E10 E11">'],
  ['a condition looks at the moved total', 'xl/worksheets/sheet1.xml', '<formula>$E5&lt;$E$11</formula>'],
  [
    'a drop-down list grows',
    'xl/worksheets/sheet1.xml',
    'prompt="从列表中选" sqref="F5:F10"><formula1>类别表</formula1>',
  ],
  ['a length check grows', 'xl/worksheets/sheet1.xml', 'error="11 位" sqref="G5:G10"'],
  ['an x14 data bar grows', 'xl/worksheets/sheet1.xml', '</x14:cfRule><xm:sqref>C5:C10</xm:sqref>'],
  [
    'an x14 list that ends above stays',
    'xl/worksheets/sheet1.xml',
    '<xm:f>字典!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>H5:H6</xm:sqref>',
  ],
  ['a link moves', 'xl/worksheets/sheet1.xml', '<hyperlink ref="H14" r:id="rId1"/>'],
  [
    'a link to a cell follows it',
    'xl/worksheets/sheet1.xml',
    '<hyperlink ref="H13" location="填报表!A11" display="看合计"/>',
  ],
  ['print options', 'xl/worksheets/sheet1.xml', '<printOptions horizontalCentered="1"/>'],
  ['printer settings', 'xl/worksheets/sheet1.xml', 'fitToHeight="0" r:id="rId2"/>'],
  ['first-page footer', 'xl/worksheets/sheet1.xml', '<firstFooter>&amp;C首页 &amp;P</firstFooter>'],
  ['a page break moves', 'xl/worksheets/sheet1.xml', '<brk id="12" max="16383" man="1"/>'],
  ['ignored warnings grow', 'xl/worksheets/sheet1.xml', '<ignoredError sqref="G5:G10" numberStoredAsText="1"/>'],
  ['the drawing is still drawn', 'xl/worksheets/sheet1.xml', '<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>'],
  ['the extent', 'xl/worksheets/sheet1.xml', '<dimension ref="A1:H14"/>'],
  [
    'a picture moves, its description kept',
    'xl/drawings/drawing1.xml',
    '<xdr:row>14</xdr:row><xdr:rowOff>12700</xdr:rowOff>',
  ],
  ['the picture hangs as it hung', 'xl/drawings/drawing1.xml', '<xdr:twoCellAnchor editAs="oneCell">'],
  ['a text box', 'xl/drawings/drawing1.xml', '<a:t>填表前请阅读说明</a:t>'],
  ['a chart shows the rows put in', 'xl/charts/chart1.xml', '<c:f>填报表!$C$5:$C$10</c:f>'],
  ['and their names', 'xl/charts/chart1.xml', '<c:f>填报表!$B$5:$B$10</c:f>'],
  ['a comment moves', 'xl/comments1.xml', '<comment ref="C11" authorId="0">'],
  ['a comment above stays', 'xl/comments1.xml', '<comment ref="H3" authorId="0">'],
  [
    'the box of a comment moves',
    'xl/drawings/vmlDrawing1.vml',
    '<x:Anchor>3, 15, 10, 2, 5, 15, 14, 4</x:Anchor><x:Row>10</x:Row>',
  ],
  ['a very hidden sheet', 'xl/workbook.xml', '<sheet name="字典" sheetId="3" state="veryHidden" r:id="rId3"/>'],
  ['workbook protection', 'xl/workbook.xml', '<workbookProtection lockStructure="1"/>'],
  ['the print area grows', 'xl/workbook.xml', '填报表!$A$1:$H$14</definedName>'],
  ['print titles of rows and columns', 'xl/workbook.xml', '填报表!$A:$B,填报表!$1:$4</definedName>'],
  ['a name grows', 'xl/workbook.xml', '<definedName name="数据区">填报表!$C$5:$C$10</definedName>'],
  ['the range of the filter grows', 'xl/workbook.xml', '填报表!$A$4:$H$10</definedName>'],
  ['a name of another sheet stays', 'xl/workbook.xml', '<definedName name="类别表">字典!$A$1:$A$3</definedName>'],
  ['fonts of official papers', 'xl/styles.xml', '方正小标宋简体'],
  ['a theme colour with its tint', 'xl/styles.xml', '<fgColor theme="4" tint="0.7999816888943144"/>'],
  ['the build WPS left behind', 'docProps/custom.xml', 'KSOProductBuildVer'],
  ['who made the form', 'docProps/core.xml', '区热线办'],
  ['rich text', 'xl/sharedStrings.xml', '<color rgb="FFC00000"/>'],
];

test.each(SURVIVORS)('%s', (_, name, expected) => expect(part(name)).toContain(expected));

test.each([
  'xl/media/image1.png',
  'xl/printerSettings/printerSettings1.bin',
  'xl/vbaProject.bin',
  'xl/theme/theme1.xml',
])('%s is carried along untouched', (name) =>
  expect(packedEntries(filled.bytes).get(name)).toBe(packedEntries(blank).get(name)),
);

test('a protected sheet is filled and named', () => {
  expect(filled.protectedSheets).toEqual(['填报表']);
});

test('filling a filled form again changes nothing but what is put in', () => {
  const again = fillForm(filled.bytes, [{ sheet: '填报表', insertions: [], cells: six }]);
  expect(touchedParts(filled.bytes, again.bytes)).toEqual([]);
});

test('a picture held over the model row is stretched, and one row put in twice counts twice', () => {
  const twice = fillForm(blank, [
    {
      sheet: '填报表',
      insertions: [
        { below: 4, count: 1 },
        { below: 6, count: 2 },
      ],
      cells: [],
    },
  ]);
  const sheet = partOf(twice.bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<f>SUM(C5:C10)</f>');
  expect(sheet).toContain('<c r="E6" s="6"><f>IF(C6=0,"",D6/C$11)</f></c>');
  expect(partOf(twice.bytes, 'xl/workbook.xml')).toContain('填报表!$A$1:$H$14</definedName>');
});
