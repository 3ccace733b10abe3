import { describe, expect, test } from 'vitest';
import { communityLoad, loadTogether } from '../../../shared/access/community-load.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { contextOf, record } from '../ledgers/support.ts';
import { calendar } from './review/review-support.ts';

const COMMUNITIES = [
  record('c1', { level: '社区', name: '晨光社区', households: 2350, workers: 7 }),
  record('c2', { level: '社区', name: '东湖社区', households: 1800, workers: 0 }),
  record('c0', { level: '街道', name: '顺河街道' }),
  record('c9', { level: '社区', name: '已撤社区', offFrom: '2025-06-01' }),
];

/** An item published on a day, valid to another. */
const published = (id: string, on: string, validTo: string, more: Values): LedgerRecord => ({
  id,
  rev: 'a/1/1',
  values: {
    inDate: on,
    state: 'ACTIVE',
    targets: ['c1'],
    decisions: [{ id: 'd', kind: '审定', result: '准予', decideDate: on, validFrom: on, validTo }],
    steps: [
      { id: '1', transition: 'receive', from: 'DRAFT', to: 'RECEIVED', on },
      { id: '2', transition: 'decide', from: 'DECIDING', to: 'APPROVED', on },
      { id: '3', transition: 'publish', from: 'APPROVED', to: 'PUBLISHED', on },
      ...(typeof more.exitOn === 'string'
        ? [{ id: '4', transition: 'exit', from: 'PUBLISHED', to: 'EXITED', on: more.exitOn }]
        : []),
    ],
    ...more,
  },
});

const load = (applications: readonly LedgerRecord[], year = 2026) =>
  communityLoad(year, { ...contextOf({ organisation: COMMUNITIES, application: applications }), calendar });

const months = (of: 'items' | 'forms' | 'personDays', applications: readonly LedgerRecord[], year = 2026) =>
  load(applications, year)[0]?.months.map((month) => (of === 'items' ? month.items.length : month[of]));

test('communities in use, with the households to each worker beside; none without a worker', () => {
  expect(load([])).toMatchObject([
    { community: 'c1', households: 2350, workers: 7, householdsPerWorker: 335.7, items: [], forms: 0, personDays: 0 },
    { community: 'c2', households: 1800, workers: 0 },
  ]);
  expect(load([])).toHaveLength(2);
  expect(load([])[1]).not.toHaveProperty('householdsPerWorker');
});

test('who is on duty is counted by the roster; where it names nobody the figure of the organisation stands', () => {
  // Today is 2026-11-23.
  const worker = [
    record('w1', { community: 'c2', name: '周某某' }),
    record('w2', { community: 'c2', name: '吴某某', leftOn: '2026-12-31' }),
    record('w3', { community: 'c2', name: '郑某某', leftOn: '2026-10-31' }),
  ];
  const loads = communityLoad(2026, { ...contextOf({ organisation: COMMUNITIES, worker }), calendar });
  expect(loads.map(({ workers, householdsPerWorker }) => [workers, householdsPerWorker])).toEqual([
    [7, 335.7],
    [2, 900],
  ]);
});

test('the communities together: an item of two once, tables and person-days of both, households to each worker', () => {
  const both = published('a', '2026-01-01', '2026-12-31', {
    personDays: 365,
    targets: ['c1', 'c2'],
    needReport: true,
    reportFrequency: '每季度',
  });
  const one = published('b', '2026-03-15', '2026-12-31', { targets: ['c1'] });
  const { months: all, ...year } = loadTogether(load([both, one]));
  expect(year).toEqual({
    items: ['a', 'b'],
    forms: 8,
    personDays: 730,
    households: 4150,
    workers: 7,
    householdsPerWorker: 592.9,
  });
  expect(all[2]).toEqual({ month: '2026-03', items: ['a', 'b'], forms: 2, personDays: 62 });
  expect(loadTogether([])).toEqual({ months: [], items: [], forms: 0, personDays: 0 });
});

describe('items in force', () => {
  // Today is 2026-11-23.
  test('from publication to exit; without an exit to the end of validity, and at least until today', () => {
    expect(months('items', [published('a', '2026-03-15', '2027-03-14', {})])).toEqual([
      0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ]);
    expect(months('items', [published('a', '2026-03-15', '2027-03-14', { exitOn: '2026-05-02' })])).toEqual([
      0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0,
    ]);
    expect(months('items', [published('a', '2025-03-15', '2026-03-14', {})])).toEqual([
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0,
    ]);
    expect(months('items', [published('a', '2026-03-15', '2027-03-14', {})], 2027)).toEqual([
      1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  test('an emergency is carried from the day it began; a case in hand is not carried', () => {
    const first = {
      id: 'e',
      rev: '',
      values: {
        inDate: '2026-10-08',
        targets: ['c1'],
        state: 'RECEIVED',
        emergencyFirst: true,
        actualStart: '2026-10-02',
        steps: [{ id: '1', transition: 'receive', from: 'DRAFT', to: 'RECEIVED', on: '2026-10-08' }],
      },
    };
    expect(months('items', [first])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0]);
    expect(months('items', [{ ...first, values: { ...first.values, emergencyStoppedOn: '2026-10-20' } }])).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
    ]);
    expect(
      months('items', [{ ...first, values: { ...first.values, emergencyFirst: false } }])?.every((n) => n === 0),
    ).toBe(true);
  });
});

describe('tables to fill in', () => {
  const forms = (reportFrequency: string, more: Values = {}) =>
    months('forms', [published('a', '2026-02-16', '2026-12-31', { needReport: true, reportFrequency, ...more })]);

  test('by their rhythm', () => {
    expect(forms('每月')).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(forms('每季度')).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]);
    expect(forms('每半年')).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
    expect(forms('每年')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(forms('一次性')).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(forms('按需')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    // Fridays from 2026-02-16: 20 and 27 February, then four in March.
    expect(forms('每周')?.slice(0, 3)).toEqual([0, 2, 4]);
    // March 2026 has 22 weekdays, no holiday and no make-up day.
    expect(forms('每日')?.[2]).toBe(22);
  });

  test('none where none is asked for', () => {
    expect(forms('每月', { needReport: false })).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('person-days', () => {
  test('spread evenly over the days of the term', () => {
    // 60 over the 60 days 1 April to 30 May: 30 in April, 30 in May.
    const even = published('a', '2026-03-15', '2027-03-14', {
      personDays: 60,
      startDate: '2026-04-01',
      endDate: '2026-05-30',
    });
    expect(months('personDays', [even])).toEqual([0, 0, 0, 30, 30, 0, 0, 0, 0, 0, 0, 0]);
    // Ended on 10 May, the rest is never worked.
    const cut = {
      ...even,
      values: { ...even.values, steps: published('a', '2026-03-15', '', { exitOn: '2026-05-10' }).values.steps },
    };
    expect(months('personDays', [cut])).toEqual([0, 0, 0, 30, 10, 0, 0, 0, 0, 0, 0, 0]);
    expect(load([cut])[0]?.personDays).toBe(40);
  });

  test('without a term over the validity; unknown stays nothing', () => {
    // 365 days, one a day.
    const valid = published('a', '2026-01-01', '2026-12-31', { personDays: 365 });
    expect(months('personDays', [valid])).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(load([published('a', '2026-01-01', '2026-12-31', {})])[0]?.personDays).toBe(0);
  });

  test('two communities of one item each carry it', () => {
    const both = published('a', '2026-01-01', '2026-12-31', { personDays: 365, targets: ['c1', 'c2'] });
    expect(load([both]).map(({ community, items, personDays }) => [community, items, personDays])).toEqual([
      ['c1', ['a'], 365],
      ['c2', ['a'], 365],
    ]);
  });
});
