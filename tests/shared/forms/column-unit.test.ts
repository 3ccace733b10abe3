import { expect, test } from 'vitest';
import { columnUnits } from '../../../shared/forms/column-unit.ts';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import type { SheetModel } from '../../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { cases, officeContext } from '../access/reports/half-year-office.ts';
import { readBack, rowTexts } from '../workbook/fill/package-support.ts';
import { formContext, SEPTEMBER, slips } from './form-office.ts';
import { plain, ruled, sheetOf } from './several-tables-form.ts';

const formOf = (lines: Parameters<typeof sheetOf>[1], merges: SheetModel['merges'] = []) => {
  const blank = writeWorkbook({ sheets: [{ ...sheetOf('表', lines), merges }] });
  return { blank, sheets: readFormLook(blank) };
};

const row = (
  { blank, sheets }: ReturnType<typeof formOf>,
  at: number,
  context: ReturnType<typeof formContext>,
  period = periodOf('month', '2026-09-01'),
) => {
  const { binding } = proposeBinding(sheets, ledgers, context);
  const { fillings } = planFilling(binding, sheets, { context, ledgerById, period, office: '顺河街道' });
  return rowTexts(readBack(fillForm(blank, fillings).bytes, '表'), at);
};

test('a line above the table, a group and a heading say the unit, the nearest of them counts', () => {
  const { sheets } = formOf(
    [
      plain('职责准入经费'),
      plain('填报单位：', null, '单位：件、万元'),
      ruled('责任部门', '申请数', '经费（千元）', null, '应拨经费'),
      ruled(null, null, '应拨', '到位率（%）', null),
      ruled(null, null, null, null, null),
    ],
    [{ top: 2, left: 2, bottom: 2, right: 3 }, ...[0, 1, 4].map((at) => ({ top: 2, left: at, bottom: 3, right: at }))],
  );
  const [sheet] = sheets;
  const unitOf = sheet && columnUnits(sheet, 4);
  expect([1, 2, 3, 4].map((column) => unitOf?.(column))).toEqual(['万元', '千元', '%', '万元']);
});

const department = [{ id: 'zhujian', rev: 'a/1/1', values: { name: '区住建局' } }];

test('amounts are filled in the 千元 or 亿元 of their heading', () => {
  const form = formOf([
    plain('职责准入经费（上半年）'),
    ruled('责任部门', '本期申请', '应拨经费（千元）', '实拨经费（亿元）'),
    ruled('区住建局', null, null, null),
  ]);
  // The 12,000 and 9,000 yuan below.
  expect(row(form, 2, officeContext({ application: cases, department }), periodOf('halfYear', '2026-03-01'))).toEqual([
    '区住建局',
    '2',
    '12',
    '0.00009',
  ]);
});

test('amounts of a half-year table are filled in the 万元 of the corner', () => {
  const form = formOf([
    plain('职责准入经费（上半年）'),
    plain('单位：万元'),
    ruled('责任部门', '本期申请', '应拨经费', '实拨经费'),
    ruled('区住建局', null, null, null),
  ]);
  // 12,000 and 9,000 yuan in the sample form of the same office.
  expect(row(form, 3, officeContext({ application: cases, department }), periodOf('halfYear', '2026-03-01'))).toEqual([
    '区住建局',
    '2',
    '1.2',
    '0.9',
  ]);
});

test('amounts of a list too, and a share under a heading that says % is a number', () => {
  const worker = [{ id: 'w', rev: 'a/1/1', values: { name: '张三', community: '晨光社区', monthlyPay: 450_050 } }];
  const roster = formOf([
    plain('社区工作者名册'),
    ruled('姓名', '性别', '月工资（万元）', '工作单位'),
    ruled(null, null, null, null),
  ]);
  expect(row(roster, 2, formContext({ worker }))).toEqual(['张三', '', '0.45005', '晨光社区']);
  const rates = formOf([
    plain('12345热线'),
    ruled('单位', '派遣数', '办结数', '热线按时结案率（%）'),
    ruled('晨光社区', null, null, null),
  ]);
  // 5 of 8 on time.
  expect(row(rates, 2, formContext({ demand: slips('2026-09', SEPTEMBER) }))).toEqual(['晨光社区', '8', '6', '62.5']);
});
