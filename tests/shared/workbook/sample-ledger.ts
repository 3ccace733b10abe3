import { referenceResolver } from '../../../shared/kit/convert/reference-resolver.ts';
import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import { choice, code, date, department, longText, money, references, text, unit } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { findHeader, layOut } from '../../../shared/workbook/import/header.ts';
import { type ImportChoices, NO_CHOICES } from '../../../shared/workbook/import/import-choices.ts';
import { type Mapping, proposeMapping } from '../../../shared/workbook/import/mapping.ts';
import type { ImportPlan, PlanCell } from '../../../shared/workbook/import/plan.ts';
import { planImport } from '../../../shared/workbook/import/plan-import.ts';
import { openFirst, xlsxOf } from './sample-files.ts';

/** A small ledger with one field of every sort the planner treats apart. */
export const task = defineLedger({
  id: 'task',
  title: '事项台账',
  noun: '事项',
  group: '准入',
  version: 1,
  fields: {
    number: code('编号').automatic(),
    name: text('事项名称').key().maxLength(20).alias('任务名称'),
    applicant: department('申请单位').key().alias('主管部门'),
    inDate: date('收件日期').key(),
    category: choice('事项分类', ['公共服务', '公共管理', '公共安全', '其他']).alias('类别'),
    kind: choice('准入类型', ['统计调查', '考核检查']).alias('类别'),
    funds: money('拟拨经费', '元').alias('经费').nothingMeans(0),
    startDate: date('开始日期').alias('起止时间'),
    endDate: date('结束日期').alias('起止时间').notBefore('startDate'),
    community: unit('所属社区', 'community').alias('社区'),
    targets: references('涉及社区', { ledger: 'organisation', allWords: ['各社区', '全部'] }),
    decision: text('审定结果').decision(),
    remark: longText('备注'),
  },
  titleField: 'name',
  numbering: { field: 'number', pattern: 'SX-{year}-{000}', yearFrom: 'inDate' },
  sameAs: ['applicant', 'name'],
  columns: ['name'],
});

const departments = defineLedger({
  id: 'department',
  title: '部门',
  noun: '部门',
  group: '基础',
  version: 1,
  fields: { name: text('全称').key(), short: text('简称') },
  titleField: 'name',
  alsoCalled: ['short'],
  columns: ['name'],
});

const organisations = defineLedger({
  id: 'organisation',
  title: '组织架构',
  noun: '单位',
  group: '基础',
  version: 1,
  fields: { name: text('名称').key(), level: text('层级').key() },
  titleField: 'name',
  columns: ['name'],
});

export const ledgerById = (id: string): Ledger | undefined =>
  [task, departments, organisations].find((ledger) => ledger.id === id);

const record = (id: string, values: Values): LedgerRecord => ({ id, rev: `r/${id}`, values });

export const office: { readonly [ledger: string]: readonly LedgerRecord[] } = {
  department: [record('d1', { name: '区住房和城乡建设局', short: '区住建局' })],
  organisation: [
    record('c1', { name: '晨光社区', level: 'community' }),
    record('c2', { name: '东湖社区', level: 'community' }),
  ],
  task: [],
};

export function contextOf(records: { readonly [ledger: string]: readonly LedgerRecord[] }): LedgerContext {
  const find = (ledger: string, id: string) => records[ledger]?.find((one) => one.id === id);
  return {
    today: '2026-11-23',
    operator: '李敏',
    calendar: { years: new Set(), rest: new Set(), worked: new Set() },
    parameter: () => undefined,
    parameterKeys: () => [],
    record: find,
    records: (ledger) => records[ledger] ?? [],
    nameOf: (ledger, id) => String(find(ledger, id)?.values.name ?? id),
  };
}

type Row = readonly (string | number | boolean | null)[];

type Options = {
  readonly stored?: readonly LedgerRecord[];
  readonly choices?: Partial<ImportChoices>;
  readonly change?: (mapping: Mapping) => Mapping;
};

/** What the cells of a plan's row, counted from 0, were read as. */
export function cellsAt(plan: ImportPlan, place: number): readonly PlanCell[] {
  const row = plan.rows[place];
  return row === undefined ? [] : plan.cellsOf(row.row);
}

/** The one of a field. */
export const cellAt = (plan: ImportPlan, place: number, field: string): PlanCell | undefined =>
  cellsAt(plan, place).find((cell) => cell.field === field);

/** Plans a sheet of the given rows into the sample ledger, with 收件日期 for the whole file. */
export const planRows = (rows: readonly Row[], options: Options = {}): ImportPlan => planBytes(xlsxOf(rows), options);

/** The same from a file's bytes. */
export function planBytes(bytes: Uint8Array, options: Options = {}): ImportPlan {
  const reader = openFirst(bytes);
  const layout = layOut(reader, findHeader(reader, task));
  const proposed = { ...proposeMapping(layout, task), constants: { inDate: '2026-11-23' } };
  const records = { ...office, task: options.stored ?? [] };
  return planImport({
    reader,
    layout,
    mapping: options.change?.(proposed) ?? proposed,
    ledger: task,
    ledgerById,
    context: contextOf(records),
    lookup: {
      resolve: referenceResolver(ledgerById, (id) => records[id as keyof typeof records] ?? []),
      options: (field) => field.options ?? [],
    },
    choices: { ...NO_CHOICES, ...options.choices },
  });
}
