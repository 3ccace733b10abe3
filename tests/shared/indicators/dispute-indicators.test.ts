import { expect, test } from 'vitest';
import { disputeIndicators } from '../../../shared/indicators/dispute-indicators.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { contextOn, recordOf } from '../rules/rules-support.ts';

const [rate] = disputeIndicators;
const SEPTEMBER = periodOf('month', '2026-09-01');

const found = (outcome: string, place: number, foundOn = '2026-09-10') =>
  recordOf({ foundOn, partyA: '甲', outcome }, `${outcome}${place}`);

const ROWS = [
  found('化解成功', 1),
  found('化解成功', 2),
  found('部分化解', 1),
  found('未化解', 1),
  found('调解中', 1),
  found('导出其他途径', 1),
  found('化解成功', 3, '2026-08-31'),
];

test('settled in full and in part over all found in the month, the open and the exported among them', () => {
  const figure = rate?.measure({ records: ROWS, period: SEPTEMBER, context: contextOn('2026-10-08') });
  expect([figure?.numerator, figure?.denominator, figure?.hits]).toEqual([
    3,
    6,
    ['化解成功1', '化解成功2', '部分化解1'],
  ]);
});

test('where the office counts full settlements alone', () => {
  const parameters = { '计算规则 部分化解计入化解': '否' };
  const figure = rate?.measure({ records: ROWS, period: SEPTEMBER, context: contextOn('2026-10-08', { parameters }) });
  expect(figure?.numerator).toBe(2);
});
