import type { Change, ReasonKind } from '../../history/change.ts';
import type { FieldSpec } from '../../kit/fields.ts';
import { formatValue, maskValue, type NameOf } from '../../kit/format.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { momentWords } from '../../kit/moment-words.ts';
import { isRestricted } from '../../kit/restricted.ts';
import type { Day, Value, Values } from '../../kit/values.ts';
import type { WorkbookModel } from '../sheet-model.ts';
import { recordInLog } from './record-in-log.ts';
import { reportSheet } from './report-frame.ts';

/** One step of the log as it is handed to whoever inspects it. */
export type LogLine = {
  readonly batch: string;
  readonly at: string;
  readonly operator: string;
  readonly kind: ReasonKind;
  readonly text: string;
  readonly ledgers: readonly string[];
  readonly changes: number;
  /** Of the closing record, and of the entry before the batch. */
  readonly hash: string;
  readonly previous: string;
};

/** One record's change in such a step. */
export type LogDetail = {
  readonly batch: string;
  readonly ledger: string;
  readonly record: string;
  readonly act: string;
  readonly words: string;
};

export type LogExport = {
  readonly office: string;
  readonly operator: string;
  readonly on: Day;
  readonly version: string;
  readonly verdict: string;
  readonly lines: readonly LogLine[];
  readonly details: readonly LogDetail[];
  /** Steps of so many changes that their records are counted only. */
  readonly bulk: number;
};

export const REASON_TITLES: { readonly [kind in ReasonKind]: string } = {
  setup: '首次设置',
  create: '新增',
  edit: '修改',
  delete: '删除',
  restore: '恢复',
  import: '导入',
  opening: '存量导入',
  transition: '办理',
  correction: '更正',
  undo: '撤销',
};

const ACTS: { readonly [kind in Change['kind']]: string } = { create: '新增', update: '修改', delete: '删除' };

const RESTRICTED = '（受限内容）';

/** What one change did, in words that name nobody: personal data in stars, of a restricted record nothing at all. */
export function logDetail(batch: string, change: Change, ledger: Ledger, now: Values, nameOf: NameOf): LogDetail {
  const values = change.kind === 'update' ? now : change.values;
  const isHidden = isRestricted(ledger, values) || isRestricted(ledger, now);
  return {
    batch,
    ledger: ledger.title,
    record: recordInLog(ledger, values, isHidden, nameOf) || change.id,
    act: ACTS[change.kind],
    words: isHidden ? RESTRICTED : changeWords(change, ledger, nameOf),
  };
}

function changeWords(change: Change, ledger: Ledger, nameOf: NameOf): string {
  if (change.kind !== 'update') return '';
  const side = (value: Value | undefined, spec: FieldSpec) =>
    formatValue(spec.personal ? maskValue(value, spec) : value, spec, nameOf) || '空';
  const fields = Object.entries(change.fields).map(([fieldId, { before, after }]) => {
    const spec = ledger.fields[fieldId];
    if (!spec) return fieldId;
    // What was told at length may name anyone.
    if (spec.kind === 'longText') return `${spec.label}：改写`;
    return `${spec.label}：${side(before, spec)} → ${side(after, spec)}`;
  });
  const lists = Object.entries(change.children).map(
    ([fieldId, rows]) => `${ledger.fields[fieldId]?.label ?? fieldId}：改动 ${rows.length} 行`,
  );
  return [...fields, ...lists].join('；');
}

const LINE_COLUMNS = [
  { label: '序号', width: 7, align: 'center' },
  { label: '时间', width: 20 },
  { label: '操作员', width: 10 },
  { label: '类别', width: 9 },
  { label: '做了什么', width: 34, align: 'left' },
  { label: '台账', width: 18, align: 'left' },
  { label: '条数', width: 7 },
  { label: '编号', width: 22, align: 'left' },
  { label: '校验值（SHA-256）', width: 34, align: 'left' },
  { label: '前一步校验值', width: 34, align: 'left' },
] as const;

const DETAIL_COLUMNS = [
  { label: '编号', width: 22, align: 'left' },
  { label: '台账', width: 18, align: 'left' },
  { label: '记录', width: 26, align: 'left' },
  { label: '动作', width: 7, align: 'center' },
  { label: '改动内容', width: 70, align: 'left' },
] as const;

/** The log for inspection: every step with its place in the chain, what it changed, and what the check of it said. */
export function logWorkbook(log: LogExport): WorkbookModel {
  const { office, operator, on, verdict, version } = log;
  const signatures = { filler: operator, filledOn: on };
  const frame = { office, period: `截至 ${on}`, size: 10.5, signatures };
  const left = log.bulk > 0 ? `另有 ${log.bulk} 步批量操作只记条数，不逐条列出。` : '';
  const lines = reportSheet({
    ...frame,
    title: '操作记录',
    sheetName: '操作记录',
    columns: LINE_COLUMNS,
    rows: log.lines.map((line, place) => [
      place + 1,
      momentWords(line.at),
      line.operator || '未署名',
      REASON_TITLES[line.kind],
      line.text,
      line.ledgers.join('、'),
      line.changes,
      line.batch,
      line.hash,
      line.previous,
    ]),
  });
  const details = reportSheet({
    ...frame,
    title: '操作记录明细',
    sheetName: '明细',
    columns: DETAIL_COLUMNS,
    rows: log.details.map(({ batch, ledger, record, act, words }) => [batch, ledger, record, act, words]),
  });
  const check = reportSheet({
    ...frame,
    title: '操作记录校验',
    sheetName: '校验',
    columns: [
      { label: '项目', width: 16 },
      { label: '内容', width: 90, align: 'left' },
    ],
    rows: [
      ['校验结果', verdict],
      ['导出范围', `共 ${log.lines.length} 步，明细 ${log.details.length} 条。${left}`],
      ['遮盖', '个人信息以星号遮盖，长段文字只记改写，受限内容不列。完整内容在程序里逐件查看，查看会留下记录。'],
      [
        '校验办法',
        '每一步的校验值由本步内容和前一步校验值算出：改动、删去、插入或调换任何一步，其后的校验值都对不上。',
      ],
      ['程序版本', version],
    ],
  });
  return { title: '操作记录', author: office, sheets: [lines, details, check] };
}
