import { openingTemplate } from '../../shared/access/opening-balance.ts';
import { approvalForm } from '../../shared/access/reports/approval-form.ts';
import { reviewLedger } from '../../shared/access/reports/review-ledger.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import type { Query } from '../../shared/kit/query.ts';
import { textIn } from '../../shared/kit/steps.ts';
import type { LedgerRecord, Values } from '../../shared/kit/values.ts';
import { exportFileName, ledgerWorkbookInSlices } from '../../shared/workbook/ledger-export.ts';
import { ledgerPrint } from '../../shared/workbook/ledger-print.ts';
import type { SheetModel, WorkbookModel } from '../../shared/workbook/sheet-model.ts';
import { writeWorkbookInSlices } from '../../shared/workbook/write-workbook.ts';

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

/** Called between slices: how much of how much. */
export type OnProgress = (done: number, of: number) => void;

export type ExportOptions = {
  readonly masked: boolean;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
};

/** A slice may hold the worker this long, so that windows are still answered meanwhile. */
const SLICE_MILLISECONDS = 20;

const APPLICATION = 'application';

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Drives a sliced piece of work to its end, letting the worker answer others every 20 ms. */
async function inSlices<Step, Result>(
  work: Generator<Step, Result>,
  onStep: (step: Step) => void,
  signal: AbortSignal | undefined,
): Promise<Result> {
  let began = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - began < SLICE_MILLISECONDS) continue;
    onStep(step.value);
    await breathe();
    if (signal?.aborted) throw new LedgerError('export/cancelled', '已取消导出，没有生成文件，台账未受影响。');
    began = performance.now();
  }
}

/** The bytes of a workbook, made in slices. */
export async function writtenInSlices(
  model: WorkbookModel,
  options: Partial<ExportOptions> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return inSlices(
    writeWorkbookInSlices(model),
    ({ done, of }) => options.onProgress?.(of + done, 2 * of),
    options.signal,
  );
}

/**
 * The rows of a query as .xlsx, in the screen's columns; personal data in stars where `masked`.
 * Progress counts twice the rows: once gathered, once written.
 */
export async function exportLedger(
  source: ExportSource,
  query: Query,
  columns: readonly string[],
  options: ExportOptions,
): Promise<ExportedFile> {
  const { ledger, model } = await ledgerModel(source, query, columns, options);
  return {
    name: exportFileName(ledger.title, source.office(), source.now()),
    bytes: await writtenInSlices(model, options),
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
      `共 ${count} 条，一次最多打印 ${MOST_PRINTED} 条，没有打开预览。请先筛选，或导出 Excel 后在表格软件里打印。`,
    );
  }
  const { model } = await ledgerModel(source, query, columns, { masked: true });
  const [sheet] = model.sheets;
  if (!sheet) throw new LedgerError('print/nothing', '没有可打印的内容。请换一个条件再试。');
  const { operator, today } = source.context();
  return ledgerPrint(sheet, operator, today);
}

async function ledgerModel(
  source: ExportSource,
  query: Query,
  columns: readonly string[],
  options: ExportOptions,
): Promise<{ readonly ledger: Ledger; readonly model: WorkbookModel }> {
  const ledger = source.ledgerById(query.ledger);
  if (!ledger) throw new LedgerError('export/unknownLedger', `没有“${query.ledger}”这个台账，没有生成文件。`);
  const context = source.context();
  const rows = source.rows(query);
  let gathered = 0;
  function* counted() {
    for (const row of rows) {
      gathered += 1;
      yield row;
    }
  }
  const work = ledgerWorkbookInSlices({
    ledger,
    columns,
    rows: counted(),
    office: source.office(),
    clerk: context.operator,
    on: context.today,
    masked: options.masked,
    nameOf: context.nameOf,
  });
  const model = await inSlices(work, () => options.onProgress?.(gathered, 2 * rows.length), options.signal);
  return { ledger, model };
}

/** R3 准入审核台账 of the cases a query finds. `period` is printed as 填报期, e.g. 2026年. */
export async function exportReviewLedger(
  source: ExportSource,
  query: Query,
  period: string,
  options: Partial<ExportOptions> = {},
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
