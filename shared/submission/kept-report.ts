import type { TracedCell } from '../reports/report-table.ts';
import type { SheetModel } from '../workbook/sheet-model.ts';
import { keptLists } from './handed-lists.ts';
import { handedReport } from './report-lists.ts';
import type { Handed } from './submissions.ts';
import { submittedFigures } from './submitted-figures.ts';

/** What is kept of a report when it is handed in. */
export function keptOfReport(report: {
  readonly sheets: readonly SheetModel[];
  readonly cells: readonly TracedCell[];
}): Handed {
  const { figures, lists } = handedReport(report.sheets, report.cells);
  return { figures: submittedFigures(figures), lists: keptLists(lists) };
}
