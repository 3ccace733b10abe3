import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isDay,
  lastDayOfMonth,
  monthsAfter,
  weekday,
  yearOf,
} from '../../../shared/deadlines/day.ts';

describe('day', () => {
  test('counts from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayNumber('2000-02-29')).toBe(11_016);
    expect(dayNumber('2026-11-23')).toBe(20_780);
  });

  test('agrees with the calendar of the machine from 1800 to 2200', () => {
    for (let n = -62_091; n <= 84_006; n += 1) {
      const day = new Date(n * 86_400_000).toISOString().slice(0, 10);
      if (dayFromNumber(n) !== day || dayNumber(day) !== n) expect.fail(`${n}: ${dayFromNumber(n)} is not ${day}`);
    }
  });

  test('adding and subtracting cancel out, over leap days and year ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), fc.integer({ min: -5_000, max: 5_000 }), (n, k) => {
        const day = dayFromNumber(n);
        expect(addDays(addDays(day, k), -k)).toBe(day);
        expect(daysBetween(day, addDays(day, k))).toBe(k);
        expect(weekday(addDays(day, 7))).toBe(weekday(day));
      }),
    );
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  });

  test('names the weekday, Monday 1 to Sunday 7', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2025-09-28')).toBe(7);
    expect(weekday('1969-12-31')).toBe(3);
  });

  test('a month later ends at the month end where the day is missing (民法典 第二百零二条)', () => {
    expect(monthsAfter('2024-01-31', 1)).toBe('2024-02-29');
    expect(monthsAfter('2025-01-31', 1)).toBe('2025-02-28');
    expect(monthsAfter('2025-11-30', 3)).toBe('2026-02-28');
    expect(monthsAfter('2026-03-15', 12)).toBe('2027-03-15');
    expect(monthsAfter('2026-03-31', -1)).toBe('2026-02-28');
    expect(lastDayOfMonth('2028-02')).toBe('2028-02-29');
  });

  test('refuses what is no day', () => {
    for (const text of ['2025-02-29', '2025-2-9', '2025-13-01', '2025-00-10', '2025-04-31', '', '2025/01/01']) {
      expect(isDay(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow('不是一个日期');
    }
    expect(isDay('2024-02-29')).toBe(true);
    expect(yearOf('2024-02-29')).toBe(2024);
  });
});
