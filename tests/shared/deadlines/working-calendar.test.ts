import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { HOLIDAY_SEED } from '../../../shared/deadlines/holiday-seed.ts';
import {
  addWorkingDays,
  buildCalendar,
  calendarFrom,
  holidayRows,
  isUncertain,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../../../shared/deadlines/working-calendar.ts';
import { dayAt, dayNumber } from '../../../shared/kit/day.ts';
import { holiday } from '../../../shared/ledgers/holiday.ts';
import { fc } from '../../properties.ts';

const calendar = buildCalendar(holidayRows(HOLIDAY_SEED));

describe('holiday seed', () => {
  test('agrees with chinese-days on every day of 2024, 2025 and 2026', () => {
    const differing: string[] = [];
    for (let n = dayNumber('2024-01-01'); n <= dayNumber('2026-12-31'); n += 1) {
      const day = dayAt(n);
      if (isWorkingDay(calendar, day) !== chineseDays.isWorkday(day)) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  test('counts the make-up days the notices name: 8, 5 and 6', () => {
    expect(HOLIDAY_SEED.map(({ year, worked }) => [year, worked.length])).toEqual([
      [2024, 8],
      [2025, 5],
      [2026, 6],
    ]);
    for (const { day } of HOLIDAY_SEED.flatMap(({ worked }) => worked)) expect(isWorkingDay(calendar, day)).toBe(true);
  });
});

test('the calendar comes from the very fields the holiday ledger has', () => {
  const rows = holidayRows(HOLIDAY_SEED);
  const fields = Object.keys(holiday.fields);
  const records = rows.map((values) => ({ values }));
  expect(Object.keys(rows[0] ?? {}).every((field) => fields.includes(field))).toBe(true);
  expect(calendarFrom(records)).toEqual(buildCalendar(rows));
  expect(calendarFrom([{ values: { kind: '休' } }, { values: { day: '2026-05-01' } }]).years.size).toBe(0);
});

describe('working days', () => {
  // Each worked out by hand on the calendar of its year.
  test.each([
    // 8、9 worked; 10–17 Spring Festival; Sunday 18 worked; 19, 20.
    ['2024-02-07', 5, '2024-02-20'],
    // Saturday 27 rests, Sunday 28 worked, 29, 30, 10-01…08 rest, 9, 10.
    ['2025-09-26', 5, '2025-10-10'],
    // 10-11 is a worked Saturday.
    ['2025-09-26', 6, '2025-10-11'],
    // 13, Saturday 14 worked, 15–23 rest, 24, 25, 26.
    ['2026-02-12', 5, '2026-02-26'],
    // 24, 28 to 30 (25–27 Mid-Autumn), 10-01…07 rest, 8.
    ['2026-09-23', 5, '2026-10-08'],
    // Sunday 4 January is worked.
    ['2025-12-31', 1, '2026-01-04'],
    ['2024-04-30', 1, '2024-05-06'],
    ['2026-11-20', 3, '2026-11-25'],
  ])('%s plus %i working days is %s', (start, n, due) => {
    expect(addWorkingDays(calendar, start, n)).toBe(due);
    expect(workingDaysBetween(calendar, start, due)).toBe(n);
    expect(workingDaysBetween(calendar, due, start)).toBe(-n);
  });

  test('counts back to the last day to apply', () => {
    // 2026-11-23 is a Monday, and the six weeks before it have no holiday.
    expect(addWorkingDays(calendar, '2026-11-23', -30)).toBe('2026-10-12');
    expect(addWorkingDays(calendar, '2026-10-12', -3)).toBe('2026-10-08');
  });

  test('a last day at rest moves on (民法典 第二百零三条)', () => {
    expect(nextWorkingDay(calendar, '2025-10-01')).toBe('2025-10-09');
    expect(nextWorkingDay(calendar, '2025-09-28')).toBe('2025-09-28');
    expect(nextWorkingDay(calendar, '2026-11-21')).toBe('2026-11-23');
  });

  test('a year without data counts weekends only and says so', () => {
    expect(isWorkingDay(calendar, '2027-10-01')).toBe(true);
    expect(isUncertain(calendar, '2026-12-20', '2027-01-04')).toBe(true);
    expect(isUncertain(calendar, '2025-12-20', '2026-01-04')).toBe(false);
  });

  test('counting by weeks agrees with counting day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_600, max: 21_000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
        let expected = 0;
        for (let n = start + 1; n <= start + length; n += 1) if (isWorkingDay(calendar, dayAt(n))) expected += 1;
        expect(workingDaysBetween(calendar, dayAt(start), dayAt(start + length))).toBe(expected);
      }),
    );
  });

  test('the n-th working day after any day is worked, and exactly n are counted on the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_800, max: 20_700 }), fc.integer({ min: 1, max: 60 }), (start, n) => {
        const due = addWorkingDays(calendar, dayAt(start), n);
        expect(isWorkingDay(calendar, due)).toBe(true);
        expect(workingDaysBetween(calendar, dayAt(start), due)).toBe(n);
      }),
    );
  });
});

test('years are counted on one line: over the turn of two years, forth and back', () => {
  // 2024 has 251 working days, 2025 has 248: 249 in (2024-12-31, 2026-01-04], the Sunday worked for New Year among them.
  expect(workingDaysBetween(calendar, '2023-12-31', '2024-12-31')).toBe(251);
  expect(workingDaysBetween(calendar, '2024-12-31', '2025-12-31')).toBe(248);
  expect(workingDaysBetween(calendar, '2024-12-31', '2026-01-04')).toBe(249);
  expect(workingDaysBetween(calendar, '2026-01-04', '2024-12-31')).toBe(-249);
});
