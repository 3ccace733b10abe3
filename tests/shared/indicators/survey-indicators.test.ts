import { describe, expect, test } from 'vitest';
import { figureText } from '../../../shared/indicators/figure.ts';
import { surveyIndicators } from '../../../shared/indicators/survey-indicators.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { survey } from '../../../shared/ledgers/survey.ts';
import { contextOf, record } from '../ledgers/support.ts';

const half = periodOf('halfYear', '2026-03-01');

/** ledgers.md D6, L7: 2026上半年测评, 社会治安 of 187 valid answers. */
const batch = record('b1', {
  name: '2026上半年测评',
  from: '2026-05-10',
  to: '2026-06-20',
  valid: 187,
  results: [{ id: 'r1', item: '社会治安', satisfied: 166, fairly: 16, hardly: 1, unsatisfied: 4, unknown: 9 }],
});

const measure = (id: string, ...records: ReturnType<typeof record>[]) => {
  const indicator = surveyIndicators.find((one) => one.id === id);
  if (!indicator) throw new Error(id);
  return indicator.measure({ records, period: half, context: contextOf() });
};

test('满意率 divides by the 187 valid answers; 不了解 stands outside', () => {
  expect(measure('S1', batch)).toMatchObject({ numerator: 182, denominator: 187, ids: ['b1'] });
  expect(figureText(measure('S1', batch))).toBe('97.3%');
});

test('满意 alone of 187 is the 88.77 % of 六里山街道', () => {
  const { values } = batch;
  const alone = record('b2', { ...values, results: [{ id: 'r1', satisfied: 166, unsatisfied: 21 }] });
  const { value } = measure('S1', alone);
  expect(Math.round((value ?? 0) * 10_000) / 100).toBe(88.77);
});

test('综合满意度 goes by the weights of each batch, 100/80/0; a batch that names none is left out and said', () => {
  const weighed = record('b3', { ...batch.values, weightSatisfied: 100, weightFairly: 80 });
  const figure = measure('S2', weighed, batch);
  expect(figure).toMatchObject({ denominator: 187, excluded: [{ why: '批次没有写明权重', ids: ['b1'] }] });
  expect(figure.numerator).toBeCloseTo(178.8);
  expect(figureText(figure)).toBe('95.6%');
});

test('a batch counts in the months it ended in; none gives —', () => {
  const later = record('b4', { ...batch.values, to: '2026-07-02' });
  expect(figureText(measure('S1', later))).toBe('—');
});

test('an office that does not count 基本满意 divides 满意 alone, in the indicator and in the batch', () => {
  const context = contextOf({
    parameter: [record('p', { group: '计算规则', key: '基本满意计入满意', value: '否' })],
  });
  const strict = surveyIndicators[0]?.measure({ records: [batch], period: half, context });
  expect(strict).toMatchObject({ numerator: 166, denominator: 187 });
  expect(strict?.basis).toContain('满意 ÷ 有效回答');
  expect(survey.derived?.compute(batch, context)).toMatchObject({ satisfaction: 88.8 });
  expect(survey.derived?.compute(batch, contextOf())).toMatchObject({ satisfaction: 97.3 });
});

describe('options declared by the batch', () => {
  const declared = {
    ...batch.values,
    valid: 100,
    options: [
      { id: 'o1', name: '很满意', weight: 100 },
      { id: 'o2', name: '满意', weight: 80 },
      { id: 'o3', name: '一般', weight: 60 },
      { id: 'o4', name: '很不满意', weight: 0 },
      { id: 'o5', name: '说不清', outside: true },
    ],
    results: [{ id: 'r1', item: '社会治安', satisfied: 30 }],
    answers: [
      { id: 'a1', item: '社会治安', option: '很满意', count: 40 },
      { id: 'a2', item: '社会治安', option: '一般', count: 10 },
      { id: 'a3', item: '社会治安', option: '很不满意', count: 10 },
      { id: 'a4', item: '社会治安', option: '说不清', count: 10 },
    ],
  };

  test('count and weigh by its own words: 70/90, and (40×100 + 30×80 + 10×60)/90', () => {
    expect(measure('S1', record('b5', declared))).toMatchObject({ numerator: 70, denominator: 90 });
    const figure = measure('S2', record('b5', declared));
    expect(figure.numerator).toBeCloseTo(70);
    expect(figureText(figure)).toBe('77.8%');
    expect(survey.derived?.compute(record('b5', declared), contextOf())).toEqual({ satisfaction: 77.8, weighed: 77.8 });
  });

  test('what counts as 满意 may be said of each, before the office’s own answer', () => {
    const options = declared.options.map((one) => (one.name === '一般' ? { ...one, content: true } : one));
    expect(measure('S1', record('b6', { ...declared, options }))).toMatchObject({ numerator: 80, denominator: 90 });
    const fairly = [
      { id: 'o1', name: '满意' },
      { id: 'o2', name: '基本满意', content: false },
    ];
    expect(measure('S1', record('b7', { ...batch.values, options: fairly }))).toMatchObject({ numerator: 166 });
  });

  test('one that names a weight for some alone has no 综合满意度', () => {
    const options = declared.options.map(({ weight: _, ...one }) => one);
    expect(measure('S2', record('b8', { ...declared, options })).excluded).toEqual([
      { why: '批次没有写明权重', ids: ['b8'] },
    ]);
  });
});

test('a rate over fewer than 30 people says so beside itself; of one community by those asked there', () => {
  const context = contextOf({ organisation: [record('c1', { level: '社区' }), record('c2', { level: '社区' })] });
  const results = [
    { id: 'r1', item: '社会治安', community: 'c1', satisfied: 25, unsatisfied: 4, unknown: 2 },
    { id: 'r2', item: '社会治安', community: 'c2', satisfied: 20, unsatisfied: 9 },
  ];
  const records = [record('b9', { ...batch.values, valid: 60, results })];
  const rate = (communities?: readonly string[]) =>
    surveyIndicators[0]?.measure({ records, period: half, context, ...(communities ? { communities } : {}) });
  expect(rate()).toMatchObject({ numerator: 45, denominator: 58 });
  expect(rate()).not.toHaveProperty('caution');
  expect(rate(['c1'])).toMatchObject({ numerator: 25, denominator: 29 });
  expect(rate(['c1'])).not.toHaveProperty('caution');
  expect(rate(['c2'])).toMatchObject({ numerator: 20, denominator: 29, caution: '样本不足 30，只供参考' });
  expect(measure('S1', record('b0', { ...batch.values, valid: 29 }))).toHaveProperty('caution');
});
