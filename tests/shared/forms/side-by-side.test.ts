import { expect, test } from 'vitest';
import { sheetBinding, withSheet, withTable } from '../../../shared/forms/edit-binding.ts';
import { type FormSheet, readFormLook } from '../../../shared/forms/form-look.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { leftBeside } from '../../../shared/forms/side-by-side.ts';
import { periodOf } from '../../../shared/indicators/period.ts';
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

const columnsOf = (proposed: ReturnType<typeof proposeBinding>) =>
  proposed.binding.sheets.flatMap(({ tables }) => tables.map(({ columns }) => columns.map(({ column }) => column)));

test('of two tables side by side one is proposed, the other is named, and a click fills it instead', () => {
  const proposed = proposeBinding([TWO], ledgers, context);
  expect(columnsOf(proposed)).toEqual([[0, 1, 2, 3]]);
  const [other, ...more] = leftBeside(proposed.beside, proposed.binding);
  expect(more).toEqual([]);
  expect(other?.why).toBe('F 至 H 列是并排的另一个表格：程序只填其中一个，要改填它，点这里');
  if (other === undefined) throw new Error('not noticed');

  const binding = withSheet(proposed.binding, withTable(sheetBinding(proposed.binding, TWO), other.table), [TWO]);
  expect(leftBeside(proposed.beside, binding).map(({ columns }) => columns)).toEqual([[0, 1, 2, 3]]);
  const plan = planFilling(binding, [TWO], {
    context,
    ledgerById,
    period: periodOf('month', '2026-09-01'),
    office: '顺河街道',
  });
  const filled = plan.fillings.flatMap(({ cells }) => cells.map(({ column }) => column));
  expect(Math.min(...filled)).toBe(5);
  expect(filled).toContain(6);
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
  const proposed = proposeBinding([bare], ledgers, context);
  expect(columnsOf(proposed)).toEqual([[0, 1, 2]]);
  expect(leftBeside(proposed.beside, proposed.binding).map(({ why }) => why)).toEqual([
    'E 至 G 列是并排的另一个表格：程序只填其中一个，要改填它，点这里',
  ]);
  // A label and its gap are no table beside another.
  const [labelled] = readFormLook(
    writeWorkbook({
      sheets: [sheetOf('汇总', [plain('月报'), plain('社区', '派遣数', '办结数', null, '填报人：'), plain(null)])],
    }),
  );
  expect(proposeBinding(labelled ? [labelled] : [], ledgers, context).binding.sheets[0]?.tables ?? []).toEqual([]);
});

test('one roster folded in two is noticed too; groups of like headings are no tables of their own', () => {
  const folded = formOf(['社区', '派遣数', '办结数', '社区', '派遣数', '办结数'], ['', '', '', '', '', '']);
  expect(columnsOf(proposeBinding([folded], ledgers, context))).toEqual([[0, 1, 2]]);
  expect(proposeBinding([folded], ledgers, context).beside.map(({ columns }) => columns)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  expect(proposeBinding(readFormLook(severalTables), ledgers, context).beside).toEqual([]);
});
