import { describe, expect, test } from 'vitest';
import {
  type HandedList,
  keptLists,
  listChanges,
  notCompared,
  readLists,
} from '../../../shared/submission/handed-lists.ts';

const list = (rows: { readonly [id: string]: readonly string[] }, columns = ['社区', '当事人']): HandedList => ({
  sheet: 0,
  ledger: 'dispute',
  columns,
  left: [],
  rows: Object.entries(rows).map(([id, cells]) => ({ id, cells })),
});
const then = keptLists([list({ a: ['晨光社区', '张某'], b: ['东湖社区', '李某'], c: ['晨光社区', '王某'] })]);

describe('rows that were handed in', () => {
  test('are the same in another order', () => {
    const now = keptLists([list({ c: ['晨光社区', '王某'], a: ['晨光社区', '张某'], b: ['东湖社区', '李某'] })]);
    expect(listChanges(then, now)).toEqual([]);
  });

  test('came, went, or say something else: the columns are named', () => {
    const now = keptLists([list({ b: ['东湖社区', '李某某'], c: ['康平社区', '王某'], d: ['晨光社区', '赵某'] })]);
    expect(listChanges(then, now)).toEqual([
      { sheet: 0, ledger: 'dispute', kind: 'added', ids: ['d'], columns: [] },
      { sheet: 0, ledger: 'dispute', kind: 'gone', ids: ['a'], columns: [] },
      { sheet: 0, ledger: 'dispute', kind: 'changed', ids: ['b', 'c'], columns: ['当事人', '社区'] },
    ]);
  });

  test('are kept without a word of theirs, and equal words leave different marks', () => {
    const kept = JSON.stringify(keptLists([list({ a: ['晨光社区', '张某'], b: ['晨光社区', '张某'] })]));
    expect(kept).not.toMatch(/晨光|张某/);
    const [read] = readLists(kept) ?? [];
    expect(read?.rows.a).toMatch(/^[0-9a-f]{12}$/);
    expect(read?.rows.a).not.toBe(read?.rows.b);
    expect(readLists('')).toBeUndefined();
  });

  test('beyond 20,000 cells leave one mark a row', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`r${at}`, ['晨光社区', `${at}`]]));
    const kept = keptLists([list(many)]);
    expect(kept[0]?.whole).toBe(true);
    expect(kept[0]?.rows.r1).toHaveLength(12);
    const now = keptLists([list({ ...many, r7: ['晨光社区', '改了'] })]);
    expect(listChanges(kept, now)).toEqual([
      { sheet: 0, ledger: 'dispute', kind: 'changed', ids: ['r7'], columns: [] },
    ]);
    // Cut down to few rows, the marks are of another kind: only what went can be told.
    const few = keptLists([list({ r1: ['晨光社区', '另一个'] })]);
    expect(listChanges(kept, few)).toMatchObject([{ kind: 'gone' }]);
    expect(notCompared(kept, few)).toEqual(['行数相差太多，只比较了增减，没有逐行比较']);
  });
});

test('a column only one of the two has is said, not compared', () => {
  const now = keptLists([list({ a: ['晨光社区', '2026-09-01'] }, ['社区', '发现日期'])]);
  const before = keptLists([list({ a: ['晨光社区', '张某'] })]);
  expect(listChanges(before, now)).toEqual([]);
  expect(notCompared(before, now)).toEqual(['发现日期、当事人只在其中一次的列里，没有比较']);
});

test('a list that vanished takes no other for itself', () => {
  const other = { ...list({ x: ['甲', '乙'] }), ledger: 'demand' };
  const changes = listChanges(
    keptLists([other, list({ a: ['晨光社区', '张某'] })]),
    keptLists([list({ a: ['晨光社区', '张某'] })]),
  );
  expect(changes).toEqual([{ sheet: 0, ledger: 'demand', kind: 'gone', ids: ['x'], columns: [] }]);
});

test('computed columns are named as not compared; without lists there is nothing to say', () => {
  const left = { ...list({}), left: ['剩余天数'] };
  expect(notCompared(keptLists([left]), keptLists([left]))).toEqual(['剩余天数由程序按当天算出，没有比较']);
  expect(notCompared(undefined, keptLists([list({})]))).toEqual(['上报时没有留存明细，清单部分没有比较']);
  expect(notCompared(undefined, [])).toEqual([]);
});
