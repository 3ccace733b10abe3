import type { BalanceLine } from '../../../shared/access/reports/balance.ts';
import type { BuiltReport, ReviewReport } from '../../../shared/access/reports/review-reports.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { exportFileName } from '../../../shared/kit/file-names.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { Period } from '../../../shared/kit/period.ts';
import { reportById } from '../../../shared/reports/report-list.ts';
import type { ReportRequest, TracedCell } from '../../../shared/reports/report-table.ts';
import type { SheetModel } from '../../../shared/workbook/sheet-model.ts';
import type { ExportedFile } from '../export/export-session.ts';
import { handedOver } from '../export/handed-over.ts';
import type { TakeOut } from '../export/taking-out.ts';
import { writtenInSlices } from '../export/written-in-slices.ts';

/** What reports need of the store. */
export type ReportTarget = {
  readonly context: () => LedgerContext;
  readonly office: () => string;
  readonly takeOut: TakeOut;
  /** Local time with offset, for the file's name. */
  readonly now: () => string;
};

/** A check line as the page shows it, its cases by name. */
export type BalanceView = Omit<BalanceLine, 'cases'> & {
  readonly cases: readonly (BalanceLine['cases'][number] & { readonly title: string })[];
};

/** A report as the page shows it: the sheets as they will be written, and where each figure leads. */
export type ReportView = {
  readonly sheets: readonly SheetModel[];
  readonly cells: readonly TracedCell[];
  readonly balance: readonly BalanceView[];
  readonly paragraphs: readonly string[];
};

export type ReportService = {
  readonly reviewReport: (id: string, period: Period) => ReportView;
  readonly exportReport: (id: string, period: Period) => Promise<ExportedFile>;
};

/**
 * Builds reports beside the records and hands the page what it shows. Spread into what the store worker exposes.
 * @throws LedgerError `report/unknown` for an id no report has, `report/no-sheet` where a text is asked for as a workbook.
 */
export function reportService(target: ReportTarget): ReportService {
  const requestFor = (period: Period): ReportRequest => {
    const context = target.context();
    const { operator, today } = context;
    const signatures = { filledOn: today, ...(operator === '' ? {} : { filler: operator }) };
    return { context, period, office: target.office(), signatures };
  };
  return {
    reviewReport: (id, period) => {
      const request = requestFor(period);
      return viewOf(reportOf(id).build(request), request.context);
    },
    exportReport: async (id, period) => {
      const report = reportOf(id);
      const { model } = report.build(requestFor(period));
      if (!model) throw new LedgerError('report/no-sheet', `${report.title}是文字材料，请复制文字。没有生成文件。`);
      await target.takeOut(`导出报表：${report.title}（${period.label}）`);
      const name = exportFileName(`${report.title}_${period.label}`, target.office(), target.now());
      return handedOver({ name, bytes: await writtenInSlices(model) });
    },
  };
}

function reportOf(id: string): ReviewReport {
  const report = reportById(id);
  if (!report) throw new LedgerError('report/unknown', `没有“${id}”这张报表。数据没有受影响，请从左边重新选择。`);
  return report;
}

function viewOf({ model, cells, balance, paragraphs }: BuiltReport, context: LedgerContext): ReportView {
  const titleOf = (id: string) => {
    const values = context.record('application', id)?.values ?? {};
    return [textIn(values, 'caseNo'), textIn(values, 'itemName')].filter((part) => part !== '').join(' ');
  };
  return {
    sheets: model?.sheets ?? [],
    cells: cells ?? [],
    balance: (balance ?? []).map((line) => ({
      ...line,
      cases: line.cases.map((one) => ({ ...one, title: titleOf(one.id) })),
    })),
    paragraphs: paragraphs ?? [],
  };
}
