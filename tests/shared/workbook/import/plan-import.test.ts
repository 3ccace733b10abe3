import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { referenceKey } from '../../../../shared/workbook/import/pending-records.ts';
import { type PlanRow, writesOf } from '../../../../shared/workbook/import/plan.ts';
import { cellAt, cellsAt, planBytes, planRows } from '../sample-ledger.ts';

const HEADER = ['事项名称', '主管部门', '类别', '经费（万元）', '起止时间', '涉及社区', '备注'];
const stored = (values: LedgerRecord['values']): LedgerRecord => ({ id: 't1', rev: 'r/7', values });

describe('cells', () => {
  test('what is stored differently from what stood there is said', () => {
    const plan = planRows([HEADER, ['宣传', '区住建局', '统计调查', 1.2, '2026.12-2027.1', '全部', '']]);
    const [row] = plan.rows;
    expect(row?.status).toBe('new');
    expect(row?.values).toEqual({
      name: '宣传',
      applicant: 'd1',
      inDate: '2026-11-23',
      kind: '统计调查',
      funds: 1_200_000,
      startDate: '2026-12-01',
      endDate: '2027-01-31',
      targets: ['c1', 'c2'],
    });
    const changed = Object.fromEntries(cellsAt(plan, 0).map((cell) => [cell.field, cell.changed]));
    expect(changed.kind).toBe('归入「准入类型」');
    expect(changed.startDate).toContain('2026-12-01 至 2027-01-31');
    expect(changed.targets).toContain('全部 2 个');
  });

  test('an error holds the row back; taken with the cell left empty, it is listed', () => {
    const rows = [HEADER, ['宣传', '区住建局', '经济', '待定', '', '', '好']];
    const held = planRows(rows).rows[0];
    expect(held?.status).toBe('heldBack');
    expect(held?.action).toBe('skip');
    expect(held?.complaints.map((one) => one.code)).toEqual(['import/fits-no-field', 'money/undecided']);
    const taken = planRows(rows, { choices: { leaveEmpty: new Set([1]) } }).rows[0];
    expect(taken?.status).toBe('new');
    expect(taken?.leftEmpty).toEqual(['category', 'funds']);
    expect(taken?.values).toEqual({ name: '宣传', applicant: 'd1', inDate: '2026-11-23', remark: '好' });
  });

  test('a rule of the record holds back like a faulty cell; a missing key does so whatever the clerk chooses', () => {
    const rows = [HEADER, ['一二三四五六七八九十一二三四五六七八九十一', '区住建局'], ['', '区住建局', '', 3]];
    const plan = planRows(rows, { choices: { leaveEmpty: 'all' } });
    expect(planRows(rows).rows[0]?.reason).toContain('最多 20 字');
    expect(plan.rows.map((row) => [row.status, row.reason])).toEqual([
      ['heldBack', '事项名称必填'],
      ['heldBack', '事项名称必填'],
    ]);
  });
});

describe('what no record may hold', () => {
  test('a character the file’s encoding does not know', () => {
    const [row] = planRows([HEADER, ['宣\ufffd活动', '区住建局']]).rows;
    expect([row?.status, row?.complaints[0]?.code]).toEqual(['heldBack', 'text/unreadable']);
    expect(row?.reason).toContain('“宣\ufffd活动”里有无法识别的字符');
  });

  test('a number merged over two columns or two rows counts once; the rows it is not kept in say so', () => {
    const sheet = utils.aoa_to_sheet([
      ['事项名称', '主管部门', '经费（万元）', '备注'],
      ['宣传', '区住建局', 3],
      ['巡查', '区住建局', 5],
      ['走访', '区住建局'],
    ]);
    sheet['!merges'] = [
      { s: { r: 1, c: 2 }, e: { r: 1, c: 3 } },
      { s: { r: 2, c: 2 }, e: { r: 3, c: 2 } },
    ];
    const { rows } = planBytes(new Uint8Array(write(utils.book_new(sheet, 'a'), { type: 'array', bookType: 'xlsx' })));
    expect(rows.map(({ values }) => [values.funds, values.remark])).toEqual([
      [3_000_000, undefined],
      [5_000_000, undefined],
      [undefined, undefined],
    ]);
    expect(rows.map(({ complaints }) => complaints.map(({ code, severity }) => [code, severity]))).toEqual([
      [],
      [],
      [['import/merged-amount', 'warning']],
    ]);
  });
});

describe('fill-down', () => {
  const rows = [HEADER, ['甲', '区住建局'], ['乙', ''], ['丙', '']];

  test('not applied unless accepted', () => {
    expect(planRows(rows).rows.map((row) => row.status)).toEqual(['new', 'heldBack', 'heldBack']);
  });

  test('applied and marked when accepted', () => {
    const plan = planRows(rows, { change: (mapping) => ({ ...mapping, fillDown: [1] }) });
    expect(plan.rows.map((row) => row.values.applicant)).toEqual(['d1', 'd1', 'd1']);
    expect(cellAt(plan, 2, 'applicant')).toMatchObject({
      from: 'fillDown',
      shown: '区住建局',
    });
  });
});

describe('against what is stored', () => {
  const row = ['宣传', '区住建局', '其他', '', '', '', '新备注'];

  test('equal in every filled cell: unchanged, nothing written; blank cells never erase', () => {
    const full = { name: '宣传', applicant: 'd1', inDate: '2026-11-23', category: '其他', funds: 5, remark: '新备注' };
    const plan = planRows([HEADER, row], { stored: [stored(full)] });
    expect(plan.rows[0]).toMatchObject({ status: 'unchanged', action: 'skip', differences: [] });
    expect(writesOf(plan)).toEqual([]);
  });

  test('equal where the ledger says that means the same: shown with the differences, skipped until decided', () => {
    const old = stored({ name: '宣传', applicant: 'd1', inDate: '2026-11-23', category: '其他', remark: '旧备注' });
    const plan = planRows([HEADER, row], { stored: [old] });
    expect(plan.rows[0]).toMatchObject({
      status: 'suspectedDuplicate',
      action: 'skip',
      existing: { id: 't1', rev: 'r/7' },
      differences: [{ field: 'remark', before: '旧备注', after: '新备注' }],
    });
    const update = planRows([HEADER, row], { stored: [old], choices: { duplicates: new Map([[1, 'update']]) } });
    expect(writesOf(update)).toEqual([
      { kind: 'edit', ledger: 'task', id: 't1', rev: 'r/7', patch: { remark: '新备注' } },
    ]);
    const create = planRows([HEADER, row], { stored: [old], choices: { duplicates: new Map([[1, 'create']]) } });
    expect(writesOf(create)).toMatchObject([{ kind: 'create', ledger: 'task' }]);
  });

  test('two stored records fit: ambiguous, never a guess', () => {
    const one = stored({ name: '宣传', applicant: 'd1', inDate: '2026-11-23' });
    const plan = planRows([HEADER, row], { stored: [one, { ...one, id: 't2' }] });
    expect(plan.rows[0]).toMatchObject({ status: 'ambiguous', action: 'skip' });
  });

  test('found by its number: an update of what differs; decisions of the sheet are not read', () => {
    const header = ['编号', '事项名称', '主管部门', '审定结果', '备注'];
    const one = stored({ number: 'SX-2026-001', name: '宣传', applicant: 'd1', inDate: '2026-01-05' });
    const plan = planRows([header, ['SX-2026-001', '宣传教育', '区住建局', '同意', '']], {
      stored: [one],
      change: (mapping) => ({ ...mapping, constants: {} }),
    });
    expect(plan.rows[0]).toMatchObject({ status: 'update', action: 'update' });
    expect(writesOf(plan)).toEqual([
      { kind: 'edit', ledger: 'task', id: 't1', rev: 'r/7', patch: { name: '宣传教育' } },
    ]);
  });
});

test('two rows with the number of one record: the first writes it, the second is a duplicate of the first', () => {
  const one = stored({ number: 'SX-2026-001', name: '宣传', applicant: 'd1', inDate: '2026-01-05' });
  const rows = [
    ['编号', '事项名称', '主管部门'],
    ['SX-2026-001', '宣传教育', '区住建局'],
    ['SX-2026-001', '宣传培训', '区住建局'],
  ];
  const plan = planRows(rows, { stored: [one], change: (mapping) => ({ ...mapping, constants: {} }) });
  expect(plan.rows.map(({ status, reason }) => [status, reason])).toEqual([
    ['update', '更新 SX-2026-001 的「事项名称」'],
    ['duplicateInFile', '与本表第 2 行是同一条记录'],
  ]);
});

test('a hidden row is taken, but said to be one', () => {
  const sheet = utils.aoa_to_sheet([
    ['事项名称', '主管部门', '收件日期'],
    ['宣传', '区住建局', '2026-1-5'],
    ['巡查', '区住建局', '2026-1-5'],
  ]);
  sheet['!rows'] = [{}, { hidden: true }];
  const bytes = new Uint8Array(write(utils.book_new(sheet, 'a'), { type: 'array', bookType: 'xlsx' }));
  const rows = planBytes(bytes).rows;
  expect(rows.map((row) => [row.status, row.complaints.map((one) => one.code)])).toEqual([
    ['new', ['import/hidden-row']],
    ['new', []],
  ]);
});

test('the second of two equal rows of a file is a duplicate of the first, whatever blanks stand between', () => {
  const plan = planRows([HEADER, ['宣传', '区住建局'], ['巡查', '区住建局'], ['宣 传', '区住建局']]);
  expect(plan.rows.map((row) => row.status)).toEqual(['new', 'new', 'duplicateInFile']);
  expect(plan.rows[2]?.reason).toBe('申请单位、事项名称与本表第 2 行相同');
  expect(plan.counts).toMatchObject({ new: 2, duplicateInFile: 1 });
});

describe('names nobody registered yet', () => {
  const rows = [HEADER, ['甲', '区公安分局'], ['乙', '区公安分局', '', '', '', '月牙社区']];

  test('are collected once with the rows that need them; a community is not among them', () => {
    const plan = planRows(rows);
    expect(plan.counts.heldBack).toBe(2);
    expect(plan.newReferences).toEqual([
      { ledger: 'department', name: '区公安分局', values: { name: '区公安分局' }, rows: [1, 2] },
    ]);
  });

  test('accepted, they are created in front of the rows that use them', () => {
    const accepted = new Map([[referenceKey('department', '区公安分局'), { id: 'd9', name: '区公安分局' }]]);
    const plan = planRows(rows, { choices: { accepted } });
    expect(plan.rows.map((row) => row.status)).toEqual(['new', 'heldBack']);
    expect(writesOf(plan)).toEqual([
      { kind: 'create', ledger: 'department', values: { name: '区公安分局' }, id: 'd9' },
      { kind: 'create', ledger: 'task', values: { name: '甲', applicant: 'd9', inDate: '2026-11-23' } },
    ]);
  });

  test('accepted but used by no row that is taken: not created', () => {
    const accepted = new Map([[referenceKey('department', '区公安分局'), { id: 'd9', name: '区公安分局' }]]);
    const plan = planRows([HEADER, ['甲', '区公安分局', '经济']], { choices: { accepted } });
    expect(writesOf(plan)).toEqual([]);
  });

  test('a name that nearly every row of a long sheet uses is looked up once a row', () => {
    const row = (at: number, action: 'create' | 'skip'): PlanRow => {
      const nothing = { complaints: [], values: {}, differences: [], leftEmpty: [] };
      return { row: at, status: action === 'skip' ? 'heldBack' : 'new', action, reason: '', ...nothing };
    };
    const rows = Array.from({ length: 100_000 }, (_, at) => row(at, 'skip'));
    const name = {
      ledger: 'department',
      name: '区公安分局',
      values: { name: '区公安分局' },
      rows: rows.map((one) => one.row),
    };
    const { counts } = planRows([HEADER]);
    expect(writesOf({ ledger: 'task', rows, counts, newReferences: [{ ...name, id: 'd9' }] })).toEqual([]);
    const used = [...rows, row(100_000, 'create')];
    const more = { ...name, id: 'd9', rows: [...name.rows, 100_000] };
    expect(writesOf({ ledger: 'task', rows: used, counts, newReferences: [more] })).toHaveLength(2);
  });
});
