import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LedgerError } from '../../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../../shared/kit/ledger.ts';
import { application } from '../../../../shared/ledgers/application.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { dispute } from '../../../../shared/ledgers/dispute.ts';
import { worker } from '../../../../shared/ledgers/worker.ts';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { readByPackage } from '../../../../shared/workbook/read/read-by-package.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import type { Workbook } from '../../../../shared/workbook/workbook.ts';
import { fixture, HOUSING, POLICE } from '../sample-files.ts';
import { importSample } from '../sample-office.ts';
import { truthParts, zipOf } from './truth-workbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const base = truthParts('plain');
const sheetPart = base['xl/worksheets/sheet1.xml'] ?? '';
const withCells = (xml: string, behind = ''): Uint8Array =>
  zipOf({
    ...base,
    'xl/worksheets/sheet1.xml': sheetPart.replace(
      /<sheetData>.*<\/mergeCells>/s,
      `<sheetData>${xml}</sheetData>${behind}`,
    ),
  });

type Outcome = { readonly code: string; readonly message: string; readonly workbook?: Workbook };

function outcomeOf(bytes: Uint8Array, name = '表.xlsx'): Outcome {
  try {
    return { code: 'read', message: '', workbook: readWorkbook(bytes, name) };
  } catch (error) {
    if (error instanceof LedgerError) return { code: error.code, message: error.message };
    throw error;
  }
}

const refused = (code: string) => ({ code, message: expect.stringContaining('没有存入任何数据') });

describe('what asks for memory or time out of all proportion', () => {
  test('a cell in each of the far corners costs two columns', () => {
    const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const { workbook } = outcomeOf(withCells(far));
    const columns = workbook?.sheets[0]?.columns ?? [];
    expect(workbook?.sheets[0]?.rowCount).toBe(1_048_576);
    expect(columns.reduce((sum, column) => sum + column.kinds.length, 0)).toBe(1_048_577);
  });

  test('a last row of many cells is refused before its columns are made', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const cells = [...letters].map((letter) => `<c r="${letter}1048576"><v>1</v></c>`).join('');
    expect(outcomeOf(withCells(`<row r="1048576">${cells}</row>`))).toEqual(refused('import/too-many-cells'));
  });

  test.each([
    ['a row beyond the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
  ])('%s', (_what, xml) => {
    expect(outcomeOf(withCells(xml))).toEqual(refused('import/too-many-cells'));
  });

  test('a merged range over the whole sheet is left out; too many tall ones are refused', () => {
    const cell = '<row r="20000"><c r="A20000"><v>1</v></c></row>';
    const merges = (refs: readonly string[]) =>
      `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const whole = outcomeOf(withCells(cell, merges(['A1:XFD1048576', 'A1:B2'])));
    expect(whole.workbook?.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    const many = Array.from({ length: 300 }, () => 'A1:B9999');
    expect(outcomeOf(withCells(cell, merges(many)))).toEqual(refused('import/too-many-cells'));
  });

  test('a text longer than any cell holds', () => {
    const cell = (length: number) =>
      withCells(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'甲'.repeat(length)}</t></is></c></row>`);
    // The limit counts characters, not bytes; mixed ones keep the ratio of the zip ordinary.
    expect(outcomeOf(cell(10_000)).code).toBe('read');
    const long = Array.from({ length: 32_768 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join(
      '',
    );
    const parts = (text: string) => withCells(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`);
    expect(outcomeOf(parts(long.slice(1))).code).toBe('read');
    expect(outcomeOf(parts(long))).toEqual(refused('import/text-too-long'));
  });

  test('a billion laughs: a document type is never read', () => {
    const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const bomb = zipOf({
      ...base,
      'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">${entities}]><sst xmlns="x"><si><t>&l9;</t></si></sst>`,
    });
    expect(outcomeOf(bomb)).toEqual(refused('import/unsafe-content'));
  });

  test('more than it declares: the real size counts, not the declared one', () => {
    const honest = zipSync({ 'xl/workbook.xml': new Uint8Array(5_000_000).fill(0x20) }, { level: 9 });
    expect(outcomeOf(honest)).toEqual(refused('import/inflates-too-far'));
    const lying = honest.slice();
    const view = new DataView(lying.buffer);
    const directory = view.getUint32(lying.length - 22 + 16, true);
    view.setUint32(directory + 24, 1000, true);
    expect(outcomeOf(lying)).toEqual(refused('import/damaged'));
  });

  test('names of objects’ own parts are ordinary names', () => {
    const named = zipOf({
      ...base,
      'xl/workbook.xml': (base['xl/workbook.xml'] ?? '').replace('真&amp;值', '__proto__'),
    });
    expect(outcomeOf(named).workbook?.sheets[0]?.name).toBe('__proto__');
    expect(Reflect.get({}, 'c')).toBeUndefined();
  });

  test('a comment on a cell called __proto__, a validation of the whole sheet: read by either reader, nothing spoilt', () => {
    const everywhere =
      '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation>';
    const bytes = zipOf({
      ...base,
      'xl/worksheets/sheet1.xml': sheetPart.replace(
        '</mergeCells>',
        `</mergeCells><dataValidations count="1">${everywhere}</dataValidations>`,
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/comments" Target="../comments1.xml"/></Relationships>`,
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="__proto__" authorId="0"><text><t>批注</t></text></comment></commentList></comments>`,
    });
    const plain = outcomeOf(zipOf(base)).workbook?.sheets[0];
    const began = performance.now();
    for (const sheet of [outcomeOf(bytes).workbook?.sheets[0], readByPackage(bytes, 'array').sheets[0]]) {
      expect(sheet?.rowCount).toBe(plain?.rowCount);
      expect(sheet?.columns).toHaveLength(plain?.columns.length ?? 0);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const name of ['c', 'hidden', 't', 'v']) expect(Reflect.get({}, name)).toBeUndefined();
    expect(Reflect.get([], 'c')).toBeUndefined();
  });
});

describe('the same traps in the other formats', () => {
  const ods = (rows: string): Uint8Array => {
    const table = `<table:table table:name="表">${rows}</table:table>`;
    const content = `<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`;
    return zipOf({ 'META-INF/manifest.xml': '<manifest/>', 'styles.xml': '<styles/>', 'content.xml': content });
  };
  const row = (cells: string, times = 1) =>
    `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
  const filled = (times: number, text = '<text:p>甲</text:p>') =>
    `<table:table-cell table:number-columns-repeated="${times}" office:value-type="string">${text}</table:table-cell>`;
  const opened = (times: number, inside: string, more = '') =>
    `<table:table-cell table:number-columns-repeated="${times}"${more}>${inside}</table:table-cell>`;
  const empty = (times: number) => `<table:table-cell table:number-columns-repeated="${times}"/>`;
  const covered = (times: number) => `<table:covered-table-cell table:number-columns-repeated="${times}"/>`;

  test.each([
    ['one text in every cell of an .ods', row(filled(16_384), 1_048_576)],
    [
      'one number in every cell, without a text',
      row(opened(16_384, '', ' office:value-type="float" office:value="1"'), 1_048_576),
    ],
    ['a comment in an opened cell', row(opened(16_384, '<!-- -->'), 1_048_576)],
    ['a comment that cuts the tag', row(filled(16_384).replace('table-cell', 'table-<!-- -->cell'), 1_048_576)],
    ['covered cells without end', row(covered(2_000_000_000))],
    ['a text beyond the last column', row(empty(1_000_000_000) + filled(1))],
    ['a text beyond the last row', row(empty(1), 1_000_000_000) + row(filled(1))],
  ])('%s', (_what, rows) => {
    expect(outcomeOf(ods(rows), '表.ods')).toEqual(refused('import/too-many-cells'));
  });

  test('empty cells to the last row and column, as LibreOffice writes them, are read; so are repeats within reason', () => {
    const last = row(empty(16_384), 1_048_573);
    const { workbook } = outcomeOf(ods(row(filled(3) + empty(16_381), 2) + row(empty(16_384)) + last), '表.ods');
    expect(workbook?.sheets[0]?.rowCount).toBe(2);
    expect(workbook?.sheets[0]?.columns.map(({ kinds }) => kinds.length)).toEqual([2, 2, 2]);
  });

  test.each([[''], [' '], ['<text:p/>'], ['<text:p></text:p>'], ['<text:p text:style-name="P1"> </text:p><text:p/>']])(
    'empty cells that are opened and closed again to the last row and column cost as little: “%s”',
    (inside) => {
      const last = row(opened(16_384, inside, ' office:value-type="string" table:style-name="ce1"'), 1_048_573);
      const began = performance.now();
      const { workbook } = outcomeOf(
        ods(row(filled(3) + opened(16_381, inside), 2) + row(opened(16_384, inside)) + last),
        '表.ods',
      );
      expect(workbook?.sheets[0]?.rowCount).toBe(2);
      expect(workbook?.sheets[0]?.columns.map(({ kinds }) => kinds.length)).toEqual([2, 2, 2]);
      expect(performance.now() - began).toBeLessThan(2_000);
    },
  );

  test('a flat .ods', () => {
    const table = `<table:table table:name="表">${row(filled(16_384), 1_048_576)}</table:table>`;
    const flat = `<?xml version="1.0"?><office:document><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document>`;
    expect(outcomeOf(new TextEncoder().encode(flat), '表.fods')).toEqual(refused('import/too-many-cells'));
  });

  test('a tag of three million attributes', () => {
    const endless = `<?xml version="1.0"?><office:document${' a="b"'.repeat(3_000_000)}>`;
    expect(outcomeOf(new TextEncoder().encode(endless), '表.fods')).toEqual(refused('import/damaged'));
  });

  const page = (cells: string) => new TextEncoder().encode(`<table><tr>${cells}</tr><tr><td>丙</td></tr></table>`);

  test('a cell over a thousand million columns of a page moves the next one beyond the last', () => {
    const wide = page('<td colspan="1000000000">甲</td><td>乙</td>');
    expect(outcomeOf(wide, '表.xls')).toEqual(refused('import/too-many-cells'));
  });

  test('one over as many rows costs nothing and is no merged range', () => {
    const { workbook } = outcomeOf(page('<td rowspan="1000000000">甲</td>'), '表.xls');
    expect(workbook?.sheets[0]?.rowCount).toBe(2);
    expect(workbook?.sheets[0]?.merges).toEqual([]);
  });

  test('a merged cell over a whole sheet of XML 2003, each place of which the package makes an object', () => {
    const xml = (across: number) =>
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row><Cell ss:MergeAcross="${across}" ss:MergeDown="1048575"><Data ss:Type="String">甲</Data></Cell></Row></Table></Worksheet></Workbook>`;
    expect(outcomeOf(new TextEncoder().encode(xml(16_383)), '表.xml')).toEqual(refused('import/too-many-cells'));
  });

  /** The department's .xls with 32-bit numbers put where `places` says; a compound file keeps its own in its first block. */
  function doctored(places: (view: DataView) => Iterable<readonly [at: number, value: number]>): Uint8Array {
    const bytes = fixture(POLICE);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const [at, value] of [...places(view)]) view.setUint32(at, value, true);
    return bytes;
  }

  /** Where the first record of a kind and length stands in the file. */
  function recordAt(view: DataView, kind: number, length: number): number {
    for (let at = 512; at + 4 < view.byteLength; at += 1) {
      if (view.getUint16(at, true) === kind && view.getUint16(at + 2, true) === length) return at;
    }
    throw new Error('no such record');
  }

  test('an .xls whose blocks follow each other in a ring', () => {
    const ring = doctored((view) => {
      const table = (view.getUint32(76, true) + 1) * 512;
      return Array.from({ length: 128 }, (_, block) => [table + block * 4, (block + 1) % 16] as const);
    });
    expect(outcomeOf(ring, '表.xls')).toEqual(refused('import/damaged'));
  });

  test('an .xls that says it has every row there could be, and one range merged over 65,536 of them', () => {
    const plain = outcomeOf(fixture(POLICE), '表.xls').workbook?.sheets[0];
    const huge = doctored((view) => {
      const [size, merges] = [recordAt(view, 0x0200, 14), recordAt(view, 0x00e5, 42)];
      // Of a merged range: first and last row, then first and last column, 16 bits each.
      return [
        [size + 8, 0xffff_ffff],
        [merges + 6, 0xffff_0000],
        [merges + 10, 0x00ff_0000],
      ];
    });
    const { workbook } = outcomeOf(huge, '表.xls');
    expect(workbook?.sheets[0]?.rowCount).toBe(plain?.rowCount);
    expect(workbook?.sheets[0]?.merges).toEqual(plain?.merges.slice(1));
  });
});

/** A small linear generator, so that every run damages the same bytes. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function damage(source: Uint8Array, kind: number, random: (below: number) => number): Uint8Array {
  const mutant = source.slice();
  if (kind === 0) return mutant.slice(0, random(mutant.length));
  if (kind === 1) return mutant.copyWithin(random(mutant.length), random(mutant.length), random(mutant.length));
  for (let flip = 0; flip < 1 + random(20); flip += 1) mutant[random(mutant.length)] = random(256);
  return mutant;
}

describe('damaged and doctored files', () => {
  // `npm run soak` runs 2,000; the ordinary run takes the first 300 of them.
  const mutants = import.meta.env.MODE === 'soak' ? 2000 : 300;
  const files: readonly (readonly [name: string, ledger: Ledger])[] = [
    [HOUSING, application],
    [POLICE, application],
    ['矛盾纠纷排查-网格上报.csv', dispute],
    ['社区上报-群众诉求-晨光社区-2026年9月.xlsx', demand],
    ['社区上报-群众诉求-康平社区-2026年9月.xlsx', demand],
    ['社区上报-群众诉求-东湖社区-2026年9月.xls', demand],
    ['社区工作者花名册.xls', worker],
    ['存为-ods-样例.ods', demand],
  ];
  const sources = files.map(([name, ledger]) => ({ name, ledger, bytes: fixture(name) }));
  const encoder = new TextEncoder();
  const partNames = Object.keys(base);

  type Mutant = { readonly name: string; readonly ledger: Ledger; readonly bytes: Uint8Array };

  /** Odd seeds damage the file; even ones damage one part and zip it again, so that the scanner itself is tried. */
  function mutantOf(seed: number): Mutant {
    const random = randomFrom(seed);
    const kind = random(3);
    const source = sources[((seed - 1) / 2) % sources.length];
    if (source !== undefined) return { ...source, bytes: damage(source.bytes, kind, random) };
    const chosen = partNames[random(partNames.length)] ?? '';
    const parts = Object.entries(base).map(([name, xml]) => [
      name,
      name === chosen ? damage(encoder.encode(xml), kind, random) : encoder.encode(xml),
    ]);
    return { name: '表.xlsx', ledger: demand, bytes: zipSync(Object.fromEntries(parts)) };
  }

  /** What was read goes on as a clerk's file does: header, columns, plan. A sheet without a header is refused in words. */
  function planOf(workbook: Workbook, { name, ledger }: Mutant): 'planned' | 'refused' {
    const sheet = workbook.sheets[0];
    if (sheet === undefined) throw new Error('a workbook without sheets');
    try {
      const { layout, plan } = importSample(name, ledger, { reader: openSheet(workbook, sheet) });
      expect(plan.rows).toHaveLength(layout.body.length);
      return 'planned';
    } catch (error) {
      if (error instanceof LedgerError) return 'refused';
      throw error;
    }
  }

  test(`${mutants} mutants: read and planned, or refused with words, none over 10 s`, () => {
    const outcomes = new Map<string, number>();
    for (let seed = 1; seed <= mutants; seed += 1) {
      const mutant = mutantOf(seed);
      const began = performance.now();
      const { code, message, workbook } = outcomeOf(mutant.bytes, mutant.name);
      const end = workbook ? planOf(workbook, mutant) : code;
      expect(performance.now() - began, `seed ${seed}`).toBeLessThan(10_000);
      if (!workbook) expect(message, `seed ${seed}`).toContain('没有存入任何数据');
      outcomes.set(end, (outcomes.get(end) ?? 0) + 1);
    }
    expect(outcomes.get('planned')).toBeGreaterThan(mutants / 20);
    expect(outcomes.get('refused')).toBeGreaterThan(mutants / 20);
    expect(outcomes.get('import/damaged')).toBeGreaterThan(mutants / 20);
  }, 1_800_000);
});
