import type { Figure } from '../../indicators/figure.ts';
import { textIn } from '../../kit/field-values.ts';
import { chineseOrder } from '../../kit/text-order.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import {
  type ReportCell,
  type ReportRequest,
  type TotalCell,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';
import { type BalanceLine, checkBalance } from './balance.ts';
import { balanceSheetTables } from './balance-sheet.ts';
import { type CaseHistory, historyOf } from './case-phases.ts';
import { MEASURES, type Measure, type Share } from './statistics-measures.ts';
import { STRAY_TASK, senderOf, strayTasksIn } from './stray-tasks.ts';

const TITLE = '社区工作事项准入情况统计表';
const LEADING = 2;

/** One line of R7 as figures by measure id, and the three check lines over everything. */
export type Statistics = {
  readonly departments: readonly { readonly department: string; readonly figures: Figures }[];
  readonly totals: Figures;
  readonly balance: readonly BalanceLine[];
};

export type Figures = { readonly [measure: string]: Figure };

/** Every case that was ever registered, read once for all figures. Drafts never count. */
export const caseHistories = (records: readonly LedgerRecord[]): readonly CaseHistory[] =>
  records.map(historyOf).filter(({ events }) => events.length > 0);

const figuresOf = (share: Share): Figures => Object.fromEntries(MEASURES.map(({ id, of }) => [id, of(share)]));

const somethingIn = (figures: Figures): boolean =>
  Object.values(figures).some(({ value, denominator }) => (value ?? 0) !== 0 || (denominator ?? 0) !== 0);

/** R7's figures: departments that had anything in the period, by name, and all of them together. */
export function statisticsOf(request: ReportRequest): Statistics {
  const { context, period } = request;
  const histories = caseHistories(context.records('application'));
  const strays = strayTasksIn(context.records(STRAY_TASK), period);
  const applicantOf = ({ record }: CaseHistory) => textIn(record.values, 'applicant');
  const ids = [...new Set([...histories.map(applicantOf), ...strays.map(senderOf)])];
  const departments = ids
    .map((id) => ({
      department: id === '' ? '（未填写部门）' : context.nameOf('department', id),
      figures: figuresOf({
        histories: histories.filter((history) => applicantOf(history) === id),
        strays: strays.filter((stray) => senderOf(stray) === id),
        request,
      }),
    }))
    .filter(({ figures }) => somethingIn(figures))
    .sort((left, right) => chineseOrder.compare(left.department, right.department));
  return {
    departments,
    totals: figuresOf({ histories, strays, request }),
    balance: checkBalance(histories, period),
  };
}

const placeOf = (id: string): number => LEADING + MEASURES.findIndex((measure) => measure.id === id);

function totalCell({ id, total }: Measure, figures: Figures): TotalCell {
  const figure = figures[id];
  if (figure === undefined || total === undefined) return figure;
  if (total === 'sum') return { sumOf: figure };
  return { quotient: figure, numerator: placeOf(total.numerator), denominator: placeOf(total.denominator) };
}

/** A department's line is numbered; its number opens every case behind the line. */
function lineOf(place: number, department: string, figures: Figures): readonly ReportCell[] {
  const ids = [...new Set(Object.values(figures).flatMap((one) => (one.ledger === 'application' ? one.ids : [])))];
  return [
    { value: place + 1, unit: 'count', ledger: 'application', ids },
    department,
    ...MEASURES.map(({ id }) => figures[id]),
  ];
}

/**
 * R7 准入工作情况统计表: departments by measures with 合计, and on a second sheet the three check lines with every case
 * that keeps one from balancing. Amounts in 元.
 */
export function statisticsReport(
  request: ReportRequest,
): TracedWorkbook & { readonly balance: readonly BalanceLine[] } {
  const { departments, totals, balance } = statisticsOf(request);
  const workbook = tracedWorkbook(
    TITLE,
    [
      {
        title: TITLE,
        sheetName: '统计表',
        unit: '件、元',
        size: 10.5,
        columns: [
          { label: '序号', width: 5.5, align: 'center' },
          { label: '申请（下派）单位', width: 15, align: 'left' },
          ...MEASURES.map(({ label, width, group }) => ({
            label,
            width,
            align: 'center' as const,
            ...(group === undefined ? {} : { group }),
          })),
        ],
        rows: departments.map(({ department, figures }, place) => lineOf(place, department, figures)),
        totals: ['合计', undefined, ...MEASURES.map((measure) => totalCell(measure, totals))],
      },
      ...balanceSheetTables(balance, request),
    ],
    request,
  );
  return { ...workbook, balance };
}
