import { describe, expect, test } from 'vitest';
import {
  attachments,
  children,
  choice,
  choices,
  date,
  type Field,
  integer,
  moment,
  money,
  month,
  percent,
  phone,
  references,
  residentId,
  text,
  unit,
  yesNo,
} from '../../../shared/kit/fields.ts';
import { formatForDocument, formatValue, maskNumbersIn, maskValue } from '../../../shared/kit/format.ts';
import type { Value } from '../../../shared/kit/values.ts';

const nameOf = (_ledger: string, id: string) => ({ s: '晨光社区', d: '东湖社区' })[id] ?? id;
const shown = (value: Value | undefined, field: Field<never> | Field<Value>) => formatValue(value, field.spec, nameOf);

describe('values on the screen', () => {
  test('numbers, money, dates, yes and no', () => {
    expect(shown(undefined, money('经费', '元'))).toBe('');
    expect(shown(0, money('经费', '元'))).toBe('0.00 元');
    expect(shown(123_456_789, money('经费', '元'))).toBe('1,234,567.89 元');
    expect(shown(-5, money('经费', '元'))).toBe('-0.05 元');
    expect(shown(2_000_000, money('经费', '万元'))).toBe('2.00 万元');
    expect(shown(2_000_001, money('经费', '万元'))).toBe('2.000001 万元');
    expect(shown(1_234_567, integer('户数'))).toBe('1,234,567');
    expect(shown(1234.5, percent('率'))).toBe('1234.5%');
    expect(shown(95.5, percent('率'))).toBe('95.5%');
    expect(shown('2026-01-05', date('日期'))).toBe('2026-01-05');
    expect(shown('2026-01', month('月份'))).toBe('2026-01');
    expect(shown('2026-01-05T09:41:07+08:00', moment('时间'))).toBe('2026-01-05 09:41');
    expect(shown(false, yesNo('在用'))).toBe('否');
  });

  test('references by name, lists joined, rows counted', () => {
    expect(shown('s', unit('社区'))).toBe('晨光社区');
    expect(shown(['s', 'd'], references('社区', { ledger: 'organisation' }))).toBe('晨光社区、东湖社区');
    expect(shown(['人员', '物资'], choices('保障', ['人员', '物资']))).toBe('人员、物资');
    expect(shown([{ id: 'a' }, { id: 'b' }], children('意见', { on: date('日期') }))).toBe('2 条');
    expect(shown([{ hash: 'h', name: 'n', size: 1 }], attachments('附件'))).toBe('1 个');
    expect(shown('open', choice('状态', [{ value: 'open', title: '办理中' }]))).toBe('办理中');
    expect(shown([], choices('保障', ['人员']))).toBe('');
  });

  test('days in documents without leading zeros', () => {
    expect(formatForDocument('2026-01-05', date('日期').spec, nameOf)).toBe('2026年1月5日');
  });
});

describe('masking', () => {
  const masked = (value: Value, field: Field<never> | Field<Value>) => maskValue(value, field.spec);

  test('what stays to be recognised by', () => {
    expect(masked('440308199003071234', residentId('身份证号'))).toBe('440308********1234');
    expect(masked('440308900307123', residentId('身份证号'))).toBe('440308*****7123');
    expect(masked('13812345678', phone('电话'))).toBe('138****5678');
    expect(masked('12345', phone('电话'))).toBe('1****');
    expect(masked('张某某', text('姓名'))).toBe('张**');
    expect(masked('𫖯某', text('姓名'))).toBe('𫖯*');
    expect(masked('幸福路12号3单元', text('住址'))).toBe('幸福路******');
    expect(masked('1990-03-07', date('出生日期'))).toBe('1990-**-**');
    expect(masked('中共党员', choice('政治面貌', ['中共党员']))).toBe('***');
    expect(masked(3, integer('人口'))).toBe('***');
    expect(maskValue(undefined, text('姓名').spec)).toBeUndefined();
  });
});

test.each([
  ['请联系王某13812345678或138 1234 5678', '请联系王某138****5678或138 **** 5678'],
  ['身份证11010519491231002x，工单202509051234567890', '身份证110105********002x，工单202509051234567890'],
  ['座机0551-1234567，编号1381234567890', '座机0551-1234567，编号1381234567890'],
])('numbers of people within %s', (text, shown) => {
  expect(maskNumbersIn(text)).toBe(shown);
});
