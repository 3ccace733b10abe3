/** What a gap in a text of a form waits for. */
export type GapKind = 'year' | 'month' | 'day' | 'period' | 'amount' | 'end';

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

/**
 * The gaps of a text in order: 2026年    月, 填报日期：    年  月  日, （共计：  件）, 填报期：2026年下半年, and behind a
 * label that ends with a colon. A year or month that is already written is a gap too: next month it is another.
 */
export function gapsIn(text: string): readonly TextGap[] {
  const gaps = [...text.matchAll(GAPS)].flatMap(({ index, groups = {} }): TextGap[] => {
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    return found === undefined ? [] : [{ kind: kind as GapKind, start: index, end: index + found.length }];
  });
  const label = text.trimEnd();
  if (gaps.length > 0 || !/[：:]$/.test(label)) return gaps;
  return [{ kind: 'end', start: label.length, end: text.length }];
}
