import { describe, expect, test } from 'vitest';
import { type Range, utils, write } from 'xlsx';
import type { Ledger } from '../../../../shared/kit/ledger.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { petition } from '../../../../shared/ledgers/petition.ts';
import { worker } from '../../../../shared/ledgers/worker.ts';
import type { MappedColumn } from '../../../../shared/workbook/import/mapping.ts';
import { openFirst } from '../sample-files.ts';
import { importSample } from '../sample-office.ts';

type Row = readonly (string | number | null)[];

function imported(ledger: Ledger, rows: readonly Row[], merges: readonly string[] = []) {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((range): Range => utils.decode_range(range));
  const bytes = new Uint8Array(write(utils.book_new(sheet, '9月'), { type: 'array', bookType: 'xlsx' }));
  return importSample('表.xlsx', ledger, { reader: openFirst(bytes) });
}

const told = ({ target, sure }: MappedColumn): readonly [string, boolean] => [
  target.kind === 'field' ? target.field : target.kind,
  sure,
];

describe('whose 姓名 it is', () => {
  test('that of the person whose title stands over it, wherever the other one stands', () => {
    const { mapping, plan } = imported(
      demand,
      [
        ['承办信息', null, '诉求人信息', null, '接收时间', '诉求内容'],
        ['姓名', '电话', '姓名', '电话', null, null],
        ['干部甲', '13800000001', '李军', '15400001164', '2026-9-1', '路灯不亮'],
      ],
      ['A1:B1', 'C1:D1', 'E1:E2', 'F1:F2'],
    );
    expect(plan.rows[0]?.values).toMatchObject({ person: '李军', phone: '15400001164' });
    expect(mapping.columns.map(({ why }) => why).slice(0, 2)).toEqual([
      '在「承办信息」之下，是别人的，不导入',
      '在「承办信息」之下，是别人的，不导入',
    ]);
  });

  test('nobody’s of the ledger where only an official stands there', () => {
    const { mapping } = imported(
      demand,
      [
        ['承办信息', null, '接收时间', '诉求内容'],
        ['姓名', '电话', null, null],
        ['干部甲', '13800000001', '2026-9-1', '路灯不亮'],
      ],
      ['A1:B1', 'C1:C2', 'D1:D2'],
    );
    expect(mapping.columns.map(told).slice(0, 2)).toEqual([
      ['ignore', false],
      ['ignore', false],
    ]);
  });

  test('the worker’s own phone is not that of the one to be called for them', () => {
    const { mapping } = imported(
      worker,
      [
        ['所属社区', '姓名', '紧急联系人', null],
        [null, null, '关系', '电话'],
        ['晨光社区', '王敏', '夫妻', '13800000001'],
      ],
      ['A1:A2', 'B1:B2', 'C1:D1'],
    );
    expect(mapping.columns.map(told)).toEqual([
      ['community', true],
      ['name', true],
      ['ignore', false],
      ['ignore', false],
    ]);
  });

  test('a key is proposed under another’s title too, to be checked', () => {
    const { mapping } = imported(
      petition,
      [
        ['收到日期', '投诉人', null],
        [null, '姓名', '电话'],
        ['2026-9-1', '李军', '15400001164'],
      ],
      ['A1:A2', 'B1:C1'],
    );
    expect(mapping.columns.map(told)).toEqual([
      ['receivedOn', true],
      ['petitioner', false],
      ['ignore', false],
    ]);
  });

  test.each(['基本情况', '来件情况', '群众诉求', '诉求人情况', '来电人'])(
    'a title that names nobody else: %s',
    (title) => {
      const { mapping } = imported(
        demand,
        [
          ['接收时间', title, null, '诉求内容'],
          [null, '姓名', '电话', null],
          ['2026-9-1', '李军', '15400001164', '路灯不亮'],
        ],
        ['A1:A2', 'B1:C1', 'D1:D2'],
      );
      expect(mapping.columns.map(told)).toEqual([
        ['receivedAt', true],
        ['person', true],
        ['phone', true],
        ['content', true],
      ]);
    },
  );
});

describe('编号', () => {
  test.each<{ readonly name: string; readonly numbers: readonly (string | number)[] }>([
    { name: 'counting 1, 2, 3', numbers: [1, 2, 3] },
    { name: 'as text', numbers: ['1', '2', '3'] },
    { name: 'counting anew below a subtotal', numbers: [1, 2, 1] },
  ])('$name numbers the rows', ({ numbers }) => {
    const { mapping, plan } = imported(demand, [
      ['编号', '接收时间', '诉求人', '诉求内容'],
      ...numbers.map((number, at): Row => [number, `2026-9-${at + 1}`, `居民${at}`, `第${at}盏灯不亮`]),
    ]);
    expect(mapping.columns[0]).toMatchObject({ target: { kind: 'ignore' }, why: '行号，不导入', sure: true });
    expect(plan.counts).toMatchObject({ new: 3, duplicateInFile: 0 });
  });

  test('that of a hotline stays its number', () => {
    const { plan } = imported(demand, [
      ['编号', '接收时间', '诉求内容'],
      ['20260820001', '2026-9-1', '路灯不亮'],
      ['20260820002', '2026-9-2', '楼顶漏水'],
    ]);
    expect(plan.rows.map(({ values }) => values.orderNo)).toEqual(['20260820001', '20260820002']);
  });
});

test('a column without a word over it is there to be given a field', () => {
  const { layout, mapping, plan } = imported(demand, [
    ['接收时间', '诉求人', '诉求内容', '办理结果', null],
    ['2026-9-1', '李军', '路灯不亮', '已修复', null],
    ['2026-9-2', '李超', '楼顶漏水', null, '领导批示：速办'],
  ]);
  expect(layout.headers.map(({ text }) => text)).toEqual([
    '接收时间',
    '诉求人',
    '诉求内容',
    '办理结果',
    '（第 E 列，无列名）',
  ]);
  expect(mapping.columns[4]).toMatchObject({ target: { kind: 'ignore' }, why: '没有对应的字段，不导入', sure: false });
  expect(plan.counts.new).toBe(2);
});
