import { describe, expect, test } from 'vitest';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { unitFinder } from '../../../shared/forms/form-names.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { cases, officeContext } from '../access/reports/half-year-office.ts';
import { readBack, rowTexts, touchedParts } from '../workbook/fill/package-support.ts';
import { fixture } from '../workbook/sample-files.ts';
import {
  ACCESS,
  communities,
  DISPUTES,
  disputes,
  type FilledSample,
  fillSample,
  formContext,
  HOTLINE,
  OCTOBER,
  SEPTEMBER,
  SEPTEMBER_DISPUTES,
  slips,
} from './form-office.ts';
import { plain, ruled, sheetOf } from './several-tables-form.ts';

const rows = ({ bytes, sheet }: FilledSample, from: number, to: number): readonly (readonly string[])[] => {
  const reader = readBack(bytes, sheet.name);
  return Array.from({ length: to - from + 1 }, (_, at) => rowTexts(reader, from + at));
};

const figures = (text: string): readonly string[] => text.split(' ').map((one) => (one === '-' ? '' : one));

describe('the hotline’s monthly table', () => {
  const demand: readonly LedgerRecord[] = [
    ...slips('2026-09', SEPTEMBER),
    ...slips('2026-10', OCTOBER),
    { id: 'window', rev: 'a/1/1', values: { source: '窗口', receivedAt: '2026-09-04', community: '晨光社区' } },
    { id: 'nowhere', rev: 'a/1/1', values: { source: '12345热线', receivedAt: '2026-09-04' } },
  ];
  const september = fillSample(HOTLINE, formContext({ demand }), 'month', '2026-09-01');

  test('September, worked out by hand', () => {
    expect(rows(september, 0, 1).map((row) => row.filter((text) => text !== ''))).toEqual([
      ['2026年9月份12345政务服务便民热线办理情况通报表'],
      ['填报单位（盖章）：顺河街道', '填报日期：2026年10月8日'],
    ]);
    // 序号 单位 派遣 按时 超时 未办结 退单 办结 满意 基本满意 不满意 (three formulas) 排名 备注
    expect(rows(september, 5, 10)).toEqual([
      figures('1 晨光社区 8 5 1 2 1 6 3 2 1 - - - 3 -'),
      figures('2 东湖社区 4 4 0 0 0 4 4 0 0 - - - 1 -'),
      figures('3 康平社区 0 0 0 0 0 0 0 0 0 - - - - -'),
      figures('4 文昌社区 4 2 2 0 0 4 1 1 0 - - - 4 -'),
      figures('5 新河社区 2 1 0 1 0 1 0 0 1 - - - 4 -'),
      figures('6 桃园社区 4 3 0 1 0 3 2 0 1 - - - 2 -'),
    ]);
    expect(rows(september, 12, 12)[0]?.[8]).toBe('填表人：李敏');
  });

  test('touches the sheet and the workbook part alone', () => {
    expect(touchedParts(fixture(HOTLINE), september.bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  });

  test('a figure leads back to its records', () => {
    const late = september.plan.traced.find(({ row, column }) => row === 8 && column === 4)?.figure;
    expect(late?.ids).toEqual(['2026-09 文昌社区 3', '2026-09 文昌社区 4']);
    expect(late?.basis).toContain('超过时限');
  });

  test('a place among the communities is told, and opens nothing', () => {
    const place = september.plan.traced.find(({ row, column }) => row === 6 && column === 14)?.figure;
    expect(place).toMatchObject({ value: 1, ids: [] });
  });

  test('a slip without a community is in no row, and is said', () => {
    expect(september.plan.uncounted.map(({ ids }) => ids)).toEqual([['nowhere']]);
    expect(september.plan.notes).toEqual([]);
  });

  test('October, with two communities the form has no rows for', () => {
    const organisation = communities('滨江社区', '阳光社区', '新村社区');
    const october = fillSample(HOTLINE, formContext({ demand, organisation }, '2026-11-03'), 'month', '2026-10-01');
    expect(october.plan.notes).toEqual(['表样里没有滨江社区、阳光社区，本期有数，已加在后面']);
    expect(rows(october, 0, 0)[0]?.[0]).toBe('2026年10月份12345政务服务便民热线办理情况通报表');
    expect([rows(october, 5, 5)[0], ...rows(october, 11, 12)]).toEqual([
      figures('1 晨光社区 1 1 0 0 0 1 1 0 0 - - - 1 -'),
      figures('7 滨江社区 3 2 1 0 0 3 1 0 1 - - - 2 -'),
      figures('8 阳光社区 3 0 0 3 1 0 0 0 0 - - - 3 -'),
    ]);
    expect(rows(october, 13, 14).map(([first]) => first)).toEqual(['合计', '单位负责人：']);
  });

  test('a name of the form that communities of two streets share is asked about; the street before it settles it', () => {
    const street = (id: string): LedgerRecord => ({ id, rev: 'a/1/1', values: { level: '街道', name: id } });
    const twin: LedgerRecord = {
      id: '西桃园',
      rev: 'a/1/1',
      values: { level: '社区', name: '桃园社区', parent: '城西街道' },
    };
    const own = communities().map((one) => ({ ...one, values: { ...one.values, parent: '城东街道' } }));
    const organisation = [...own, twin, street('城东街道'), street('城西街道')];
    const base = formContext({ demand, organisation });
    const nameOf = (ledger: string, id: string) => String(base.record(ledger, id)?.values.name ?? id);
    const shared = fillSample(HOTLINE, { ...base, nameOf }, 'month', '2026-09-01');
    expect(shared.plan.notes).toEqual([
      '表样里的“桃园社区”有2个：城东街道桃园社区、城西街道桃园社区，不知道指哪一个，这一行没有填，请问明后手工填写',
    ]);
    expect(rows(shared, 10, 10)[0]).toEqual(figures('6 桃园社区 - - - - - - - - - - - - - -'));
    // Neither is put behind as if the form had no row for it; the records are told as counted by no row.
    expect(shared.plan.uncounted.map(({ ids }) => ids.filter((id) => id.includes('桃园')).length)).toEqual([4]);
    // A street beside the name, or over the rows, settles it too.
    const lines = [
      ['城东街道', '桃园社区'],
      ['城西街道', '桃园社区'],
    ] as const;
    const form = writeWorkbook({
      sheets: [
        sheetOf('表', [
          plain('12345热线'),
          ruled('街道', '社区', '派遣数', '办结数', '退单'),
          ...lines.map((line) => ruled(...line, null, null, null)),
        ]),
      ],
    });
    const sheets = readFormLook(form);
    const from = { ...base, nameOf };
    const { binding } = proposeBinding(sheets, ledgers, from);
    const request = { context: from, ledgerById, period: periodOf('month', '2026-09-01'), office: '区' };
    const { fillings } = planFilling(binding, sheets, request);
    const reader = readBack(fillForm(form, fillings).bytes, '表');
    expect([2, 3].map((row) => rowTexts(reader, row).join(' '))).toEqual([
      '城东街道 桃园社区 4 3 0',
      '城西街道 桃园社区 0 0 0',
    ]);
    const find = unitFinder('communities', { ...base, nameOf });
    expect(['桃园社区', '城西街道桃园社区', '晨光社区'].map((name) => find(name).map(({ id }) => id))).toEqual([
      ['桃园社区', '西桃园'],
      ['西桃园'],
      ['晨光社区'],
    ]);
  });

  test('a community of the form that the office does not know keeps an empty row', () => {
    const organisation = communities().slice(0, 5);
    const filled = fillSample(HOTLINE, formContext({ demand, organisation }), 'month', '2026-09-01');
    expect(filled.plan.notes).toEqual(['表样里的桃园社区在本机的单位里没有，这几行没有填']);
    expect(rows(filled, 10, 10)[0]).toEqual(figures('6 桃园社区 - - - - - - - - - - - - - -'));
  });
});

describe('the half-year table of 准入', () => {
  const department = [
    ['zhujian', '区住房和城乡建设局'],
    ['minzheng', '区民政局'],
    ['gongan', '区公安分局'],
    ['yingji', '区应急局'],
  ].map(([id = '', name = '']): LedgerRecord => ({ id, rev: 'a/1/1', values: { name } }));
  const context = officeContext({ application: cases, department });

  test('the first half of 2026, as R7 has it', () => {
    const filled = fillSample(ACCESS, context, 'halfYear', '2026-03-01');
    expect(rows(filled, 1, 1)[0]?.slice(0, 6)).toEqual([
      '填报单位（盖章）：顺河街道',
      '',
      '',
      '',
      '',
      '填报期：2026年上半年',
    ]);
    // 序号 责任部门 期初有效 申请 备案 准予 不予 退回 期末在办 退出 期末有效 应拨 实拨 (到位率 is a formula)
    expect(rows(filled, 3, 6)).toEqual([
      figures('1 区公安分局 1 3 0 2 0 1 1 0 1 0 0 -'),
      figures('2 区民政局 0 2 0 1 2 1 0 0 1 0 0 -'),
      figures('3 区住建局 1 2 1 1 0 0 0 1 3 12000 9000 -'),
      figures('4 - - - - - - - - - - - - -'),
    ]);
    expect(rows(filled, 12, 12)[0]?.[11]).toBe('填报日期：2026年7月10日');
  });

  test('the second half, which begins where the first ended', () => {
    const filled = fillSample(ACCESS, context, 'halfYear', '2026-07-01');
    expect(rows(filled, 3, 5)).toEqual([
      figures('1 区公安分局 1 0 0 0 0 0 1 0 2 0 0 -'),
      figures('2 区民政局 1 0 0 0 0 0 0 0 1 0 0 -'),
      figures('3 区住建局 3 1 0 0 0 0 1 0 3 0 0 -'),
    ]);
    expect(rows(filled, 1, 1)[0]?.[5]).toBe('填报期：2026年下半年');
  });
});

describe('the monthly table of disputes', () => {
  const dispute = [
    ...disputes('2026-09', SEPTEMBER_DISPUTES),
    ...disputes('2026-10', { 康平社区: [['医患', '调解中']] }),
  ];

  test('September, fifteen kinds into six groups, totals inside the headings', () => {
    const filled = fillSample(DISPUTES, formContext({ dispute }), 'month', '2026-09-01');
    expect(rows(filled, 0, 0)[0]?.[0]).toBe('街道矛盾纠纷排查化解基本情况统计表（9月）');
    expect(rows(filled, 2, 2)[0]?.filter((text) => text.includes('共计'))).toEqual([
      '婚姻家庭（共计：2件）',
      '邻里（共计：2件）',
      '物业（共计：3件）',
      '劳资（共计：2件）',
      '损害赔偿（共计：1件）',
      '其他（共计：4件）',
    ]);
    // 社区 总数 未化解 | 婚姻家庭 | 邻里 | 物业 | 劳资 | 损害赔偿 | 其他, each 化解 未化解
    expect(rows(filled, 5, 10)).toEqual([
      figures('晨光社区 5 2 1 1 1 0 0 1 0 0 0 0 1 0'),
      figures('东湖社区 3 1 0 0 0 0 0 0 1 1 1 0 0 0'),
      figures('康平社区 0 0 0 0 0 0 0 0 0 0 0 0 0 0'),
      figures('文昌社区 2 2 0 0 0 1 0 0 0 0 0 0 0 1'),
      figures('新河社区 1 0 0 0 0 0 0 0 0 0 0 0 1 0'),
      figures('桃园社区 3 0 0 0 0 0 2 0 0 0 0 0 1 0'),
    ]);
    const others = filled.plan.traced.find(({ row, column }) => row === 2 && column === 13)?.figure.ids;
    expect(others).toEqual(['2026-09 晨光社区 5', '2026-09 文昌社区 2', '2026-09 新河社区 1', '2026-09 桃园社区 3']);
  });

  test('October', () => {
    const filled = fillSample(DISPUTES, formContext({ dispute }, '2026-11-02'), 'month', '2026-10-01');
    expect(rows(filled, 0, 0)[0]?.[0]).toContain('（10月）');
    expect(rows(filled, 7, 7)).toEqual([figures('康平社区 1 1 0 0 0 0 0 0 0 0 0 0 0 1')]);
    expect(rows(filled, 2, 2)[0]?.[13]).toBe('其他（共计：1件）');
  });
});
