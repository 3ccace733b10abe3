import { expect, test } from 'vitest';
import { onTheList } from '../../../../shared/access/review/review-workflow-guards.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { contextOf, record } from '../../ledgers/support.ts';

/** What stands against recording a listed case on a day, on an item with these values. */
function codesOn(on: string, item: Values): readonly string[] {
  const context = contextOf({
    catalogueItem: [record('i', { name: '消防安全宣传教育', listType: '依法协助', ...item })],
  });
  const asked = record('a', { listMatch: '清单内', listItem: 'i' });
  return onTheList(asked, { on, values: {} }, context).map(({ code }) => code);
}

test('a listed case is recorded only on an item in force that day', () => {
  const next = { version: '2027', effectiveFrom: '2027-01-01', effectiveTo: '2027-12-31' };
  expect(codesOn('2026-12-31', next)).toEqual(['listed/not-yet']);
  expect(codesOn('2027-01-01', next)).toEqual([]);
  expect(codesOn('2027-12-31', next)).toEqual([]);
  expect(codesOn('2028-01-01', next)).toEqual(['listed/repealed']);
  expect(codesOn('2027-06-01', { ...next, status: '废止' })).toEqual(['listed/repealed']);
});

test('what the superior took back, or what is forbidden, is no ground', () => {
  expect(codesOn('2026-12-31', { listType: '收回' })).toEqual(['listed/taken-back']);
  expect(codesOn('2026-12-31', { listType: '负面' })).toEqual(['listed/forbidden']);
});
