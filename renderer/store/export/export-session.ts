import { openingTemplate } from '../../../shared/access/opening/opening-balance.ts';
import { approvalForm } from '../../../shared/access/reports/approval-form.ts';
import { reviewLedger } from '../../../shared/access/reports/review-ledger.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { exportFileName } from '../../../shared/kit/file-names.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import type { Query } from '../../../shared/kit/query.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { childSheets } from '../../../shared/workbook/export/child-sheets.ts';
import { type LedgerExport, ledgerWorkbook, streamedLedger } from '../../../shared/workbook/export/ledger-export.ts';
import { ledgerPrint } from '../../../shared/workbook/print/ledger-print.ts';
import type { SheetModel } from '../../../shared/workbook/sheet-model.ts';
import { type WritingOptions, writtenInSlices } from './written-in-slices.ts';

/** What an export needs of the store; rows come whole and unmasked, in the query's order. */
export type ExportSource = {
  readonly ledgerById: (ledgerId: string) => Ledger | undefined;
  readonly rows: (query: Query) => readonly (LedgerRecord & { readonly derived: Values })[];
  readonly context: () => LedgerContext;
  /** The street's name, for the head of the sheet and the file's name. */
  readonly office: () => string;
  /** Local time with offset, for the file's name. */
  readonly now: () => string;
};

export type ExportedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type ExportOptions = WritingOptions & { readonly masked: boolean };

const APPLICATION = 'application';

/** The rows of a query as .xlsx, in the screen's columns: personal data in stars where `masked`, else with the lists within. */
export async function exportLedger(
  source: ExportSource,
  query: Query,
  columns: readonly string[],
  options: ExportOptions,
): Promise<ExportedFile> {
  const request = ledgerRequest(source, query, columns, options.masked);
  const model = streamedLedger(request);
  // What stands in the lists is words about people: whole exports only.
  const lists = options.masked ? [] : childSheets(request);
  return {
    name: exportFileName(request.ledger.title, source.office(), source.now()),
    bytes: await writtenInSlices({ ...model, sheets: [...model.sheets, ...lists] }, options),
  };
}

/** More rows than a clerk looks through on paper, and a page of the program shows at once; inferred (可调整的默认值). */
const MOST_PRINTED = 2000;

/**
 * The rows of a query as a sheet to be printed: the export's own, personal data in stars.
 * @throws LedgerError `print/too-many`
 */
export async function printLedger(source: ExportSource, query: Query, columns: readonly string[]): Promise<SheetModel> {
  const count = source.rows(query).length;
  if (count > MOST_PRINTED) {
    throw new LedgerError(
      'print/too-many',
      `共 ${countWords(count)} 条，一次最多打印 ${countWords(MOST_PRINTED)} 条，没有打开预览。请先筛选，或导出 Excel 后在表格软件里打印。`,
    );
  }
  const [sheet] = ledgerWorkbook(ledgerRequest(source, query, columns, true)).sheets;
  if (!sheet) throw new LedgerError('print/nothing', '没有可打印的内容。请换一个条件再试。');
  const { operator, today } = source.context();
  return ledgerPrint(sheet, operator, today);
}

function ledgerRequest(source: ExportSource, query: Query, columns: readonly string[], masked: boolean): LedgerExport {
  const ledger = source.ledgerById(query.ledger);
  if (!ledger) throw new LedgerError('export/unknownLedger', `没有“${query.ledger}”这个台账，没有生成文件。`);
  const { operator, today, nameOf } = source.context();
  const rows = source.rows(query);
  return { ledger, columns, rows, office: source.office(), clerk: operator, on: today, masked, nameOf };
}

/** R3 准入审核台账 of the cases a query finds. `period` is printed as 填报期, e.g. 2026年. */
export async function exportReviewLedger(
  source: ExportSource,
  query: Query,
  period: string,
  options: WritingOptions = {},
): Promise<ExportedFile> {
  const context = source.context();
  const model = reviewLedger({
    records: source.rows({ ...query, ledger: APPLICATION }),
    context,
    office: source.office(),
    period,
    signatures: { filler: context.operator, filledOn: context.today },
  });
  return {
    name: exportFileName('准入审核台账', source.office(), source.now()),
    bytes: await writtenInSlices(model, options),
  };
}

/**
 * R1 申请准入社区工作事项审批表 of one case.
 * @throws LedgerError `export/noRecord` where the case was deleted meanwhile.
 */
export async function exportApprovalForm(source: ExportSource, id: string): Promise<ExportedFile> {
  const context = source.context();
  const record = context.record(APPLICATION, id);
  if (!record) {
    throw new LedgerError('export/noRecord', '找不到这件申请，可能已被删除。没有生成文件；可到回收站查看后再导出。');
  }
  const number = textIn(record.values, 'caseNo');
  const model = approvalForm({ record, context, office: source.office() });
  return {
    name: exportFileName(`审批表_${number}`, source.office(), source.now()),
    bytes: await writtenInSlices(model),
  };
}

/** The blank sheet of 存量导入: what was admitted or running before the program. */
export async function exportOpeningTemplate(source: ExportSource): Promise<ExportedFile> {
  const { operator, today } = source.context();
  const model = openingTemplate(source.office(), operator, today);
  return {
    name: exportFileName('存量准入事项空白表', source.office(), source.now()),
    bytes: await writtenInSlices(model),
  };
}
