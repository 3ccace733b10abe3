import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { LedgerError } from '../../../../shared/kit/complaint.ts';
import { buffersOf, openSheet } from '../../../../shared/workbook/cells.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { encryptedOds, encryptedXlsx, fixture, HOUSING, openFirst, openFixture, POLICE } from '../sample-files.ts';

function refusal(bytes: Uint8Array, name = '表.xlsx'): { code: string; message: string } {
  try {
    readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof LedgerError) return { code: error.code, message: error.message };
    throw error;
  }
  return { code: 'none', message: '' };
}

const ascii = (text: string) => new TextEncoder().encode(text);

describe('the departments’ files', () => {
  test('.xlsx and .xls give the same shape: texts, numbers, blanks, merges', () => {
    for (const name of [HOUSING, POLICE]) {
      const reader = openFixture(name);
      expect(reader.sheet.name).toBe('申报表');
      expect(reader.sheet.rowCount).toBe(15);
      expect(reader.sheet.columns).toHaveLength(11);
      expect(reader.cell(3, 9)).toEqual({ kind: 'text', text: '起止时间' });
      expect(reader.cell(5, 2)).toEqual({ kind: 'empty' });
      expect(reader.sheet.merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 10 });
      expect(reader.mergedCell(0, 7)).toEqual(reader.cell(0, 0));
    }
    expect(openFixture(HOUSING).cell(7, 7)).toEqual({ kind: 'number', number: 3 });
    expect(openFixture(HOUSING).cell(6, 7)).toEqual({ kind: 'text', text: '2万' });
    expect(openFixture(POLICE).cell(8, 7)).toEqual({ kind: 'number', number: 0 });
    expect(openFixture(POLICE).cell(4, 7)).toEqual({ kind: 'text', text: '待定' });
  });

  test('hidden sheets are marked', () => {
    const sheets = readWorkbook(fixture('上级表样-准入情况统计表.xlsx'), 'x').sheets;
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['统计表', false],
      ['部门字典', true],
    ]);
  });

  test('every buffer can be handed over a port', () => {
    const workbook = readWorkbook(fixture(HOUSING), HOUSING);
    const moved = structuredClone(workbook, { transfer: [...new Set(buffersOf(workbook))] as ArrayBuffer[] });
    expect(workbook.texts.bytes.byteLength).toBe(0);
    const sheet = moved.sheets[0];
    expect(sheet && openSheet(moved, sheet).cell(4, 1)).toEqual({
      kind: 'text',
      text: '小区业主大会设立、业委会选举指导协助',
    });
  });
});

describe('cells', () => {
  test('dates stay serials, also in the Chinese built-in formats; padded numbers and percentages are text', () => {
    const sheet = utils.aoa_to_sheet([[46275, 46275, 7, 0.5, 320381199001010000, true, 46275.5]]);
    const formats = ['yyyy"年"m"月"d"日"', 'm/d/yy', '000', '0.00%', '0', undefined, '[$-804]上午/下午h:mm'];
    for (const [column, format] of formats.entries()) {
      const cell = sheet[utils.encode_cell({ r: 0, c: column })];
      if (cell && format !== undefined) cell.z = format;
    }
    const reader = openFirst(new Uint8Array(write(utils.book_new(sheet, 'a'), { type: 'array', bookType: 'xlsx' })));
    expect(reader.sheet.columns.map((_, column) => reader.cell(0, column))).toEqual([
      { kind: 'date', serial: 46275 },
      { kind: 'date', serial: 46275 },
      { kind: 'text', text: '007' },
      { kind: 'text', text: '50%' },
      { kind: 'number', number: 320381199001010000 },
      { kind: 'trueFalse', value: true },
      { kind: 'date', serial: 46275.5 },
    ]);
  });

  test('built-in formats 27 to 58 mean dates in Chinese Excel, from the first such cell on', () => {
    // Built-in formats have no text in the file: the style names the bare number 31.
    const rows =
      '<row r="1"><c r="A1" s="1"><v>46275</v></c><c r="B1" s="1"><v>46276</v></c><c r="C1"><v>3</v></c></row>';
    const reader = openFirst(zipSync(partsOf(rows, '<xf numFmtId="0"/><xf numFmtId="31" applyNumberFormat="1"/>')));
    expect(reader.cell(0, 0)).toEqual({ kind: 'date', serial: 46275 });
    expect(reader.cell(0, 1)).toEqual({ kind: 'date', serial: 46276 });
    expect(reader.cell(0, 2)).toEqual({ kind: 'number', number: 3 });
  });

  test('one stray cell in the last corner costs one long column, and nothing hangs', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const reader = openFirst(zipSync(partsOf(rows, '<xf numFmtId="0"/>')));
    expect(reader.sheet.rowCount).toBe(1_048_576);
    expect(reader.sheet.columns[0]?.kinds).toHaveLength(1);
    expect(reader.cell(1_048_575, 16_383)).toEqual({ kind: 'number', number: 2 });
    expect(reader.cell(1_048_575, 0)).toEqual({ kind: 'empty' });
  });
});

describe('text files', () => {
  test('UTF-8 and GB 18030, quotes and line ends, all text', () => {
    const expected = [
      ['编号', '名称'],
      ['001', '甲"乙",\n丙'],
    ];
    const gb = Uint8Array.from([
      0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x30, 0x30, 0x31, 0x2c, 0x22, 0xbc, 0xd7, 0x22,
      0x22, 0xd2, 0xd2, 0x22, 0x22, 0x2c, 0x0a, 0xb1, 0xfb, 0x22, 0x0d, 0x0a,
    ]);
    for (const bytes of [ascii('\ufeff编号,名称\r\n001,"甲""乙"",\n丙"\r\n'), gb]) {
      const reader = openFirst(bytes, '名单.csv');
      const texts = [0, 1].map((row) =>
        [0, 1].map((column) => {
          const cell = reader.cell(row, column);
          return cell.kind === 'text' ? cell.text : cell.kind;
        }),
      );
      expect(texts).toEqual(expected);
      expect(reader.sheet.name).toBe('名单');
    }
  });

  test('a page named .xls is read as the table it holds, ID numbers as text', () => {
    const page = '<html><table><tr><td>身份证号</td></tr><tr><td>320381199001011234</td></tr></table></html>';
    expect(openFirst(ascii(page), '导出.xls').cell(1, 0)).toEqual({ kind: 'text', text: '320381199001011234' });
  });
});

describe('what is no workbook says what it is, that nothing is stored and what to do', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const word = zipSync({ '[Content_Types].xml': ascii('<Types/>'), 'word/document.xml': ascii('<w/>') });
  const big = new Uint8Array(50 * 1024 * 1024 + 1);
  const protectedXls = new Uint8Array(
    write(utils.book_new(utils.aoa_to_sheet([['甲']]), 'a'), { type: 'array', bookType: 'biff8' }),
  );

  test.each([
    ['empty', new Uint8Array(0), 'import/empty-file', '0 字节'],
    ['over 50 MB', big, 'import/too-big', '51 MB'],
    ['encrypted', encryptedXlsx(), 'import/encrypted', '去掉密码后另存'],
    ['an .ods with a password', encryptedOds(), 'import/encrypted', '去掉密码后另存'],
    ['a picture', png, 'import/not-a-workbook', '不是表格文件'],
    ['a Word document', word, 'import/not-a-workbook', 'Word'],
    ['a zip of other files', zipSync({ 'a.txt': ascii('a') }), 'import/not-a-workbook', '压缩包'],
    ['half an .xlsx', fixture(HOUSING).slice(0, 3000), 'import/damaged', '重新发送'],
    ['a third of an .xls', fixture(POLICE).slice(0, 600), 'import/damaged', '重新发送'],
    ['an .xlsx without its workbook', zipSync({ 'xl/styles.xml': ascii('<a/>') }), 'import/damaged', '损坏'],
  ])('%s', (_what, bytes, code, words) => {
    const refused = refusal(bytes);
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words);
    expect(refused.message).toContain('没有存入任何数据');
  });

  test('an .xls with an opening password', () => {
    // The package cannot write one: put FILEPASS (2F 00, RC4) behind the BOF of the workbook stream.
    const file = CFB.parse(protectedXls);
    const entry = CFB.find(file, '/Workbook');
    if (!entry) throw new Error('no workbook stream');
    const stream = Uint8Array.from(entry.content as Uint8Array);
    const bof = 4 + (stream[2] ?? 0);
    const password = new Uint8Array(4 + 54);
    password.set([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]);
    const locked = new Uint8Array(stream.length + password.length);
    locked.set(stream.subarray(0, bof));
    locked.set(password, bof);
    locked.set(stream.subarray(bof), bof + password.length);
    entry.content = locked;
    entry.size = locked.length;
    expect(refusal(Uint8Array.from(CFB.write(file, { type: 'buffer' })), '密.xls').code).toBe('import/encrypted');
  });

  test('a zip that declares far more than it weighs is never inflated', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 9 });
    expect(refusal(bomb).code).toBe('import/inflates-too-far');
  });
});

describe('damaged in transit', () => {
  /** A small linear generator, so that every run damages the same bytes. */
  function randomFrom(seed: number): (below: number) => number {
    let state = seed >>> 0;
    return (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  test('100 truncated, flipped and spliced samples: read or refused, never a crash or a hang', () => {
    const sources = [fixture(HOUSING), fixture(POLICE), fixture('矛盾纠纷排查-网格上报.csv')];
    const outcomes = new Map<string, number>();
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = randomFrom(seed);
      const source = sources[seed % sources.length] ?? new Uint8Array();
      let mutant = source.slice();
      if (seed % 4 === 0) mutant = mutant.slice(0, random(mutant.length));
      else if (seed % 4 === 1) mutant.copyWithin(random(mutant.length), random(mutant.length), random(mutant.length));
      else for (let flip = 0; flip < 1 + random(20); flip += 1) mutant[random(mutant.length)] = random(256);
      const started = Date.now();
      const { code } = refusal(mutant, 'x.xlsx');
      expect(Date.now() - started, `seed ${seed}`).toBeLessThan(10_000);
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
    }
    expect(outcomes.get('none')).toBeGreaterThan(0);
    expect(outcomes.get('import/damaged')).toBeGreaterThan(0);
  }, 60_000);
});

function partsOf(rows: string, formats: string): Record<string, Uint8Array> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml': ascii(
      `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': ascii(
      `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': ascii(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': ascii(
      `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': ascii(`<styleSheet xmlns="${main}"><cellXfs count="2">${formats}</cellXfs></styleSheet>`),
    'xl/worksheets/sheet1.xml': ascii(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
  };
}
