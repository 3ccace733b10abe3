import { expect, test } from 'vitest';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { formIndicator } from '../../../shared/forms/form-measures.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { readBack, rowTexts } from '../workbook/fill/package-support.ts';
import { formContext } from './form-office.ts';
import { plain, sheetOf } from './several-tables-form.ts';

const record = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/1', values });

/** A form with two communities, filled as proposed for September 2026. */
function september(title: string, headings: readonly string[], ledger: string, records: readonly LedgerRecord[]) {
  const blanks = headings.map(() => null);
  const ruled = (...cells: readonly (string | null)[]) => ({ ruled: true, cells });
  const blank = writeWorkbook({
    sheets: [
      sheetOf('表', [
        plain(title),
        ruled('社区', ...headings),
        ruled('晨光社区', ...blanks),
        ruled('东湖社区', ...blanks),
      ]),
    ],
  });
  const context = formContext({ [ledger]: records });
  const sheets = readFormLook(blank);
  const { binding } = proposeBinding(sheets, ledgers, context);
  const request = { context, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' };
  const plan = planFilling(binding, sheets, request);
  const reader = readBack(fillForm(blank, plan.fillings).bytes, '表');
  return { rows: [2, 3].map((row) => rowTexts(reader, row)), plan };
}

test('困难救助 by community and kind: rows of the month by 受理日期, and the sum granted', () => {
  const relief = [
    record('a', { acceptedOn: '2026-09-01', community: '晨光社区', kind: '低保', amount: 80000, members: 3 }),
    record('b', { acceptedOn: '2026-09-30', community: '晨光社区', kind: '特困', amount: 120050, members: 1 }),
    record('c', { acceptedOn: '2026-09-15', community: '东湖社区', kind: '低保', members: 2 }),
    record('early', { acceptedOn: '2026-08-31', community: '晨光社区', kind: '低保', amount: 99900 }),
    record('undated', { community: '东湖社区', kind: '特困', amount: 50000 }),
  ];
  const headings = ['救助户数', '低保', '特困', '救助金额（元）', '家庭人口合计'];
  const { rows, plan } = september('困难救助情况统计表（9月）', headings, 'relief', relief);
  expect(rows).toEqual([
    ['晨光社区', '2', '1', '1', '2000.5', '4'],
    ['东湖社区', '1', '1', '0', '0', '2'],
  ]);
  const sum = plan.traced.find(({ row, column }) => row === 2 && column === 4)?.figure;
  expect(sum).toMatchObject({ ids: ['a', 'b'], basis: expect.stringContaining('“受理日期”在本期') });
});

test('志愿服务: times and hours of the month', () => {
  const volunteerRecord = [
    record('a', { on: '2026-09-05', community: '晨光社区', hours: 2.5 }),
    record('b', { on: '2026-09-06', community: '晨光社区', hours: 4 }),
    record('c', { on: '2026-10-01', community: '晨光社区', hours: 8 }),
    record('d', { on: '2026-09-07', community: '东湖社区' }),
  ];
  const { rows } = september('志愿服务情况统计表', ['服务人次', '服务时长'], 'volunteerRecord', volunteerRecord);
  expect(rows).toEqual([
    ['晨光社区', '2', '6.5'],
    ['东湖社区', '1', '0'],
  ]);
});

test('a ledger without a day counts what stands at the end of the period', () => {
  const committeeMember = [
    record('there', { from: '2025-01-01' }),
    record('left', { from: '2025-01-01', to: '2026-09-10' }),
    record('later', { from: '2026-10-01' }),
  ];
  const context = formContext({ committeeMember });
  const members = formIndicator('ledger.committeeMember.end');
  const figure = members?.measure({ records: committeeMember, period: periodOf('month', '2026-09-01'), context });
  expect(figure).toMatchObject({ value: 1, ids: ['there'] });
});

test('what is repealed, over or cancelled no longer stands; the last day of validity still does', () => {
  const standing = (ledger: string, records: readonly LedgerRecord[]) =>
    formIndicator(`ledger.${ledger}.end`)?.measure({
      records,
      period: periodOf('month', '2026-09-01'),
      context: formContext({ [ledger]: records }),
    }).ids;
  const regulation = (id: string, more: Values) => record(id, { signedOn: '2025-03-01', ...more });
  expect(
    standing('regulation', [
      regulation('holds', { standing: '有效', validTo: '2026-09-30' }),
      regulation('over', { standing: '有效', validTo: '2026-09-29' }),
      regulation('repealed', { standing: '废止' }),
    ]),
  ).toEqual(['holds']);
  const item = (id: string, more: Values) => record(id, { listType: '依法协助', name: id, ...more });
  expect(
    standing('catalogueItem', [
      item('last-day', { effectiveTo: '2026-09-30' }),
      item('over', { effectiveTo: '2026-09-29' }),
      item('repealed', { status: '废止' }),
    ]),
  ).toEqual(['last-day']);
  const need = (id: string, more: Values) => record(id, { publishedOn: '2026-01-05', ...more });
  expect(standing('offer', [need('open', {}), need('cancelled', { cancelled: true })])).toEqual(['open']);
});
