import { figureText } from '../../indicators/figure.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type TracedWorkbook,
  tracedWorkbook,
} from '../../reports/report-table.ts';
import { burdenCounts } from '../burden-counts.ts';
import { referencesIn } from '../review/references-in.ts';
import { BURDEN_ITEM, presentIn } from './burden-report.ts';
import { communityName, departmentName } from './case-words.ts';

const TITLE = '挂牌目录及清理表';

/** What is done about a board later than the period is not known in it. */
function treatment({ values }: LedgerRecord, lastDay: string): string {
  if (textIn(values, 'date') > lastDay) return '尚未处理';
  return textIn(values, 'action') || '尚未处理';
}

function cells(record: LedgerRecord, place: number, { context, period }: ReportRequest): readonly ReportCell[] {
  const { id, values } = record;
  const { before, after } = burdenCounts([record], period).total;
  const communities = referencesIn(values, 'targets').map((community) => communityName(community, context));
  return [
    lineNumber(place, BURDEN_ITEM, id),
    communities.join('、'),
    textIn(values, 'name'),
    departmentName(textIn(values, 'ownerDepartment'), context),
    textIn(values, 'place'),
    textIn(values, 'basis'),
    treatment(record, period.last),
    before,
    after,
  ];
}

/**
 * R12 挂牌目录及清理表: every board that hung when the period began or came up in it, what was done about it, and how many
 * hang now. Boards cut in earlier periods are gone from it. Known good: 龙子湖区's 914 boards less 507 are 407.
 */
export function boardsReport(request: ReportRequest): TracedWorkbook {
  const boards = request.context.records(BURDEN_ITEM).filter(({ values }) => textIn(values, 'kind') === '牌子');
  const { before, cancelled, merged, added, after } = burdenCounts(boards, request.period).total;
  const parts = [
    `原有 ${figureText(before)}`,
    `取消 ${figureText(cancelled)}`,
    `合并 ${figureText(merged)}`,
    `新增 ${figureText(added)}`,
  ];
  const table = {
    title: TITLE,
    sheetName: '挂牌清理',
    unit: '块',
    columns: [
      { label: '序号', width: 6, align: 'center' as const },
      { label: '社区', width: 16 },
      { label: '牌子名称', width: 30, align: 'left' as const },
      { label: '挂牌部门', width: 18 },
      { label: '位置', width: 16 },
      { label: '依据', width: 28, align: 'left' as const },
      { label: '处理', width: 10 },
      { label: '清理前', width: 9 },
      { label: '清理后', width: 9 },
    ],
    rows: presentIn(boards, request).map((record, place) => cells(record, place, request)),
    totals: [
      '合计',
      undefined,
      parts.join('，'),
      undefined,
      undefined,
      undefined,
      undefined,
      { sumOf: before },
      { sumOf: after },
    ],
  };
  return tracedWorkbook(TITLE, [table], request);
}
