import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { PeriodKind } from '../kit/period.ts';
import { bareHeading } from './counted-headings.ts';
import type { Condition, TextBinding, TextValue } from './form-binding.ts';
import type { FormLayout } from './form-layout.ts';
import type { FormSheet } from './form-look.ts';
import { FORM_MEASURES } from './form-measures.ts';
import { endOf } from './form-tables.ts';
import { answerBeside, proposeBeside } from './propose-beside.ts';
import { conditionFor, fieldOfOptions } from './propose-columns.ts';
import { colonLabelBefore, type GapKind, gapsIn, isWithin, labelBefore, type TextGap } from './text-gaps.ts';
import { isOfFigures, labelled, namesDay } from './text-labels.ts';

const IN_PERIOD: { readonly [kind in GapKind]?: TextValue } = {
  year: { kind: 'periodYear' },
  month: { kind: 'periodMonth' },
  period: { kind: 'period' },
};
const ON_DAY: { readonly [kind in GapKind]?: TextValue } = {
  year: { kind: 'todayYear' },
  month: { kind: 'todayMonth' },
  day: { kind: 'todayDay' },
};

/**
 * What goes into the gaps of a form's words and into cells left free beside them: period, days, names, and totals inside
 * headings (共计：  件). With `onlyBlank`
 * a year that is written already stays: in an explanation it is no gap.
 */
export function proposeTexts(
  sheet: FormSheet,
  layout: FormLayout,
  ledger: Ledger | undefined,
  context: LedgerContext,
  { usual, onlyBlank }: { readonly usual: PeriodKind; readonly onlyBlank: boolean },
): readonly TextBinding[] {
  const kinds = headingsWithAmount(layout);
  const field = ledger === undefined ? undefined : fieldOfOptions(kinds, ledger, context);
  const amountOf = (text: string): TextValue | undefined => {
    const total = FORM_MEASURES.find(({ indicator }) => indicator.ledger === ledger?.id)?.indicator;
    if (ledger === undefined || total === undefined) return undefined;
    const condition = field === undefined ? undefined : conditionFor(bareHeading(text), kinds, ledger, field, context);
    const where: readonly Condition[] = condition === undefined ? [] : [condition];
    return { kind: 'figure', figure: { indicator: total.id, ...(where.length === 0 ? {} : { where }) } };
  };
  const inWords = layout.words
    .filter((word) => answerBeside(sheet, layout, word) === undefined)
    .flatMap((word) => {
      const { row, column, text } = word;
      const staysWritten = onlyBlank || isExplained(layout, word) || isAxis(layout, word);
      return gapsIn(text).flatMap((gap, place, gaps): TextBinding[] => {
        const isWritten = /\d/.test(text.slice(gap.start, gap.end));
        const fitting = gap.kind === 'amount' ? amountOf(text) : proposed(gap, word, gaps, layout);
        const value = staysWritten && isWritten ? undefined : fitting;
        return value === undefined ? [] : [{ row, column, gap: place, value }];
      });
    });
  return [...inWords, ...proposeBeside(sheet, layout, usual, onlyBlank)];
}

/** What a gap waits for that no figure fills. */
function proposed(
  gap: TextGap,
  { row, text }: Word,
  gaps: readonly TextGap[],
  layout: FormLayout,
): TextValue | undefined {
  const { kind } = gap;
  if (kind === 'end') return labelled(text.slice(0, gap.start)) ?? labelled(labelBefore(text, gap));
  if (kind === 'range') return { kind: 'periodDays' };
  if (kind === 'until') return { kind: 'periodLast' };
  // 统计时间：9月1日至9月30日 is one gap, its days none of their own.
  if (gaps.some((one) => (one.kind === 'range' || one.kind === 'until') && isWithin(gap, one))) return undefined;
  const label = colonLabelBefore(text, gap);
  if (label !== undefined && isOfFigures(label)) {
    // 统计时间：9月1日: one day of the figures is left to the clerk as a whole.
    const isOfDays = gaps.some((one) => isDay(one) && colonLabelBefore(text, one) === label);
    return isOfDays ? undefined : IN_PERIOD[kind];
  }
  const hasDay = gaps.some(isDay);
  if (namesDay(label ?? text) || (hasDay && (isBlank(text) || isBelow(layout, row)))) return ON_DAY[kind];
  // A day somebody wrote into words, and nobody says what of, is left as a whole.
  return hasDay ? undefined : IN_PERIOD[kind];
}

const headingsWithAmount = ({ words }: FormLayout): readonly string[] =>
  words.filter(({ text }) => gapsIn(text).some(({ kind }) => kind === 'amount')).map(({ text }) => bareHeading(text));

type Word = FormLayout['words'][number];

const isDay = ({ kind }: TextGap): boolean => kind === 'day';

const isBlank = (text: string): boolean => !/\d/.test(text);

/** Whether a row stands below all tables: where a form is signed. */
const isBelow = ({ tables }: FormLayout, row: number): boolean =>
  tables.length > 0 && tables.every((table) => endOf(table) < row);

const EXPLANATION = /^[\s（(]*(注|说明|备注|填表说明|填报说明|填报要求|要求)/;
const ONLY_A_DAY = /^[\s（(]*\d{4}年\d{1,2}月\d{1,2}日[）)\s]*$/;

/** A sentence of the superior's: what is written there is no gap (请于2026年1月10日前报送). */
const isExplained = (layout: FormLayout, { row, text }: Word): boolean =>
  EXPLANATION.test(text) || (isBelow(layout, row) && !namesDay(text) && !ONLY_A_DAY.test(text));

/** 1月 2月 3月 over columns, 2024年 2025年: headings that say different days are no title of one period. */
function isAxis({ tables, words }: FormLayout, { row, text }: Word): boolean {
  const isHeading = (word: Word) =>
    tables.some(
      ({ top, columns }) =>
        word.row < top &&
        columns.some(({ headings }) => headings.includes(word.text.trim())) &&
        !columns.every(({ headings }) => headings.includes(word.text.trim())),
    );
  if (!isHeading({ row, column: 0, text })) return false;
  const written = words
    .filter((word) => word.row === row && isHeading(word))
    .flatMap((word) => gapsIn(word.text).map(({ kind, start, end }) => ({ kind, text: word.text.slice(start, end) })));
  return ['year', 'month'].some(
    (kind) => new Set(written.flatMap((one) => (one.kind === kind && /\d/.test(one.text) ? [one.text] : []))).size > 1,
  );
}
