import { describe, expect, test } from 'vitest';
import { type CellObject, type Range, read, utils, write } from 'xlsx';
import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import { serialFromDay } from '../../../../shared/kit/day.ts';
import { shownCell } from '../../../../shared/workbook/shown-cell.ts';
import { openFirst } from '../../../shared/workbook/sample-files.ts';
import { receiptOf } from '../support.ts';
import { emptyOffice, openImport } from './import-support.ts';

type Row = readonly (string | number | CellObject | null)[];

function bookOf(
  sheets: readonly (readonly [name: string, rows: readonly Row[], merges?: readonly string[]])[],
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows, merges = []] of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map((range): Range => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

async function office() {
  const store = await emptyOffice();
  const values = { level: '社区', name: '晨光社区' };
  const draft = { kind: 'create' as const, ledger: 'organisation', id: 'c1', values };
  receiptOf(await store.write([draft], { kind: 'create', text: '登记' }));
  return store;
}

const bytesOf = async (session: ImportSession): Promise<Uint8Array> =>
  (await session.faultyRows())?.bytes ?? new Uint8Array();
const rowsOf = async (session: ImportSession) => (await session.planWindow('all', 0, 99)).rows;

describe('rows an import held back, sent out and imported again', () => {
  const HEAD: Row = ['排查日期', '当事人甲', '案由', '涉及金额'];

  test('amounts stay in the unit that a line above the table stated', async () => {
    const store = await office();
    const book = bookOf([['1月', [['单位：万元'], HEAD, ['2026-01-05', '张三', '欠薪', '约1.2']]]]);
    const bytes = await bytesOf(await openImport(store, 'dispute', book));
    const back = await openImport(store, 'dispute', bytes, 'back.xlsx');
    expect(back.view().columns.map(({ header }) => header)).toContain('涉及金额（万元）');
    await back.mend(1, 'amount', '1.2');
    expect((await rowsOf(back))[0]?.values).toMatchObject({ amount: 1_200_000 });
  });

  test('amounts of a sheet that states another unit than the first say it themselves', async () => {
    const store = await office();
    const session = await openImport(
      store,
      'dispute',
      bookOf([
        ['1月', [['单位：元'], HEAD, ['2026-01-05', '', '欠薪', '12000']]],
        ['2月', [['单位：万元'], HEAD, ['2026-02-05', '', '欠薪', 1.2]]],
      ]),
    );
    await session.joinSheets([1]);
    const back = await openImport(store, 'dispute', await bytesOf(session), 'back.xlsx');
    expect(back.sheetWindow(1, 2).rows.map(({ cells }) => cells[4])).toEqual(['12000', '1.2万元']);
    expect((await rowsOf(back)).map(({ values }) => values.amount)).toEqual([1_200_000, 1_200_000]);
  });

  test('they say it behind blanks and after wide digits too', async () => {
    const store = await office();
    const session = await openImport(
      store,
      'dispute',
      bookOf([
        ['1月', [['单位：元'], HEAD, ['2026-01-05', '', '欠薪', '12000']]],
        ['2月', [['单位：万元'], HEAD, ['2026-02-05', '', '欠薪', '12 '], ['2026-02-06', '', '欠薪', '１２']]],
      ]),
    );
    await session.joinSheets([1]);
    const back = await openImport(store, 'dispute', await bytesOf(session), 'back.xlsx');
    expect(back.sheetWindow(2, 2).rows.map(({ cells }) => cells[4])).toEqual(['12万元', '１２万元']);
    expect((await rowsOf(back)).map(({ values }) => values.amount)).toEqual([1_200_000, 12_000_000, 12_000_000]);
  });

  test('an amount merged over rows is not given to each of them', async () => {
    const store = await office();
    const rows: Row[] = [HEAD, ['2026-01-05', '', '欠薪', 90000], ['2026-01-05', '', '欠薪', null]];
    const session = await openImport(store, 'dispute', bookOf([['1月', rows, ['D2:D3']]]));
    const back = await openImport(store, 'dispute', await bytesOf(session), 'back.xlsx');
    expect(back.sheetWindow(1, 2).rows.map(({ cells }) => cells[4])).toEqual(['90000', '']);
  });

  test('moments keep their time, and what the clerk gave to all rows goes along', async () => {
    const store = await office();
    const moment: CellObject = { t: 'n', v: serialFromDay('2026-08-20') + (14 * 60 + 29) / 1440, z: 'yyyy/m/d h:mm' };
    const book = bookOf([
      [
        '8月',
        [
          ['接收时间', '诉求人', '诉求内容'],
          [moment, '李军', ''],
        ],
      ],
    ]);
    const session = await openImport(store, 'demand', book, '表.xlsx');
    expect(session.sheetWindow(1, 1).rows[0]?.cells[0]).toBe('2026-08-20 14:29');
    await session.setConstant('community', 'c1');
    const back = await openImport(store, 'demand', await bytesOf(session), 'back.xlsx');
    await back.mend(1, 'content', '路灯不亮');
    expect((await rowsOf(back))[0]?.values).toMatchObject({
      receivedAt: '2026-08-20T14:29:00+08:00',
      community: 'c1',
      content: '路灯不亮',
    });
  });

  describe('a cell that feeds two fields, one of them typed anew', () => {
    const departmentsFile = (period: string, address = '') =>
      bookOf([
        [
          '申报',
          [
            ['事项名称', '主管部门', '起止时间', '备注'],
            ['', '晨光社区', period, address],
          ],
        ],
      ]);

    test('both ends of 起止时间 stand in the one cell', async () => {
      const store = await office();
      const session = await openImport(store, 'application', departmentsFile('2026.3-2026.6'));
      await session.mend(1, 'startDate', '2026-02-01');
      const back = await openImport(store, 'application', await bytesOf(session), 'back.xlsx');
      expect((await rowsOf(back))[0]?.values).toMatchObject({ startDate: '2026-02-01', endDate: '2026-06-30' });
    });

    test('where the other end is not known the cell stays as it was, and says what was typed', async () => {
      const store = await office();
      const session = await openImport(store, 'application', departmentsFile('三月起'));
      await session.mend(1, 'startDate', '2026-02-01');
      const bytes = await bytesOf(session);
      expect(openFirst(bytes).cell(1, 3)).toEqual({ kind: 'text', text: '三月起' });
      const book = read(bytes);
      const cell: CellObject | undefined = book.Sheets[book.SheetNames[0] ?? '']?.D2;
      expect(cell?.c?.[0]?.t).toContain('预览时“开始日期”改成了 2026-02-01，请改在这一格里');
    });

    test('a community typed beside an address leaves the address, in a column of its own', async () => {
      const store = await office();
      const book = bookOf([
        [
          '1月',
          [
            ['排查日期', '当事人甲', '案由', '地址'],
            ['2026-01-05', '', '欠薪', '幸福路12号'],
          ],
        ],
      ]);
      const session = await openImport(store, 'dispute', book);
      await session.setTarget(3, { kind: 'both', fields: ['community', 'remark'] });
      await session.mend(1, 'community', '晨光社区');
      const sheet = openFirst(await bytesOf(session));
      const texts = [0, 1].map((row) =>
        sheet.sheet.columns.map((_, column) => shownCell(sheet.cell(row, column), false)),
      );
      expect(texts[0]?.slice(4, 6)).toEqual(['地址', '社区']);
      expect(texts[1]?.slice(4, 6)).toEqual(['幸福路12号', '晨光社区']);
    });
  });
});
