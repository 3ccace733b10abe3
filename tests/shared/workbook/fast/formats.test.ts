import { describe, expect, test } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { fixture } from '../sample-files.ts';

/** The first sheet as rows of what a cell holds; empty cells as null. */
function rowsOf(bytes: Uint8Array, name: string): unknown[][] {
  const workbook = readWorkbook(bytes, name);
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  const { cell } = openSheet(workbook, sheet);
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    sheet.columns.map((_column, column) => {
      const held = cell(row, column);
      if (held.kind === 'empty') return null;
      if (held.kind === 'date') return { serial: held.serial };
      if (held.kind === 'number') return held.number;
      return held.kind === 'trueFalse' ? held.value : held.text;
    }),
  );
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
};

describe('text', () => {
  const expected = [
    ['编号', '身份证号'],
    ['001', '320381199001011234'],
    ['002', '甲,乙'],
  ];
  const comma = '编号,身份证号\r\n001,320381199001011234\r\n002,"甲,乙"\r\n';
  const tab = '编号\t身份证号\n001\t320381199001011234\n002\t甲,乙\n';

  test.each([
    ['comma separated', comma],
    ['tab separated', tab],
  ])('%s, in UTF-8 and UTF-16 of both kinds, with a mark and without', (_what, text) => {
    expect(rowsOf(utf8(text), '名单.txt')).toEqual(expected);
    expect(rowsOf(utf8(`\ufeff${text}`), '名单.csv')).toEqual(expected);
    for (const bigEndian of [false, true]) {
      expect(rowsOf(utf16(`\ufeff${text}`, bigEndian), '名单.csv')).toEqual(expected);
      expect(rowsOf(utf16(text, bigEndian), '名单.csv')).toEqual(expected);
    }
  });

  test('NULs alone make no UTF-16: a binary file is refused', () => {
    const binary = Uint8Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? at % 7 : 0));
    expect(() => rowsOf(binary, 'a.csv')).toThrow(expect.objectContaining({ code: 'import/not-a-workbook' }));
  });

  test('an unclosed quote swallows no line behind it', () => {
    const rows = rowsOf(utf8(`编号,内容\r\n1,"甲\r\n${'2,乙\r\n'.repeat(9000)}`), 'a.csv');
    expect(rows).toHaveLength(9002);
    expect(rows[1]).toEqual(['1', '"甲']);
  });

  test('a line of a million separators takes no memory for a grid', () => {
    const wide = utf8(`${','.repeat(1_000_000)}\n${'1\n'.repeat(100_000)}`);
    expect(() => rowsOf(wide, 'a.csv')).toThrow(expect.objectContaining({ code: 'import/too-many-cells' }));
  });
});

test('.ods: texts stay texts, numbers and dates are told apart', () => {
  expect(rowsOf(fixture('存为-ods-样例.ods'), 'a.ods')).toEqual([
    ['编号', '身份证号', '金额', '日期'],
    ['001', '320381199001011234', 12.5, { serial: 46295 }],
    ['002', '张三', null, null],
  ]);
});

test('a page named .xls in GB 18030: merged title, non-breaking blanks, ID numbers as text', () => {
  const head = utf8('<html><body><table><tr><td colspan="2">');
  const title = Uint8Array.from([0xcc, 0xa8, 0xd5, 0xcb]);
  const rest = utf8('</td></tr><tr><td>001</td><td>320381199001011234</td></tr></table></body></html>');
  expect(rowsOf(Uint8Array.from([...head, ...title, ...rest]), '导出.xls')).toEqual([
    ['台账', null],
    ['001', '320381199001011234'],
  ]);
});

describe('a page of a table', () => {
  const rows = '<tr><td>编号</td><td>身份证号</td></tr><tr><td>001</td><td>320381199001011234</td></tr>';
  const expected = [
    ['编号', '身份证号'],
    ['001', '320381199001011234'],
  ];

  test.each([
    ['with its styles first', `<style>${'td { color: black; }\n'.repeat(100)}</style><table>${rows}</table>`],
    ['from its body on', `<body>${'<p>说明</p>'.repeat(200)}<table>${rows}</table></body>`],
    ['in a division', `\r\n<div class="a"><table>${rows}</table></div>`],
    ['of rows alone', rows],
    ['that begins in an ordinary way', `<html><body><table>${rows}</table></body></html>`],
  ])('%s, in UTF-8 and UTF-16', (_what, page) => {
    expect(rowsOf(utf8(page), '导出.xls')).toEqual(expected);
    for (const bigEndian of [false, true]) {
      expect(rowsOf(utf16(`\ufeff${page}`, bigEndian), '导出.xls')).toEqual(expected);
    }
  });

  test('words in angle brackets at the head of a list make no page of it', () => {
    expect(rowsOf(utf8('<track>,编号\n甲,1\n'), 'a.csv')).toEqual([
      ['<track>', '编号'],
      ['甲', '1'],
    ]);
  });
});

describe('.xls before Excel 97 (BIFF5)', () => {
  /** The package writes it for Latin letters; its texts and its code page are then made Chinese. */
  function biff5(): Uint8Array {
    const sheet = utils.aoa_to_sheet([
      ['QQQQ', 12.5],
      ['001', 7],
    ]);
    const file = CFB.parse(new Uint8Array(write(utils.book_new(sheet, 'WWWW'), { type: 'array', bookType: 'biff5' })));
    const entry = CFB.find(file, '/Book') ?? CFB.find(file, '/Workbook');
    if (!entry) throw new Error('no stream');
    const stream = Uint8Array.from(entry.content as Uint8Array);
    replace(stream, [0x51, 0x51, 0x51, 0x51], [0xcc, 0xa8, 0xd5, 0xcb]);
    replace(stream, [0x57, 0x57, 0x57, 0x57], [0xb1, 0xed, 0xb8, 0xf1]);
    const codepage = find(stream, [0x42, 0x00, 0x02, 0x00]);
    stream.set([0xa8, 0x03], codepage + 4);
    entry.content = stream;
    return Uint8Array.from(CFB.write(file, { type: 'buffer' }));
  }

  function find(bytes: Uint8Array, mark: readonly number[]): number {
    const at = bytes.findIndex((_, index) => mark.every((byte, offset) => bytes[index + offset] === byte));
    if (at < 0) throw new Error('mark not found');
    return at;
  }

  function replace(bytes: Uint8Array, mark: readonly number[], by: readonly number[]): void {
    bytes.set(by, find(bytes, mark));
  }

  test('Chinese texts in code page 936 are read as Chinese', () => {
    const bytes = biff5();
    expect(readWorkbook(bytes, 'a.xls').sheets.map(({ name }) => name)).toEqual(['表格']);
    expect(rowsOf(bytes, 'a.xls')).toEqual([
      ['台账', 12.5],
      ['001', 7],
    ]);
  });
});
