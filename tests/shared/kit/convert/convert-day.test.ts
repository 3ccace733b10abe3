import { describe, expect, test } from 'vitest';
import { convertCell } from '../../../../shared/kit/convert/convert-cell.ts';
import { convertText } from '../../../../shared/kit/convert/convert-text.ts';
import { dayAt, dayNumber, serialFromDay } from '../../../../shared/kit/day.ts';
import { date, moment, month } from '../../../../shared/kit/fields.ts';
import { plainLookup, typed } from './lookup.ts';

const day = date('收件日期');
const cell1904 = { ...plainLookup, date1904: true };
const number = (value: number) => ({ kind: 'number', number: value }) as const;
const serial = (value: number) => ({ kind: 'date', serial: value }) as const;

describe('dates', () => {
  test('the forms people write', () => {
    for (const raw of [
      '2025-01-31',
      '2025/1/31',
      '2025.1.31',
      '2025年1月31日',
      '2025年1月31号',
      '2025 年 1 月 31 日',
      '20250131',
      ' 2025-1-31 ',
      '２０２５－０１－３１',
      '2025.01.31',
      '2025\u200b-01-31',
    ]) {
      expect(typed(raw, day), raw).toBe('2025-01-31');
    }
  });

  test('every day of 1900 to 2100 comes back from each form and from its serials', () => {
    const wrong: string[] = [];
    for (let at = dayNumber('1900-01-01'); at <= dayNumber('2100-12-31'); at++) {
      const expected = dayAt(at);
      const [year = '', monthPart = '', datePart = ''] = expected.split('-');
      const plainMonth = String(Number(monthPart));
      const plainDate = String(Number(datePart));
      const forms = [
        expected,
        `${year}/${plainMonth}/${plainDate}`,
        `${year}.${plainMonth}.${plainDate}`,
        `${year}年${plainMonth}月${plainDate}日`,
        `${year}${monthPart}${datePart}`,
      ];
      for (const form of forms) if (convertText(form, day.spec, plainLookup).value !== expected) wrong.push(form);
      if (convertCell(serial(serialFromDay(expected)), day.spec, plainLookup).value !== expected) wrong.push(expected);
    }
    expect(wrong).toEqual([]);
  });

  test('what could be read in two ways is an error, not a guess', () => {
    for (const raw of ['1/2/2025', '31/1/2025', '25.1.3', '25-01-03', '1.2.25']) {
      expect(typed(raw, day), raw).toBe('date/ambiguous');
    }
    expect(typed('2025.1', day)).toBe('date/month-only');
    expect(typed('2025年1月', day)).toBe('date/month-only');
    expect(typed('2025-1/31', day)).toBe('date/unreadable');
    for (const yearless of ['9月5日', '9.4', '3/8']) expect(typed(yearless, day), yearless).toBe('date/no-year');
    expect(typed('明天', day)).toBe('date/unreadable');
    expect(typed('2025-02-29', day)).toBe('date/no-such-day');
    expect(typed('20251301', day)).toBe('date/no-such-day');
    expect(typed('1899-12-31', day)).toBe('date/year');
    expect(typed('', day)).toBeUndefined();
    expect(typed(' \u3000\u200b', day)).toBeUndefined();
  });

  test('serials, the day that never was, and workbooks counting from 1904', () => {
    const stored = (serialNumber: number, lookup = plainLookup) =>
      convertCell(serial(serialNumber), day.spec, lookup).value;
    expect(stored(46275)).toBe('2026-09-10');
    expect(stored(46275.99)).toBe('2026-09-10');
    expect(stored(59)).toBe('1900-02-28');
    expect(stored(60)).toBeUndefined();
    expect(stored(61)).toBe('1900-03-01');
    expect(stored(46275 - 1462, cell1904)).toBe('2026-09-10');
    expect(convertCell(number(46275), day.spec, plainLookup)).toMatchObject({
      value: '2026-09-10',
      changed: '数字 46275 按表格日期序号读作 2026-09-10',
    });
    expect(convertCell(number(20260910), day.spec, plainLookup)).toEqual({ value: '2026-09-10', complaints: [] });
    expect(convertCell(number(2026), day.spec, plainLookup).complaints[0]?.code).toBe('date/unreadable');
    expect(typed('46275', day)).toBe('2026-09-10');
  });

  test('a time of day is dropped and said', () => {
    expect(convertText('2026-09-10 12:30', day.spec, plainLookup)).toMatchObject({
      value: '2026-09-10',
      changed: '“2026-09-10 12:30”去掉时刻，记为 2026-09-10',
    });
  });
});

describe('months', () => {
  const born = month('出生年月');

  test('the forms people write', () => {
    for (const raw of ['2026.10', '2026年10月', '2026-10', '2026/10', '202610', '２０２６．１０']) {
      expect(typed(raw, born), raw).toBe('2026-10');
    }
    expect(typed('2026.1', born)).toBe('2026-01');
    expect(typed('2026-13', born)).toBe('month/unreadable');
    expect(convertText('2026-10-08', born.spec, plainLookup).changed).toBe('“2026-10-08”只取年月，记为 2026-10');
  });

  test('a text of 2026.1 is January, said where nothing shows that the column keeps the zero of 2026.10', () => {
    const read = (raw: string, keepsLastZero: boolean) =>
      convertCell({ kind: 'text', text: raw }, born.spec, { ...plainLookup, keepsLastZero: () => keepsLastZero });
    expect(read('2026.1', true)).toEqual({ value: '2026-01', complaints: [] });
    expect(read('2026.1', false)).toEqual({
      value: '2026-01',
      complaints: [
        {
          code: 'month/lost-zero',
          severity: 'warning',
          message: '“2026.1”按 1 月记为 2026-01；若原是丢了末尾 0 的 10 月，请改成 2026-10',
        },
      ],
    });
    for (const clear of ['2026.01', '2026.11', '2026.10', '2026.2', '2026-1', '2026年1月']) {
      expect(read(clear, false).complaints, clear).toEqual([]);
    }
    // Typed by hand, it is what was typed.
    expect(convertText('2026.1', born.spec, plainLookup).complaints).toEqual([]);
  });

  test('a number cell loses the zero of 2026.10', () => {
    const stored = (value: number) => convertCell(number(value), born.spec, plainLookup);
    expect(stored(1971.1).complaints[0]?.code).toBe('month/ambiguous');
    expect(stored(1976.07).value).toBe('1976-07');
    expect(stored(1976.11).value).toBe('1976-11');
    expect(stored(1976.2).value).toBe('1976-02');
    expect(stored(202610).value).toBe('2026-10');
    expect(stored(46275).value).toBe('2026-09');
    expect(convertCell(serial(46275), born.spec, plainLookup).value).toBe('2026-09');
  });
});

describe('moments', () => {
  const received = moment('接收时间');

  test('to the second, in the one time zone', () => {
    expect(typed('2026-09-10 9:05', received)).toBe('2026-09-10T09:05:00+08:00');
    expect(typed('2026年9月10日 9时5分', received)).toBe('2026-09-10T09:05:00+08:00');
    expect(typed('2026/9/10 12:30:14', received)).toBe('2026-09-10T12:30:14+08:00');
    expect(typed('2026-09-10T09:05:00+08:00', received)).toBe('2026-09-10T09:05:00+08:00');
    expect(typed('2026-09-10 25:00', received)).toBe('date/no-such-time');
    expect(convertText('2026.9.10', received.spec, plainLookup)).toMatchObject({
      value: '2026-09-10T00:00:00+08:00',
      changed: '“2026.9.10”没有写时刻，按 00:00 记',
    });
  });

  test('a moment of another offset is turned to the time here, and said', () => {
    expect(convertText('2026-01-31T20:00:00Z', received.spec, plainLookup)).toEqual({
      value: '2026-02-01T04:00:00+08:00',
      changed: '“2026-01-31T20:00:00Z”换成北京时间，记为 2026-02-01 04:00:00',
      complaints: [],
    });
    expect(typed('2026-01-31T20:00-05:30', received)).toBe('2026-02-01T09:30:00+08:00');
    expect(typed('2026/3/1 06:59:30.250 +09:00', received)).toBe('2026-03-01T05:59:30+08:00');
    expect(typed('2026-01-31T20:00+08:00', received)).toBe('2026-01-31T20:00:00+08:00');
  });

  test.each([
    ['2026年8月20日 下午3点', '2026-08-20T15:00:00+08:00'],
    ['2026-8-20 下午3点半', '2026-08-20T15:30:00+08:00'],
    ['2026.8.20 15时', '2026-08-20T15:00:00+08:00'],
    ['2026-08-20 上午 9:05', '2026-08-20T09:05:00+08:00'],
    ['2026-08-20 中午12点', '2026-08-20T12:00:00+08:00'],
    ['2026-08-20 中午1点', '2026-08-20T13:00:00+08:00'],
    ['2026-08-20 晚上8点10分', '2026-08-20T20:10:00+08:00'],
    ['2026-08-20 下午15点', '2026-08-20T15:00:00+08:00'],
  ])('the half of the day in words: %s', (raw, value) => {
    const changed = `“${raw}”记为 ${value.slice(0, 19).replace('T', ' ')}`;
    expect(convertText(raw, received.spec, plainLookup)).toEqual({ value, changed, complaints: [] });
  });

  test('midnight in words belongs to two days', () => {
    expect(typed('2026-08-20 晚上12点', received)).toBe('date/no-such-time');
    expect(typed('2026-08-20 凌晨12点', received)).toBe('date/no-such-time');
  });

  test('a time that cannot be read is told of as the time, not as the day before it', () => {
    for (const raw of ['2026-09-10 9:5', '2026年9月10日 9.05', '2026-9-1 8:30-11:30']) {
      expect(convertText(raw, received.spec, plainLookup).complaints, raw).toMatchObject([
        { code: 'date/unreadable', message: `“${raw}”的时刻没有读懂，请写成 2026-01-05 09:30` },
      ]);
    }
    expect(convertText('明天 9:05', received.spec, plainLookup).complaints[0]?.message).toContain('不是日期');
  });

  test('a stretch of time is no moment: neither of its ends is chosen', () => {
    expect(typed('2026-09-01 08:30-11:30', received)).toBe('date/unreadable');
    expect(typed('2026-09-01 09:00-10:30', received)).toBe('date/unreadable');
  });

  test('an hour no clock shows is an error, with an offset too', () => {
    for (const raw of [
      '2026-01-31T25:61+08:00',
      '2026-01-31T24:00:00Z',
      '2026-01-31T20:00:60Z',
      '2026-01-31T20:00+25:00',
    ]) {
      expect(typed(raw, received), raw).toBe('date/no-such-time');
    }
    expect(typed('2026-02-30T20:00:00Z', received)).toBe('date/no-such-day');
    expect(typed('2100-12-31T20:00:00Z', received)).toBe('date/year');
    expect(typed('9999-12-31T23:00:00-05:00', received)).toBe('date/year');
  });

  test('serials round to the second, also over midnight', () => {
    const stored = (value: number) => convertCell(serial(value), received.spec, plainLookup).value;
    expect(stored(46275 + (12 * 3600 + 30 * 60 + 13.999) / 86400)).toBe('2026-09-10T12:30:14+08:00');
    expect(stored(46275.9999999)).toBe('2026-09-11T00:00:00+08:00');
    expect(stored(46275)).toBe('2026-09-10T00:00:00+08:00');
  });

  test.each([8.2, 2026.8, 2026, 20268, 820])(
    'the number %d is no moment: no serial is made of a date cut short',
    (value) => {
      const read = convertCell(number(value), received.spec, plainLookup);
      expect(read.value).toBeUndefined();
      expect(read.complaints).toMatchObject([
        { severity: 'error', code: value === 20268 ? 'date/serial' : 'date/unreadable' },
      ]);
    },
  );

  test('a plain number that is a serial of our days is read so, and said', () => {
    expect(convertCell(number(46275.5), received.spec, plainLookup)).toEqual({
      value: '2026-09-10T12:00:00+08:00',
      changed: '数字 46275.5 按表格日期序号读作 2026-09-10 12:00:00',
      complaints: [],
    });
    expect(convertCell(number(20260910), received.spec, plainLookup).value).toBe('2026-09-10T00:00:00+08:00');
    expect(typed('20268', received)).toBe('date/serial');
    expect(typed('20268', day)).toBe('date/serial');
  });
});

test.each([
  ['二〇二六年三月五日', '2026-03-05'],
  ['二○二六年十月二十一日', '2026-10-21'],
  ['二零二六年十二月十日', '2026-12-10'],
  ['2026年三月三十一日', '2026-03-31'],
  ['2026.3.5日', '2026-03-05'],
  ['2026。3。9', '2026-03-09'],
  ['2026、3、9', '2026-03-09'],
  ['2026/03/05 星期四', '2026-03-05'],
  ['2026-3-5(周四)', '2026-03-05'],
  ['2026年3月5号上午', '2026-03-05'],
])('the habit %s says one day, and what it is kept as is said', (raw, stored) => {
  const conversion = convertCell({ kind: 'text', text: raw }, day.spec, plainLookup);
  expect(conversion).toEqual({ value: stored, changed: `“${raw}”记为 ${stored}`, complaints: [] });
});

test('an apostrophe before a day keeps a cell a text, and is no part of it', () => {
  expect(typed("'2026-03-05", day)).toBe('2026-03-05');
});

test.each([
  ['2026年3月份', '2026-03'],
  ['2026年3月起', '2026-03'],
  ['二〇二六年三月', '2026-03'],
])('the month %s', (raw, stored) => {
  expect(typed(raw, month('月份'))).toBe(stored);
});
