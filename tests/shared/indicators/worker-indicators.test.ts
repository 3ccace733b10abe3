import { describe, expect, test } from 'vitest';
import { figureText } from '../../../shared/indicators/figure.ts';
import { workerIndicators } from '../../../shared/indicators/worker-indicators.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { WORKER_PARAMETERS } from '../../../shared/ledgers/worker-parameters.ts';
import { contextOf, record } from '../ledgers/support.ts';

const PERIOD = periodOf('year', '2026-11-23');
const WAGE = {
  group: '工资基数',
  key: '城镇非私营单位就业人员平均工资',
  value: '98000',
  basis: '市统计局公报',
  from: '2018-01-01',
};

const COMMUNITIES = [
  record('c1', { level: '社区', name: '晨光社区', households: 2_860, residents: 7_400 }),
  record('c2', { level: '社区', name: '东湖社区', households: 1_900, residents: 5_000 }),
];

const WORKERS: readonly LedgerRecord[] = [
  record('w1', { community: 'c1', birth: '1990-01', degree: '本科', certificate: '社会工作师', politics: '中共党员' }),
  record('w2', { community: 'c1', birth: '1980-01', degree: '大专', certificate: '无', politics: '群众' }),
  record('w3', { community: 'c2', birth: '1970-01', degree: '高中中专', politics: '预备党员' }),
  record('w4', { community: 'c2', birth: '1960-01', onDuty: false }),
];

function measure(
  id: string,
  records: readonly LedgerRecord[] = WORKERS,
  parameters: readonly Values[] = [...WORKER_PARAMETERS, WAGE],
  communities?: readonly string[],
  organisation: readonly LedgerRecord[] = COMMUNITIES,
) {
  const found = workerIndicators.find((one) => one.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  const context = contextOf({
    organisation,
    parameter: parameters.map((values, place) => record(`p${place}`, values)),
  });
  return found.measure({ records, period: PERIOD, context, ...(communities ? { communities } : {}) });
}

describe('R1 人员配备率', () => {
  test('on duty over the sum of what the communities should have: 3 of 14 + 9', () => {
    expect(measure('R1')).toMatchObject({ numerator: 3, denominator: 23, ids: ['w1', 'w2', 'w3'] });
    expect(measure('R1').excluded).toEqual([{ why: '2026-11-23 不在岗', ids: ['w4'] }]);
  });

  test('one community alone; an empty roster is 0 of its posts, not —', () => {
    expect(measure('R1', WORKERS.slice(0, 2), undefined, ['c1'])).toMatchObject({ numerator: 2, denominator: 14 });
    expect(figureText(measure('R1', [], undefined, ['c2']))).toBe('0.0%');
  });

  test('without the parameter of the day it is — and says why', () => {
    const figure = measure('R1', WORKERS, []);
    expect(figureText(figure)).toBe('—');
    expect(figure.basis).toBe('2026-11-23 没有有效的规则“社区工作者配备办法”，请在基础参数里补');
  });
});

test('R2: 4,760 households over three on duty', () => {
  expect(measure('R2')).toMatchObject({ numerator: 4_760, denominator: 3 });
  expect(figureText(measure('R2'))).toBe('1,586.7');
});

test('R2: a community without 户数 stays out with the people in it, and is named', () => {
  const organisation = [
    record('c1', { level: '社区', name: '晨光社区', households: 3_000 }),
    record('c2', { level: '社区', name: '东湖社区' }),
  ];
  const people = ['a', 'b', 'c'].map((id) => record(id, { community: 'c1' }));
  const figure = measure('R2', [...people, record('d', { community: 'c2' })], undefined, undefined, organisation);
  expect(figure).toMatchObject({
    numerator: 3_000,
    denominator: 3,
    excluded: [{ why: '东湖社区没有填写户数', ids: ['d'] }],
  });
  expect(figure.basis).toContain('东湖社区没有填写户数，未计入');
  expect(figureText(figure)).toBe('1,000.0');
});

test('R1, R2: people still booked to a community that was withdrawn stay out, as its posts and households do', () => {
  const organisation = [
    record('c1', { level: '社区', name: '晨光社区', households: 2_860, residents: 7_400 }),
    record('c2', { level: '社区', name: '东湖社区', households: 1_900, residents: 5_000, offFrom: '2026-06-01' }),
  ];
  for (const [id, numerator, denominator] of [
    ['R1', 2, 14],
    ['R2', 2_860, 2],
  ] as const) {
    const figure = measure(id, WORKERS, undefined, undefined, organisation);
    expect(figure).toMatchObject({ numerator, denominator, ids: ['w1', 'w2'] });
    expect(figure.excluded).toContainEqual({ why: '所属社区已停用或未启用', ids: ['w3'] });
  }
});

test('R3: one of two whose certificate is known; the third is named', () => {
  expect(measure('R3')).toMatchObject({ numerator: 1, denominator: 2 });
  expect(measure('R3').excluded).toContainEqual({ why: '没有填写', ids: ['w3'] });
});

describe('R4 薪酬', () => {
  const paid = (postKind: string, monthlyPay: number, more: Values = {}) =>
    record(`${postKind}${monthlyPay}`, { community: 'c1', postKind, monthlyPay, ...more });

  test('社区干部 at 3,000 a month are 36.7 % of a floor of 98,000 (南京 2017)', () => {
    const figure = measure('R4', [paid('正职', 300_000)]);
    expect(figure).toMatchObject({ numerator: 36_000, denominator: 98_000 });
    expect(figureText(figure)).toBe('36.7%');
    expect(figure.basis).toContain('城镇非私营单位就业人员平均工资 98000 元/年（市统计局公报）');
  });

  test('each is held against its own post: 100, 80 and 70 %', () => {
    const all = [paid('正职', 800_000), paid('副职', 600_000), paid('其他', 500_000)];
    expect(measure('R4', all)).toMatchObject({
      numerator: (8_000 + 6_000 + 5_000) * 12,
      denominator: 98_000 + 78_400 + 68_600,
    });
  });

  test('what the employer pays into 五险一金 counts where the office counts it', () => {
    const one = [paid('正职', 600_000, { employerInsurance: 100_000 })];
    expect(measure('R4', one).numerator).toBe(84_000);
    const without = [...WORKER_PARAMETERS, WAGE].map((values) =>
      values.key === '薪酬含五险一金单位部分' ? { ...values, value: '否' } : values,
    );
    expect(measure('R4', one, without).numerator).toBe(72_000);
  });

  test('no wage base for the day: — and why; nobody’s pay known: — as well', () => {
    const figure = measure('R4', [paid('正职', 300_000)], WORKER_PARAMETERS);
    expect(figureText(figure)).toBe('—');
    expect(figure.basis).toContain('没有有效的工资基数“城镇非私营单位就业人员平均工资”');
    expect(figureText(measure('R4', WORKERS))).toBe('—');
  });
});

test('R5: mean age, education and party by those on duty', () => {
  expect(measure('R5')).toMatchObject({ numerator: 36 + 46 + 56, denominator: 3 });
  expect(figureText(measure('R5'))).toBe('46.0');
  expect(measure('R5b')).toMatchObject({ numerator: 2, denominator: 3 });
  expect(measure('R5c')).toMatchObject({ numerator: 1, denominator: 3 });
  expect(measure('R5d')).toMatchObject({ numerator: 2, denominator: 3 });
});
