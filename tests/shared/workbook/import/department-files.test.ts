import { describe, expect, test } from 'vitest';
import { referenceResolver } from '../../../../shared/kit/convert/reference-resolver.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { application } from '../../../../shared/ledgers/application.ts';
import { department } from '../../../../shared/ledgers/department.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { type ImportChoices, NO_CHOICES } from '../../../../shared/workbook/import/import-choices.ts';
import { proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import type { ImportPlan } from '../../../../shared/workbook/import/plan.ts';
import { planImport } from '../../../../shared/workbook/import/plan-import.ts';
import { HOUSING, openFixture, POLICE } from '../sample-files.ts';
import { contextOf } from '../sample-ledger.ts';

const ledgers = [application, department, organisation];
const ledgerById = (id: string) => ledgers.find((ledger) => ledger.id === id);
const record = (id: string, values: LedgerRecord['values']): LedgerRecord => ({ id, rev: 'a/1/0', values });

const office: { readonly [ledger: string]: readonly LedgerRecord[] } = {
  department: [
    record('housing', { name: '区住房和城乡建设局', shortName: '区住建局' }),
    record('police', { name: '市公安局区分局', aliases: '区公安局、区公安分局' }),
  ],
  organisation: [
    record('street', { name: '顺河街道', level: '街道' }),
    record('chenguang', { name: '晨光社区', level: '社区' }),
    record('donghu', { name: '东湖社区', level: '社区' }),
    record('kangping', { name: '康平社区', level: '社区' }),
  ],
};

const ALL = ['chenguang', 'donghu', 'kangping'];
const TWO = ['chenguang', 'donghu'];

function plan(file: string, choices: Partial<ImportChoices> = {}, stored: readonly LedgerRecord[] = []): ImportPlan {
  const records: typeof office = { ...office, application: stored };
  const reader = openFixture(file);
  const layout = layOut(reader, findHeader(reader, application));
  const mapping = { ...proposeMapping(layout, application), constants: { inDate: '2026-11-23' }, fillDown: [2] };
  return planImport({
    reader,
    layout,
    mapping,
    ledger: application,
    ledgerById,
    context: contextOf(records),
    lookup: {
      resolve: referenceResolver(ledgerById, (id) => records[id] ?? []),
      options: (field) => field.options ?? [],
    },
    choices: { ...NO_CHOICES, ...choices },
  });
}

test('every column of the form has its place', () => {
  const reader = openFixture(HOUSING);
  const mapping = proposeMapping(layOut(reader, findHeader(reader, application)), application);
  expect(mapping.columns.map((column) => [column.header, column.target, column.sure])).toEqual([
    ['序号', { kind: 'ignore' }, true],
    ['事项名称', { kind: 'field', field: 'itemName' }, true],
    ['主管部门', { kind: 'field', field: 'applicant' }, true],
    ['设定依据', { kind: 'field', field: 'legalBasis' }, true],
    ['社区配合职责', { kind: 'field', field: 'dutyComm' }, true],
    ['类别', { kind: 'byValue', fields: ['admitType', 'category'] }, true],
    ['频次', { kind: 'field', field: 'frequency' }, true],
    ['经费（万元）', { kind: 'field', field: 'fundAmount' }, true],
    ['经费渠道', { kind: 'field', field: 'fundSource' }, true],
    ['起止时间', { kind: 'period', from: 'startDate', to: 'endDate' }, true],
    ['涉及社区', { kind: 'field', field: 'targets' }, true],
  ]);
});

describe('区住建局: nine applications, one held back', () => {
  const { rows, cellsOf } = plan(HOUSING);
  const common = { applicant: 'housing', inDate: '2026-11-23' };

  test('what would be stored, row by row', () => {
    expect(rows.map((row) => [row.status, row.values])).toEqual([
      [
        'new',
        {
          ...common,
          itemName: '小区业主大会设立、业委会选举指导协助',
          legalBasis: '民法典第二百七十七条',
          dutyComm: '指导协助',
          category: '公共管理',
          frequency: '每年',
          fundAmount: 0,
          fundSource: '财政拨款',
          startDate: '2026-12-01',
          endDate: '2027-01-31',
          targets: ALL,
        },
      ],
      [
        'new',
        {
          ...common,
          itemName: '居民二次供水设施巡查',
          dutyComm: '每月巡查填表',
          category: '公共管理',
          frequency: '常年',
          fundAmount: 0,
          startDate: '2026-12-01',
          endDate: '2027-03-31',
          targets: ALL,
        },
      ],
      [
        'new',
        {
          ...common,
          itemName: '消防安全宣传教育',
          legalBasis: '消防法第六条',
          dutyComm: '协助宣传',
          category: '公共安全',
          frequency: '每月',
          fundAmount: 2_000_000,
          fundSource: '费随事转',
          startDate: '2027-01-01',
          endDate: '2027-02-28',
          targets: ALL,
        },
      ],
      [
        'new',
        {
          ...common,
          itemName: '疑似群租房排查登记',
          dutyComm: '入户登记',
          category: '公共安全',
          frequency: '每月',
          fundAmount: 3_000_000,
          fundSource: '财政拨款',
          startDate: '2026-12-01',
          endDate: '2027-03-31',
          targets: TWO,
        },
      ],
      [
        'heldBack',
        {
          ...common,
          itemName: '完成招商引资线索上报',
          dutyComm: '每季度报送线索2条',
          frequency: '每季度',
          fundAmount: 500_000,
          startDate: '2026-12-01',
          endDate: '2027-03-31',
          targets: ALL,
        },
      ],
      [
        'new',
        {
          ...common,
          itemName: '住宅电梯使用情况统计调查',
          legalBasis: '表号、批准文号未注明',
          dutyComm: '填报统计表',
          admitType: '统计调查',
          frequency: '每月',
          fundAmount: 3_000_000,
          fundSource: '费随事转',
          startDate: '2026-12-01',
          endDate: '2027-01-31',
          targets: ALL,
        },
      ],
      [
        'new',
        {
          ...common,
          itemName: '反电信网络诈骗宣传',
          legalBasis: '反电信网络诈骗法第八条',
          dutyComm: '宣传教育',
          category: '公共安全',
          frequency: '每季度',
          fundAmount: 1_200_000,
          startDate: '2026-12-01',
          endDate: '2027-01-31',
          targets: ALL,
        },
      ],
      [
        'new',
        {
          ...common,
          itemName: '报刊订阅任务',
          dutyComm: '完成订阅份数',
          category: '其他',
          frequency: '一次性',
          fundAmount: 0,
          startDate: '2026-12-01',
          endDate: '2027-01-31',
          targets: ALL,
        },
      ],
      [
        'new',
        {
          ...common,
          itemName: '社会救助协助',
          legalBasis: '社会救助暂行办法第四条',
          dutyComm: '协助',
          category: '公共服务',
          frequency: '每季度',
          fundAmount: 1_200_000,
          startDate: '2027-01-01',
          endDate: '2028-01-31',
          targets: ALL,
        },
      ],
      [
        'new',
        {
          ...common,
          itemName: '文明城市创建迎检台账',
          dutyComm: '建立纸质台账',
          admitType: '考核检查',
          frequency: '一次性',
          fundAmount: 500_000,
          startDate: '2027-01-01',
          endDate: '2027-04-30',
          targets: ALL,
        },
      ],
    ]);
  });

  test('the one complaint, and what was read otherwise than it stood', () => {
    expect(rows.flatMap((row) => row.complaints.map((one) => [row.row, one.severity, one.code, one.field]))).toEqual([
      [8, 'error', 'import/fits-no-field', 'admitType'],
    ]);
    expect(rows[4]?.reason).toContain('类别“经济”不属于「准入类型」');
    const changed = (row: number, field: string) => cellsOf(row).find((cell) => cell.field === field)?.changed;
    expect(changed(4, 'fundAmount')).toBe('“无”记为 0.00 元');
    expect(changed(6, 'fundAmount')).toBe('“2万”记为 20,000.00 元');
    expect(changed(7, 'fundAmount')).toBe('“3”（列头单位万元）记为 30,000.00 元');
    expect(changed(5, 'fundSource')).toBe('“无”按空白处理');
    expect(changed(4, 'category')).toBe('归入「事项分类」');
    expect(changed(4, 'startDate')).toBe('“2026.12-2027.1”记为 2026-12-01 至 2027-01-31');
    expect(changed(4, 'targets')).toBe('“各社区”记为全部 3 个');
    expect(changed(7, 'targets')).toBeUndefined();
  });

  test('only the first row names its department; the others take it by the accepted fill-down', () => {
    const from = rows.map(({ row }) => cellsOf(row).find((cell) => cell.field === 'applicant')?.from);
    expect(from).toEqual(['cell', ...Array.from({ length: 9 }, () => 'fillDown')]);
  });

  test('sent a second time, nothing is new', () => {
    const stored = rows
      .filter((row) => row.action === 'create')
      .map((row, index) => record(`a${index}`, { ...row.values, caseNo: `ZR-2026-${index}`, state: 'received' }));
    expect(plan(HOUSING, {}, stored).counts).toMatchObject({ new: 0, unchanged: 9, heldBack: 1 });
  });
});

describe('区公安分局 (.xls): seven applications, three held back', () => {
  const fate = (rows: ImportPlan['rows']) =>
    rows.map((row) => [
      row.row,
      row.status,
      row.values.admitType ?? row.values.category,
      row.values.frequency,
      row.values.fundAmount,
      row.values.fundSource,
      row.values.startDate,
      row.values.endDate,
      row.values.targets,
    ]);

  test('row by row', () => {
    const none = undefined;
    expect(fate(plan(POLICE).rows)).toEqual([
      [4, 'heldBack', '公共管理', '常年', none, none, '2026-12-01', '2027-01-31', ALL],
      [5, 'new', '公共管理', '每年', 3_000_000, none, '2027-01-01', '2027-04-30', ALL],
      [6, 'heldBack', '公共安全', '每季度', none, '费随事转', '2027-01-01', '2027-02-28', ALL],
      [7, 'new', '公共安全', '每季度', 1_200_000, none, '2027-01-01', '2027-02-28', ALL],
      [8, 'heldBack', none, '每季度', 0, '财政拨款', '2026-12-01', '2027-03-31', ALL],
      [9, 'new', '统计调查', '每年', 2_000_000, '财政拨款', '2027-01-01', '2027-02-28', TWO],
      [10, 'new', '公共安全', '每年', 1_200_000, '费随事转', '2027-01-01', '2027-02-28', TWO],
      [11, 'new', '其他', '常年', 500_000, none, '2026-12-01', '2027-03-31', TWO],
      [12, 'new', '公共服务', '每月', 0, none, '2027-01-01', '2027-02-28', ALL],
      [13, 'new', '考核检查', '每月', 2_000_000, none, '2027-01-01', '2027-02-28', ALL],
    ]);
  });

  test('“待定” is no amount; the rows can be taken with it left empty', () => {
    const held = plan(POLICE).rows.filter((row) => row.status === 'heldBack');
    expect(held.map((row) => row.complaints.map((one) => [one.code, one.field]))).toEqual([
      [['money/undecided', 'fundAmount']],
      [['money/undecided', 'fundAmount']],
      [['import/fits-no-field', 'admitType']],
    ]);
    const taken = plan(POLICE, { leaveEmpty: 'all' });
    expect(taken.counts).toMatchObject({ new: 10, heldBack: 0 });
    expect(taken.rows.flatMap((row) => row.leftEmpty)).toEqual(['fundAmount', 'fundAmount', 'admitType']);
  });
});
