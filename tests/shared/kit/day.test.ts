import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayAt,
  dayFromSerial,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  isMonth,
  lastDayOfMonth,
  monthsAfter,
  serialFromDay,
  weekday,
} from '../../../shared/kit/day.ts';

describe('days as integers', () => {
  test('worked figures', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2000-03-01')).toBe(11017);
    expect(dayNumber('0001-01-01')).toBe(-719162);
    expect(dayAt(-719162)).toBe('0001-01-01');
    expect(dayAt(dayNumber('9999-12-31'))).toBe('9999-12-31');
    expect(() => dayAt(dayNumber('9999-12-31') + 1)).toThrow(RangeError);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2025-12-31', '2026-03-01')).toBe(60);
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('1969-12-28')).toBe(7);
    expect(lastDayOfMonth('2028-02')).toBe('2028-02-29');
  });

  test('only days the calendar has are days', () => {
    for (const bad of [
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-05',
      '2026-04-31',
      ' 2026-01-05',
      '2026-01-5',
    ]) {
      expect(isDay(bad)).toBe(false);
    }
    expect(isMonth('2026-13')).toBe(false);
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
    expect(dayOf(2026, 2.5, 3)).toBeUndefined();
    expect(() => dayNumber('2025-02-29')).toThrow(RangeError);
  });

  test('every day of 1900 to 2100 follows the one before and keeps its serial', () => {
    const wrong: string[] = [];
    let previous = dayNumber('1899-12-31');
    for (let year = 1900; year <= 2100; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let date = 1; date <= 31; date++) {
          const day = dayOf(year, month, date);
          if (day === undefined) continue;
          const position = dayNumber(day);
          if (position !== previous + 1 || dayAt(position) !== day) wrong.push(day);
          if (dayFromSerial(serialFromDay(day), false) !== day) wrong.push(day);
          previous = position;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(previous).toBe(dayNumber('2100-12-31'));
  });

  test('a month later ends at the month end where the date is missing (民法典 第二百零二条)', () => {
    expect(monthsAfter('2024-01-31', 1)).toBe('2024-02-29');
    expect(monthsAfter('2025-01-31', 1)).toBe('2025-02-28');
    expect(monthsAfter('2025-11-30', 3)).toBe('2026-02-28');
    expect(monthsAfter('2026-03-15', 12)).toBe('2027-03-15');
    expect(monthsAfter('2026-03-31', -1)).toBe('2026-02-28');
    expect(monthsAfter('2026-12-05', 1)).toBe('2027-01-05');
    expect(() => monthsAfter('2026-02-30', 1)).toThrow(RangeError);
  });

  test('spreadsheet serials with the day that never was, and the 1904 count', () => {
    expect(dayFromSerial(1, false)).toBe('1900-01-01');
    expect(dayFromSerial(59, false)).toBe('1900-02-28');
    expect(dayFromSerial(60, false)).toBeUndefined();
    expect(dayFromSerial(61, false)).toBe('1900-03-01');
    expect(dayFromSerial(46275.99, false)).toBe('2026-09-10');
    expect(dayFromSerial(0, false)).toBeUndefined();
    expect(dayFromSerial(2958466, false)).toBeUndefined();
    expect(dayFromSerial(0, true)).toBe('1904-01-01');
    expect(dayFromSerial(46275 - 1462, true)).toBe('2026-09-10');
    expect(dayFromSerial(Number.NaN, false)).toBeUndefined();
  });
});
