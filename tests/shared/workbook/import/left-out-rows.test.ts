import { describe, expect, test } from 'vitest';
import { catalogueItem } from '../../../../shared/ledgers/catalogue-item.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { openFirst, xlsxOf } from '../sample-files.ts';

type Row = readonly (string | number | null)[];

function laidOut(rows: readonly Row[], ledger = demand) {
  const reader = openFirst(xlsxOf(rows.map((row) => [...row])));
  return layOut(reader, findHeader(reader, ledger));
}

describe('a second table below, its columns in another order', () => {
  const FIRST: readonly Row[] = [
    ['序号', '接收时间', '诉求人', '诉求内容', '联系电话'],
    [1, '2026-9-1', '李军', '路灯不亮', '15400001164'],
  ];
  const OTHER: readonly Row[] = [
    ['序号', '接收时间', '诉求内容', '诉求人', '联系电话'],
    [1, '2026-9-2', '井盖', '李超', '15400006685'],
  ];

  test('is left out with its header and its rows', () => {
    const layout = laidOut([...FIRST, ...OTHER]);
    expect(layout.body).toEqual([1]);
    expect(layout.leftOut).toEqual([
      { row: 2, reason: '另一张表的表头' },
      { row: 3, reason: '另一张表的行' },
    ]);
  });

  test('ends where the first header stands again', () => {
    const layout = laidOut([...FIRST, ...OTHER, ...FIRST]);
    expect(layout.body).toEqual([1, 5]);
    expect(layout.leftOut.at(-1)).toEqual({ row: 4, reason: '重复的表头' });
  });
});

describe('what was said begins like a footer or a note', () => {
  test.each(['负责人：王某拖欠工资', '联系电话：打不通', '说明：小区停电'])('%s', (content) => {
    const layout = laidOut([
      ['诉求内容', '接收时间'],
      [content, '2026-9-1'],
    ]);
    expect(layout.body).toEqual([1]);
  });

  test.each<{ readonly row: Row; readonly reason: string }>([
    { row: ['填表人：王敏', null], reason: '落款行' },
    { row: ['填表人：王敏', '填报日期：2026.9.30'], reason: '落款行' },
    { row: ['填报日期：', '2026.9.30', '填表人：王敏'], reason: '落款行' },
    { row: ['说明：电话请填手机', null], reason: '说明行' },
  ])('a footer or a note stays one: $row', ({ row, reason }) => {
    const layout = laidOut([['诉求内容', '接收时间', '备注'], ['路灯不亮', '2026-9-1', null], row]);
    expect(layout.leftOut).toEqual([{ row: 2, reason }]);
  });
});

test('a footer whose day alone stands in a column of days is no record', () => {
  const HEAD: Row = ['序号', '诉求内容', '诉求人', '办结日期'];
  const first: Row = [1, '路灯不亮', '李军', '2026-9-1'];
  expect(laidOut([HEAD, first, ['填表人：张三', null, null, '2026-9-30']]).leftOut).toEqual([
    { row: 2, reason: '落款行' },
  ]);
  expect(laidOut([HEAD, first, [2, '负责人：王某拖欠工资', null, '2026-9-30']]).body).toEqual([1, 2]);
});

describe('rows that only show or count', () => {
  test.each<{ readonly first: string; readonly reason: string }>([
    { first: '示例', reason: '示例行' },
    { first: '例', reason: '示例行' },
    { first: '（例）', reason: '示例行' },
    { first: '作废', reason: '作废行' },
  ])('$first where others have their number', ({ first, reason }) => {
    const layout = laidOut([
      ['序号', '接收时间', '诉求内容'],
      [first, '2026-9-1', '路灯不亮'],
      [1, '2026-9-2', '楼顶漏水'],
    ]);
    expect(layout.body).toEqual([2]);
    expect(layout.leftOut).toEqual([{ row: 1, reason }]);
  });

  test.each<{ readonly row: Row }>([{ row: [1, 2, 3] }, { row: ['甲', '1', '2'] }, { row: ['栏次', 1, 2] }])(
    'the numbers of the columns: $row',
    ({ row }) => {
      const layout = laidOut([['序号', '接收时间', '诉求内容'], row, [1, '2026-9-2', '楼顶漏水']]);
      expect(layout.leftOut).toEqual([{ row: 1, reason: '栏次行' }]);
    },
  );

  test('of a list of two columns too', () => {
    const layout = laidOut(
      [
        ['序号', '事项名称'],
        ['1', '2'],
        ['1', '开展爱国卫生运动'],
      ],
      catalogueItem,
    );
    expect(layout.body).toEqual([2]);
  });
});
