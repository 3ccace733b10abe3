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

describe('a second table below, of wholly other columns', () => {
  const FIRST: readonly Row[] = [
    ['序号', '接收时间', '诉求人', '诉求内容', '承办单位'],
    [1, '2026-9-1', '李军', '路灯不亮', '区住建局'],
    [2, '2026-9-2', '李超', '漏水', '区住建局'],
  ];
  const DUTY: readonly Row[] = [
    ['社区', '值班人员', '办公电话', '手机', '职务'],
    ['晨光社区', '张三', '85001234', '15400001164', '书记'],
  ];

  test.each<{ readonly gap: readonly Row[]; readonly heads: readonly number[] }>([
    { gap: [[], ['附：社区值班电话表']], heads: [4, 5] },
    { gap: [['附：社区值班电话表']], heads: [3, 4] },
    { gap: [[]], heads: [4] },
  ])('is told with its title, its header and its rows: $gap', ({ gap, heads }) => {
    const layout = laidOut([...FIRST, ...gap, ...DUTY]);
    expect(layout.body).toEqual([1, 2]);
    const other = layout.leftOut.filter(({ reason }) => reason !== '空行');
    expect(other.map(({ row, reason }) => [row, reason])).toEqual([
      ...heads.map((row) => [row, '另一张表的表头']),
      [(heads.at(-1) ?? 0) + 1, '另一张表的行'],
    ]);
  });

  test('is told where its rows have numbers and days in the same columns', () => {
    const layout = laidOut([
      ...FIRST,
      [],
      ['序号', '值班日期', '值班人员', '电话'],
      [1, '2026-9-1', '张三', '85001234'],
    ]);
    expect(layout.body).toEqual([1, 2]);
  });

  test('of figures alone is told too', () => {
    const layout = laidOut([...FIRST, [], ['类型', '件数', '化解数'], ['邻里', 1, 1]]);
    expect(layout.body).toEqual([1, 2]);
  });

  test.each<{ readonly what: string; readonly rows: readonly Row[] }>([
    { what: 'no gap above', rows: DUTY },
    {
      what: 'a number among its words',
      rows: [[], [3, '值班人员', '办公电话', '手机', '职务'], [4, '2026-9-3', '甲', '乙', '丙']],
    },
    {
      what: 'words that head nothing',
      rows: [[], ['晨光社区', '待核实', '李军', '路灯不亮', '已转办'], [4, '2026-9-3', '甲', '乙', '丙']],
    },
    { what: 'nothing below', rows: [[], DUTY[0] ?? []] },
    {
      what: 'a record of this table below',
      rows: [[], ['晨光社区', '时间不清', '匿名人员', '井盖情况', '水务部门'], [4, '2026-9-3', '甲', '乙', '丙']],
    },
  ])('$what: a record stays one', ({ rows }) => {
    const layout = laidOut([...FIRST, ...rows]);
    expect(layout.leftOut.filter(({ reason }) => reason !== '空行')).toEqual([]);
  });
});

describe('rows in which nobody wrote anything of a case', () => {
  const HEAD: Row = ['序号', '接收时间', '诉求人', '诉求内容'];
  const first: Row = [1, '2026-9-1', '李军', '路灯不亮'];

  test('numbered beforehand they are blank, between records and at the end', () => {
    const layout = laidOut([
      HEAD,
      first,
      [2, null, null, null],
      [3, '2026-9-2', '李超', '漏水'],
      ['4', ' ', null, null],
      [5],
    ]);
    expect(layout.body).toEqual([1, 3]);
    expect(layout.leftOut).toEqual([{ row: 2, reason: '空行' }]);
  });

  test.each<{ readonly row: Row }>([
    { row: [1, '无', null, null] },
    { row: ['无', null, null, null] },
    { row: [1, '—', '/', '—'] },
    { row: ['本月无诉求', null, null, null] },
    { row: ['本社区目前没有发生矛盾纠纷', null, null, null] },
    { row: ['本辖区未发生火灾', null, null, null] },
    { row: ['暂无', null, null, null] },
    { row: [1, '零报告', null, null] },
  ])('that report nothing they are told as such: $row', ({ row }) => {
    expect(laidOut([HEAD, row]).leftOut).toEqual([{ row: 1, reason: '零报告行' }]);
  });

  test.each<{ readonly row: Row }>([
    { row: [1, '2026-9-1', '无', '路灯不亮'] },
    { row: [1, '—', '李军', '路灯不亮'] },
    { row: ['无名氏反映路灯不亮', null, null, null] },
    { row: [1, null, null, '本社区没有路灯'] },
    { row: ['目前没有电梯', null, null, null] },
    { row: [2, ' ', ' ', '路灯不亮'] },
  ])('anything else they say makes a record: $row', ({ row }) => {
    expect(laidOut([HEAD, row]).body).toEqual([1]);
  });

  test('a note goes on below itself', () => {
    const layout = laidOut([HEAD, first, ['注：1.本表一式两份'], ['    2.按月上报']]);
    expect(layout.leftOut).toEqual([
      { row: 2, reason: '说明行' },
      { row: 3, reason: '说明行' },
    ]);
  });

  test('a text in another column is none of a note above', () => {
    expect(laidOut([HEAD, first, ['注：以下为补报'], [null, null, null, '井盖松动']]).body).toEqual([1, 3]);
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
