import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { readByPackage } from '../../../../shared/workbook/read/read-by-package.ts';
import type { Cell, Workbook } from '../../../../shared/workbook/workbook.ts';
import { fixture } from '../sample-files.ts';
import { outlineOf, scanBytes, scanned } from './outline.ts';
import { SHAPES, type Shape, TRUTH_CELLS, TRUTH_WIDTH, truthParts, zipOf } from './truth-workbook.ts';

const SAMPLES = readdirSync(path.join(import.meta.dirname, '../../../fixtures')).filter((name) =>
  name.endsWith('.xlsx'),
);

describe('both readers agree', () => {
  test.each(SAMPLES)('%s', (name) => {
    const bytes = fixture(name);
    expect(outlineOf(scanned(bytes))).toEqual(outlineOf(readByPackage(bytes, 'array')));
  });

  test('a workbook the package itself wrote, hidden sheet and all', () => {
    const shown = utils.aoa_to_sheet([
      ['甲', 1, true, null, '乙 & <丙>'],
      ['320381199001011234', 0.1, false, 'x'],
    ]);
    shown['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
    const book = utils.book_new(shown, '一');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['藏']]), '二');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
    for (const bookSST of [true, false]) {
      const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST }));
      expect(outlineOf(scanned(bytes))).toEqual(outlineOf(readByPackage(bytes, 'array')));
      expect(scanned(bytes).sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
    }
  });
});

/** A day written as text counts from the workbook's own first day, 1,462 days later in the 1904 system. */
function truthIn(shape: Shape, what: string, truth: Cell): Cell {
  return shape === '1904' && what.startsWith('an ISO') && truth.kind === 'date'
    ? { kind: 'date', serial: truth.serial - 1462 }
    : truth;
}

function truthCells(workbook: Workbook): Cell[] {
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  const { cell } = openSheet(workbook, sheet);
  return TRUTH_CELLS.map((_, index) => cell(Math.floor(index / TRUTH_WIDTH), index % TRUTH_WIDTH));
}

describe.each(SHAPES)('the truth workbook, %s', (shape) => {
  const bytes = zipOf(truthParts(shape));

  test('the fast path reads every cell', () => {
    const read = truthCells(scanned(bytes));
    const wrong = TRUTH_CELLS.map(({ what, truth }, index) => ({
      what,
      read: read[index],
      truth: truthIn(shape, what, truth),
    })).filter((cell) => JSON.stringify(cell.read) !== JSON.stringify(cell.truth));
    expect(wrong).toEqual([]);
  });

  test('its sheet, merged ranges, hidden row and first day are the workbook’s', () => {
    const workbook = scanned(bytes);
    expect(workbook.date1904).toBe(shape === '1904');
    expect(workbook.sheets).toHaveLength(1);
    expect(workbook.sheets[0]).toMatchObject({
      name: '真&值',
      hidden: false,
      rowCount: 7,
      merges: [
        { top: 8, left: 0, bottom: 9, right: 2 },
        { top: 0, left: 3, bottom: 1, right: 3 },
      ],
      hiddenRows: [2],
    });
  });

  test('the xlsx package agrees but where it is known to be wrong', () => {
    const read = truthCells(readByPackage(bytes, 'array'));
    const differing = TRUTH_CELLS.filter(
      ({ what, truth }, index) => JSON.stringify(read[index]) !== JSON.stringify(truthIn(shape, what, truth)),
    ).map(({ what }) => what);
    expect(differing).toEqual(TRUTH_CELLS.filter((cell) => cell.oracleDiffers !== undefined).map(({ what }) => what));
  });
});

const without = (parts: Record<string, string>, left: string) =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => name !== left));

describe('what it does not know it leaves to the package', () => {
  const base = truthParts('plain');
  const sheet = base['xl/worksheets/sheet1.xml'] ?? '';
  const withSheet = (xml: string) => zipOf({ ...base, 'xl/worksheets/sheet1.xml': xml });
  const cells = (xml: string) =>
    withSheet(sheet.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${xml}</sheetData>`));

  test.each([
    ['an unknown cell type', cells('<row r="1"><c r="A1" t="zz"><v>1</v></c></row>'), 'cell type'],
    [
      'a shared string that is not there',
      cells('<row r="1"><c r="A1" t="s"><v>999</v></c></row>'),
      'shared string index',
    ],
    ['a text for a number', cells('<row r="1"><c r="A1"><v>abc</v></c></row>'), 'number'],
    ['a reference of four letters', cells('<row r="1"><c r="AAAA1"><v>1</v></c></row>'), 'reference'],
    ['a padded fraction', cells('<row r="1"><c r="A1" s="11"><v>1.5</v></c></row>'), 'padded fraction or negative'],
    ['an unknown entity', cells('<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>'), 'entity'],
    ['a sheet cut off', withSheet(sheet.slice(0, sheet.indexOf('</sheetData>'))), 'worksheet without end'],
    ['cells under a second prefix', cells('<row r="1"><y:c r="A1"><v>1</v></y:c></row>'), 'two prefixes for cells'],
    ['a chart sheet', withSheet('<chartsheet/>'), 'not a worksheet'],
    ['another encoding', withSheet(sheet.replace('UTF-8', 'GB2312')), 'encoding'],
    ['a part not there', zipOf(without(base, 'xl/styles.xml')), 'part not there'],
    ['no relationships', zipOf({ 'xl/workbook.xml': base['xl/workbook.xml'] ?? '' }), 'no relationships'],
  ])('%s', (_what, bytes, reason) => {
    const answer = scanBytes(bytes);
    expect(answer.known ? undefined : answer.reason).toBe(reason);
  });
});
