import { expect, test } from 'vitest';
import { figureText } from '../../../shared/indicators/figure.ts';
import { placeIndicators } from '../../../shared/indicators/place-indicators.ts';
import { regulationIndicators } from '../../../shared/indicators/regulation-indicators.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { contextOf, record } from '../ledgers/support.ts';

const quarter = periodOf('quarter', '2026-03-01');

const measure = (id: string, records: readonly LedgerRecord[], context = contextOf()) => {
  const indicator = [...placeIndicators, ...regulationIndicators].find((one) => one.id === id);
  if (!indicator) throw new Error(id);
  return indicator.measure({ records, period: quarter, context });
};

const on = (today: string) => ({ ...contextOf(), today });

const point = (id: string, more: object) => record(id, { checkedOn: '2026-03-09', ...more });

test('完好率 by count: mended since the round is intact, out of use stands outside', () => {
  const points = [
    point('1', { condition: '完好' }),
    point('2', { condition: '图像异常', reportedOn: '2026-03-09', fixedOn: '2026-03-13' }),
    point('3', { condition: '离线', reportedOn: '2026-03-09' }),
    point('4', { condition: '停用' }),
  ];
  expect(measure('G1', points)).toMatchObject({ numerator: 2, denominator: 3 });
  expect(measure('G1', points).excluded).toEqual([{ why: '停用、待报废', ids: ['4'] }]);
});

test('完好率 by time is another number: 25/(25+5+2) = 89.29 % of the source is 25/28', () => {
  const points = [point('1', { condition: '完好', hoursUp: 25, hoursDue: 28 }), point('2', { condition: '完好' })];
  expect(measure('G1T', points)).toMatchObject({ numerator: 25, denominator: 28, ids: ['1'] });
  expect(Math.round((measure('G1T', points).value ?? 0) * 10_000) / 100).toBe(89.29);
});

test('a point seen again after the period has no word left of that day, and is named', () => {
  const points = [point('1', { condition: '离线' }), record('2', { checkedOn: '2026-04-02', condition: '完好' })];
  expect(measure('G1', points)).toMatchObject({
    numerator: 0,
    denominator: 1,
    excluded: [{ why: '期后又巡查过，当期状态没有留存', ids: ['2'] }],
  });
});

test('a year that is under way divides by the months begun', () => {
  const items = [record('1', { on: '2026-01-11', items: 11 })];
  const year = { records: items, period: periodOf('year', '2026-01-01'), context: contextOf() };
  expect(placeIndicators.find(({ id }) => id === 'G2')?.measure(year)).toMatchObject({
    numerator: 11,
    denominator: 11,
  });
});

test('月均宣传条数: items over the three months of a quarter', () => {
  const items = [
    record('1', { on: '2026-01-11', items: 1 }),
    record('2', { on: '2026-02-11', items: 6 }),
    record('3', { on: '2026-04-01', items: 9 }),
  ];
  expect(measure('G2', items)).toMatchObject({ numerator: 7, denominator: 3 });
  expect(figureText(measure('G2', items))).toBe('2.3');
});

test('报备率, 及时率 and 规范率: filed within 15 days of publication; registered is not filed, other papers do not count', () => {
  const paper = (id: string, more: Values, kind = '规范性文件') =>
    record(id, { kind, signedOn: '2026-02-02', publishedOn: '2026-02-03', ...more });
  const papers = [
    paper('1', { filedOn: '2026-02-18', filingProper: true }),
    paper('2', { filedOn: '2026-02-19' }),
    paper('3', { sentToRegisterOn: '2026-02-05' }),
    paper('4', { filedOn: '2026-02-03' }, '内部制度'),
  ];
  expect(measure('F1P', papers)).toMatchObject({
    numerator: 1,
    denominator: 1,
    excluded: [{ why: '没有写明认定结果', ids: ['2'] }],
  });
  expect(measure('F1', papers)).toMatchObject({ numerator: 2, denominator: 3 });
  expect(measure('F1T', papers)).toMatchObject({ numerator: 1, denominator: 3 });
});

test('a document that may still be filed in time is not held against the office', () => {
  // Published on Tuesday 10 March: to be filed by 25 March.
  const papers = [
    record('1', { kind: '规范性文件', signedOn: '2026-03-09', publishedOn: '2026-03-10', filedOn: '2026-03-12' }),
    record('2', { kind: '规范性文件', signedOn: '2026-03-09', publishedOn: '2026-03-10' }),
  ];
  for (const id of ['F1', 'F1T']) {
    expect(measure(id, papers, on('2026-03-25'))).toMatchObject({
      numerator: 1,
      denominator: 1,
      excluded: [{ why: '报备期限未到', ids: ['2'] }],
    });
    expect(measure(id, papers, on('2026-03-26'))).toMatchObject({ numerator: 1, denominator: 2 });
  }
});
