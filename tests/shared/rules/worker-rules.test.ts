import { describe, expect, test } from 'vitest';
import { readClock } from '../../../shared/deadlines/read-clock.ts';
import { worker } from '../../../shared/ledgers/worker.ts';
import { contractClock } from '../../../shared/rules/worker-clocks.ts';
import { ageOn, hasDegree, isOnDuty, payOfParts, yearlyPayOf } from '../../../shared/rules/worker-facts.ts';
import { codesOf, contextOf, record } from '../ledgers/support.ts';

const codes = (values: { readonly [field: string]: string | number | boolean }) => codesOf(worker, values, contextOf());

describe('a roster line that cannot be right', () => {
  test('month and sex against the ID number', () => {
    expect(codes({ idNo: '99031119880905243X', birth: '1988-09', sex: '男' })).toEqual([]);
    expect(codes({ idNo: '99031119880905243X', birth: '1989-09', sex: '女' })).toEqual(['worker/birth', 'worker/sex']);
  });

  test.each([
    ['正职', 6, ['worker/grade']],
    ['正职', 7, []],
    ['正职', 18, []],
    ['副职', 3, ['worker/grade']],
    ['副职', 15, []],
    ['副职', 16, ['worker/grade']],
    ['其他', 12, []],
    ['其他', 13, ['worker/grade']],
  ])('%s at level %i', (postKind, grade, expected) => {
    expect(codes({ postKind, grade })).toEqual(expected);
  });

  test('the bounds are the office’s own where it has set them', () => {
    const own = record('p', { group: '等级系数', key: '其他最高等级', value: '14' });
    expect(codesOf(worker, { postKind: '其他', grade: 13 }, contextOf({ parameter: [own] }))).toEqual([]);
  });

  test('a coefficient off the share its post is paid, unless it says why; the share is the office’s own', () => {
    const shares = [record('p', { group: '等级系数', key: '副职薪酬比例', value: '82.5' })];
    const said = (values: { readonly [field: string]: string | number }) =>
      codesOf(worker, { postKind: '副职', ...values }, contextOf({ parameter: shares }));
    expect(said({ payCoefficient: 0.825 })).toEqual([]);
    expect(said({ payCoefficient: 0.8 })).toEqual(['worker/coefficient']);
    expect(said({ payCoefficient: 0.8, coefficientReason: '试用期' })).toEqual([]);
    // No share is known of that post: nothing to hold it against.
    expect(said({ postKind: '其他', payCoefficient: 0.9 })).toEqual([]);
    const [first] = worker.check({ postKind: '副职', payCoefficient: 0.8 }, contextOf({ parameter: shares }));
    expect(first?.message).toBe(
      '副职的薪酬比例为 82.5%（基础参数“等级系数”），现为 0.8。确有依据的，请填写“系数说明”。',
    );
  });

  test.each(['80', '100'])('a coefficient of %s is a percentage, and refused with what it would be', (typed) => {
    const said = worker.check({ payCoefficient: Number(typed) }, contextOf());
    expect(said).toMatchObject([{ severity: 'error', code: 'worker/coefficient-percent', field: 'payCoefficient' }]);
    expect(said[0]?.message).toBe(
      `薪酬系数是工资基数的倍数，${typed} 太大。如果是 ${typed}%，请填 ${{ 80: '0.8', 100: '1' }[typed]}。`,
    );
    expect(codes({ payCoefficient: Number(typed), coefficientReason: '试用期' })).toEqual([
      'worker/coefficient-percent',
    ]);
  });

  test('a coefficient typed as text before it was a number is kept, shown and asked for as a number', () => {
    expect(codes({ postKind: '副职', coefficient: '0.8（试用）' })).toEqual(['worker/coefficient-text']);
    expect(codes({ postKind: '副职', coefficient: '0.8（试用）', payCoefficient: 0.8 })).toEqual([]);
  });

  test('more in the parts of pay than in the month is refused, less is said', () => {
    const parts = { payBase: 300_000, payPost: 100_000, payPerformance: 60_000 };
    expect(codes({ ...parts, monthlyPay: 460_000 })).toEqual([]);
    expect(codes({ ...parts, monthlyPay: 450_000 })).toEqual(['worker/pay-parts']);
    expect(codes({ ...parts, monthlyPay: 470_000 })).toEqual(['worker/pay-rest']);
    const [said] = worker.check({ ...parts, monthlyPay: 450_000 }, contextOf());
    expect(said).toMatchObject({
      severity: 'error',
      field: 'monthlyPay',
      message: '各项合计 4,600.00 元，比月应发工资多 100.00 元，请核对',
    });
  });

  test('a year that is not twelve of its months is said, whether the month was entered or is the sum of its parts', () => {
    expect(codes({ monthlyPay: 510_000, yearlyPay: 6_120_000 })).toEqual([]);
    expect(codes({ payBase: 400_000, payPost: 110_000, yearlyPay: 6_120_000 })).toEqual([]);
    expect(codes({ payBase: 400_000, payPost: 110_000, yearlyPay: 6_000_000 })).toEqual(['worker/pay-months']);
    expect(codes({ yearlyPay: 6_000_000 })).toEqual([]);
    const [said] = worker.check({ monthlyPay: 510_000, yearlyPay: 6_500_000 }, contextOf());
    expect(said).toMatchObject({
      severity: 'warning',
      field: 'yearlyPay',
      message: '年应发合计 65,000.00 元，与月应发工资×12（61,200.00 元）不一致，请核对',
    });
  });

  test('a year below a month; a contract without its end; gone without a reason', () => {
    expect(codes({ monthlyPay: 460_000, yearlyPay: 460_00 })).toEqual(['worker/pay-year']);
    expect(codes({ hire: '合同' })).toEqual(['worker/contract']);
    expect(codes({ onDuty: false })).toEqual(['worker/off-reason']);
    expect(codes({ onDuty: true, leftOn: '2026-03-01' })).toEqual(['worker/left']);
  });
});

describe('what a roster line says on a day', () => {
  test('the age in full years, by the day where it is known', () => {
    const born = record('w', { idNo: '99031119880905243X' });
    expect(ageOn(born, '2026-09-04')).toBe(37);
    expect(ageOn(born, '2026-09-05')).toBe(38);
    expect(ageOn(record('w', { birth: '1994-05' }), '2026-04-30')).toBe(31);
    expect(ageOn(record('w', { birth: '1994-05' }), '2026-05-01')).toBe(32);
    expect(ageOn(record('w', {}), '2026-05-01')).toBeUndefined();
  });

  test('on duty from the day of coming until the day of leaving', () => {
    const person = record('w', { communityFrom: '2024-03-01', leftOn: '2026-02-01', onDuty: false });
    expect(['2024-02-29', '2024-03-01', '2026-01-31', '2026-02-01'].map((day) => isOnDuty(person, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isOnDuty(record('w', {}), '2026-01-01')).toBe(true);
    expect(isOnDuty(record('w', { onDuty: false }), '2026-01-01')).toBe(false);
  });

  test('the higher of two educations', () => {
    expect(hasDegree(record('w', { degree: '高中中专', degreeOnJob: '本科' }), '本科')).toBe(true);
    expect(hasDegree(record('w', { degree: '大专' }), '本科')).toBe(false);
    expect(hasDegree(record('w', {}), '大专')).toBeUndefined();
  });

  test('the year’s pay says whether it was entered or counted: 5,100 a month are 61,200', () => {
    expect(yearlyPayOf(record('w', { yearlyPay: 6_120_000, monthlyPay: 500_000 }))).toEqual({
      amount: 6_120_000,
      how: '填报数',
    });
    expect(yearlyPayOf(record('w', { monthlyPay: 510_000 }))).toEqual({ amount: 6_120_000, how: '月应发×12' });
    expect(yearlyPayOf(record('w', { payBase: 400_000, payPost: 110_000 }))).toEqual({
      amount: 6_120_000,
      how: '月应发×12',
    });
    expect(yearlyPayOf(record('w', {}))).toBeUndefined();
    expect(payOfParts({ payBase: 0 })).toBe(0);
  });
});

describe('合同到期提醒', () => {
  const readOn = (today: string, more = {}) =>
    readClock(contractClock, record('w', { contractTo: '2026-12-31', ...more }), { ...contextOf(), today });

  test('begins thirty days before the end and is late the day after it', () => {
    expect(readOn('2026-11-30')).toEqual([]);
    expect(readOn('2026-12-01')).toMatchObject([
      { startedOn: '2026-12-01', dueOn: '2026-12-31', left: 30, dueWhy: '合同写明' },
    ]);
    expect(readOn('2027-01-01')).toMatchObject([{ level: 'red', left: -1 }]);
  });

  test('keeps its thirty days where the parameter holds no whole number', () => {
    const context = { ...contextOf(), today: '2026-12-01', parameter: () => '三十天' };
    expect(readClock(contractClock, record('w', { contractTo: '2026-12-31' }), context)).toMatchObject([
      { startedOn: '2026-12-01', left: 30 },
    ]);
  });

  test('is not asked of who has left', () => {
    expect(readOn('2026-12-15', { leftOn: '2026-12-10', onDuty: false })).toEqual([]);
  });
});
