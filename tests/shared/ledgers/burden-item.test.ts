import { describe, expect, test } from 'vitest';
import type { Values } from '../../../shared/kit/values.ts';
import { burdenItem } from '../../../shared/ledgers/burden-item.ts';
import { codesOf, contextOf, record } from './support.ts';

const codes = (values: Values) => codesOf(burdenItem, { kind: '台账', name: '走访台账', ...values }, contextOf());

describe('rules of one line', () => {
  test('a sound line says nothing', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ before: 3, action: '取消', date: '2026-11-23' })).toEqual([]);
    expect(codes({ action: '新增', added: 1, date: '2026-11-01', basis: '市政府令' })).toEqual([]);
  });

  test.each([
    ['burden/date', { action: '取消' }],
    ['burden/action', { date: '2026-11-01' }],
    ['burden/future', { action: '取消', date: '2026-11-24' }],
    ['burden/new-before', { action: '新增', before: 2, date: '2026-11-01', basis: '某文' }],
    ['burden/added', { action: '保留', added: 2 }],
    ['burden/new-basis', { action: '新增', date: '2026-11-01' }],
  ])('%s', (code, values) => expect(codes(values)).toEqual([code]));

  test('a board without its community is said', () => {
    expect(codes({ kind: '牌子' })).toEqual(['burden/community']);
    expect(codes({ kind: '牌子', targets: ['c1'] })).toEqual([]);
  });
});

test('清理后 is computed: two boards in each of three communities are six, cut they are none', () => {
  const after = (values: Values) => burdenItem.derived?.compute(record('b1', values), contextOf()).after;
  expect(after({ kind: '牌子', targets: ['c1', 'c2', 'c3'], before: 2 })).toBe(6);
  expect(after({ kind: '牌子', targets: ['c1', 'c2', 'c3'], before: 2, action: '取消', date: '2026-05-01' })).toBe(0);
  expect(after({ kind: '台账', targets: ['c1', 'c2', 'c3'], before: 2, action: '保留' })).toBe(2);
  expect(after({ kind: '台账', action: '新增', added: 4, date: '2026-05-01' })).toBe(4);
});
