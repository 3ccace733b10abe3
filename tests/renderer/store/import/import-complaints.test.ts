import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { ledgerWorkbook } from '../../../../shared/workbook/export/ledger-export.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { fc } from '../../../properties.ts';
import { fixture, xlsxOf } from '../../../shared/workbook/sample-files.ts';
import { receiptOf, recordsOf, refusalOf } from '../support.ts';
import { emptyOffice, openImport } from './import-support.ts';

// What users of comparable programs suffered, by the number it has in our list of twenty. Those that importing can cause
// stand here, each tried from the file to the store; docs/TESTING.md says where each of the others is.

const HEADER = ['工单编号', '接收时间', '诉求人', '诉求内容', '身份证号', '备注'];

const demand = (cells: Partial<Record<'no' | 'at' | 'who' | 'what' | 'id' | 'note', string | number>> = {}) => [
  cells.no ?? 'A1',
  cells.at ?? '2026-09-01 08:00',
  cells.who ?? '李军',
  cells.what ?? '路灯不亮',
  cells.id ?? '',
  cells.note ?? '',
];

/** Rows of a sheet, its formats by cell, as a spreadsheet would save them. */
function saved(rows: readonly (readonly (string | number)[])[], formats: { readonly [address: string]: string } = {}) {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  for (const [address, format] of Object.entries(formats)) if (sheet[address]) sheet[address].z = format;
  return new Uint8Array(write(utils.book_new(sheet, '表'), { type: 'array', bookType: 'xlsx' }));
}

async function planned(session: ImportSession) {
  return (await session.planWindow('all', 0, 100)).rows;
}

async function inOrder(store: LedgerStore): Promise<readonly Values[]> {
  const rows = await store.rows({ ledger: 'demand', sort: { field: 'orderNo', descending: false } });
  return rows.map(({ values }) => values);
}

async function storedAfter(bytes: Uint8Array, name?: string): Promise<readonly Values[]> {
  const store = await emptyOffice();
  receiptOf(await (await openImport(store, 'demand', bytes, name)).execute());
  return inOrder(store);
}

test('7: an ID number a spreadsheet destroyed is an error, as a number, as 4.40981E+17 and with its tail zeroed', async () => {
  const destroyed = [Number('440981199001011234'), '4.40981E+17', '440981199001011000'].map((id, place) =>
    demand({ no: `A${place}`, id }),
  );
  const store = await emptyOffice();
  const rows = await planned(await openImport(store, 'demand', saved([HEADER, ...destroyed])));
  expect(rows.map(({ status }) => status)).toEqual(['heldBack', 'heldBack', 'heldBack']);
  for (const { reason } of rows) expect(reason).toContain('原表已损坏,请重新取数');
});

test('8: leading zeros stay, written as text, in a .csv, and as a number padded by its format', async () => {
  const text = await storedAfter(saved([HEADER, demand({ no: '00123' })]));
  expect(text[0]?.orderNo).toBe('00123');
  const csv = new TextEncoder().encode(`${HEADER.join(',')}\r\n${demand({ no: '00123' }).join(',')}\r\n`);
  expect((await storedAfter(csv, '诉求.csv'))[0]?.orderNo).toBe('00123');
  const padded = await storedAfter(saved([HEADER, demand({ no: 7 })], { A2: '00000' }));
  expect(padded[0]?.orderNo).toBe('00007');
});

test('9: a day is the same day in every form it is written in; one that can be read two ways is refused', async () => {
  const forms = ['2026-01-31', '2026/1/31', '2026.1.31', '2026年1月31日', 20260131, 46053];
  const rows = forms.map((at, place) => demand({ no: `A${place}`, at, what: `第${place}件` }));
  const stored = await storedAfter(saved([HEADER, ...rows], { B7: 'yyyy/m/d' }));
  expect(stored.map(({ receivedAt }) => receivedAt)).toEqual(forms.map(() => '2026-01-31T00:00:00+08:00'));
  const [ambiguous] = await planned(
    await openImport(await emptyOffice(), 'demand', saved([HEADER, demand({ at: '1/2/26' })])),
  );
  expect(ambiguous?.reason).toContain('可以读成不同的日期');
});

test('9: a time is the minute the sheet shows, not some seconds beside it', async () => {
  // Halves, thirds and sevenths of a day, as far as a spreadsheet's number holds them.
  const shown = ['08:00', '08:30', '10:17', '23:59'];
  const day = 46053;
  const serial = (time: string) => day + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) / 1440;
  const rows = shown.map((time, place) => demand({ no: `A${place}`, at: serial(time), what: `第${place}件` }));
  const formats = Object.fromEntries(rows.map((_, place) => [`B${place + 2}`, 'yyyy/m/d h:mm']));
  const stored = await storedAfter(saved([HEADER, ...rows], formats));
  expect(stored.map(({ receivedAt }) => receivedAt)).toEqual(shown.map((time) => `2026-01-31T${time}:00+08:00`));
});

test('10: title and unit lines above, stacked and merged headers, totals and signatures below are no records', async () => {
  const session = await openImport(
    await emptyOffice(),
    'demand',
    fixture('社区上报-群众诉求-晨光社区-2026年9月.xlsx'),
    '社区上报-群众诉求-晨光社区-2026年9月.xlsx',
  );
  expect(session.view()).toMatchObject({ header: { top: 2, bottom: 3 }, bodyRows: 41 });
  expect(session.view().leftOut).toEqual([
    { reason: '空行', rows: 1, taken: 0 },
    { reason: '合计行', rows: 1, taken: 0 },
    { reason: '落款行', rows: 1, taken: 0 },
  ]);
  // And where the program is wrong, the clerk points at the row.
  expect((await session.setHeader({ top: 3, bottom: 3 })).header).toEqual({ top: 3, bottom: 3 });
});

describe('12: a file is what it holds, not what it is called', () => {
  const rows = [HEADER, demand()];
  const sheet = () => utils.book_new(utils.aoa_to_sheet(rows), '表');
  const biff8 = new Uint8Array(write(sheet(), { type: 'array', bookType: 'biff8' }));
  const macros = new Uint8Array(write(sheet(), { type: 'array', bookType: 'xlsm' }));
  const lines = rows.map((row) => row.join('\t')).join('\r\n');
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...[...lines].flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]),
  ]);

  test.each([
    // A WPS .et holds what an .xls of Excel 97 holds; whether WPS adds streams of its own only its own files can show.
    ['a BIFF8 workbook called .et', biff8, '诉求.et'],
    ['a BIFF8 workbook called .xlsx', biff8, '诉求.xlsx'],
    ['UTF-16 text called .xlsx', utf16, '诉求.XLSX'],
    ['a workbook with macros, .xlsm', macros, '诉求.xlsm'],
    ['a page called .xls', new TextEncoder().encode(utils.sheet_to_html(utils.aoa_to_sheet(rows))), '诉求.xls'],
  ])('%s', async (_what, bytes, name) => {
    expect(await storedAfter(bytes, name)).toMatchObject([{ orderNo: 'A1', content: '路灯不亮' }]);
  });

  test('a .csv in GB 18030 without a mark', async () => {
    const [values] = await storedAfter(sheetInGb(), '诉求.csv');
    expect(values).toMatchObject({ person: '张三', content: '路灯不亮' });
  });

  test('an .et that holds no workbook says what to do', async () => {
    const nothing = biff8.slice(0, 1024);
    await expect(async () => readWorkbook(nothing, '诉求.et')).rejects.toThrow('请在 WPS 中打开后另存为 .xlsx');
  });
});

/** 接收时间,诉求人,诉求内容 and 2026-09-01,张三,路灯不亮 in GB 18030. */
function sheetInGb(): Uint8Array {
  const head = 'bdd3cad5cab1bce4 2c cbdfc7f3c8cb 2c cbdfc7f3c4dac8dd 0d0a';
  const row = '323032362d30392d3031 2c d5c5c8fd 2c c2b7b5c6b2bbc1c1 0d0a';
  return Uint8Array.from(`${head}${row}`.match(/[0-9a-f]{2}/g) ?? [], (byte) => Number.parseInt(byte, 16));
}

test('13: a long import can be cancelled at any point, leaves nothing, and can be begun again', async () => {
  const store = await emptyOffice();
  receiptOf(await (await openImport(store, 'demand', saved([HEADER, demand({ no: 'Z', what: '早先的' })]))).execute());
  const before = await recordsOf(store, 'demand');
  const ROWS = 1100;
  const rows = Array.from({ length: ROWS }, (_, row) => demand({ no: `A${row}`, what: `第${row}件` }));
  let left = 0;
  const session: ImportSession = await openImport(store, 'demand', saved([HEADER, ...rows]), '十月.xlsx', {
    write: (drafts, reason, isCancelled = () => false) =>
      store.write(drafts, reason, () => {
        left -= 1;
        if (left < 0) session.cancel();
        return isCancelled();
      }),
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: ROWS }), async (patience) => {
      left = patience;
      expect(refusalOf(await session.execute())).toEqual(['store/cancelled']);
      expect(await recordsOf(store, 'demand')).toEqual(before);
    }),
    { numRuns: 8, examples: [[0], [ROWS]] },
  );
  left = Number.MAX_SAFE_INTEGER;
  receiptOf(await session.execute());
  expect((await recordsOf(store, 'demand')).size).toBe(ROWS + 1);
});

describe('14: what is shown is what is done', () => {
  test('suspected duplicates are never merged nor written twice, and rows that are not in the file stay', async () => {
    const store = await emptyOffice();
    const first = saved([HEADER, demand({ no: 'A1' }), demand({ no: 'A2', what: '井盖' })]);
    receiptOf(await (await openImport(store, 'demand', first)).execute());
    const again = await openImport(
      store,
      'demand',
      saved([HEADER, demand({ no: 'A1', note: '新' }), demand({ no: 'A3', what: '树' })]),
    );
    const shown = await planned(again);
    expect(shown.map(({ status, action }) => [status, action])).toEqual([
      ['suspectedDuplicate', 'skip'],
      ['new', 'create'],
    ]);
    receiptOf(await again.execute());
    const orders = (await inOrder(store)).map(({ orderNo, remark }) => [orderNo, remark]);
    expect(orders).toEqual([
      ['A1', undefined],
      ['A2', undefined],
      ['A3', undefined],
    ]);
  });

  test('looking at the rows of one kind says nothing about what is imported', async () => {
    const store = await emptyOffice();
    receiptOf(await (await openImport(store, 'demand', saved([HEADER, demand({ no: 'A1' })]))).execute());
    const rows = [demand({ no: 'A1', note: '新' }), demand({ no: 'A2', what: '井盖' })];
    const again = await openImport(store, 'demand', saved([HEADER, ...rows]));
    const before = await again.plan();
    expect((await again.planWindow('duplicate', 0, 10)).rows.map(({ place }) => place.row)).toEqual([1]);
    expect(await again.plan()).toEqual(before);
    receiptOf(await again.execute());
    const stored = (await inOrder(store)).map(({ orderNo, remark }) => [orderNo, remark]);
    expect(stored).toEqual([
      ['A1', undefined],
      ['A2', undefined],
    ]);
  });

  test('the whole import is taken back by one undo', async () => {
    const store = await emptyOffice();
    const receipt = receiptOf(await (await openImport(store, 'demand', saved([HEADER, demand()]))).execute());
    receiptOf(await store.undo(receipt.batch));
    expect((await recordsOf(store, 'demand')).size).toBe(0);
  });
});

test('15: who put a cell in, when and from which file is in the record’s history', async () => {
  const store = await emptyOffice();
  await store.setOperator('李敏');
  receiptOf(await (await openImport(store, 'demand', saved([HEADER, demand()]), '九月.xlsx')).execute('sha256:1'));
  const [id = ''] = (await recordsOf(store, 'demand')).keys();
  const [entry] = await store.history('demand', id);
  expect(entry).toMatchObject({
    operator: '李敏',
    at: '2026-01-05T09:41:07+08:00',
    reason: { kind: 'import', text: '导入 九月.xlsx', of: 'sha256:1' },
  });
  expect(entry?.fields).toContainEqual({ field: 'orderNo', after: 'A1' });
});

test('16: cells that begin like a formula are stored and given out as the texts they are', async () => {
  const odd = ['=1+1', '+8613800000000', '-5', '@SUM(A1)'];
  const rows = odd.map((what, place) => demand({ no: `A${place}`, what }));
  const stored = await storedAfter(xlsxOf([HEADER, ...rows]));
  expect(stored.map(({ content }) => content)).toEqual(odd);
});

describe('18: nothing fails without a reason, and no work is lost', () => {
  test('blank rows at the end are no records', async () => {
    const session = await openImport(
      await emptyOffice(),
      'demand',
      saved([HEADER, demand(), [], ['', '', ' ', '', '', '']]),
    );
    expect(session.view().bodyRows).toBe(1);
    expect(await session.plan()).toMatchObject({ willCreate: 1, willSkip: 0 });
  });

  test('all errors at once, every row’s own, and given back as a file', async () => {
    const rows = [demand({ no: 'A1', at: '去年' }), demand({ no: 'A2', id: '123' }), demand({ no: 'A3', what: '' })];
    const session = await openImport(await emptyOffice(), 'demand', saved([HEADER, ...rows]));
    expect(await session.plan()).toMatchObject({ tabs: { heldBack: 3 } });
    expect((await planned(session)).every(({ reason }) => reason !== '')).toBe(true);
    expect(readWorkbook((await session.faultyRows())?.bytes ?? new Uint8Array(), '').sheets[0]?.rowCount).toBe(4);
  });

  test('columns chosen by hand outlast a refused import', async () => {
    const session = await openImport(
      await emptyOffice(),
      'demand',
      saved([
        ['接收时间', '诉求内容', '说法'],
        ['2026-9-1', '路灯', '急'],
      ]),
    );
    await session.setTarget(2, { kind: 'field', field: 'remark' });
    await session.setTarget(1, { kind: 'ignore' });
    expect(refusalOf(await session.execute())).toEqual(['import/nothing-to-do']);
    expect((await session.setTarget(1, { kind: 'field', field: 'content' })).columns[2]?.target).toEqual({
      kind: 'field',
      field: 'remark',
    });
    receiptOf(await session.execute());
  });
});

test('19: what was exported comes back as what is stored already', async () => {
  const store: LedgerStore = await emptyOffice();
  receiptOf(
    await (
      await openImport(store, 'demand', saved([HEADER, demand({ id: '110101199003078515', note: '𠮷' })]))
    ).execute(),
  );
  const ledger = store.ledgerById('demand');
  if (ledger === undefined) throw new Error('no ledger');
  const model = ledgerWorkbook({
    ledger,
    columns: ['demandNo', 'orderNo', 'receivedAt', 'person', 'content', 'personId', 'remark'],
    rows: await store.rows({ ledger: 'demand' }),
    office: '示例街道',
    clerk: '李敏',
    on: '2026-11-23',
    masked: false,
    nameOf: store.context().nameOf,
  });
  const back = await openImport(store, 'demand', writeWorkbook(model), '导出.xlsx');
  expect(await back.plan()).toMatchObject({ counts: { unchanged: 1 }, willCreate: 0, willUpdate: 0 });
});
