import { type Figure, figureText } from '../indicators/figure.ts';
import type { Indicator, IndicatorScope } from '../indicators/indicator.ts';
import { previousPeriod } from '../kit/period.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type ReportTable,
  type TracedWorkbook,
  tracedWorkbook,
} from './report-table.ts';

/** What stays out of a figure, in words: 未到期，结转下期 12 件. */
const excludedWords = ({ excluded = [] }: Pick<Figure, 'excluded'>): string =>
  excluded.map(({ why, ids }) => `${why} ${ids.length} 件`).join('；');

const amount = (value: number | undefined): string => (value === undefined ? '—' : String(value));

/** Whose records are counted: the office's, or those of some communities. */
type Asked = Pick<IndicatorScope, 'records' | 'communities'>;

function cellsOf(
  { id, title, basis, source, inferred, measure }: Indicator,
  place: number,
  scope: Asked,
  { context, period }: ReportRequest,
  isMixed: boolean,
): readonly ReportCell[] {
  const now = measure({ ...scope, period, context });
  const before = measure({ ...scope, period: previousPeriod(period), context });
  // A column has one number format: of shares and means side by side each is written out.
  const shown = (figure: Figure) => (figure.value === undefined || isMixed ? figureText(figure) : figure);
  return [
    lineNumber(place, now.ledger),
    `${id} ${title}`,
    shown(now),
    amount(now.numerator),
    amount(now.denominator),
    shown(before),
    [excludedWords(now), now.caution ?? ''].filter((words) => words !== '').join('；'),
    now.basis ?? basis,
    inferred ? `${source}（可调整的默认值）` : source,
  ];
}

/** The indicators of a ledger as a table to hand in: each with numerator, denominator, what stays out, basis and source. */
export function indicatorReport(
  title: string,
  indicators: readonly Indicator[],
  scope: Asked,
  request: ReportRequest,
): TracedWorkbook {
  const isMixed = new Set(indicators.map(({ unit }) => unit)).size > 1;
  const table: ReportTable = {
    title: `${title}（${request.period.label}）`,
    sheetName: '指标',
    size: 10.5,
    columns: [
      { label: '序号', width: 6, align: 'center' },
      { label: '指标', width: 20, align: 'left' },
      { label: '本期', width: 10, align: 'right' },
      { label: '分子', width: 9, align: 'right' },
      { label: '分母', width: 9, align: 'right' },
      { label: '上期', width: 10, align: 'right' },
      { label: '未计入、提示', width: 20, align: 'left' },
      { label: '口径', width: 44, align: 'left' },
      { label: '来源', width: 28, align: 'left' },
    ],
    rows: indicators.map((indicator, place) => cellsOf(indicator, place, scope, request, isMixed)),
  };
  return tracedWorkbook(title, [table], request);
}
