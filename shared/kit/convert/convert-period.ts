import type { Cell } from '../../workbook/workbook.ts';
import { type Complaint, error } from '../complaint.ts';
import { dayOf, lastDayOfMonth } from '../day.ts';
import type { Day } from '../values.ts';
import { quote } from './conversion.ts';
import { lostZero } from './convert-day.ts';
import { plainMarks } from './marks.ts';

/** Two days read from one cell. `changed` is present where months were widened to their first and last day. */
export type Period = { readonly start: Day; readonly end: Day; readonly changed?: string };

/** One end of a period: 2026年12月, 2026.12, 2026-12-01, 2026/12/1, 20261201. */
const END = String.raw`(\d{4})(?:年(\d{1,2})月(?:(\d{1,2})[日号])?|\.(\d{1,2})(?:\.(\d{1,2}))?|-(\d{1,2})(?:-(\d{1,2}))?|/(\d{1,2})(?:/(\d{1,2}))?|(\d{2})(\d{2})?)`;
const SEPARATOR = '(?:至|到|~|～|〜|-{1,3}|—{1,2}|–|－|─{1,2})';
const TWO_ENDS = new RegExp(`^${END}${SEPARATOR}${END}$`);
const ONE_END = new RegExp(`^${END}$`);
/** 2026年3月至6月: the year carries over. */
const SAME_YEAR = new RegExp(String.raw`^(\d{4})年(\d{1,2})月(\d{1,2}[日号])?${SEPARATOR}(\d{1,2})月(\d{1,2}[日号])?$`);
/** 2026.1-6, 2026年1-6月: months of the year named first. The marks differ, so it is no day. */
const MONTHS = new RegExp(String.raw`^(\d{4})[年.](\d{1,2})${SEPARATOR}(\d{1,2})月?$`);
/** 2026.3.1—3.31, 2026/3/1-3/31 */
const DAYS = new RegExp(String.raw`^(\d{4})([./])(\d{1,2})\2(\d{1,2})${SEPARATOR}(\d{1,2})\2(\d{1,2})$`);
/** 2026年3月1日至31日 */
const SAME_MONTH = new RegExp(String.raw`^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?${SEPARATOR}(\d{1,2})[日号]$`);
/** 2026年上半年, 2026年第一季度 */
const PART_OF_YEAR = /^(\d{4})年?(?:([上下])半年|第?([一二三四1-4])季度)$/;
const WHOLE_YEAR = /^(\d{4})年(?:度|全年)?$/;
const GROUPS_PER_END = 11;

type End = { readonly first: Day; readonly last: Day; readonly widened: boolean };

function endOf(year: string | undefined, month: string | undefined, date: string | undefined): End | undefined {
  const first = dayOf(Number(year), Number(month), date === undefined ? 1 : Number.parseInt(date, 10));
  if (first === undefined) return undefined;
  const widened = date === undefined;
  return { first, last: widened ? lastDayOfMonth(first.slice(0, 7)) : first, widened };
}

function partOfYear(
  year: string | undefined,
  half: string | undefined,
  quarter: string | undefined,
): readonly [End | undefined, End | undefined] {
  const length = half === undefined ? 3 : 6;
  const place = half === undefined ? '一二三四'.indexOf(quarter ?? '') + 1 || Number(quarter) : half === '上' ? 1 : 2;
  const last = place * length;
  return [endOf(year, String(last - length + 1), undefined), endOf(year, String(last), undefined)];
}

function endFrom(groups: readonly (string | undefined)[]): End | undefined {
  const [year, ...forms] = groups;
  for (let form = 0; form < forms.length; form += 2) {
    if (forms[form] !== undefined) return endOf(year, forms[form], forms[form + 1]);
  }
  return undefined;
}

function endsOf(text: string): readonly [End | undefined, End | undefined] | undefined {
  const two = TWO_ENDS.exec(text);
  if (two) return [endFrom(two.slice(1, 1 + GROUPS_PER_END)), endFrom(two.slice(1 + GROUPS_PER_END))];
  const sameYear = SAME_YEAR.exec(text);
  if (sameYear) {
    const [, year, fromMonth, fromDate, toMonth, toDate] = sameYear;
    return [endOf(year, fromMonth, fromDate), endOf(year, toMonth, toDate)];
  }
  const months = MONTHS.exec(text);
  if (months) return [endOf(months[1], months[2], undefined), endOf(months[1], months[3], undefined)];
  const days = DAYS.exec(text);
  if (days) return [endOf(days[1], days[3], days[4]), endOf(days[1], days[5], days[6])];
  const sameMonth = SAME_MONTH.exec(text);
  if (sameMonth) {
    const [, year, month, from, to] = sameMonth;
    return [endOf(year, month, from), endOf(year, month, to)];
  }
  const part = PART_OF_YEAR.exec(text);
  if (part) return partOfYear(part[1], part[2], part[3]);
  const year = WHOLE_YEAR.exec(text)?.[1];
  if (year !== undefined) return [endOf(year, '1', undefined), endOf(year, '12', undefined)];
  const one = ONE_END.exec(text);
  if (one) {
    const end = endFrom(one.slice(1));
    return [end, end];
  }
  return undefined;
}

/**
 * One cell that feeds a start and an end date (起止时间): `2026.12-2027.1` is 2026-12-01 to 2027-01-31, months becoming
 * their first and last day, which `changed` says. A single month or day is a period of its own length.
 * Returns a complaint for anything else, and for an end before its start.
 */
export function convertPeriod(raw: string): Period | Complaint {
  const ends = endsOf(plainMarks(raw).replace(/\s+/g, '').replaceAll('月份', '月'));
  if (ends === undefined) {
    return error(
      'period/unreadable',
      `${quote(raw)}不是起止时间，请写成 2026.12-2027.1、2026年12月至2027年1月 或 2026-12-01~2027-01-15`,
    );
  }
  const [from, to] = ends;
  if (from === undefined || to === undefined) {
    return error('period/no-such-day', `${quote(raw)}里有日历上没有的日期，请核对`);
  }
  const start = from.first;
  const end = to.last;
  if (end < start) return error('period/reversed', `${quote(raw)}的结束早于开始，请核对`);
  if (!from.widened && !to.widened) return { start, end };
  return { start, end, changed: `${quote(raw)}记为 ${start} 至 ${end}` };
}

/**
 * The same of a cell shown as `shown`. Two cells have lost what the clerk wrote and are refused: the number 2026.1, and the
 * first of a month in a date cell, which is what a spreadsheet makes of the typed 2026年12月.
 */
export function periodFromCell(cell: Cell, shown: string): Period | Complaint {
  if (cell.kind === 'number') return lostZero(cell.number) ?? convertPeriod(shown);
  const month = cell.kind === 'date' ? /^(\d{4})-(\d{2})-01$/.exec(shown) : null;
  if (month === null) return convertPeriod(shown);
  return error(
    'period/ambiguous',
    `日期格 ${shown} 可能指这一天，也可能指整个 ${Number(month[2])} 月，请改写成 ${shown} 或 ${month[1]}.${month[2]} 的文字`,
  );
}
