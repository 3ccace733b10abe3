import { describe, expect, test } from 'vitest';
import { figureText } from '../../../shared/indicators/figure.ts';
import { partyIndicators } from '../../../shared/indicators/party-indicators.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { contextOf, record } from '../ledgers/support.ts';

const march = periodOf('month', '2026-03-01');

const measure = (id: string, records: readonly LedgerRecord[], matches: readonly LedgerRecord[] = []) => {
  const indicator = partyIndicators.find((one) => one.id === id);
  if (!indicator) throw new Error(id);
  return indicator.measure({ records, period: march, context: contextOf({ match: matches }) });
};

describe('两新组织 coverage over running firms', () => {
  const firm = (id: string, coverage: string, running = true) => record(id, { kind: '非公企业', running, coverage });
  // Ten running firms: three alone, two together, four by a guide, one not at all; one firm that does not run.
  const firms = [
    ...['a1', 'a2', 'a3'].map((id) => firm(id, '单独组建')),
    ...['b1', 'b2'].map((id) => firm(id, '联合组建')),
    ...['c1', 'c2', 'c3', 'c4'].map((id) => firm(id, '工作覆盖')),
    firm('d1', '未覆盖'),
    firm('e1', '单独组建', false),
    record('s1', { kind: '社会组织', running: true, coverage: '单独组建' }),
  ];

  test('组织覆盖 5/10, 单独组建 3/10, 工作覆盖 9/10', () => {
    expect(measure('P1', firms)).toMatchObject({ numerator: 5, denominator: 10 });
    expect(measure('P2', firms)).toMatchObject({ numerator: 3, denominator: 10 });
    expect(figureText(measure('P3', firms))).toBe('90.0%');
  });

  test('who is left out is named with the reason', () => {
    expect(measure('P1', firms).excluded).toEqual([
      { why: '社会组织，另行统计', ids: ['s1'] },
      { why: '没有实体运营或没有写明', ids: ['e1'] },
    ]);
  });
});

test('报到率: members who registered by the end of the period over those their units say should', () => {
  const records = [
    record('u', { kind: '单位党组织', unit: '市场监管局', reportedOn: '2026-01-03', members: 40 }),
    ...['m1', 'm2', 'm3'].map((id) => record(id, { kind: '在职党员', unit: '市场监管局', reportedOn: '2026-02-01' })),
    record('m4', { kind: '在职党员', unit: '市场监管局', reportedOn: '2026-04-01' }),
  ];
  expect(measure('P4', records)).toMatchObject({ numerator: 3, denominator: 40 });
});

test('报到率: members of a unit that named no number stay out, and are named', () => {
  const records = [
    record('u', { kind: '单位党组织', name: '第一小学党支部', reportedOn: '2026-01-03', members: 2 }),
    record('v', { kind: '单位党组织', unit: '水务公司', reportedOn: '2026-01-03' }),
    record('m1', { kind: '在职党员', unit: '第一小学党支部', reportedOn: '2026-02-01' }),
    record('m2', { kind: '在职党员', unit: '水务公司', reportedOn: '2026-02-01' }),
    record('m3', { kind: '在职党员', reportedOn: '2026-02-01' }),
  ];
  expect(measure('P4', records)).toMatchObject({
    numerator: 1,
    denominator: 2,
    ids: ['u', 'm1'],
    excluded: [{ why: '所在单位没有登记应报到党员数', ids: ['m2', 'm3'] }],
  });
});

test('清单认领率 2/3 and 完成率 1/3; a withdrawn need is left out', () => {
  const need = (id: string, more = {}) => record(id, { list: '需求', publishedOn: '2026-01-05', ...more });
  const needs = [need('n1'), need('n2'), need('n3'), need('n4', { cancelled: true })];
  const resource = record('r1', { list: '资源', publishedOn: '2026-01-05' });
  const matches = [
    record('x1', { need: 'n1', supply: 'r1', claimedOn: '2026-01-08', doneOn: '2026-02-28' }),
    record('x2', { need: 'n2', supply: 'r1', claimedOn: '2026-03-01' }),
  ];
  expect(measure('P5', [...needs, resource], matches)).toMatchObject({ numerator: 2, denominator: 3 });
  expect(measure('P5W', [...needs, resource], matches)).toMatchObject({
    numerator: 1,
    denominator: 3,
    excluded: [{ why: '已取消', ids: ['n4'] }],
  });
});

test('what was claimed or done after the period counts in a later one', () => {
  const needs = ['n1', 'n2', 'n3'].map((id) => record(id, { list: '需求', publishedOn: '2026-01-05' }));
  const matches = [
    record('x1', { need: 'n1', supply: 'r1', claimedOn: '2026-03-08', doneOn: '2026-04-10' }),
    record('x2', { need: 'n2', supply: 'r1', matchedOn: '2026-04-01', claimedOn: '2026-04-02' }),
    record('x3', { need: 'n3', supply: 'r1', claimedOn: '2026-03-08', cancelledOn: '2026-04-02' }),
  ];
  expect(measure('P5', needs, matches)).toMatchObject({ numerator: 2, denominator: 3 });
  expect(measure('P5W', needs, matches)).toMatchObject({ numerator: 0, denominator: 3 });
});

test('微心愿实现率 counts by the day of realisation, not by claims', () => {
  const wishes = [
    record('w1', { collectedOn: '2026-01-03', checker: '王', doneOn: '2026-03-15', state: 'DONE' }),
    record('w2', { collectedOn: '2026-02-03', checker: '王', claimedOn: '2026-03-01', state: 'CLAIMED' }),
    record('w3', { collectedOn: '2026-02-03', checker: '王', doneOn: '2026-02-20', state: 'DONE' }),
    record('w4', { collectedOn: '2026-02-03', state: 'COLLECTED' }),
    record('w5', { collectedOn: '2026-02-03', checker: '王', state: 'CANCELLED' }),
  ];
  expect(measure('P6', wishes)).toMatchObject({
    numerator: 1,
    denominator: 2,
    ids: ['w1', 'w2'],
    excluded: [{ why: '已取消', ids: ['w5'] }],
  });
});
