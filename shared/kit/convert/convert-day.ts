import { type Complaint, error } from '../complaint.ts';
import { dayFromSerial, dayOf, monthOf } from '../day.ts';
import { atOffset, CHINA_OFFSET, isMoment } from '../moment.ts';
import { momentWords } from '../moment-words.ts';
import { type Conversion, type ConvertLookup, keep, keepWithWarning, quote, refuse } from './conversion.ts';
import { hadOddMarks, plainMarks } from './marks.ts';
import { closeUp, inPlainForm } from './written-day.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Serials of 1900-01-01 to 2100-12-31 in the 1900 system. */
const LAST_SERIAL = 73415;
/** A plain number whose serial lies before it is likelier a date short of digits (20268): inferred. */
const FIRST_PLAIN_SERIAL_DAY = '1990-01-01';

const FORMS = '请写成 2026-01-05、2026/1/5、2026.1.5、2026年1月5日 或 20260105';

type Parts = { readonly year: number; readonly month: number; readonly date?: number; readonly time?: string };

const HALF_DAY = '(?:凌晨|早上|上午|中午|下午|晚上)?';
const TIME = String.raw`(?:[T\s]*(${HALF_DAY}\s*(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|\d{1,2}[时点](?:半|整|\d{1,2}分?(?:\d{1,2}秒)?)?)))?`;
/** Year first, one separator throughout. */
const WITH_MARKS = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?${TIME}$`);
const IN_WORDS = new RegExp(String.raw`^(\d{4})年(\d{1,2})月(?:(\d{1,2})[日号]?)?${TIME}$`);
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})?${TIME}$`);

function partsOf(text: string): Parts | undefined {
  const marked = WITH_MARKS.exec(text);
  const [year, month, date, time] = marked
    ? [marked[1], marked[3], marked[4], marked[5]]
    : (IN_WORDS.exec(text) ?? COMPACT.exec(text) ?? []).slice(1);
  if (year === undefined || month === undefined) return undefined;
  return {
    year: Number(year),
    month: Number(month),
    ...(date === undefined ? {} : { date: Number(date) }),
    ...(time === undefined ? {} : { time }),
  };
}

function outOfRange(raw: string, year: number): Conversion | undefined {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return undefined;
  return refuse('date/year', `${quote(raw)}的年份不在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间，请核对`);
}

/** Says why a text is no date: two readings are worse than none, so they are never chosen between. */
function notADate(raw: string, text: string): Conversion {
  if (/^\d{1,2}([-/.月])\d{1,2}[日号]?$/.test(text)) {
    return refuse('date/no-year', `${quote(raw)}没有写年份，请补上。${FORMS}`);
  }
  if (/^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/.test(text)) {
    return refuse('date/ambiguous', `${quote(raw)}可以读成不同的日期，请写四位年份并把年写在最前。${FORMS}`);
  }
  return refuse('date/unreadable', `${quote(raw)}不是日期。${FORMS}`);
}

function widthNote(raw: string, stored: string): string | undefined {
  if (hadOddMarks(raw)) return `${quote(raw)}含全角字符或不可见字符，记为 ${stored}`;
  const text = plainMarks(raw);
  return inPlainForm(text) === closeUp(text) ? undefined : `${quote(raw)}记为 ${stored}`;
}

/** A date as people write it, year first, to a day. A month alone, two-digit years and day-first forms are errors. */
export const dayFromText = (raw: string, date1904: boolean): Conversion =>
  readDay(raw, inPlainForm(plainMarks(raw)), date1904);

/** `text` is what of the raw words is read; the sentences say the words themselves. */
function readDay(raw: string, text: string, date1904: boolean): Conversion {
  if (/^\d{5}$/.test(text)) return dayFromNumber(Number(text), date1904);
  const parts = partsOf(text);
  if (parts === undefined) return notADate(raw, text);
  const range = outOfRange(raw, parts.year);
  if (range) return range;
  if (parts.date === undefined) return refuse('date/month-only', `${quote(raw)}只写到月，请补上日`);
  const day = dayOf(parts.year, parts.month, parts.date);
  if (day === undefined) return refuse('date/no-such-day', `${quote(raw)}不是日历上有的日期，请核对`);
  return keep(day, parts.time === undefined ? widthNote(raw, day) : `${quote(raw)}去掉时刻，记为 ${day}`);
}

/** A plain number in a date column: 20260105, or a serial, which is said. */
export function dayFromNumber(number: number, date1904: boolean): Conversion {
  if (Number.isInteger(number) && number >= FIRST_YEAR * 10000) return dayFromText(String(number), date1904);
  const day = number > LAST_SERIAL ? undefined : dayFromSerial(number, date1904);
  if (day === undefined || !/^\d{5}/.test(String(number))) {
    return refuse('date/unreadable', `数字 ${number} 不是日期。${FORMS}`);
  }
  if (day < FIRST_PLAIN_SERIAL_DAY) {
    return refuse('date/serial', `数字 ${number} 按表格日期序号是 ${day}，更像没有写全的日期，请核对。${FORMS}`);
  }
  return keep(day, `数字 ${number} 按表格日期序号读作 ${day}`);
}

/** A cell the workbook itself calls a date. */
export function dayFromSerialCell(serial: number, date1904: boolean): Conversion {
  if (isTimeAlone(serial)) return timeAlone(serial);
  const day = dayFromSerial(serial, date1904);
  if (day === undefined) return refuse('date/no-such-day', `日期序号 ${serial} 不对应日历上的日期，请核对原表`);
  return outOfRange(day, Number(day.slice(0, 4))) ?? keep(day);
}

const NOT_A_MONTH = '请写成 2026-01、2026.1 或 2026年1月';

/** 2026.10, 2026年10月, 2026-10, 202610; of a full date the day is dropped, which is said. */
export function monthFromText(raw: string): Conversion {
  const text = inPlainForm(plainMarks(raw)).replace(/(?<=月)起$/, '');
  const parts = partsOf(text);
  if (parts === undefined) return refuse('month/unreadable', `${quote(raw)}不是年月，${NOT_A_MONTH}`);
  const month = monthOf(parts.year, parts.month);
  if (month === undefined) return refuse('month/unreadable', `${quote(raw)}不是年月，${NOT_A_MONTH}`);
  const range = outOfRange(raw, parts.year);
  if (range) return range;
  if (parts.date === undefined) return keep(month, widthNote(raw, month));
  const day = dayOf(parts.year, parts.month, parts.date);
  if (day === undefined) return refuse('date/no-such-day', `${quote(raw)}不是日历上有的日期，请核对`);
  return keep(month, `${quote(raw)}只取年月，记为 ${month}`);
}

/** 2026.1, which 2026.10 becomes where it once was a number. */
const ZERO_MAY_BE_LOST = /^\d{4}\.1$/;

/** The zero that a column of texts keeps: where one of them has it, none has lost it. 2026.11 tells nothing. */
export const hasLastZero = (text: string): boolean => /^\d{4}\.10$/.test(plainMarks(text));

/**
 * A month of a text cell. 2026.1 is January, as it stands; only where no other cell of the column shows that the zero of
 * 2026.10 is kept, it is said that October may be meant: a .csv saved from number cells has lost it without a trace.
 */
export function withLostZero(
  month: Conversion,
  raw: string,
  { keepsLastZero }: Pick<ConvertLookup, 'keepsLastZero'>,
): Conversion {
  const { value } = month;
  if (typeof value !== 'string' || !ZERO_MAY_BE_LOST.test(plainMarks(raw))) return month;
  if (keepsLastZero === undefined || keepsLastZero()) return month;
  const message = `${quote(raw)}按 1 月记为 ${value}；若原是丢了末尾 0 的 10 月，请改成 ${value.slice(0, 4)}-10`;
  return keepWithWarning(value, month.changed, 'month/lost-zero', message);
}

/**
 * A number in a month column. 2026.1 may have been typed as 2026.10, whose zero a number cell does not keep: an error,
 * not a guess. 2026.01, 2026.11 and 202610 are clear.
 */
export function monthFromNumber(number: number, date1904: boolean): Conversion {
  const flaw = lostZero(number);
  if (flaw) return { complaints: [flaw] };
  if (/^\d{4}\.\d{1,2}$/.test(String(number)) || number >= FIRST_YEAR * 100) return monthFromText(String(number));
  return monthOfDay(dayFromNumber(number, date1904));
}

/** What is to be said of 2026.1 in a number cell. */
export function lostZero(number: number): Complaint | undefined {
  if (!ZERO_MAY_BE_LOST.test(String(number))) return undefined;
  return error('month/ambiguous', `数字 ${number} 可能是 1 月，也可能是丢了末尾 0 的 10 月，请改写成 2026-01 的样子`);
}

/** The month of a converted day, saying that the day was dropped. */
export function monthOfDay(day: Conversion): Conversion {
  if (typeof day.value !== 'string') return day;
  const month = day.value.slice(0, 7);
  return keep(month, `${day.value} 只取年月，记为 ${month}`);
}

const two = (digits: string | undefined): string => (digits ?? '0').padStart(2, '0');

/**
 * The offset another program writes behind a time of day. A stroke is one only behind the T such programs write:
 * 08:30-11:30 is a morning.
 */
const OFFSET = /(?<=:\d{2}(?:\.\d+)?)\s*(Z|\+\d{2}:\d{2}|(?<=\dT[\d:.]+)-\d{2}:\d{2})$/;

const CLOCK_FORM = '请写成 2026-01-05 09:30';

/** Where the day can be read and what follows it cannot (9:5, 08:30-11:30), that is what is said, not the forms of a day. */
function unreadTime(raw: string, local: string, day: Conversion, date1904: boolean): Conversion {
  const [first = '', ...after] = local.split(/[T\s]+/);
  if (after.length === 0 || readDay(first, first, date1904).value === undefined) return day;
  return day.complaints.some(({ code }) => code === 'date/unreadable')
    ? refuse('date/unreadable', `${quote(raw)}的时刻没有读懂，${CLOCK_FORM}`)
    : day;
}

/** A time that says its minutes, of a whole day. */
const IN_FIGURES = /^\d{1,2}[:时点]\d/;

/** 下午3点半 → 15:30:00. 晚上12点, of which day nobody says, comes out as a time that does not exist. */
function clockOf(time: string): string {
  const [hour = 0, minute = time.endsWith('半') ? 30 : 0, second = 0] = (time.match(/\d+/g) ?? []).map(Number);
  const isLate = /^(?:下午|晚上)/.test(time) || (time.startsWith('中午') && hour < 11);
  const isTwelve = hour === 12 && /^(?:凌晨|晚上)/.test(time);
  const ofDay = isTwelve ? 24 : isLate && hour < 12 ? hour + 12 : hour;
  return [ofDay, minute, second].map((part) => two(String(part))).join(':');
}

const asFigures = (raw: string, moment: string): string => `${quote(raw)}记为 ${momentWords(moment)}`;

/**
 * Date with time of day to ISO 8601, in the one offset of the country: moments are compared, and their day is taken, as
 * text. One written in another offset is turned to the time here, and one without a time counts from 00:00; both are said.
 */
export function momentFromText(raw: string, date1904: boolean): Conversion {
  const text = inPlainForm(plainMarks(raw));
  const [written, offset = CHINA_OFFSET] = OFFSET.exec(text) ?? [''];
  const local = text.slice(0, text.length - written.length);
  const day = readDay(raw, local, date1904);
  if (typeof day.value !== 'string') return unreadTime(raw, local, day, date1904);
  const time = partsOf(local)?.time;
  if (time === undefined) return keep(`${day.value}T00:00:00${CHINA_OFFSET}`, `${quote(raw)}没有写时刻，按 00:00 记`);
  const moment = `${day.value}T${clockOf(time)}${offset}`;
  if (!isMoment(moment)) return refuse('date/no-such-time', `${quote(raw)}的时刻不对，${CLOCK_FORM}`);
  if (offset === CHINA_OFFSET)
    return keep(moment, IN_FIGURES.test(time) ? widthNote(raw, day.value) : asFigures(raw, moment));
  const here = atOffset(moment, CHINA_OFFSET);
  const shown = momentWords(here);
  return outOfRange(raw, Number(here.slice(0, 4))) ?? keep(here, `${quote(raw)}换成北京时间，记为 ${shown}`);
}

/** A plain number in a column of moments: whatever is a day in a column of days, and the time a serial's fraction tells. */
export function momentFromNumber(number: number, date1904: boolean): Conversion {
  const day = dayFromNumber(number, date1904);
  if (typeof day.value !== 'string') return day;
  if (number > LAST_SERIAL) return momentFromText(String(number), date1904);
  const { value } = momentFromSerial(number, date1904);
  if (typeof value !== 'string') return day;
  return keep(value, `数字 ${number} 按表格日期序号读作 ${momentWords(value)}`);
}

/** A serial with a fraction of a day, rounded to the second (a workbook stores 12:30:14 as 12:30:13.999). A whole day
 * counts from 00:00, which is said. */
export function momentFromSerial(serial: number, date1904: boolean): Conversion {
  if (isTimeAlone(serial)) return timeAlone(serial);
  const seconds = secondsOf(serial);
  const day = dayFromSerialCell(Math.floor(serial) + (seconds === 86400 ? 1 : 0), date1904);
  if (typeof day.value !== 'string') return day;
  const note = Number.isInteger(serial) ? `${day.value} 没有写时刻，按 00:00 记` : undefined;
  return keep(`${day.value}T${clockAt(seconds)}${CHINA_OFFSET}`, note);
}

/** A serial as a clerk reads it: 2026-08-20, 2026-08-20 14:29, 14:29; the seconds where there are any. */
export function wordsOfSerial(serial: number, date1904: boolean): string | undefined {
  if (isTimeAlone(serial)) return timeOf(serial);
  const moment = momentFromSerial(serial, date1904).value;
  if (typeof moment !== 'string') return undefined;
  const [day, time] = [moment.slice(0, 10), timeOf(serial)];
  return time === '00:00' ? day : `${day} ${time}`;
}

/** 14:30 typed into a cell is a part of a day, and of no day. */
const isTimeAlone = (serial: number): boolean => serial > 0 && serial < 1;

const timeAlone = (serial: number): Conversion =>
  refuse('date/time-only', `这一格只有时刻 ${timeOf(serial)}，没有日期，请核对原表`);

const timeOf = (serial: number): string => clockAt(secondsOf(serial)).replace(/:00$/, '');

const secondsOf = (serial: number): number => Math.round((serial - Math.floor(serial)) * 86400);

function clockAt(seconds: number): string {
  const left = seconds % 86400;
  const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  return parts.map((part) => two(String(part))).join(':');
}
