import type { Figure } from '../../indicators/figure.ts';
import { textIn } from '../../kit/field-values.ts';
import type { PeriodKind } from '../../kit/period.ts';
import { inPeriod } from '../../kit/period.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import type { ReportRequest, TracedCell, TracedWorkbook } from '../../reports/report-table.ts';
import type { SheetModel } from '../../workbook/sheet-model.ts';
import { admissionCatalogue } from './admission-catalogue.ts';
import type { BalanceLine } from './balance.ts';
import { boardsReport } from './boards-report.ts';
import { burdenReport } from './burden-report.ts';
import { phaseOn } from './case-phases.ts';
import { certificateLists } from './certificate-lists.ts';
import { dutyLists } from './duty-lists.ts';
import { expiryReport } from './expiry-report.ts';
import { fundsReport } from './funds-report.ts';
import { refusalReport } from './refusals.ts';
import { reviewLedger } from './review-ledger.ts';
import { satisfactionReport } from './satisfaction-report.ts';
import { situationText } from './situation-text.ts';
import { caseHistories, statisticsReport } from './statistics.ts';
import { strayRegister } from './stray-register.ts';

/** A report as built: sheets with the records behind their figures, check lines where it has them, or a text. */
export type BuiltReport = Partial<TracedWorkbook> & {
  readonly balance?: readonly BalanceLine[];
  readonly paragraphs?: readonly string[];
};

export type ReviewReport = {
  /** The number the rule gives it, R2 to R14. */
  readonly id: string;
  readonly title: string;
  /** How often it is handed in, as the rule says. */
  readonly rhythm: string;
  /** The period proposed first; any other may be chosen. */
  readonly usual: PeriodKind;
  readonly build: (request: ReportRequest) => BuiltReport;
};

/** R3 holds the cases that came in within the period or were still in hand when it began. */
function ledgerReport(request: ReportRequest): TracedWorkbook {
  const { context, period, office, signatures } = request;
  const records = caseHistories(context.records('application'))
    .filter((history) => {
      const received = inPeriod(period, textIn(history.record.values, 'inDate'));
      return received || phaseOn(history, period.first) === 'inHand';
    })
    .map(({ record }) => record);
  const model = reviewLedger({ records, context, office, period: period.label, signatures });
  return { model, cells: caseCells(records, model.sheets[0]) };
}

/** Every number of a line, its own and the working days it took, opens the case. */
const caseCells = (records: readonly LedgerRecord[], sheet: SheetModel | undefined): readonly TracedCell[] => {
  const top = sheet?.freeze?.rows ?? 0;
  return records.flatMap(({ id }, place) =>
    (sheet?.rows[top + place]?.cells ?? []).flatMap((cell, column): TracedCell[] => {
      if (typeof cell?.value !== 'number') return [];
      const figure: Figure = { value: cell.value, unit: 'count', ledger: 'application', ids: [id] };
      return [{ sheet: 0, row: top + place, column, figure }];
    }),
  );
};

/** R2 to R14. R1, the form of one case, is printed from the case itself. */
export const REVIEW_REPORTS: readonly ReviewReport[] = [
  {
    id: 'R7',
    title: '准入工作情况统计表',
    rhythm: '每半年；月、季、年可选',
    usual: 'halfYear',
    build: statisticsReport,
  },
  {
    id: 'R14',
    title: '情况说明',
    rhythm: '随统计表',
    usual: 'halfYear',
    build: (request) => ({ paragraphs: situationText(request) }),
  },
  { id: 'R2', title: '社区工作事项准入清单', rhythm: '每年及变动时', usual: 'year', build: admissionCatalogue },
  { id: 'R3', title: '准入审核台账', rhythm: '随时', usual: 'year', build: ledgerReport },
  { id: 'R4', title: '不予准入、退回、拒绝情况表', rhythm: '每半年', usual: 'halfYear', build: refusalReport },
  { id: 'R5', title: '费随事转经费落实情况表', rhythm: '每季、每半年', usual: 'halfYear', build: fundsReport },
  { id: 'R6', title: '社区评议（满意度）汇总表', rhythm: '每年', usual: 'year', build: satisfactionReport },
  { id: 'R8', title: '减负清理情况统计表', rhythm: '每半年', usual: 'halfYear', build: burdenReport },
  { id: 'R9', title: '到期与退出事项表', rhythm: '每月', usual: 'month', build: expiryReport },
  { id: 'R10', title: '街道履职事项清单（三张）', rhythm: '变动时', usual: 'year', build: dutyLists },
  { id: 'R11', title: '证明事项清单（两张）', rhythm: '变动时', usual: 'year', build: certificateLists },
  { id: 'R12', title: '挂牌目录及清理表', rhythm: '每半年', usual: 'halfYear', build: boardsReport },
  { id: 'R13', title: '清单外下派事项登记表', rhythm: '每月', usual: 'month', build: strayRegister },
];
