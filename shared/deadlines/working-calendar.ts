import { addDays, dayAt, dayNumber, daysBetween, isLeapYear, weekday, yearOf } from '../kit/day.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
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

/** The calendar that records of the holiday ledger stand for; the one way from them to it, in the store and on the page. */
export const calendarFrom = (holidays: readonly Pick<LedgerRecord, 'values'>[]): WorkingCalendar =>
  buildCalendar(
    holidays.flatMap(({ values: { day, kind, name } }): HolidayRow[] => {
      if (typeof day !== 'string' || day === '' || (kind !== '休' && kind !== '班')) return [];
      return [{ day, kind, name: typeof name === 'string' ? name : '' }];
    }),
  );

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

/** What was counted of one calendar before: reports and lists ask for the same few days of thousands of cases. */
type Counted = { readonly years: Map<number, Uint16Array>; readonly added: Map<string, Day> };

const counted = new WeakMap<WorkingCalendar, Counted>();

function countedOf(calendar: WorkingCalendar): Counted {
  const known = counted.get(calendar) ?? { years: new Map(), added: new Map() };
  counted.set(calendar, known);
  return known;
}

const firstDayOf = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`;

/** Working days of a year up to and with each of its days, from 0 before the first. */
function workedInYear(calendar: WorkingCalendar, year: number): Uint16Array {
  const { years } = countedOf(calendar);
  const known = years.get(year);
  if (known) return known;
  const days = isLeapYear(year) ? 366 : 365;
  const first = dayNumber(firstDayOf(year));
  const worked = new Uint16Array(days + 1);
  for (let place = 1; place <= days; place += 1) {
    worked[place] = (worked[place - 1] ?? 0) + Number(isWorkingDay(calendar, dayAt(first + place - 1)));
  }
  years.set(year, worked);
  return worked;
}

/** Working days of the day's own year up to and with it. */
function workedUpTo(calendar: WorkingCalendar, day: Day): number {
  const year = yearOf(day);
  return workedInYear(calendar, year)[daysBetween(firstDayOf(year), day) + 1] ?? 0;
}

/**
 * The n-th working day after `start`; the start day itself is not counted (民法典 第二百零一条: 开始的当日不计入).
 * A negative `n` counts back, e.g. to the last day to apply, 30 working days ahead. Zero is the start day.
 */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, n: number): Day {
  const { added } = countedOf(calendar);
  const key = `${start} ${n}`;
  const known = added.get(key) ?? workingDayAfter(calendar, start, n);
  added.set(key, known);
  return known;
}

function workingDayAfter(calendar: WorkingCalendar, start: Day, n: number): Day {
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

/** Working days in (from, to]: how many of a limit are used when it started on `from`. Negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = workedUpTo(calendar, to) - workedUpTo(calendar, from);
  for (let year = yearOf(from); year < yearOf(to); year += 1) count += workedInYear(calendar, year).at(-1) ?? 0;
  return count;
}

/** True where the stretch from..to touches a year without holiday data, so that only weekends were counted. */
export function isUncertain(calendar: WorkingCalendar, from: Day, to: Day): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!calendar.years.has(year)) return true;
  return false;
}
