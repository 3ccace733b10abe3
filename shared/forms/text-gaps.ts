import { PLAIN_LABELS } from './text-labels.ts';

/** What a gap in a text of a form waits for. */
export type GapKind = 'year' | 'month' | 'day' | 'period' | 'amount' | 'end' | 'range' | 'until';

/** A stretch of a form's text to be written over (UTF-16 units); `end` gaps are the place behind a closing colon. */
export type TextGap = { readonly kind: GapKind; readonly start: number; readonly end: number };

const ROOM = String.raw`[\s\u3000_＿×]`;

const GAPS = new RegExp(
  [
    String.raw`(?<period>\d{4}年(?:[上下]半年|第?[一二三四1-4]季度))`,
    `(?<year>\\d{4}|${ROOM}+)年`,
    `(?<month>\\d{1,2}|${ROOM}+)月`,
    `(?<day>\\d{1,2}|${ROOM}+)日`,
    `(?<amount>${ROOM}+)(?=[件个人次户条起项元万])`,
  ].join('|'),
  'gu',
);

/** The day figures stand on: 截至2025年11月30日. */
const UNTIL = new RegExp(
  `(?<=截[至止到][:：]?)${ROOM}*(?:\\d{4}|${ROOM}*)年(?:\\d{1,2}|${ROOM}+)月(?:\\d{1,2}|${ROOM}+)日`,
  'gu',
);

/** Two days of a period: 2025年11月1日至2025年11月30日,     年  月  日—    年  月  日. */
const RANGE = new RegExp(
  ['', '[至到~～—–-]+']
    .map((between) => `${between}(?:(?:\\d{4}|${ROOM}+)年)?(?:\\d{1,2}|${ROOM}+)月(?:\\d{1,2}|${ROOM}+)日`)
    .join(`${ROOM}*`),
  'gu',
);

/** Room behind a colon: 填报单位：      填表人：, 填报单位：________. */
const LABELLED_ROOM = new RegExp(`(?<=[：:])${ROOM}{2,}(?=\\S|$)`, 'gu');

/** The same behind a label that needs no colon: 填报单位  ____    填表人  ____. */
const BARE_ROOM = new RegExp(
  String.raw`(?<=(?:^|${ROOM}{2})(?:${PLAIN_LABELS})(?:[（(]盖章[）)])?)${ROOM}{2,}(?=\S|$)`,
  'gu',
);

/** Between a name and the label behind it stays at least this much of the room. */
const LEAST_BETWEEN = 2;

/**
 * The gaps of a text: 2026年    月, 填报日期：    年  月  日, （共计：  件）, 填报期：2026年下半年, and behind a label that
 * ends with a colon. A year or month that is already written is a gap too: next month it is another. Behind them come
 * those behind labels within a text, then days from and to, and the year of 年  月  日 where it has no room: bindings know a gap by its place among them.
 */
export function gapsIn(text: string): readonly TextGap[] {
  const gaps = gapsByUnit(text);
  const rooms = [...text.matchAll(LABELLED_ROOM), ...text.matchAll(BARE_ROOM)].flatMap(
    ({ index, 0: room }): TextGap[] => {
      const isLast = index + room.length === text.length;
      const end = index + room.length - (isLast ? 0 : LEAST_BETWEEN);
      const isTaken = gaps.some((gap) => gap.start < index + room.length && index <= gap.end);
      return isTaken || end === index ? [] : [{ kind: 'end', start: index, end }];
    },
  );
  const begins = new RegExp(`^年(?=${ROOM}*月)`, 'u').test(text);
  return [...gaps, ...rooms, ...rangesIn(text), ...(begins ? [{ kind: 'year', start: 0, end: 0 } as const] : [])];
}

/** A period written as its first and last day, or by its last, is a gap as a whole, beside its years, months and days. */
function rangesIn(text: string): readonly TextGap[] {
  const ranges = [...text.matchAll(RANGE)].map(({ index, 0: found }) => {
    const room = /^[\s\u3000]{2,}(?=\d)/.exec(found)?.[0].length ?? 0;
    return { kind: 'range', start: index + room, end: index + found.length } as const;
  });
  const days = [...text.matchAll(UNTIL)].map(
    ({ index, 0: found }) => ({ kind: 'until', start: index, end: index + found.length }) as const,
  );
  return [...ranges, ...days.filter((day) => !ranges.some(({ start, end }) => start <= day.start && day.end <= end))];
}

export const isWithin = (gap: TextGap, other: TextGap): boolean =>
  gap !== other && other.start <= gap.start && gap.end <= other.end;

/** What stands before a gap and says what it is for: 填报单位 of two labels in one cell. */
export const labelBefore = (text: string, { start }: TextGap): string =>
  text
    .slice(0, start)
    .replace(/[：:]$/, '')
    .split(new RegExp(`${ROOM}{2,}|[：:]`, 'u'))
    .at(-1) ?? '';

/** The label whose colon stands nearest before a gap, if any: 填报日期 of each of its year, month and day. */
export const colonLabelBefore = (text: string, { start }: TextGap): string | undefined => {
  const colon = Math.max(text.lastIndexOf('：', start - 1), text.lastIndexOf(':', start - 1));
  return colon < 0 ? undefined : labelBefore(text, { kind: 'end', start: colon, end: colon });
};

/** Words as they fill a gap: with room left before another label, so that it keeps its place. */
export function wordsInGap(text: string, { kind, start, end }: TextGap, words: string): string {
  if (kind !== 'end' || text.slice(end).trim() === '') return words;
  const room = text.slice(start, end);
  return words + room.slice(room.includes('\u3000') ? words.length : words.length * 2);
}

function gapsByUnit(text: string): readonly TextGap[] {
  const gaps = [...text.matchAll(GAPS)].flatMap(({ index, groups = {} }): TextGap[] => {
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    return found === undefined ? [] : [{ kind: kind as GapKind, start: index, end: index + found.length }];
  });
  const label = text.trimEnd();
  if (gaps.length > 0 || !/[：:]$/.test(label)) return gaps;
  return [{ kind: 'end', start: label.length, end: text.length }];
}
