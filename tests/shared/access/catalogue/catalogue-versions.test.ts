import { describe, expect, test } from 'vitest';
import {
  copyVersion,
  forceOf,
  isInForce,
  itemsInForce,
  versionsOf,
} from '../../../../shared/access/catalogue/catalogue-versions.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';

const item = (id: string, values: Values): LedgerRecord => ({
  id,
  rev: `a/1/${id}`,
  values: { listType: '依法协助', name: `事项${id}`, ...values },
});

const year2025 = { version: '2025', effectiveFrom: '2025-01-01', effectiveTo: '2025-12-31' };
const year2026 = { version: '2026', effectiveFrom: '2026-01-01' };

const catalogue = [
  item('1', year2025),
  item('2', { ...year2026, code: 'QD-001', enabled: false }),
  item('3', { ...year2026, status: '修订中', effectiveFrom: '2026-03-01' }),
  item('4', { ...year2026, status: '废止' }),
  item('5', { ...year2026, effectiveTo: '2026-06-30' }),
  item('6', {}),
];

describe('which items hold on a day', () => {
  test('from the first day to the last, both counted', () => {
    expect(isInForce(year2025, '2024-12-31')).toBe(false);
    expect(isInForce(year2025, '2025-01-01')).toBe(true);
    expect(isInForce(year2025, '2025-12-31')).toBe(true);
    expect(isInForce(year2025, '2026-01-01')).toBe(false);
  });

  test('whatever their version; switched off is still in force, repealed is not', () => {
    const ids = (day: string) => itemsInForce(catalogue, day).map(({ id }) => id);
    expect(ids('2025-06-01')).toEqual(['1', '6']);
    expect(ids('2026-02-28')).toEqual(['2', '5', '6']);
    expect(ids('2026-07-01')).toEqual(['2', '3', '6']);
  });
});

test('versions, newest first, with their days and how many items hold', () => {
  expect(versionsOf(catalogue, '2026-07-01')).toEqual([
    { label: '2026', items: 4, inForce: 2, from: '2026-01-01' },
    { label: '2025', items: 1, inForce: 0, from: '2025-01-01', to: '2025-12-31' },
    { label: '', items: 1, inForce: 1 },
  ]);
});

test('labels with figures stand in the order of the figures', () => {
  const labels = ['2026.9', '2026', '试行版', '2026.10', '2025.1', ''];
  const records = labels.map((version, index) => item(String(index), { version }));
  expect(versionsOf(records, '2026-07-01').map(({ label }) => label)).toEqual([
    '试行版',
    '2026.10',
    '2026.9',
    '2026',
    '2025.1',
    '',
  ]);
});

describe('next year’s version', () => {
  const copied = copyVersion(catalogue, { from: '2026', to: '2027', effectiveFrom: '2027-01-01' });

  test('what still holds is copied; what has no earlier end is closed the day before', () => {
    expect(copied).toEqual({
      created: 2,
      closed: 3,
      drafts: [
        {
          kind: 'create',
          ledger: 'catalogueItem',
          values: {
            listType: '依法协助',
            name: '事项2',
            code: 'QD-001',
            enabled: false,
            version: '2027',
            effectiveFrom: '2027-01-01',
          },
        },
        {
          kind: 'create',
          ledger: 'catalogueItem',
          values: {
            listType: '依法协助',
            name: '事项3',
            status: '修订中',
            version: '2027',
            effectiveFrom: '2027-01-01',
          },
        },
        { kind: 'edit', ledger: 'catalogueItem', id: '2', rev: 'a/1/2', patch: { effectiveTo: '2026-12-31' } },
        { kind: 'edit', ledger: 'catalogueItem', id: '3', rev: 'a/1/3', patch: { effectiveTo: '2026-12-31' } },
        { kind: 'edit', ledger: 'catalogueItem', id: '4', rev: 'a/1/4', patch: { effectiveTo: '2026-12-31' } },
      ],
    });
  });

  test('on every day an item holds in exactly one of the two', () => {
    if (!('drafts' in copied)) throw new Error('refused');
    const after = copied.drafts.map((draft, index) =>
      draft.kind === 'create' ? item(`new${index}`, draft.values) : undefined,
    );
    const patched = catalogue.map((record) => {
      const edit = copied.drafts.find((draft) => draft.kind === 'edit' && draft.id === record.id);
      return edit?.kind === 'edit' ? { ...record, values: { ...record.values, ...edit.patch } } : record;
    });
    const all = [...patched, ...after.flatMap((record) => record ?? [])];
    const named = (day: string) => itemsInForce(all, day).map(({ values }) => `${values.version ?? ''} ${values.name}`);
    expect(named('2026-12-31')).toEqual(['2026 事项2', '2026 事项3', ' 事项6']);
    expect(named('2027-01-01')).toEqual([' 事项6', '2027 事项2', '2027 事项3']);
  });

  test.each([
    [{ from: '2026', to: '2025', effectiveFrom: '2027-01-01' }, ['version/taken']],
    [{ from: '2024', to: '2027', effectiveFrom: '2027-01-01' }, ['version/empty']],
    [{ from: '2026', to: ' ', effectiveFrom: '2027-01-01' }, ['version/blank']],
    [{ from: '2026', to: '2027', effectiveFrom: '2027年' }, ['version/no-day']],
    [{ from: '2026', to: '2027', effectiveFrom: '2026-03-01' }, ['version/not-later']],
  ])('%o is refused by %o', (copy, codes) => {
    const refused = copyVersion(catalogue, copy);
    expect('complaints' in refused && refused.complaints.map(({ code }) => code)).toEqual(codes);
  });

  test('the refusal names an item that begins too late', () => {
    const refused = copyVersion(catalogue, { from: '2026', to: '2027', effectiveFrom: '2026-03-01' });
    expect('complaints' in refused && refused.complaints[0]?.message).toBe(
      '版本“2026”有 1 条（如“事项3”）在 2026-03-01 当天或之后才生效，新版本须晚于它们。没有复制任何条目。',
    );
  });
});

test('how an item stands on a day', () => {
  const on = (values: Values) => forceOf(values, '2026-07-01');
  expect(on({})).toBe('现行');
  expect(on({ effectiveFrom: '2026-07-01', effectiveTo: '2026-07-01' })).toBe('现行');
  expect(on({ effectiveFrom: '2026-07-02' })).toBe('未生效');
  expect(on({ effectiveTo: '2026-06-30' })).toBe('已失效');
  expect(on({ effectiveFrom: '2026-07-02', status: '废止' })).toBe('废止');
});
