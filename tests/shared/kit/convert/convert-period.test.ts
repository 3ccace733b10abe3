import { describe, expect, test } from 'vitest';
import { convertPeriod, periodFromCell } from '../../../../shared/kit/convert/convert-period.ts';
import { dayAt, dayNumber } from '../../../../shared/kit/day.ts';
import { fc } from '../../../properties.ts';

describe('one cell for a start and an end', () => {
  test('months become their first and last day, and that is said', () => {
    expect(convertPeriod('2026.12-2027.1')).toEqual({
      start: '2026-12-01',
      end: '2027-01-31',
      changed: '“2026.12-2027.1”记为 2026-12-01 至 2027-01-31',
    });
    expect(convertPeriod('2027.1-2027.4')).toMatchObject({ start: '2027-01-01', end: '2027-04-30' });
    expect(convertPeriod('2027.1-2028.2')).toMatchObject({ end: '2028-02-29' });
  });

  test.each([
    ['2026年12月至2027年1月', '2026-12-01', '2027-01-31'],
    ['2026年12月 — 2027年1月', '2026-12-01', '2027-01-31'],
    ['２０２６．１２－２０２７．１', '2026-12-01', '2027-01-31'],
    ['2026-12-2027-01', '2026-12-01', '2027-01-31'],
    ['2026/12~2027/1', '2026-12-01', '2027-01-31'],
    ['202612-202701', '2026-12-01', '2027-01-31'],
    ['2026-12-01~2027-01-15', '2026-12-01', '2027-01-15'],
    ['2026-12-01-2027-01-15', '2026-12-01', '2027-01-15'],
    ['2026.12.1-2027.1.15', '2026-12-01', '2027-01-15'],
    ['20261201-20270115', '2026-12-01', '2027-01-15'],
    ['2026年12月1日至2027年1月15日', '2026-12-01', '2027-01-15'],
    ['2026年3月至6月', '2026-03-01', '2026-06-30'],
    ['2026年3月5日至6月10日', '2026-03-05', '2026-06-10'],
    ['2026.12.5-2027.1', '2026-12-05', '2027-01-31'],
    ['2026年', '2026-01-01', '2026-12-31'],
    ['2026年2月', '2026-02-01', '2026-02-28'],
    ['2026-12-01', '2026-12-01', '2026-12-01'],
    ['2026.1-6', '2026-01-01', '2026-06-30'],
    ['2026年3-5月', '2026-03-01', '2026-05-31'],
    ['2026年3月份至5月份', '2026-03-01', '2026-05-31'],
    ['2026.03.01—03.31', '2026-03-01', '2026-03-31'],
    ['2026/3/1-4/15', '2026-03-01', '2026-04-15'],
    ['2026年3月1日至31日', '2026-03-01', '2026-03-31'],
    ['2026年上半年', '2026-01-01', '2026-06-30'],
    ['2026下半年', '2026-07-01', '2026-12-31'],
    ['2026年第一季度', '2026-01-01', '2026-03-31'],
    ['2026年4季度', '2026-10-01', '2026-12-31'],
  ])('%s', (raw, start, end) => {
    expect(convertPeriod(raw)).toMatchObject({ start, end });
  });

  test.each([
    ['长期', 'period/unreadable'],
    ['', 'period/unreadable'],
    ['3月1日-3月31日', 'period/unreadable'],
    ['2026.12-31', 'period/no-such-day'],
    ['26.12-27.1', 'period/unreadable'],
    ['1/2/2026-3/2/2026', 'period/unreadable'],
    ['2026.13-2027.1', 'period/no-such-day'],
    ['2026-02-30~2026-03-01', 'period/no-such-day'],
    ['2027.1-2026.12', 'period/reversed'],
  ])('%s is refused', (raw, code) => {
    expect(convertPeriod(raw)).toMatchObject({ severity: 'error', code });
  });

  test('two days in any form and with any sign between come back', () => {
    const position = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') });
    const forms: readonly ((day: string) => string)[] = [
      (day) => day,
      (day) => day.replaceAll('-', '.'),
      (day) => day.replaceAll('-', ''),
      (day) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
    ];
    fc.assert(
      fc.property(position, position, fc.nat(3), fc.constantFrom('-', '~', '至', '—', ' 到 '), (a, b, form, sign) => {
        const start = dayAt(Math.min(a, b));
        const end = dayAt(Math.max(a, b));
        const write = forms[form] ?? String;
        expect(convertPeriod(`${write(start)}${sign}${write(end)}`)).toEqual({ start, end });
      }),
    );
  });
});

test('cells that have lost what was written are refused, not read as the first month or a single day', () => {
  expect(periodFromCell({ kind: 'number', number: 2026.1 }, '2026.1')).toMatchObject({ code: 'month/ambiguous' });
  expect(periodFromCell({ kind: 'number', number: 2026.12 }, '2026.12')).toMatchObject({
    start: '2026-12-01',
    end: '2026-12-31',
  });
  expect(periodFromCell({ kind: 'date', serial: 46357 }, '2026-12-01')).toMatchObject({
    code: 'period/ambiguous',
    message: '日期格 2026-12-01 可能指这一天，也可能指整个 12 月，请改写成 2026-12-01 或 2026.12 的文字',
  });
  expect(periodFromCell({ kind: 'date', serial: 46371 }, '2026-12-15')).toMatchObject({ end: '2026-12-15' });
});
