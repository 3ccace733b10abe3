import { describe, expect, test } from 'vitest';
import { spanIn, spannedPeriod } from '../../../shared/forms/figure-span.ts';
import { FormFigures } from '../../../shared/forms/form-figures.ts';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import type { FormColumn } from '../../../shared/forms/form-tables.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { ledgerOfHeadings, proposeFigures } from '../../../shared/forms/propose-columns.ts';
import { figureTitle } from '../../../shared/forms/value-words.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { dispute } from '../../../shared/ledgers/dispute.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { readBack, rowTexts } from '../workbook/fill/package-support.ts';
import { communities, disputes, formContext, OCTOBER, SEPTEMBER, SEPTEMBER_DISPUTES, slips } from './form-office.ts';
import { plain, ruled, sheetOf } from './several-tables-form.ts';

const october = periodOf('month', '2026-10-01');

describe('the days a figure is counted over', () => {
  test('seen from October', () => {
    const days = (span: Parameters<typeof spannedPeriod>[1]) => {
      const { first, last } = spannedPeriod(october, span);
      return [first, last];
    };
    expect(days(undefined)).toEqual(['2026-10-01', '2026-10-31']);
    expect(days('yearToDate')).toEqual(['2026-01-01', '2026-10-31']);
    expect(days('previous')).toEqual(['2026-09-01', '2026-09-30']);
    expect(days('lastYear')).toEqual(['2025-10-01', '2025-10-31']);
  });

  test.each([
    ['累计派遣数', '派遣数', 'yearToDate'],
    ['派遣数累计', '派遣数', 'yearToDate'],
    ['本年累计', '', 'yearToDate'],
    ['累计数', '', 'yearToDate'],
    ['上月办结数', '办结数', 'previous'],
    ['去年同期', '', 'lastYear'],
    ['本月', '', undefined],
  ])('%s', (heading, rest, span) => {
    expect(spanIn(heading)).toEqual({ rest, span });
  });

  test('nothing is said by a heading that only counts', () => expect(spanIn('派遣数')).toBeUndefined());

  test('slips of September and October, worked out by hand', () => {
    const context = formContext({ demand: [...slips('2026-09', SEPTEMBER), ...slips('2026-10', OCTOBER)] });
    const figures = new FormFigures({ context, ledgerById, period: october, office: '顺河街道' });
    // September 22 slips, October 7: see form-office.
    expect(figures.figure({ indicator: 'HL1' }).value).toBe(7);
    expect(figures.figure({ indicator: 'HL1', span: 'previous' }).value).toBe(22);
    expect(figures.figure({ indicator: 'HL1', span: 'yearToDate' }).value).toBe(29);
    expect(figures.figure({ indicator: 'HL1', span: 'lastYear' }).value).toBe(0);
  });
});

test('a change since earlier days: in percent, in points of a rate, as a number; — where there was nothing', () => {
  // September 8, 4, 0, 4, 2, 4; August 5 for 晨光 (4 of them in time), 4 for 东湖, none for 文昌.
  const demands = [
    ...slips('2026-09', SEPTEMBER),
    ...slips('2026-08', { 晨光社区: [4, 0, 1, 0, 0, 0, 0], 东湖社区: [4, 0, 0, 0, 0, 0, 0] }),
  ];
  const form = writeWorkbook({
    sheets: [
      sheetOf('表', [
        plain('12345热线月报'),
        ruled('社区', '派遣数', '环比（%）', '环比增减数', '按时结案率环比（百分点）', '派遣数同比', '上月'),
        ruled('晨光社区', null, null, null, null, null, null),
        ruled('东湖社区', null, null, null, null, null, null),
        ruled('文昌社区', null, null, null, null, null, null),
        ruled('合计', null, null, null, null, null, null),
      ]),
    ],
  });
  const sheets = readFormLook(form);
  const context = formContext({ demand: demands });
  const { binding, toCheck } = proposeBinding(sheets, ledgers, context);
  const request = { context, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' };
  const { fillings, notes } = planFilling(binding, sheets, request);
  const reader = readBack(fillForm(form, fillings).bytes, '表');
  // 8 − 5 = 3 of 5; 按时 5/8 − 4/5 = −17.5 points. Numbers of change are added up, shares are not.
  expect([2, 3, 4, 7].map((row) => rowTexts(reader, row).join(' '))).toEqual([
    '晨光社区 8 60 3 -17.5 — 5',
    '东湖社区 4 0 0 0 — 4',
    '文昌社区 4 — 4 — — 0',
    '合计 22  13   9',
  ]);
  // 环比 and 上月 say not of what, 同比 not how.
  expect(toCheck.map(({ column }) => column)).toEqual([2, 3, 5, 6]);
  expect(notes.at(-1)).toBe('2025年9月没有登记过诉求，与它相比的填“—”；补录以后再填就有');
});

test('headings of two lines are proposed with their days; a clerk reads them', () => {
  const columns: readonly FormColumn[] = [
    { column: 1, headings: ['派遣数', '本月'] },
    { column: 2, headings: ['派遣数', '累计'] },
    { column: 3, headings: ['办结数', '本月'] },
    { column: 4, headings: ['上年同期办结数'] },
  ];
  expect(ledgerOfHeadings(columns, '12345热线统计表', ledgers)?.ledger.id).toBe('demand');
  const proposed = proposeFigures(columns, demand, formContext({}));
  expect(proposed.map(({ value }) => value)).toEqual([
    { kind: 'figure', figure: { indicator: 'HL1' } },
    { kind: 'figure', figure: { indicator: 'HL1', span: 'yearToDate' } },
    { kind: 'figure', figure: { indicator: 'HL6' } },
    { kind: 'figure', figure: { indicator: 'HL6', span: 'lastYear' } },
  ]);
  expect(figureTitle({ indicator: 'HL1', span: 'yearToDate' }, { ledgerById, nameOf: (_, id) => id })).toBe(
    '热线派遣数（本年累计）',
  );
});

test('a group over the columns says their days, or what they are compared with; two kinds of days at once are left to the clerk', () => {
  const columns: readonly FormColumn[] = [
    { column: 1, headings: ['本月', '派遣数'] },
    { column: 2, headings: ['本年累计（件）', '派遣数'] },
    { column: 3, headings: ['1—9月', '办结数'] },
    { column: 4, headings: ['累计', '总体情况', '办结数'] },
    { column: 5, headings: ['同比', '派遣数'] },
    { column: 6, headings: ['派遣数同比（%）'] },
    { column: 7, headings: ['累计', '上年同期', '派遣数'] },
    { column: 8, headings: ['累计', '派遣数', '同比'] },
    { column: 9, headings: ['累计', '环比派遣数'] },
    { column: 10, headings: ['办结数', '上月'] },
    { column: 11, headings: ['办结数', '增减（件）'] },
    { column: 12, headings: ['派遣数', '增幅'] },
    { column: 13, headings: ['办结数比上年同期增减'] },
  ];
  const proposed = proposeFigures(columns, demand, formContext({}));
  expect(proposed.map(({ column, value }) => [column, value])).toEqual([
    [1, { kind: 'figure', figure: { indicator: 'HL1' } }],
    [2, { kind: 'figure', figure: { indicator: 'HL1', span: 'yearToDate' } }],
    [3, { kind: 'figure', figure: { indicator: 'HL6', span: 'yearToDate' } }],
    [4, { kind: 'figure', figure: { indicator: 'HL6', span: 'yearToDate' } }],
    [5, { kind: 'figure', figure: { indicator: 'HL1', compared: { with: 'lastYear', as: 'share' } } }],
    [6, { kind: 'figure', figure: { indicator: 'HL1', compared: { with: 'lastYear', as: 'share' } } }],
    [
      8,
      { kind: 'figure', figure: { indicator: 'HL1', span: 'yearToDate', compared: { with: 'lastYear', as: 'share' } } },
    ],
    [10, { kind: 'figure', figure: { indicator: 'HL6', span: 'previous' } }],
    [11, { kind: 'figure', figure: { indicator: 'HL6', compared: { with: 'previous', as: 'difference' } } }],
    [13, { kind: 'figure', figure: { indicator: 'HL6', compared: { with: 'lastYear', as: 'difference' } } }],
  ]);
  // 同比（%） says what is meant; 同比 alone, 增减 and 增幅 are looked at.
  expect(proposed.filter(({ sure }) => !sure).map(({ column }) => column)).toEqual([5, 8, 11, 13]);
  const kinds: readonly FormColumn[] = [{ column: 1, headings: ['累计', '邻里', '化解'] }];
  expect(proposeFigures(kinds, dispute, formContext({}))[0]?.value).toEqual({
    kind: 'figure',
    figure: { indicator: 'DC2', where: [{ field: 'kind', is: ['邻里'] }], span: 'yearToDate' },
  });
});

test('columns may be communities: each counts its own records, and rows may be kinds', () => {
  const context = formContext({
    organisation: communities(),
    dispute: disputes('2026-09', SEPTEMBER_DISPUTES),
  });
  const columns: readonly FormColumn[] = [
    { column: 1, headings: ['晨光社区', '纠纷总数'] },
    { column: 2, headings: ['晨光社区', '化解数'] },
    { column: 3, headings: ['东湖社区'] },
  ];
  const proposed = proposeFigures(columns, dispute, context);
  expect(proposed.map(({ value }) => value)).toEqual([
    { kind: 'figure', figure: { indicator: 'DC1', where: [{ field: 'community', is: ['晨光社区'] }] } },
    { kind: 'figure', figure: { indicator: 'DC2', where: [{ field: 'community', is: ['晨光社区'] }] } },
    { kind: 'figure', figure: { indicator: 'DC1', where: [{ field: 'community', is: ['东湖社区'] }] } },
  ]);
  const figures = new FormFigures({ context, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' });
  const counted = proposed.map(({ value }) =>
    value.kind === 'figure' ? figures.figure(value.figure).value : undefined,
  );
  // 晨光 five disputes, three of them settled; 东湖 three: see form-office.
  expect(counted).toEqual([5, 3, 3]);
  const nameOf = (_: string, id: string) => `〈${id}〉`;
  expect(
    figureTitle({ indicator: 'DC1', where: [{ field: 'community', is: ['晨光社区'] }] }, { ledgerById, nameOf }),
  ).toBe('矛盾纠纷总数（社区为〈晨光社区〉）');
});
