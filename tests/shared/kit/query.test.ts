import { describe, expect, test } from 'vitest';
import {
  compareBy,
  type Filter,
  filtersTest,
  type QueryRow,
  RECORD_ID,
  searchWords,
  sortRows,
  sumOf,
} from '../../../shared/kit/query.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { fc } from '../../properties.ts';

const row = (values: Values, derived?: Values): QueryRow => ({ values, ...(derived ? { derived } : {}) });
const hit = (values: Values, ...filters: Filter[]) => filtersTest(filters)(row(values));

describe('filters', () => {
  test('name records by their id', () => {
    const record = { id: 'a1', values: { id: 'not this' } };
    expect(filtersTest([{ field: RECORD_ID, is: ['a1', 'a2'] }])(record)).toBe(true);
    expect(filtersTest([{ field: RECORD_ID, is: ['a2'] }])(record)).toBe(false);
  });

  test('is, range, contains, blank', () => {
    expect(hit({ state: 'open' }, { field: 'state', is: ['open', 'new'] })).toBe(true);
    expect(hit({}, { field: 'state', is: ['open'] })).toBe(false);
    expect(hit({ targets: ['a', 'b'] }, { field: 'targets', is: ['b'] })).toBe(true);
    expect(hit({ used: false }, { field: 'used', is: [false] })).toBe(true);
    expect(hit({ n: 0 }, { field: 'n', from: 0, to: 5 })).toBe(true);
    expect(hit({ n: 6 }, { field: 'n', to: 5 })).toBe(false);
    expect(hit({}, { field: 'n', from: 0 })).toBe(false);
    expect(hit({ on: '2026-02-28' }, { field: 'on', from: '2026-02-01', to: '2026-02-28' })).toBe(true);
    expect(hit({ at: '2026-02-28T23:59:00+08:00' }, { field: 'at', from: '2026-02-01', to: '2026-02-28' })).toBe(true);
    expect(hit({ name: 'ABC公司' }, { field: 'name', contains: 'abc' })).toBe(true);
    expect(hit({ tags: ['甲', '乙丙'] }, { field: 'tags', contains: '丙' })).toBe(true);
    expect(hit({ name: '' }, { field: 'name', blank: true })).toBe(true);
    expect(hit({ rows: [] }, { field: 'rows', blank: true })).toBe(true);
    expect(hit({ n: 0 }, { field: 'n', blank: true })).toBe(false);
    expect(hit({ n: 0, m: 1 }, { field: 'n', is: [0] }, { field: 'm', is: [2] })).toBe(false);
  });

  test('derived values count like stored ones', () => {
    expect(filtersTest([{ field: 'match', is: ['清单内'] }])(row({ a: 1 }, { match: '清单内' }))).toBe(true);
  });

  test('the words of a search, parted by blanks of either width', () => {
    expect(searchWords('  A　b ')).toEqual(['a', 'b']);
  });
});

describe('order', () => {
  const names = (rows: readonly QueryRow[]) => rows.map((one) => one.values.name);
  const rows = [{ name: '12号楼' }, {}, { name: '张三' }, { name: '安某' }, { name: '3号楼' }, { name: '李四' }].map(
    (v) => row(v),
  );

  test('Chinese by pinyin, digits by value, blank last both ways', () => {
    expect(names(sortRows(rows, { field: 'name', descending: false }))).toEqual([
      '3号楼',
      '12号楼',
      '安某',
      '李四',
      '张三',
      undefined,
    ]);
    expect(names(sortRows(rows, { field: 'name', descending: true }))).toEqual([
      '张三',
      '李四',
      '安某',
      '12号楼',
      '3号楼',
      undefined,
    ]);
  });

  test('numbers as numbers, equal rows as they stood, references by the key given', () => {
    const numbers = [10, 9, 100, undefined, 9].map((n, place) => row({ n, place }));
    expect(sortRows(numbers, { field: 'n', descending: false }).map((one) => one.values.place)).toEqual([
      1, 4, 0, 2, 3,
    ]);
    const byName = sortRows([row({ c: 'x' }), row({ c: 'y' })], { field: 'c', descending: false }, (one) =>
      one.values.c === 'x' ? '张' : '安',
    );
    expect(byName.map((one) => one.values.c)).toEqual(['y', 'x']);
  });

  test('ranking gives the order comparing gives', () => {
    const value = fc.option(fc.oneof(fc.integer(), fc.constantFrom('安', '张', '3号', '12号', 'a')), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.boolean(), (values, descending) => {
        const all = values.map((v, place) => row({ v, place }));
        const compared = [...all].sort(compareBy('v', descending));
        expect(sortRows(all, { field: 'v', descending })).toEqual(compared);
      }),
    );
  });

  test('sums leave blanks out', () => {
    expect(sumOf([row({ n: 1 }), row({}), row({ n: 2 }), row({ n: '3' })], 'n')).toBe(3);
  });
});
