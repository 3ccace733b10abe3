import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { foldHeader } from '../workbook/import/header-words.ts';
import type { Condition, TextBinding, TextValue } from './form-binding.ts';
import type { FormLayout } from './form-layout.ts';
import { FORM_MEASURES } from './form-measures.ts';
import { bareHeading, conditionFor, fieldOfOptions } from './propose-columns.ts';
import { colonLabelBefore, type GapKind, gapsIn, labelBefore, type TextGap } from './text-gaps.ts';

/** Labels that say whose day a date is: the day of filling in, not the period. */
const TODAY = /日期|时间/;
/** Labels whose days are those the figures are of, whatever they call them. */
const OF_FIGURES = /统计|起止|所属|报告|填报期|报表期/;

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

const LABELS: readonly (readonly [label: RegExp, value: TextValue])[] = [
  [/^(填报|填表|报送|上报|编制)?(单位|单位名称|机关)(\(盖章\))?$/, { kind: 'office' }],
  [/^(填表人|填报人|制表人|制表|经办人|填表)$/, { kind: 'operator' }],
  [/^(填报|填表|报送|上报|制表)?(日期|时间)$/, { kind: 'today' }],
  [/^(填报期|报告期|统计期|所属期|填报期间|统计时段|报表期)$/, { kind: 'period' }],
];

const labelled = (text: string): TextValue | undefined => {
  const label = foldHeader(text);
  return LABELS.find(([pattern]) => pattern.test(label))?.[1];
};

/**
 * What goes into the gaps of a form's words: period, days, names, and totals inside headings (共计：  件). With `onlyBlank`
 * a year that is written already stays: in an explanation it is no gap.
 */
export function proposeTexts(
  layout: FormLayout,
  ledger: Ledger | undefined,
  context: LedgerContext,
  onlyBlank: boolean,
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
    const label = colonLabelBefore(text, gap);
    if (label === undefined || !OF_FIGURES.test(label)) return (TODAY.test(label ?? text) ? ON_DAY : IN_PERIOD)[kind];
    // 统计时间：9月1日至9月30日: a form that names days is left to the clerk as a whole.
    const isOfDays = gaps.some((one) => one.kind === 'day' && colonLabelBefore(text, one) === label);
    return isOfDays ? undefined : IN_PERIOD[kind];
  };
  return layout.words.flatMap(({ row, column, text }) =>
    gapsIn(text).flatMap((gap, place, gaps): TextBinding[] => {
      const isWritten = /\d/.test(text.slice(gap.start, gap.end));
      const value = onlyBlank && isWritten ? undefined : proposed(gap, text, gaps);
      return value === undefined ? [] : [{ row, column, gap: place, value }];
    }),
  );
}

const headingsWithAmount = ({ words }: FormLayout): readonly string[] =>
  words.filter(({ text }) => gapsIn(text).some(({ kind }) => kind === 'amount')).map(({ text }) => bareHeading(text));
