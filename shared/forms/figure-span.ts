import { type Period, previousPeriod, samePeriodLastYear } from '../kit/period.ts';
import type { BoundFigure } from './form-binding.ts';

/** Over which days a figure is counted, where not over the period the form is filled for. */
export type FigureSpan = NonNullable<BoundFigure['span']>;

/** What a clerk calls each span, in the order they are offered. */
export const SPANS: readonly { readonly span: FigureSpan; readonly title: string }[] = [
  { span: 'yearToDate', title: '本年累计' },
  { span: 'previous', title: '上一期' },
  { span: 'lastYear', title: '上年同期' },
];

/** The days a span means, seen from the period of the form: of September the year to date ends on 30 September. */
export function spannedPeriod(period: Period, span: FigureSpan | undefined): Period {
  switch (span) {
    case undefined:
      return period;
    case 'yearToDate': {
      const year = period.first.slice(0, 4);
      return { ...period, first: `${year}-01-01`, label: `${year}年1—${Number(period.last.slice(5, 7))}月` };
    }
    case 'previous':
      return previousPeriod(period);
    case 'lastYear':
      return samePeriodLastYear(period);
  }
}

/** Words of headings that say the days, before or behind what is counted; 本月 says the period itself. */
const SAID: readonly (readonly [words: string, span: FigureSpan | undefined])[] = [
  ['上年同期|去年同期|同期', 'lastYear'],
  ['本年累计|全年累计|年度累计|年内累计|今年以来|本年|累计|1月?[-—–~至]\\d*月', 'yearToDate'],
  ['上月|上期|上季度|上一期', 'previous'],
  ['本月|本期|本季度|当月|当期', undefined],
];

/** A heading without the words that say its days, and the span they mean; '' is left of one that says nothing else. */
export function spanIn(heading: string): { readonly rest: string; readonly span: FigureSpan | undefined } | undefined {
  for (const [words, span] of SAID) {
    const rest = heading.replace(new RegExp(`^(?:${words})|(?:${words})$`), '');
    if (rest !== heading) return { rest: rest.replace(/^数$/, ''), span };
  }
  return undefined;
}
