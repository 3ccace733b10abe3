import { isWorkingDay, type WorkingCalendar } from '../deadlines/working-calendar.ts';
import { addDays, dayNumber, isDay, lastDayOfMonth, monthOf } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { rounded, sum } from '../kit/numbers.ts';
import type { Day, LedgerRecord, Month, Value, Values } from '../kit/values.ts';
import { isOnDuty } from '../rules/worker-facts.ts';
import { historyOf } from './reports/case-phases.ts';
import { decisionInForce } from './review/decision.ts';
import { referencesIn } from './review/references-in.ts';

/** A stretch of days, both included. */
type Stretch = { readonly from: Day; readonly to: Day };

/** What one community carries in one month. */
export type MonthLoad = {
  readonly month: Month;
  /** Ids of the items in force on at least one day of the month. */
  readonly items: readonly string[];
  /** Tables to fill in, by the items that ask for them; 按需 and the like count none. */
  readonly forms: number;
  /** Person-days, spread evenly over the days of each item's term; one decimal. */
  readonly personDays: number;
};

/** A year of one community, with what it has to carry it. */
export type CommunityLoad = {
  readonly community: string;
  readonly months: readonly MonthLoad[];
  /** Items of the year, each once. */
  readonly items: readonly string[];
  readonly forms: number;
  readonly personDays: number;
  readonly households?: number;
  readonly workers?: number;
  /** 户/人: households to each community worker, one decimal; absent where either is unknown or there is no worker. */
  readonly householdsPerWorker?: number;
};

const earlier = (left: Day, right: Day): Day => (left < right ? left : right);
const later = (left: Day, right: Day): Day => (left > right ? left : right);

const daysIn = ({ from, to }: Stretch): number => Math.max(0, dayNumber(to) - dayNumber(from) + 1);

const overlap = (left: Stretch, right: Stretch): Stretch | undefined => {
  const from = later(left.from, right.from);
  const to = earlier(left.to, right.to);
  return from <= to ? { from, to } : undefined;
};

/**
 * From when to when an item is carried: from its publication, or from the day an emergency began before that, to its
 * exit. Where nobody took it out it lasts as long as its validity, and in any case until today: what was not ended is
 * still being done.
 */
function carried(record: LedgerRecord, today: Day): Stretch | undefined {
  const { values } = record;
  const { events } = historyOf(record);
  const on = (...kinds: readonly string[]) => events.find(({ event }) => kinds.includes(event))?.on ?? '';
  const published = on('published', 'listed');
  const begun = values.emergencyFirst === true ? textIn(values, 'actualStart') : '';
  const from = begun !== '' && (published === '' || begun < published) ? begun : published;
  if (from === '') return undefined;
  const ended = on('exited') || (published === '' ? textIn(values, 'emergencyStoppedOn') : '');
  if (ended !== '') return { from, to: ended };
  const validTo = published === '' ? '' : (decisionInForce(values)?.validTo ?? '');
  return { from, to: later(validTo === '' ? today : validTo, today) };
}

/** Days the person-days of an item are spread over: its own term, else its validity; undefined where neither is known. */
function termOf(values: Values): Stretch | undefined {
  const decision = decisionInForce(values);
  const from = textIn(values, 'startDate') || (decision?.validFrom ?? '');
  const to = textIn(values, 'endDate') || (decision?.validTo ?? '');
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

/** Tables of one item in a stretch of one month, by its 报表频次. Quarter, half-year and year are filled in at their end. */
function formsIn(values: Values, stretch: Stretch, from: Day, calendar: WorkingCalendar): number {
  if (values.needReport !== true) return 0;
  const month = Number(stretch.from.slice(5, 7));
  const days = Array.from({ length: daysIn(stretch) }, (_, place) => addDays(stretch.from, place));
  switch (textIn(values, 'reportFrequency') || textIn(values, 'frequency')) {
    case '每日':
      return days.filter((day) => isWorkingDay(calendar, day)).length;
    case '每周':
      // Counted by Fridays, when a week's table is due.
      return days.filter((day) => dayNumber(day) % 7 === FRIDAY).length;
    case '每月':
      return 1;
    case '每季度':
      return month % 3 === 0 ? 1 : 0;
    case '每半年':
      return month % 6 === 0 ? 1 : 0;
    case '每学期':
      return month === 1 || month === 7 ? 1 : 0;
    case '每年':
      return month === 12 ? 1 : 0;
    case '一次性':
      return stretch.from === from ? 1 : 0;
    default:
      return 0;
  }
}

/** 1970-01-02 was a Friday. */
const FRIDAY = dayNumber('1970-01-02') % 7;

const tenths = (value: number): number => rounded(value, 1);

const monthsOf = (year: number): readonly Month[] =>
  Array.from({ length: 12 }, (_, place) => monthOf(year, place + 1) ?? '');

type Carried = { readonly id: string; readonly values: Values; readonly stretch: Stretch };

function monthLoad(month: Month, carriedHere: readonly Carried[], calendar: WorkingCalendar) {
  const whole = { from: `${month}-01`, to: lastDayOfMonth(month) };
  const items: string[] = [];
  let forms = 0;
  let personDays = 0;
  for (const { id, values, stretch } of carriedHere) {
    const inMonth = overlap(whole, stretch);
    if (inMonth === undefined) continue;
    items.push(id);
    forms += formsIn(values, inMonth, stretch.from, calendar);
    const term = termOf(values);
    const worked = term && overlap(term, inMonth);
    if (term && worked && typeof values.personDays === 'number') {
      personDays += (values.personDays * daysIn(worked)) / daysIn(term);
    }
  }
  return { month, items, forms, personDays };
}

/** Who is on duty by the roster, by community; the figure of the organisation ledger stands in where the roster names nobody. */
function onDutyByCommunity(context: LedgerContext): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const worker of context.records('worker')) {
    const community = textIn(worker.values, 'community');
    if (isOnDuty(worker, context.today)) counts.set(community, (counts.get(community) ?? 0) + 1);
  }
  return counts;
}

function staffing(households: Value | undefined, workers: Value | undefined): Partial<CommunityLoad> {
  return {
    ...(typeof households === 'number' ? { households } : {}),
    ...(typeof workers === 'number' ? { workers } : {}),
    ...(typeof households === 'number' && typeof workers === 'number' && workers > 0
      ? { householdsPerWorker: tenths(households / workers) }
      : {}),
  };
}

/**
 * A year of load for every community in use, in the order of the organisation ledger: items in force, tables to fill
 * in and person-days, month by month. 人·天 of an application is what one community needs over the item's whole term.
 * Months to come are as far as validity reaches today.
 */
export function communityLoad(year: number, context: LedgerContext): readonly CommunityLoad[] {
  const cases = context.records('application').flatMap((record): Carried[] => {
    const stretch = carried(record, context.today);
    return stretch === undefined ? [] : [{ id: record.id, values: record.values, stretch }];
  });
  const communities = context
    .records('organisation')
    .filter(({ values }) => textIn(values, 'level') === '社区')
    .filter(({ values }) => textIn(values, 'offFrom') === '' || textIn(values, 'offFrom') > `${year}-01-01`);
  const onDuty = onDutyByCommunity(context);
  return communities.map(({ id, values }) => {
    const here = cases.filter((one) => referencesIn(one.values, 'targets').includes(id));
    const months = monthsOf(year).map((month) => monthLoad(month, here, context.calendar));
    return {
      community: id,
      months: months.map((load) => ({ ...load, personDays: tenths(load.personDays) })),
      items: [...new Set(months.flatMap(({ items }) => items))],
      forms: sum(months.map(({ forms }) => forms)),
      personDays: tenths(sum(months.map(({ personDays }) => personDays))),
      ...staffing(values.households, onDuty.get(id) ?? values.workers),
    };
  });
}

const summed = <One>(all: readonly One[], of: (one: One) => number | undefined): number | undefined => {
  const known = all.flatMap((one) => of(one) ?? []);
  return known.length === 0 ? undefined : sum(known);
};

/** The communities together: an item of several counts once, what each of them fills in and works is added up. */
export function loadTogether(loads: readonly CommunityLoad[]): Omit<CommunityLoad, 'community'> {
  const once = (items: readonly string[]) => [...new Set(items)];
  const of = (measure: 'forms' | 'personDays', all: readonly Pick<MonthLoad, 'forms' | 'personDays'>[]): number =>
    tenths(summed(all, (one) => one[measure]) ?? 0);
  const months = (loads[0]?.months ?? []).map(({ month }, place): MonthLoad => {
    const all = loads.flatMap((load) => load.months[place] ?? []);
    return {
      month,
      items: once(all.flatMap(({ items }) => items)),
      forms: of('forms', all),
      personDays: of('personDays', all),
    };
  });
  return {
    months,
    items: once(loads.flatMap(({ items }) => items)),
    forms: of('forms', loads),
    personDays: of('personDays', loads),
    ...staffing(
      summed(loads, ({ households }) => households),
      summed(loads, ({ workers }) => workers),
    ),
  };
}
