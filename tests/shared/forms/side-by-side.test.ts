import { expect, test } from 'vitest';
import { adoptedBinding } from '../../../shared/forms/adopt-binding.ts';
import {
  boundTable,
  placeOf,
  sheetBinding,
  withColumnValue,
  withLines,
  withoutTable,
  withSheet,
  withTable,
} from '../../../shared/forms/edit-binding.ts';
import type { FormBinding } from '../../../shared/forms/form-binding.ts';
import { readLayout } from '../../../shared/forms/form-layout.ts';
import { type FormSheet, readFormLook } from '../../../shared/forms/form-look.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { leftBeside } from '../../../shared/forms/side-by-side.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { disputes, formContext, SEPTEMBER, SEPTEMBER_DISPUTES, slips } from './form-office.ts';
import { plain, severalTables, sheetOf } from './several-tables-form.ts';

/** A sheet of these lines below its title; every cell is ruled but those that are undefined. */
function formOf(...lines: readonly (readonly (string | undefined)[])[]): FormSheet {
  const words = lines.map((line) => plain(...line.map((text) => text ?? null)));
  const [look] = readFormLook(writeWorkbook({ sheets: [sheetOf('汇总', [plain('月报'), ...words])] }));
  if (look === undefined) throw new Error('no sheet');
  const ruled = lines.map((line) =>
    line.map((text) => (text === undefined ? undefined : { text, look: { bordered: true } })),
  );
  return { ...look, cells: [...look.cells.slice(0, 1), ...ruled] };
}

const context = formContext({
  demand: slips('2026-09', SEPTEMBER),
  dispute: disputes('2026-09', SEPTEMBER_DISPUTES),
});

const TWO = formOf(
  ['单位', '派遣数', '未办结数', '办结数', undefined, '社区', '纠纷总数', '化解数'],
  ['晨光社区', '', '', '', undefined, '晨光社区', '', ''],
  ['东湖社区', '', '', '', undefined, '东湖社区', '', ''],
);

/** September worked out by hand: 单位、派遣、未办结、办结 beside 社区、纠纷总数、化解数; three communities are put behind. */
const BOTH = {
  2: '0 晨光社区，1 8，2 2，3 6，5 晨光社区，6 5，7 3',
  3: '0 东湖社区，1 4，2 0，3 4，5 东湖社区，6 3，7 2',
  4: '0 桃园社区，1 4，2 1，3 3，5 桃园社区，6 3，7 3',
  5: '0 文昌社区，1 4，2 0，3 4，5 文昌社区，6 2，7 0',
  6: '0 新河社区，1 2，2 1，3 1，5 新河社区，6 1，7 1',
};

const columnsOf = ({ binding }: Pick<ReturnType<typeof proposeBinding>, 'binding'>) =>
  binding.sheets.flatMap(({ tables }) => tables.map(({ columns }) => columns.map(({ column }) => column)));

const planOf = (binding: FormBinding, form: FormSheet) =>
  planFilling(binding, [form], { context, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' });

/** The filled cells of a plan, row by row, each as `column text`. */
const filledBy = (binding: FormBinding, form: FormSheet) => {
  const rows = new Map<number, string[]>();
  for (const { row, column, content } of planOf(binding, form).fillings.flatMap(({ cells }) => cells)) {
    const text = 'number' in content ? content.number : 'text' in content ? content.text : '';
    rows.set(row, [...(rows.get(row) ?? []), `${column} ${text}`]);
  }
  return Object.fromEntries([...rows].map(([row, cells]) => [row, cells.join('，')]));
};

test('of two tables side by side each is filled by itself, and either is left out or chosen anew by itself', () => {
  const { binding, beside } = proposeBinding([TWO], ledgers, context);
  expect(beside).toEqual([]);
  expect(binding.sheets.flatMap(({ tables }) => tables.map(({ left, columns }) => [left, columns.length]))).toEqual([
    [0, 4],
    [5, 3],
  ]);
  expect(filledBy(binding, TWO)).toEqual(BOTH);

  const [slipsTable, disputesTable] = readLayout(TWO).tables;
  if (slipsTable === undefined || disputesTable === undefined) throw new Error('not two tables');
  const bound = sheetBinding(binding, TWO);
  const without = withoutTable(bound, slipsTable);
  expect(without.tables.map(({ left }) => left)).toEqual([5]);
  const again = withLines(without, slipsTable, { kind: 'departments' });
  expect(again.tables.map(({ left, lines }) => [left, lines.kind])).toEqual([
    [0, 'departments'],
    [5, 'communities'],
  ]);
  expect([
    placeOf(TWO, [slipsTable, disputesTable], 2, 6),
    placeOf(TWO, [slipsTable, disputesTable], 1, 6),
  ]).toMatchObject([
    { kind: 'column', table: { left: 5 } },
    { kind: 'column', table: { left: 5 } },
  ]);
  expect(adoptedBinding(binding, [TWO], binding, [TWO])).toEqual(binding);
});

test('a binding made when only one of them was filled still fills that one, and the other can be added', () => {
  const { binding } = proposeBinding([TWO], ledgers, context);
  const [bound] = binding.sheets;
  const [, disputesTable] = bound?.tables ?? [];
  if (bound === undefined || disputesTable === undefined) throw new Error('not two tables');
  const { left: _, ...old } = disputesTable;
  const sheet = { ...bound, tables: [old] };
  const [slipsTable, second] = readLayout(TWO).tables;
  if (slipsTable === undefined || second === undefined) throw new Error('not two tables');
  expect([boundTable(sheet, slipsTable), boundTable(sheet, second)]).toEqual([undefined, old]);
  const both = withColumnValue(sheet, slipsTable, 0, { kind: 'name' });
  expect(both.tables.map(({ left, columns }) => [left, columns.length])).toEqual([
    [0, 1],
    [undefined, 3],
  ]);
});

test('rows are put in once, as many as the longer of them needs', () => {
  const open = formOf(
    ['单位', '派遣数', '办结数', undefined, '纠纷类型', '纠纷总数', '化解数'],
    ['', '', '', undefined, '邻里', '', ''],
    ['', '', '', undefined, '物业', '', ''],
  );
  const { binding } = proposeBinding([open], ledgers, context);
  expect(binding.sheets[0]?.tables.map(({ lines }) => lines.kind)).toEqual(['communities', 'options']);
  // Six communities in two rows: four more; the kinds need none.
  expect(planOf(binding, open).fillings.map(({ insertions }) => insertions)).toEqual([
    [{ below: 3, count: 4, isLast: true }],
  ]);
});

test('rows put in for one of them do not say the other’s last row again', () => {
  const blank = formOf(
    ['社区', '纠纷总数', '化解数', undefined, '单位', '派遣数', '办结数'],
    ['晨光社区', '', '', undefined, '晨光社区', '', ''],
  );
  const few = formContext({ demand: slips('2026-09', SEPTEMBER) });
  const { binding } = proposeBinding([blank], ledgers, few);
  const request = { context: few, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' };
  const { cells = [] } = planFilling(binding, [blank], request).fillings[0] ?? {};
  // Five communities have slips, none a dispute: four rows are put in, in which the left half has no name.
  expect(
    cells.filter(({ column, row }) => column === 0 && row > 2).map(({ row, content }) => [row, content.kind]),
  ).toEqual([3, 4, 5, 6].map((row) => [row, 'blank']));
});

test('two tables nobody ruled are told apart by the empty column between them', () => {
  const [bare] = readFormLook(
    writeWorkbook({
      sheets: [
        sheetOf('汇总', [
          plain('月报'),
          plain('社区', '派遣数', '办结数', null, '社区', '纠纷总数', '化解数'),
          plain('晨光社区', null, null, null, '晨光社区', null, null),
          plain('东湖社区', null, null, null, '东湖社区', null, null),
        ]),
      ],
    }),
  );
  if (bare === undefined) throw new Error('no sheet');
  expect(columnsOf(proposeBinding([bare], ledgers, context))).toEqual([
    [0, 1, 2],
    [4, 5, 6],
  ]);
  // A label and its gap are no table beside another.
  const [labelled] = readFormLook(
    writeWorkbook({
      sheets: [sheetOf('汇总', [plain('月报'), plain('社区', '派遣数', '办结数', null, '填报人：'), plain(null)])],
    }),
  );
  expect(proposeBinding(labelled ? [labelled] : [], ledgers, context).binding.sheets[0]?.tables ?? []).toEqual([]);
});

test('one list folded in two is filled down its left half, then its right; groups of like headings are no folds', () => {
  const folded = formOf(
    ['社区', '派遣数', '办结数', '社区', '派遣数', '办结数'],
    ['', '', '', '', '', ''],
    ['', '', '', '', '', ''],
  );
  const { binding, beside } = proposeBinding([folded], ledgers, context);
  expect(beside).toEqual([]);
  expect(binding.sheets[0]?.tables).toMatchObject([{ folds: [3] }]);
  // Six communities in two rows of two: one row more, in which both halves go on.
  expect(planOf(binding, folded).fillings.map(({ insertions }) => insertions)).toEqual([
    [{ below: 3, count: 1, isLast: true }],
  ]);
  expect(filledBy(binding, folded)).toEqual({
    2: '0 晨光社区，3 桃园社区，1 8，4 4，2 6，5 3',
    3: '0 东湖社区，3 文昌社区，1 4，4 4，2 4，5 4',
    4: '0 康平社区，3 新河社区，1 0，4 2，2 0，5 1',
  });
  // Names that stand in both halves keep their places; others come behind the last of them.
  const named = formOf(
    ['社区', '派遣数', '办结数', undefined, '社区', '派遣数', '办结数'],
    ['晨光社区', '', '', undefined, '文昌社区', '', ''],
    ['东湖社区', '', '', undefined, '', '', ''],
  );
  const sheet = proposeBinding([named], ledgers, context).binding;
  expect(sheet.sheets[0]?.tables).toMatchObject([{ folds: [4] }]);
  expect(filledBy(sheet, named)).toEqual({
    2: '0 晨光社区，4 文昌社区，1 8，5 4，2 6，6 4',
    3: '0 东湖社区，4 桃园社区，1 4，5 4，2 4，6 3',
    // 东湖社区, cloned with its row, is taken out of the left half.
    4: '4 新河社区，5 2，6 1，0 ',
  });
  const tables = readLayout(folded).tables;
  expect(placeOf(folded, tables, 3, 4)).toMatchObject({ kind: 'column', column: 1, headings: ['派遣数'] });
  expect(proposeBinding(readFormLook(severalTables), ledgers, context).beside).toEqual([]);
});

test('of tables side by side with lines of totals between their rows one is filled, and another may be chosen', () => {
  const totals = ['小计', '', '', '小计', '', ''];
  const rows = formOf(
    ['社区', '派遣数', '办结数', '社区', '派遣数', '办结数'],
    ['晨光社区', '', '', '晨光社区', '', ''],
    totals,
    ['东湖社区', '', '', '东湖社区', '', ''],
  );
  const { binding, beside } = proposeBinding([rows], ledgers, context);
  expect(columnsOf({ binding })).toEqual([[0, 1, 2]]);
  expect(beside.map(({ columns }) => columns)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  const [other] = leftBeside(beside, binding);
  expect(other?.why).toBe('D 至 F 列是并排的另一个表格：程序只填其中一个，要改填它，点这里');
  if (other === undefined) throw new Error('not noticed');
  const chosen = withSheet(binding, withTable(sheetBinding(binding, rows), other.table), [rows]);
  expect(leftBeside(beside, chosen).map(({ columns }) => columns)).toEqual([[0, 1, 2]]);
});
