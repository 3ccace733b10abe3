import { readClocks } from '../../deadlines/read-clock.ts';
import { textIn } from '../../kit/field-values.ts';
import { formatValue } from '../../kit/format.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { stepsOf } from '../../kit/steps.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import { application } from '../../ledgers/application.ts';
import { type ReportColumn, reportSheet, type Signatures } from '../../workbook/export/report-frame.ts';
import type { CellValue, WorkbookModel } from '../../workbook/sheet-model.ts';
import { reviewClocks } from '../review/review-clocks.ts';
import { type CaseStep, decidedOn, entered, left, workingDaysTaken } from './case-steps.ts';

export type ReviewLedgerRequest = {
  readonly records: readonly LedgerRecord[];
  readonly context: LedgerContext;
  readonly office: string;
  /** 填报期 as it is printed: 2026年上半年. */
  readonly period: string;
  readonly signatures: Signatures;
};

const TITLE = '准入审核台账';
const STAGES = '各环节日期';

type Row = { readonly record: LedgerRecord; readonly place: number; readonly request: ReviewLedgerRequest };
type Column = ReportColumn & { readonly of: (row: Row) => CellValue | undefined };

const shown =
  (fieldId: string) =>
  ({ record, request }: Row): string => {
    const field = application.fields[fieldId];
    return field ? formatValue(record.values[fieldId], field, request.context.nameOf) : '';
  };

const day = (on: string | undefined): CellValue | undefined =>
  on === undefined || on === '' ? undefined : { day: on };
const stage = (label: string, on: (steps: readonly CaseStep[]) => string | undefined): Column => ({
  label,
  width: 11,
  group: STAGES,
  of: ({ record }) => day(on(stepsOf(record))),
});

const COLUMNS: readonly Column[] = [
  { label: '序号', width: 5.5, align: 'center', of: ({ place }) => place + 1 },
  { label: '准入编号', width: 13, align: 'center', of: shown('caseNo') },
  { label: '收件日期', width: 11, of: ({ record }) => day(textIn(record.values, 'inDate')) },
  { label: '申请单位', width: 14, of: shown('applicant') },
  { label: '事项名称', width: 24, of: shown('itemName') },
  { label: '性质', width: 9.5, of: (row) => [shown('nature')(row), shown('term')(row)].filter(Boolean).join('·') },
  { label: '比对结果', width: 10, of: ({ record, request }) => matchOf(record, request.context) },
  stage('征求意见', (steps) => entered(steps, 'COMM_OPINION')),
  stage('街道初审', (steps) => left(steps, 'STREET_REVIEW')),
  stage('区级受理', (steps) => entered(steps, 'DISTRICT_REVIEW')),
  stage('审定', (steps) => left(steps, 'DECIDING')),
  stage('公布', (steps) => entered(steps, 'PUBLISHED')),
  stage('启动', (steps) => entered(steps, 'ACTIVE')),
  { label: '结果', width: 10, of: ({ record }) => resultOf(record) },
  { label: '用时\n（工作日）', width: 9.5, of: ({ record, request }) => taken(record, request) },
  { label: '是否超期', width: 6, align: 'center', of: ({ record, request }) => overdueWord(record, request) },
  { label: '经办人', width: 8, of: ({ record }) => textIn(record.values, 'clerk') },
];

/**
 * R3 准入审核台账: one line a case, with the day of every stage, the result, the working days it took and whether a
 * limit was missed. A4 landscape. Its layout is ours: no source prints one.
 */
export function reviewLedger(request: ReviewLedgerRequest): WorkbookModel {
  const rows = request.records.map((record, place) => COLUMNS.map((column) => column.of({ record, place, request })));
  const overdue = request.records.filter((record) => overdueWord(record, request) === '是').length;
  const totals = COLUMNS.map(({ label }): CellValue | undefined => {
    if (label === '序号') return '合计';
    if (label === '准入编号') return `${rows.length} 件`;
    return label === '是否超期' ? `${overdue} 件` : undefined;
  });
  const sheet = reportSheet({
    title: TITLE,
    sheetName: TITLE,
    office: request.office,
    period: request.period,
    columns: COLUMNS,
    rows,
    totals,
    size: 10.5,
    signatures: request.signatures,
  });
  return { title: TITLE, author: request.office, sheets: [sheet] };
}

/** What the clerk settled on; before that what the program proposes. */
function matchOf(record: LedgerRecord, context: LedgerContext): string {
  const settled = textIn(record.values, 'listMatch');
  if (settled !== '') return settled;
  const derived = application.derived?.compute(record, context) ?? {};
  return textIn(derived, 'matchResult');
}

/** 清单内备案 where the street recorded it without a decision of the district; else how far the case is. */
function resultOf(record: LedgerRecord): string {
  const state = textIn(record.values, STATE_FIELD);
  const steps = stepsOf(record);
  const title = application.workflow?.states[state]?.title ?? state;
  if (decidedOn(steps) === undefined) return title;
  if (steps.some(({ to }) => to === 'APPROVED')) return '准予准入';
  if (steps.some(({ from, to }) => from === 'STREET_REVIEW' && to === 'PUBLISHED')) return '清单内备案';
  return steps.some(({ to }) => to === 'REJECTED') ? '不予准入' : title;
}

const taken = (record: LedgerRecord, { context }: ReviewLedgerRequest): number | undefined =>
  workingDaysTaken(textIn(record.values, 'inDate') || undefined, stepsOf(record), context.calendar);

/** Whether any limit of the review was missed or is over now. */
const overdueWord = (record: LedgerRecord, { context }: ReviewLedgerRequest): '是' | '否' =>
  readClocks(reviewClocks, record, context).some(({ level }) => level === 'missed' || level === 'red') ? '是' : '否';
