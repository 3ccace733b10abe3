import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import type { CellModel, CellStyle, SheetModel, WorkbookModel } from '../../../../shared/workbook/sheet-model.ts';
import { writeWorkbook, writeWorkbookInSlices } from '../../../../shared/workbook/write/write-workbook.ts';

const PLAIN: CellStyle = { font: { name: '宋体', size: 11 } };
const TEXT: CellStyle = { ...PLAIN, format: '@' };
const DATE: CellStyle = { ...PLAIN, format: 'yyyy-mm-dd' };

const cell = (value: NonNullable<CellModel['value']>, style: CellStyle = PLAIN): CellModel => ({ value, style });

function sheet(more: Partial<SheetModel> = {}): SheetModel {
  return {
    name: '表一',
    widths: [10, 20],
    rows: [],
    merges: [],
    page: { landscape: false, fitToWidth: true },
    ...more,
  };
}

function parts(model: WorkbookModel): Record<string, string> {
  const files = unzipSync(writeWorkbook(model));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const sheetOf = (more: Partial<SheetModel>): string =>
  parts({ sheets: [sheet(more)] })['xl/worksheets/sheet1.xml'] ?? '';

/** The one text of a one-cell sheet, as another program reads it. */
function textReadBack(text: string): unknown {
  const bytes = writeWorkbook({ sheets: [sheet({ rows: [{ cells: [cell(text, TEXT)] }] })] });
  return read(bytes, { dense: true }).Sheets.表一?.['!data']?.[0]?.[0]?.v;
}

describe('the package', () => {
  test('holds exactly the parts an office suite needs', () => {
    expect(Object.keys(parts({ sheets: [sheet()] })).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/app.xml',
      'docProps/core.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  test('is the same bytes for the same model, whatever the clock says', () => {
    const model: WorkbookModel = {
      title: '台账',
      author: '某街道',
      sheets: [sheet({ rows: [{ cells: [cell('甲')] }] })],
    };
    const bytes = writeWorkbook(model);
    expect(writeWorkbook(model)).toEqual(bytes);
    // Bytes 10 to 13 of the first entry: 1980-01-01, midnight.
    expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  test('names title and author in its properties', () => {
    const core = parts({ title: '台账 <一>', author: '甲&乙', sheets: [sheet()] })['docProps/core.xml'];
    expect(core).toContain('<dc:title>台账 &lt;一&gt;</dc:title><dc:creator>甲&amp;乙</dc:creator>');
  });
});

describe('a sheet', () => {
  test('of two rows is this XML and no other', () => {
    const xml = sheetOf({
      rows: [{ height: 36, cells: [cell('标题')] }, { cells: [cell(1), cell({ day: '2026-01-05' }, DATE)] }],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      freeze: { rows: 1, columns: 0 },
      page: { landscape: true, fitToWidth: true, footer: '第 &P 页 共 &N 页', repeatRows: { first: 0, last: 0 } },
    });
    expect(xml).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:B2"/>' +
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>' +
        '<sheetFormatPr defaultRowHeight="15"/>' +
        '<cols><col min="1" max="1" width="10.7109375" customWidth="1"/><col min="2" max="2" width="20.7109375" customWidth="1"/></cols>' +
        '<sheetData>' +
        '<row r="1" ht="36" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>' +
        '<row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2" s="2"><v>46027</v></c></row>' +
        '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' +
        '<printOptions horizontalCentered="1"/>' +
        '<pageMargins left="0.472" right="0.472" top="0.591" bottom="0.709" header="0.3" footer="0.3"/>' +
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
        '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>' +
        '<ignoredErrors><ignoredError sqref="A1:B2" numberStoredAsText="1"/></ignoredErrors></worksheet>',
    );
  });

  test('says which rows repeat and what is printed in defined names of its own', () => {
    const page = {
      landscape: true,
      fitToWidth: true,
      repeatRows: { first: 0, last: 2 },
      printArea: { top: 0, left: 0, bottom: 9, right: 1 },
    };
    const workbook = parts({ sheets: [sheet(), sheet({ name: "甲'乙", page })] })['xl/workbook.xml'];
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'甲''乙'!$A$1:$B$10</definedName>`,
    );
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="1">'甲''乙'!$1:$3</definedName>`);
  });

  test('refuses merges that overlap', () => {
    const merges = [
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 0, left: 1, bottom: 1, right: 1 },
    ];
    expect(() => sheetOf({ merges, rows: [{ cells: [cell('甲')] }] })).toThrow('two merges cover B1');
  });

  test('refuses a number that is none', () => {
    expect(() => sheetOf({ rows: [{ cells: [cell(Number.NaN)] }] })).toThrow('A1');
  });

  test('offers short lists in place and long ones from a hidden sheet', () => {
    const long = Array.from({ length: 60 }, (_, number) => `选项第${number}号`);
    const files = parts({
      sheets: [
        sheet({
          validations: [
            { top: 1, left: 0, bottom: 9, right: 0, options: ['是', '否'], strict: true },
            { top: 1, left: 1, bottom: 9, right: 1, options: long },
          ],
        }),
      ],
    });
    expect(files['xl/worksheets/sheet1.xml']).toContain('sqref="A2:A10"><formula1>&quot;是,否&quot;</formula1>');
    expect(files['xl/worksheets/sheet1.xml']).toContain(`<formula1>'选项'!$A$1:$A$60</formula1>`);
    expect(files['xl/workbook.xml']).toContain('<sheet name="选项" sheetId="2" state="hidden" r:id="rId2"/>');
  });
});

describe('notes on cells', () => {
  const noted = (count: number): WorkbookModel => {
    const rows = Array.from({ length: count }, (_, row) => ({
      cells: [{ ...cell(row), comment: `第${row}格 <错>` }],
    }));
    return { sheets: [sheet({ rows }), sheet({ name: '表二' })] };
  };

  test('stand in parts of their own, and another reader finds them', () => {
    expect(Object.keys(parts(noted(2))).filter((name) => /comments|drawings|sheets\/_rels/.test(name))).toEqual([
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
    ]);
    const [, row] = read(writeWorkbook(noted(2)), { dense: true }).Sheets.表一?.['!data'] ?? [];
    expect(row?.[0]?.c?.map(({ t }) => t)).toEqual(['第1格 <错>']);
  });

  test('more than a block of drawing ids holds are given further blocks, no id twice', () => {
    const drawing = parts(noted(2100))['xl/drawings/vmlDrawing1.vml'] ?? '';
    expect(drawing).toContain('data="1,2,3"');
    const ids = [...drawing.matchAll(/<v:shape id="_x0000_s(\d+)"/g)].map(([, id]) => Number(id));
    expect(new Set(ids).size).toBe(2100);
    expect([ids[0], ids.at(-1)]).toEqual([1025, 3124]);
  });
});

describe('texts', () => {
  test('that begin like a formula stay texts, even after somebody edits the cell', () => {
    const rows = ['=1+1', '+86', '-无-', '@某人', '普通'].map((text) => ({ cells: [cell(text)] }));
    const xml = sheetOf({ rows });
    expect(xml).not.toContain('<f>');
    expect(xml.match(/ s="1" t="s"/g)).toHaveLength(4);
    const styles = parts({ sheets: [sheet({ rows })] })['xl/styles.xml'];
    expect(styles?.match(/quotePrefix="1"/g)).toHaveLength(1);
  });

  test.each([
    ['rare characters beyond the BMP', '𠮷𬱟村', '𠮷𬱟村'],
    ['reserved characters', '<a href="x">&amp;</a>', '<a href="x">&amp;</a>'],
    ['outer blanks and line breaks', '  甲\n乙\t丙 ', '  甲\n乙\t丙 '],
    ['a carriage return becomes a line break', '甲\r\n乙\r丙', '甲\n乙\n丙'],
    ['control characters are dropped', '甲\u0000\u0007\u001f乙\ufffe', '甲乙'],
    ['half a surrogate pair is dropped', '甲\ud842乙', '甲乙'],
    ["Excel's own escape is kept as typed", '_x000D_ 与 _x4E00_', '_x000D_ 与 _x4E00_'],
    ['an 18-digit number', '320311199001011234', '320311199001011234'],
  ])('%s', (_what, written, expected) => {
    expect(textReadBack(written)).toBe(expected);
  });

  test('longer than a cell can hold are cut where it shows', () => {
    const back = String(textReadBack('𠮷'.repeat(20_000)));
    expect(back.length).toBeLessThanOrEqual(32_767);
    expect(back.endsWith('𠮷…（超出单元格上限，余下未写出）')).toBe(true);
  });
});

describe('what another program reads back', () => {
  const model: WorkbookModel = {
    sheets: [
      sheet({
        name: '收支[一]/二',
        widths: [8, 22.5, 12],
        rows: [
          { height: 30, cells: [cell('合并标题')] },
          { cells: [cell('013800000000', TEXT), cell(12345.67, { ...PLAIN, format: '#,##0.00' }), cell(true)] },
          {
            cells: [
              cell({ day: '2024-02-29' }, DATE),
              cell({ formula: 'B2*2', cached: 24691.34 }),
              cell({ day: '1850-01-01' }),
            ],
          },
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      }),
      sheet({ name: '收支[一]/二' }),
    ],
  };
  const workbook = read(writeWorkbook(model), { cellStyles: true, cellNF: true, cellFormula: true });
  const first = workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {};

  test('names without forbidden characters, never twice the same', () => {
    expect(workbook.SheetNames).toEqual(['收支 一  二', '收支 一  二(2)']);
  });
  test('values of every kind', () => {
    expect(first.A2).toMatchObject({ t: 's', v: '013800000000' });
    expect(first.B2).toMatchObject({ t: 'n', v: 12345.67, w: '12,345.67' });
    expect(first.C2).toMatchObject({ t: 'b', v: true });
    expect(first.A3).toMatchObject({ t: 'n', v: 45351, w: '2024-02-29' });
    expect(first.B3).toMatchObject({ t: 'n', v: 24691.34, f: 'B2*2' });
    expect(first.C3).toMatchObject({ t: 's', v: '1850-01-01' });
  });
  test('merges, widths and heights', () => {
    expect(first['!merges']).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }]);
    expect(first['!cols']?.map((column) => column.width)).toEqual([8.7109375, 23.2109375, 12.7109375]);
    expect(first['!rows']?.[0]?.hpt).toBe(30);
  });
});

describe('many rows', () => {
  const styles = [PLAIN, TEXT, DATE];
  const rows = (count: number) =>
    Array.from({ length: count }, (_, row) => ({
      // A new object for every cell: looks must be found alike by what they say.
      cells: Array.from({ length: 20 }, (_, column) =>
        cell(`${row % 97}-${column}`, { ...(styles[column % 3] ?? PLAIN) }),
      ),
    }));

  test('share their looks', () => {
    const xml = parts({ sheets: [sheet({ rows: rows(500) })] })['xl/styles.xml'];
    expect(xml).toContain('<cellXfs count="4">');
  });

  test('are written in slices that say how far they got', () => {
    const model = { sheets: [sheet({ rows: rows(1000) })] };
    const seen: number[] = [];
    const writing = writeWorkbookInSlices(model);
    let step = writing.next();
    for (; step.done !== true; step = writing.next()) seen.push(step.value.done);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBeLessThanOrEqual(1000);
    const back = read(step.value).Sheets.表一;
    expect(back && utils.sheet_to_json(back, { header: 1 })).toHaveLength(1000);
  });

  test('that are made as they are written stand below the others, no more of them made than are written', () => {
    let made = 0;
    function* more() {
      for (; made < 5000; made += 1) yield { cells: [cell(`行${made}`)] };
    }
    const first = { cells: [cell('列名')] };
    const model = { sheets: [sheet({ rows: [first], more: { count: 5000, rows: { [Symbol.iterator]: more } } })] };
    const writing = writeWorkbookInSlices(model);
    let step = writing.next();
    expect(step.value).toMatchObject({ of: 5001 });
    expect(made).toBeLessThan(1000);
    while (step.done !== true) step = writing.next();
    const back = read(step.value).Sheets.表一;
    expect(back?.['!ref']).toBe('A1:B5001');
    const lines = back ? utils.sheet_to_json<string[]>(back, { header: 1 }) : [];
    expect([lines[0], lines[1], lines.at(-1)]).toEqual([['列名'], ['行0'], ['行4999']]);
  });
});
