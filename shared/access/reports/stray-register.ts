import { textIn } from '../../kit/field-values.ts';
import { formatValue } from '../../kit/format.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { Values } from '../../kit/values.ts';
import { strayTask } from '../../ledgers/stray-task.ts';
import { lineNumber, type ReportRequest, type TracedWorkbook, tracedWorkbook } from '../../reports/report-table.ts';
import { letterNoOf, STRAY_ACTIONS } from '../stray-task-rules.ts';
import { STRAY_TASK, strayTasksIn } from './stray-tasks.ts';

const TITLE = '清单外下派事项登记表';

const COLUMNS = [
  { field: 'date', label: '下派日期', width: 12 },
  { field: 'channel', label: '方式', width: 9 },
  { field: 'sender', label: '下派单位', width: 16 },
  { field: 'itemName', label: '事项', width: 24 },
  { field: 'content', label: '下派内容', width: 32 },
  { field: 'targets', label: '涉及社区', width: 16 },
  { field: 'listMatch', label: '清单比对结果', width: 12 },
  { field: 'action', label: '处理结果', width: 10 },
  { field: 'answeredOn', label: '答复日期', width: 12 },
  { field: 'letterNo', label: '告知函文号', width: 18 },
];

function cellOf(values: Values, field: string, context: LedgerContext) {
  const spec = strayTask.fields[field];
  const value = values[field];
  if (spec?.kind === 'date') return typeof value === 'string' && value !== '' ? { day: value } : undefined;
  if (field === 'letterNo') return letterNoOf(values);
  if (field === 'action') return textIn(values, field) || '待处理';
  return spec ? formatValue(value, spec, context.nameOf) : '';
}

/** R13 清单外下派事项登记表: what came around the admission in the period, by whom and how, and what was answered. */
export function strayRegister(request: ReportRequest): TracedWorkbook {
  const strays = strayTasksIn(request.context.records(STRAY_TASK), request.period);
  const outcomes = STRAY_ACTIONS.map((action) => ({
    action,
    count: strays.filter(({ values }) => (textIn(values, 'action') || '待处理') === action).length,
  })).filter(({ count }) => count > 0);
  const table = {
    title: TITLE,
    sheetName: '清单外下派',
    size: 10.5,
    columns: [
      { label: '序号', width: 6, align: 'center' as const },
      ...COLUMNS.map(({ label, width }) => ({ label, width })),
    ],
    rows: strays.map(({ id, values }, place) => [
      lineNumber(place, STRAY_TASK, id),
      ...COLUMNS.map(({ field }) => cellOf(values, field, request.context)),
    ]),
    totals: [
      '合计',
      `${strays.length} 件`,
      undefined,
      undefined,
      undefined,
      outcomes.map(({ action, count }) => `${action} ${count}`).join('，'),
    ],
  };
  return tracedWorkbook(TITLE, [table], request);
}
