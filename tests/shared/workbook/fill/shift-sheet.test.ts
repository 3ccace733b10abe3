import { describe, expect, test } from 'vitest';
import { insertRows } from '../../../../shared/workbook/fill/insert-rows.ts';
import { rowShift } from '../../../../shared/workbook/fill/row-shift.ts';
import { gridOf, sheetDataOf } from '../../../../shared/workbook/fill/sheet-grid.ts';
import type { Shifts } from '../../../../shared/workbook/fill/shift-formula.ts';
import { shiftAround, shiftPart } from '../../../../shared/workbook/fill/shift-sheet.ts';
import { shiftVmlDrawing } from '../../../../shared/workbook/fill/shift-vml.ts';
import { parseXml, writeXml } from '../../../../shared/workbook/fill/xml-tree.ts';

/** Three rows put in below row 5 of 表. */
const three: Shifts = new Map([['表', rowShift([{ below: 4, count: 3 }])]]);

const around = (xml: string, sheet = '表'): string => {
  const { before, root, after } = parseXml(`<worksheet>${xml}</worksheet>`);
  return writeXml({ before, root: shiftAround(root, sheet, three), after }).slice(
    '<worksheet>'.length,
    -'</worksheet>'.length,
  );
};
const part = (xml: string, sheet = '表'): string =>
  writeXml({ before: '', root: shiftPart(parseXml(xml).root, sheet, three), after: '' });

describe('what a sheet says of its cells, each place by its own kind', () => {
  test.each([
    [
      'a newer validation keeps the element its formula stands in',
      '<x14:dataValidation><x14:formula1><xm:f>表!$A$4:$A$5</xm:f></x14:formula1><xm:sqref>H4:H5</xm:sqref></x14:dataValidation>',
      '<x14:dataValidation><x14:formula1><xm:f>表!$A$4:$A$8</xm:f></x14:formula1><xm:sqref>H4:H8</xm:sqref></x14:dataValidation>',
    ],
    [
      'row breaks move',
      '<rowBreaks><brk id="5"/><brk id="8"/></rowBreaks>',
      '<rowBreaks><brk id="8"/><brk id="11"/></rowBreaks>',
    ],
    ['column breaks stay', '<colBreaks><brk id="8"/></colBreaks>', '<colBreaks><brk id="8"/></colBreaks>'],
    [
      'a view of one reader begins at one cell',
      '<customSheetViews><customSheetView topLeftCell="A5"><pane topLeftCell="B5"/><selection activeCell="C8" sqref="C5"/></customSheetView></customSheetViews>',
      '<customSheetViews><customSheetView topLeftCell="A5"><pane topLeftCell="B5"/><selection activeCell="C11" sqref="C5"/></customSheetView></customSheetViews>',
    ],
    [
      'a smart tag moves',
      '<smartTags><cellSmartTags r="C6"/></smartTags>',
      '<smartTags><cellSmartTags r="C9"/></smartTags>',
    ],
    [
      'the cell of a control',
      '<controlPr linkedCell="$C$6" listFillRange="表!A4:A5"/>',
      '<controlPr linkedCell="$C$9" listFillRange="表!A4:A8"/>',
    ],
    [
      'a bound of a colour scale',
      '<cfvo type="num" val="$C$6"/><cfvo type="percent" val="50"/>',
      '<cfvo type="num" val="$C$9"/><cfvo type="percent" val="50"/>',
    ],
    [
      'a range of another sheet stays',
      '<dataRefs><dataRef ref="A4:B9" sheet="别的表"/></dataRefs>',
      '<dataRefs><dataRef ref="A4:B9" sheet="别的表"/></dataRefs>',
    ],
  ])('%s', (_, before, after) => expect(around(before)).toBe(after));
});

describe('parts beside the sheet', () => {
  test.each([
    [
      'a threaded comment is about one cell',
      '<ThreadedComments><threadedComment ref="C5"/><threadedComment ref="C8"/></ThreadedComments>',
      '<ThreadedComments><threadedComment ref="C5"/><threadedComment ref="C11"/></ThreadedComments>',
    ],
    [
      'a text box showing a cell',
      '<xdr:sp textlink="表!$C$6"><xdr:from><xdr:row>6</xdr:row></xdr:from></xdr:sp>',
      '<xdr:sp textlink="表!$C$9"><xdr:from><xdr:row>9</xdr:row></xdr:from></xdr:sp>',
    ],
    [
      'a form control',
      '<formControlPr fmlaLink="$C$6" fmlaRange="$A$4:$A$5"/>',
      '<formControlPr fmlaLink="$C$9" fmlaRange="$A$4:$A$8"/>',
    ],
    [
      'the source of a pivot',
      '<cacheSource><worksheetSource ref="A4:B5" sheet="表"/></cacheSource>',
      '<cacheSource><worksheetSource ref="A4:B8" sheet="表"/></cacheSource>',
    ],
  ])('%s', (_, before, after) => expect(part(before)).toBe(after));

  test('a text box of another sheet stays where it is and shows the cell that moved', () => {
    const box = (cell: string) => `<xdr:sp textlink="${cell}"><xdr:from><xdr:row>6</xdr:row></xdr:from></xdr:sp>`;
    expect(part(box('表!$C$6'), '说明')).toBe(box('表!$C$9'));
  });

  test('an old control moves with the cell it is linked to', () => {
    const control = '<x:Anchor>3, 15, 6, 2, 5, 15, 8, 4</x:Anchor><x:FmlaLink>$C$6</x:FmlaLink>';
    expect(shiftVmlDrawing(control, '表', three)).toBe(
      '<x:Anchor>3, 15, 9, 2, 5, 15, 11, 4</x:Anchor><x:FmlaLink>$C$9</x:FmlaLink>',
    );
    expect(shiftVmlDrawing(control, '说明', three)).toBe(control);
  });
});

test('formulas that share a text on another sheet each follow their own row', () => {
  const data = parseXml(
    '<sheetData><row r="4"><c r="A4"><f t="shared" ref="A4:A6" si="0">表!B4</f></c></row>' +
      '<row r="5"><c r="A5"><f t="shared" si="0"/></c></row><row r="6"><c r="A6"><f t="shared" si="0"/></c></row></sheetData>',
  ).root;
  const root = sheetDataOf(
    data,
    insertRows(gridOf(data), '汇总', three, () => false),
  );
  expect(writeXml({ before: '', root, after: '' })).toBe(
    '<sheetData><row r="4"><c r="A4"><f>表!B4</f></c></row>' +
      '<row r="5"><c r="A5"><f>表!B5</f></c></row><row r="6"><c r="A6"><f>表!B9</f></c></row></sheetData>',
  );
});
