import { expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { sheetBinding, withColumnValue, withLines } from '../../../shared/forms/edit-binding.ts';
import type { FormBinding } from '../../../shared/forms/form-binding.ts';
import { readLayout } from '../../../shared/forms/form-layout.ts';
import type { FormSheet } from '../../../shared/forms/form-look.ts';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { planFilling, planFillingInSlices } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { rowShift } from '../../../shared/workbook/fill/row-shift.ts';
import { formContext } from './form-office.ts';

/** A list as a superior sends it: one free row under the headings, every cell ruled. */
function listForm(title: string, headings: readonly string[]): FormSheet {
  const sheet = utils.aoa_to_sheet([[title], [...headings]]);
  const [look] = readFormLook(
    new Uint8Array(write(utils.book_new(sheet, '明细'), { type: 'array', bookType: 'xlsx' })),
  );
  if (look === undefined) throw new Error('no sheet');
  const ruled = (text: string) => ({ text, look: { bordered: true } });
  return {
    ...look,
    cells: [[{ text: title, look: {} }], headings.map(ruled), headings.map(() => ruled(''))],
  };
}

const dispute = (id: string, foundOn: string, community: string, kind: string): LedgerRecord => ({
  id,
  rev: 'a/1/1',
  values: { disputeNo: id, foundOn, community, kind, partyA: `${id}甲` },
});

const context = formContext({
  dispute: [
    dispute('J3', '2026-09-20', '东湖社区', '邻里'),
    dispute('J1', '2026-09-02', '晨光社区', '物业'),
    dispute('J2', '2026-09-09', '东湖社区', '物业'),
    dispute('J9', '2026-10-09', '东湖社区', '物业'),
  ],
});
const sheet = listForm('矛盾纠纷排查化解情况明细表', ['序号', '社区', '当事人', '纠纷类型', '发现日期', '领导批示']);
const [table] = readLayout(sheet).tables;
if (table === undefined) throw new Error('no table');
const proposed = proposeBinding([sheet], ledgers, context);

const bound = sheetBinding(proposed.binding, sheet);

const filled = (binding: FormBinding, form = sheet, from = context) => {
  const request = { context: from, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' };
  const [filling] = planFilling(binding, [form], request).fillings;
  if (filling === undefined) throw new Error('nothing planned');
  const rows: unknown[][] = [];
  for (const { row, column, content } of filling.cells) {
    rows[row] ??= [];
    const line = rows[row];
    line[column] =
      'text' in content ? content.text : 'number' in content ? content.number : 'day' in content ? content.day : '';
  }
  return { rows: rows.slice(2), insertions: filling.insertions };
};

test('headings that are fields make a list: one record a row, those of the period, numbered anew', () => {
  expect(bound.tables[0]?.lines).toEqual({
    kind: 'records',
    ledger: 'dispute',
    on: 'foundOn',
    sort: ['disputeNo'],
  });
  expect(bound.tables[0]?.columns.map(({ column }) => column)).toEqual([0, 1, 2, 3, 4]);
  expect(filled(proposed.binding)).toEqual({
    rows: [
      [1, '晨光社区', 'J1甲', '物业', '2026-09-02'],
      [2, '东湖社区', 'J2甲', '物业', '2026-09-09'],
      [3, '东湖社区', 'J3甲', '邻里', '2026-09-20'],
    ],
    insertions: [{ below: 2, count: 2 }],
  });
});

test('filtered, and grouped by the first field it is ordered by', () => {
  const binding = withLines(bound, table, {
    kind: 'records',
    ledger: 'dispute',
    where: [{ field: 'kind', is: ['物业'] }],
    sort: ['community', 'foundOn'],
  });
  expect(filled({ format: 2, sheets: [binding] }).rows).toEqual([
    [1, '晨光社区', 'J1甲', '物业', '2026-09-02'],
    [2, '东湖社区', 'J2甲', '物业', '2026-09-09'],
    [3, '东湖社区', 'J9甲', '物业', '2026-10-09'],
  ]);
});

test('planning can pause after every figure and every few rows of a list', () => {
  const many = Array.from({ length: 3000 }, (_, at) => dispute(`J${at}`, '2026-09-02', '东湖社区', '物业'));
  const request = {
    context: formContext({ dispute: many }),
    ledgerById,
    period: periodOf('month', '2026-09-01'),
    office: '顺河街道',
  };
  const planning = planFillingInSlices(proposed.binding, [sheet], request);
  let pauses = 0;
  while (planning.next().done !== true) pauses += 1;
  // 3 over the records, 6 for sorting them at least, 60 for each of five columns.
  expect(pauses).toBeGreaterThan(300);
});

test('an indicator this version does not know is named, and nothing is filled', () => {
  const figure = { kind: 'figure', figure: { indicator: 'XX9' } } as const;
  const binding = withColumnValue(withLines(bound, table, { kind: 'communities' }), table, 5, figure);
  expect(() => filled({ format: 2, sheets: [binding] })).toThrow('指标“XX9”这一版程序里没有');
});

test('more rows than a sheet has are refused before anything is written', () => {
  expect(() => rowShift([{ below: 2, count: 1_048_576 }])).toThrow('超过一张工作表的上限');
});

test('a form without a sheet that is bound says which, and which it has', () => {
  const elsewhere = { ...proposed.binding, sheets: [{ ...bound, sheet: '九月' }] };
  expect(() => filled(elsewhere)).toThrow('没有工作表“九月”（现有：明细）');
});

test('a roster in a superior’s own column order and words: everybody, by community, whatever the period', () => {
  const worker = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/1', values });
  const office = formContext({
    worker: [
      worker('w1', { community: '东湖社区', name: '李四', sex: '男', degree: '大专', phone: '13800000002' }),
      worker('w2', { community: '晨光社区', name: '张三', sex: '女', degree: '本科', monthlyPay: 450_050 }),
    ],
  });
  const headings = ['序号', '姓名', '性别', '手机号', '文化程度', '月工资', '工作单位', '领导签字'];
  const roster = listForm('全区社区工作者花名册', headings);
  const { binding } = proposeBinding([roster], ledgers, office);
  expect(binding.sheets[0]?.tables[0]?.lines).toMatchObject({ kind: 'records', ledger: 'worker' });
  const { rows, insertions } = filled(binding, roster, office);
  expect(rows).toEqual([
    [1, '张三', '女', '', '本科', 4500.5, '晨光社区'],
    [2, '李四', '男', '13800000002', '大专', '', '东湖社区'],
  ]);
  expect(insertions).toEqual([{ below: 2, count: 1 }]);
});
