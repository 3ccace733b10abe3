import { describe, expect, test } from 'vitest';
import { convertCell } from '../../../../shared/kit/convert/convert-cell.ts';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { decimal, type Field, integer, money, percent } from '../../../../shared/kit/fields.ts';
import { moneyDigits } from '../../../../shared/kit/format-money.ts';
import type { Value } from '../../../../shared/kit/values.ts';
import { fc } from '../../../properties.ts';
import { plainLookup, typed } from './lookup.ts';

const funds = money('拟拨经费', '元').nothingMeans(0);
const inTenThousands = { ...plainLookup, headerUnit: '万元' } as const;
const cell = (number: number, field: Field<Value> | Field<never>, lookup = plainLookup) =>
  convertCell({ kind: 'number', number }, field.spec, lookup);

describe('money', () => {
  test('2万 under 经费（万元） and under 经费（元） is the same money, and is said', () => {
    expect(convertText('2万', funds.spec, inTenThousands)).toEqual({
      value: 2_000_000,
      changed: '“2万”记为 20,000.00 元',
      complaints: [],
    });
    expect(typed('2万', funds)).toBe(2_000_000);
    expect(typed('2万元', funds)).toBe(2_000_000);
    expect(convertText('2万元', money('经费', '万元').spec, plainLookup)).toEqual({ value: 2_000_000, complaints: [] });
  });

  test('the unit of the header counts for bare numbers, and its use is said', () => {
    expect(cell(1.2, funds, inTenThousands)).toEqual({
      value: 1_200_000,
      changed: '“1.2”（列头单位万元）记为 12,000.00 元',
      complaints: [],
    });
    expect(cell(3580.5, funds)).toEqual({ value: 358_050, complaints: [] });
    expect(typed('3,860', funds)).toBe(386_000);
    expect(typed('￥3,860.00元整', funds)).toBe(386_000);
    expect(typed('1.5亿', funds)).toBe(15_000_000_000);
    expect(typed('200元', funds, inTenThousands)).toBe(20_000);
    expect(typed('１００', funds)).toBe(10_000);
    expect(typed('-5', funds)).toBe(-500);
  });

  test('blank is not zero, 无 is what the field says, 待定 is an error', () => {
    expect(convertText('', funds.spec, plainLookup)).toEqual({ complaints: [] });
    expect(convertText('无', funds.spec, plainLookup)).toEqual({
      value: 0,
      changed: '“无”记为 0.00 元',
      complaints: [],
    });
    expect(convertText('—', funds.nothingMeans('blank').spec, plainLookup)).toEqual({
      changed: '“—”按空白处理',
      complaints: [],
    });
    expect(typed('无', money('经费', '元'))).toBe('text/nothing');
    expect(typed('待定', funds)).toBe('money/undecided');
  });

  test('what is no single amount is an error', () => {
    for (const raw of ['约2万', '2-3万', '二万', '1,5', '12,34', '2万3', '财政拨款', '1.2.3', '2万/年', '元', '.']) {
      expect(typed(raw, funds), raw).toBe('money/unreadable');
    }
    expect(typed('99999999999999999', funds)).toBe('money/large');
  });

  test('parts of a fen are rounded, and that is said', () => {
    expect(cell(333.335, funds)).toMatchObject({ value: 33_334, changed: '“333.335”四舍五入到分，记为 333.34 元' });
    expect(cell(0.1 + 0.2, funds)).toEqual({ value: 30, complaints: [] });
    expect(typed('0.005', funds)).toBe(1);
    expect(typed('-0.005', funds)).toBe(-1);
    expect(typed('-0.001', funds)).toBe(0);
  });

  test('every amount comes back from what is written of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 14 }), (fen) => {
        expect(typed(moneyDigits(fen, '元'), funds)).toBe(fen);
        expect(typed(moneyDigits(fen, '万元'), funds, inTenThousands)).toBe(fen);
        expect(typed(`${moneyDigits(fen, '万元')}万`, funds)).toBe(fen);
        expect(typed(`${moneyDigits(fen, '元').replaceAll(',', '')}元`, funds, inTenThousands)).toBe(fen);
      }),
    );
  });

  test('every amount of fen a number cell can hold comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
        expect(cell(fen / 100, funds).value).toBe(fen);
        expect(cell(fen / 1_000_000, funds, inTenThousands).value).toBe(fen);
      }),
    );
  });
});

describe('integers and percentages', () => {
  const persons = integer('涉及人数');
  const rate = percent('满意率');

  test('integers', () => {
    expect(typed('1,200', persons)).toBe(1200);
    expect(convertText('8级', persons.spec, plainLookup)).toEqual({ value: 8, changed: '“8级”记为 8', complaints: [] });
    expect(typed('12.0', persons)).toBe(12);
    expect(cell(12, persons).value).toBe(12);
    expect(cell(1e21, persons).complaints[0]?.code).toBe('number/large');
    expect(typed('12.5', persons)).toBe('number/fraction');
    for (const raw of ['约300', '300左右', '3-5', '三', '2万', '1 200']) {
      expect(typed(raw, persons), raw).toBe('number/unreadable');
    }
  });

  test('percentages', () => {
    expect(typed('95.5%', rate)).toBe(95.5);
    expect(typed('95.5％', rate)).toBe(95.5);
    expect(typed('95.5', rate)).toBe(95.5);
    expect(cell(0.955, rate)).toMatchObject({ value: 95.5, changed: '“0.955”按 95.5% 记' });
    expect(cell(0.955, rate).complaints[0]).toMatchObject({ severity: 'warning', code: 'percent/fraction' });
    expect(cell(0.07, rate).value).toBe(7);
    expect(typed('0.5%', rate)).toBe(0.5);
    expect(typed('0', rate)).toBe(0);
    expect(typed('九成', rate)).toBe('percent/unreadable');
  });
});

describe('decimal', () => {
  const hours = decimal('服务时长').min(0);

  test('a half is a half, and a counter word behind it is left out and said', () => {
    expect(cell(1.5, hours)).toEqual({ value: 1.5, complaints: [] });
    expect(convertText('2.5小时', hours.spec, plainLookup)).toEqual({
      value: 2.5,
      changed: '“2.5小时”记为 2.5',
      complaints: [],
    });
    expect(typed('０．５', hours)).toBe(0.5);
  });

  test.each([
    ['80%', 0.8],
    ['120.5％', 1.205],
  ])('a share %s is %s, and said', (share, value) => {
    expect(convertText(share, decimal('薪酬系数').spec, plainLookup)).toEqual({
      value,
      changed: `“${share}”记为 ${value}`,
      complaints: [],
    });
  });

  test('no more than the 15 digits a sheet keeps, so that it comes back from an export; no minus zero', () => {
    expect(typed('0.12345678901234567', hours)).toBe(0.123456789012346);
    expect(typed('-0', hours)).toBe(0);
    for (const raw of ['9'.repeat(400), '1234567890123456']) {
      for (const field of [hours, percent('满意率'), integer('涉及人数')])
        expect(typed(raw, field), raw).toBe('number/large');
    }
  });

  test('what is no single number is an error', () => {
    for (const raw of ['半天', '1-2', '约2', '1.2.3', '1.5‰']) expect(typed(raw, hours), raw).toBe('number/unreadable');
  });
});
