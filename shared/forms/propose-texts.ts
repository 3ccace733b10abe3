import type { PeriodKind } from '../indicators/period.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Condition, TextBinding, TextValue } from './form-binding.ts';
import type { FormLayout } from './form-layout.ts';
import type { FormSheet } from './form-look.ts';
import { FORM_MEASURES } from './form-measures.ts';
import { answerBeside, proposeBeside } from './propose-beside.ts';
import { bareHeading, conditionFor, fieldOfOptions } from './propose-columns.ts';
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
  const proposed = (gap: TextGap, text: string, gaps: readonly TextGap[]): TextValue | undefined => {
    const { kind } = gap;
    if (kind === 'end') return labelled(text.slice(0, gap.start)) ?? labelled(labelBefore(text, gap));
    if (kind === 'amount') return amountOf(text);
    if (kind === 'range') return { kind: 'periodDays' };
    // 统计时间：9月1日至9月30日 is one gap, its days none of their own.
    if (gaps.some((one) => one.kind === 'range' && isWithin(gap, one))) return undefined;
    const label = colonLabelBefore(text, gap);
    if (label === undefined || !isOfFigures(label)) return (namesDay(label ?? text) ? ON_DAY : IN_PERIOD)[kind];
    // 统计时间：9月1日: one day of the figures is left to the clerk as a whole.
    const isOfDays = gaps.some((one) => one.kind === 'day' && colonLabelBefore(text, one) === label);
    return isOfDays ? undefined : IN_PERIOD[kind];
  };
  const inWords = layout.words
    .filter((word) => answerBeside(sheet, layout, word) === undefined)
    .flatMap(({ row, column, text }) =>
      gapsIn(text).flatMap((gap, place, gaps): TextBinding[] => {
        const isWritten = /\d/.test(text.slice(gap.start, gap.end));
        const value = onlyBlank && isWritten ? undefined : proposed(gap, text, gaps);
        return value === undefined ? [] : [{ row, column, gap: place, value }];
      }),
    );
  return [...inWords, ...proposeBeside(sheet, layout, usual, onlyBlank)];
}

const headingsWithAmount = ({ words }: FormLayout): readonly string[] =>
  words.filter(({ text }) => gapsIn(text).some(({ kind }) => kind === 'amount')).map(({ text }) => bareHeading(text));
