import { describe, expect, test } from 'vitest';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import {
  parameterChangeComplaints,
  parameterChangeDrafts,
  parameterSeries,
  rowAfter,
  rowOn,
} from '../../../shared/rules/dated-parameter.ts';

const limit = (id: string, value: string, from: string, to?: string, more: Values = {}): LedgerRecord => ({
  id,
  rev: 'a/1/0',
  values: {
    group: '时限',
    key: 'D6',
    title: '区级审定',
    unit: '工作日',
    value,
    from,
    basis: '旧文',
    inferred: true,
    ...(to === undefined ? {} : { to }),
    ...more,
  },
});

const only = (...rows: readonly LedgerRecord[]) => {
  const [series] = parameterSeries(rows, '时限');
  if (!series) throw new Error('no series');
  return series;
};

const change = { value: '10', from: '2026-07-01', basis: '示例发〔2026〕3号' };

describe('a dated change', () => {
  test('ends the row in force the day before and begins a new one with its basis', () => {
    const series = only(limit('old', '15', '2024-01-01'));
    expect(parameterChangeComplaints(series, change)).toEqual([]);
    expect(parameterChangeDrafts(series, change)).toEqual([
      { kind: 'edit', ledger: 'parameter', id: 'old', rev: 'a/1/0', patch: { to: '2026-06-30' } },
      {
        kind: 'create',
        ledger: 'parameter',
        values: {
          group: '时限',
          key: 'D6',
          title: '区级审定',
          unit: '工作日',
          value: '10',
          from: '2026-07-01',
          basis: '示例发〔2026〕3号',
          inferred: false,
        },
      },
    ]);
  });

  test('placed before a change already entered ends where that one begins', () => {
    const series = only(limit('old', '15', '2024-01-01', '2026-12-31'), limit('later', '12', '2027-01-01'));
    const [close, create] = parameterChangeDrafts(series, change);
    expect(close).toMatchObject({ id: 'old', patch: { to: '2026-06-30' } });
    expect(create).toMatchObject({ values: { value: '10', from: '2026-07-01', to: '2026-12-31' } });
  });

  test('in a gap closes nothing', () => {
    const series = only(limit('old', '15', '2024-01-01', '2025-12-31'));
    expect(parameterChangeDrafts(series, change)).toMatchObject([{ kind: 'create', values: { from: '2026-07-01' } }]);
  });

  test('needs a value, a basis and a later day of its own', () => {
    const series = only(limit('old', '15', '2024-01-01'));
    const codes = (value: string, from: string, basis: string) =>
      parameterChangeComplaints(series, { value, from, basis }).map(({ field }) => field);
    expect(codes('', '2026-07-01', '')).toEqual(['value', 'basis']);
    expect(codes('10', '七月', '某文')).toEqual(['from']);
    expect(codes('10', '2024-01-01', '某文')).toEqual(['from']);
    expect(codes('10', '2023-06-01', '某文')).toEqual(['from']);
    expect(codes('15', '2026-07-01', '某文')).toEqual(['value']);
    expect(codes('十天', '2026-07-01', '某文')).toEqual(['value']);
  });
});

describe('series', () => {
  test('the row in force and the next change are found by day', () => {
    const series = only(limit('later', '12', '2027-01-01'), limit('old', '15', '2024-01-01', '2026-12-31'));
    expect([rowOn(series, '2026-12-31')?.id, rowOn(series, '2027-01-01')?.id]).toEqual(['old', 'later']);
    expect(rowOn(series, '2023-12-31')).toBeUndefined();
    expect(rowAfter(series, '2026-11-23')?.id).toBe('later');
  });

  test('another scope is another series', () => {
    const rows = [limit('all', '15', '2024-01-01'), limit('own', '9', '2024-01-01', undefined, { scope: 'street' })];
    expect(parameterSeries(rows, '时限').map((one) => one.rows.map(({ id }) => id))).toEqual([['all'], ['own']]);
  });
});
