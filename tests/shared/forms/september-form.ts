import { readFormLook } from '../../../shared/forms/form-look.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import type { SheetModel } from '../../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { partOf, readBack, rowTexts } from '../workbook/fill/package-support.ts';
import { disputes, formContext, SEPTEMBER, SEPTEMBER_DISPUTES, slips } from './form-office.ts';
import { sheetOf } from './several-tables-form.ts';

/** September in the office of the forms: slips, disputes, one worker. */
export const context = formContext({
  demand: slips('2026-09', SEPTEMBER),
  dispute: disputes('2026-09', SEPTEMBER_DISPUTES),
  worker: [{ id: 'w', rev: 'a/1/1', values: { name: '李四', sex: '男', community: '晨光社区' } }],
});

/** A merged range: from row and column to row and column. */
export const merged = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

/** A form filled for September as it is proposed: its rows as texts, its formulas, what was said. */
export function september(lines: Parameters<typeof sheetOf>[1], merges: SheetModel['merges'] = [], from = context) {
  const blank = writeWorkbook({ sheets: [{ ...sheetOf('表', lines), merges }] });
  const sheets = readFormLook(blank);
  const { binding } = proposeBinding(sheets, ledgers, from);
  const request = { context: from, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' };
  const { fillings, notes, traced } = planFilling(binding, sheets, request);
  const { bytes } = fillForm(blank, fillings);
  const reader = readBack(bytes, '表');
  const formulas = [...partOf(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<c r="(\w+)"[^>]*><f>([^<]*)</g)];
  return {
    row: (at: number) => rowTexts(reader, at).join(' '),
    formulas: formulas.map(([, cell, formula]) => `${cell}=${formula}`),
    notes,
    traced,
  };
}
