import { addDays, dayAt, dayNumber, daysBetween, weekday, yearOf } from '../kit/day.ts';
import type { Day } from '../kit/values.ts';
import type { HolidayYear } from './holiday-seed.ts';

/**
 * Which days are worked. Weekends rest unless `worked` names them (调休 make-up days); weekdays are worked unless
 * `rest` names them. A year absent from `years` counts weekends only, and results that touch it are marked.
 */
export type WorkingCalendar = {
  readonly years: ReadonlySet<number>;
  readonly rest: ReadonlySet<Day>;
  readonly worked: ReadonlySet<Day>;
};

/** One row of the holiday ledger: a day announced as rest (休) or as a make-up working day (班). */
export type HolidayRow = { readonly day: Day; readonly kind: '休' | '班'; readonly name: string };

/** Longest stretch searched for the next working day: no announced holiday comes near it. */
const LONGEST_REST = 60;

/**
 * Builds the calendar from the rows of the holiday ledger. A year counts as known once it has a row; a year whose
 * rows are only the January end of another year's holiday does not occur, because notices are given by calendar year.
 */
export function buildCalendar(rows: Iterable<HolidayRow>): WorkingCalendar {
  const years = new Set<number>();
  const rest = new Set<Day>();
  const worked = new Set<Day>();
  for (const row of rows) {
    years.add(yearOf(row.day));
    if (row.kind === '休') rest.add(row.day);
    else worked.add(row.day);
  }
  return { years, rest, worked };
}

/** The rows of the holiday ledger that announced years stand for, day by day and in order. */
export function holidayRows(years: readonly HolidayYear[]): (HolidayRow & { readonly basis: string })[] {
  return years.flatMap(({ rests, worked, basis }) => {
    const restRows = rests.flatMap(({ name, from, to }) => {
      const rows: (HolidayRow & { readonly basis: string })[] = [];
      for (let n = dayNumber(from); n <= dayNumber(to); n += 1) rows.push({ day: dayAt(n), kind: '休', name, basis });
      return rows;
    });
    const workedRows = worked.map(({ name, day }) => ({ day, kind: '班' as const, name, basis }));
    return [...restRows, ...workedRows].sort((a, b) => dayNumber(a.day) - dayNumber(b.day));
  });
}

/** True where the day is worked: a weekday that is no holiday, or a weekend day worked in exchange (调休). */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.worked.has(day)) return true;
  return weekday(day) <= 5 && !calendar.rest.has(day);
}

/** The day itself where it is worked, else the next one that is (民法典 第二百零三条: 期间最后一日是法定休假日的顺延). */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  let candidate = day;
  for (let step = 0; step < LONGEST_REST; step += 1) {
    if (isWorkingDay(calendar, candidate)) return candidate;
    candidate = addDays(candidate, 1);
  }
  return day;
}

/**
 * The n-th working day after `start`; the start day itself is not counted (民法典 第二百零一条: 开始的当日不计入).
 * A negative `n` counts back, e.g. to the last day to apply, 30 working days ahead. Zero is the start day.
 */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, n: number): Day {
  const direction = n < 0 ? -1 : 1;
  let day = start;
  let left = Math.abs(n);
  let resting = 0;
  // A calendar that rests for ever cannot be typed by hand, but must not hang the program either.
  while (left > 0 && resting < LONGEST_REST) {
    day = addDays(day, direction);
    if (isWorkingDay(calendar, day)) {
      left -= 1;
      resting = 0;
    } else resting += 1;
  }
  return day;
}

/**
 * Working days in (from, to]: how many of a limit are used when it started on `from`. Negative when `to` is earlier.
 * Counts whole weeks and then looks at the announced days alone, because reports ask this for every case of a year.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const days = daysBetween(from, to);
  if (days < 0) return -workingDaysBetween(calendar, to, from);
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let day = days - weeks * 7, at = weekday(from); day > 0; day -= 1) {
    at = at === 7 ? 1 : at + 1;
    if (at <= 5) count += 1;
  }
  for (const day of calendar.rest) {
    if (day > from && day <= to && weekday(day) <= 5 && !calendar.worked.has(day)) count -= 1;
  }
  for (const day of calendar.worked) if (day > from && day <= to && weekday(day) > 5) count += 1;
  return count;
}

/** True where the stretch from..to touches a year without holiday data, so that only weekends were counted. */
export function isUncertain(calendar: WorkingCalendar, from: Day, to: Day): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!calendar.years.has(year)) return true;
  return false;
}
