import { describe, expect, test } from 'vitest';
import { type BurdenCount, burdenCounts } from '../../../shared/access/burden-counts.ts';
import { figureText } from '../../../shared/indicators/figure.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';

const records = (rows: readonly Values[]): readonly LedgerRecord[] =>
  rows.map((values, place) => ({ id: `b${place + 1}`, rev: 'a/1/1', values }));

const FIRST_HALF = periodOf('halfYear', '2026-03-01');
const SECOND_HALF = periodOf('halfYear', '2026-08-01');

/** 清理前 保留 取消 合并 新增 清理后. */
const numbers = ({ before, kept, cancelled, merged, added, after }: BurdenCount) =>
  [before, kept, cancelled, merged, added, after].map(({ value }) => value);

test('龙子湖区: 914 boards less 507 are 407', () => {
  const boards = records([
    { kind: '牌子', name: '各部门牌子', before: 507, action: '取消', date: '2026-05-20' },
    { kind: '牌子', name: '保留牌子', before: 407, action: '保留', date: '2026-05-20' },
  ]);
  const { total } = burdenCounts(boards, FIRST_HALF);
  expect(numbers(total)).toEqual([914, 407, 507, 0, 0, 407]);
  expect(total.reduction).toMatchObject({ numerator: 507, denominator: 914 });
  expect(figureText(total.reduction)).toBe('55.5%');
  expect(total.cancelled.ids).toEqual(['b1']);
});

// 晨光 and 东湖: two boards each of 住建, cut in March; a table of 民政 all three do; one system merged in August; one
// board put up in September; and a chat group nobody dealt with.
const office = records([
  {
    kind: '牌子',
    name: '物业纠纷调解室',
    ownerDepartment: 'd1',
    targets: ['c1', 'c2'],
    before: 2,
    action: '取消',
    date: '2026-03-10',
  },
  {
    kind: '报表',
    name: '救助月报',
    ownerDepartment: 'd2',
    targets: ['c1', 'c2', 'c3'],
    before: 1,
    action: '取消',
    date: '2026-06-30',
  },
  { kind: '信息系统', name: '住建APP', ownerDepartment: 'd1', before: 1, action: '合并', date: '2026-08-01' },
  { kind: '牌子', name: '议事亭', ownerDepartment: 'd2', targets: ['c3'], action: '新增', date: '2026-09-01' },
  { kind: '工作群', name: '停车群', targets: ['c1'] },
]);

const linesOf = (lines: ReadonlyMap<string, BurdenCount>) =>
  Object.fromEntries([...lines].map(([key, line]) => [key, numbers(line)]));

describe('two half-years of a small office', () => {
  test('by kind: what stands in each community counts there, what is shared counts once', () => {
    const first = burdenCounts(office, FIRST_HALF);
    expect(
      first.byKind
        .filter(({ before }) => before.value !== 0)
        .map(({ kind, ...line }) => ({ kind, line: numbers(line) })),
    ).toEqual([
      { kind: '信息系统', line: [1, 1, 0, 0, 0, 1] },
      { kind: '牌子', line: [4, 0, 4, 0, 0, 0] },
      { kind: '工作群', line: [1, 1, 0, 0, 0, 1] },
      { kind: '报表', line: [1, 0, 1, 0, 0, 0] },
    ]);
    expect(first.byKind).toHaveLength(10);
    expect(numbers(first.total)).toEqual([7, 2, 5, 0, 0, 2]);
  });

  test('the end of one period is the beginning of the next', () => {
    const second = burdenCounts(office, SECOND_HALF);
    expect(numbers(second.total)).toEqual([2, 1, 0, 1, 1, 2]);
    expect(numbers(burdenCounts(office, periodOf('halfYear', '2027-01-01')).total)).toEqual([2, 2, 0, 0, 0, 2]);
  });

  test('by community, where a table all three fill in counts in each; and by owner', () => {
    const { byCommunity, byOwner } = burdenCounts(office, FIRST_HALF);
    expect(linesOf(byCommunity)).toEqual({
      c1: [4, 1, 3, 0, 0, 1],
      c2: [3, 0, 3, 0, 0, 0],
      c3: [1, 0, 1, 0, 0, 0],
      '': [1, 1, 0, 0, 0, 1],
    });
    expect(linesOf(byOwner)).toEqual({
      d1: [5, 1, 4, 0, 0, 1],
      d2: [1, 0, 1, 0, 0, 0],
      '': [1, 1, 0, 0, 0, 1],
    });
  });

  test('nothing before: the rate has no denominator and prints as a blank', () => {
    const ledgers = burdenCounts(office, SECOND_HALF).byKind.find(({ kind }) => kind === '台账');
    expect(ledgers && figureText(ledgers.reduction)).toBe('—');
  });
});
