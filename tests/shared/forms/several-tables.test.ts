import { describe, expect, test } from 'vitest';
import { columnValue, placeOf } from '../../../shared/forms/edit-binding.ts';
import { readBinding } from '../../../shared/forms/form-binding.ts';
import { layoutChanges, layoutMark, layoutOfOneTable, readLayout } from '../../../shared/forms/form-layout.ts';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { fillForm } from '../../../shared/workbook/fill/fill-form.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import { readBack, rowTexts } from '../workbook/fill/package-support.ts';
import { communities, disputes, formContext, SEPTEMBER, SEPTEMBER_DISPUTES, slips } from './form-office.ts';
import { plain, severalTables, sheetOf } from './several-tables-form.ts';

const blank = severalTables;
const sheets = readFormLook(blank);
const context = formContext({
  organisation: communities(),
  demand: slips('2026-09', SEPTEMBER),
  dispute: disputes('2026-09', SEPTEMBER_DISPUTES),
});
const proposed = proposeBinding(sheets, ledgers, context);
const request = { context, ledgerById, period: periodOf('month', '2026-09-01'), office: '顺河街道' };

describe('the layout of a sheet with several tables', () => {
  const [, summary] = sheets;
  if (summary === undefined) throw new Error('no sheet');
  const { tables } = readLayout(summary);

  test('has each under its own headings, one of them in two parts', () => {
    expect(tables.map(({ top, bottom, more }) => ({ top, bottom, more }))).toEqual([
      { top: 3, bottom: 4, more: undefined },
      { top: 9, bottom: 9, more: [{ top: 11, bottom: 12 }] },
    ]);
    expect(tables.map(({ columns }) => columns.map(({ headings }) => headings.join('/')))).toEqual([
      ['单位', '派遣数', '未办结数', '办结数'],
      ['社区', '纠纷总数', '化解数', '未化解数'],
    ]);
  });

  test('knows which table a click means', () => {
    expect(placeOf(summary, tables, 12, 1)).toMatchObject({ kind: 'column', column: 1, headings: ['纠纷总数'] });
    expect(placeOf(summary, tables, 8, 2)).toMatchObject({ kind: 'column', column: 2, headings: ['化解数'] });
    expect(placeOf(summary, tables, 2, 2)).toMatchObject({ kind: 'column', column: 2, headings: ['未办结数'] });
    expect(placeOf(summary, tables, 14, 0)).toMatchObject({ kind: 'gaps', row: 14 });
  });

  test('is told from another one in every table', () => {
    const longer = { ...summary, cells: summary.cells.toSpliced(11, 0, summary.cells[11] ?? []) };
    expect(layoutChanges(layoutMark(readLayout(summary)), layoutMark(readLayout(longer)))).toContain(
      '从 A12 起原有 2 行要填，现在有 3 行',
    );
  });
});

test('a table nobody ruled is known by words that read like headings', () => {
  const [, , list] = sheets;
  expect(list && readLayout(list).tables).toMatchObject([{ top: 2, bottom: 2 }]);
  const [notes] = readFormLook(
    writeWorkbook({
      sheets: [
        sheetOf('说明', [
          plain('填报说明'),
          plain('一、本表按月填报', null, '二、每月5日前报'),
          plain('姓名', null, '电话', null),
          plain('张三', '李四', '王五', '赵六'),
          plain(''),
        ]),
      ],
    }),
  );
  expect(notes && readLayout(notes).tables).toEqual([]);
  const [named] = readFormLook(
    writeWorkbook({
      sheets: [
        sheetOf('表', [
          plain('单位', '派遣数', '办结数'),
          plain('晨光社区'),
          plain('东湖社区'),
          plain('合计', '=SUM(B2:B3)', '=SUM(C2:C3)'),
        ]),
      ],
    }),
  );
  expect(named && readLayout(named).tables).toMatchObject([{ top: 1, bottom: 2 }]);
});

test('each table is proposed its own ledger, each sheet its own texts; a year an explanation names stays', () => {
  const [cover, summary, list] = proposed.binding.sheets;
  expect(cover).toMatchObject({ sheet: '封面', tables: [] });
  expect(cover?.texts.map(({ row }) => row)).toEqual([2, 3, 3, 3]);
  expect(summary?.tables.map((table) => columnValue(table, 1))).toEqual([
    { kind: 'figure', figure: { indicator: 'HL1' } },
    { kind: 'figure', figure: { indicator: 'DC1' } },
  ]);
  expect(list?.tables[0]?.lines).toMatchObject({ kind: 'records', ledger: 'dispute' });
});

test('all of them are filled in one file: rows put in where a table is short, what stands below moved along', () => {
  const plan = planFilling(proposed.binding, sheets, request);
  const { bytes } = fillForm(blank, plan.fillings);
  const rows = (sheet: string, from: number, to: number) => {
    const reader = readBack(bytes, sheet);
    return Array.from({ length: to - from + 1 }, (_, at) =>
      rowTexts(reader, from + at)
        .slice(0, 4)
        .join(' ')
        .trim(),
    );
  };
  expect(rows('封面', 0, 3)).toEqual([
    '社会治理月报',
    '依据2024年3月文件',
    '填报单位：顺河街道',
    '填报日期：2026年10月8日',
  ]);
  // 文昌 新河 桃园 have slips and no row in the first table; 新河 and 桃园 none in the second.
  expect(rows('汇总', 0, 8)).toEqual([
    '社会治理情况（9月）',
    '一、12345热线',
    '单位 派遣数 未办结数 办结数',
    '晨光社区 8 2 6',
    '东湖社区 4 0 4',
    '桃园社区 4 1 3',
    '文昌社区 4 0 4',
    '新河社区 2 1 1',
    '合计',
  ]);
  expect(rows('汇总', 10, 19)).toEqual([
    '二、矛盾纠纷',
    '社区 纠纷总数 化解数 未化解数',
    '晨光社区 5 3 2',
    '小计',
    '东湖社区 3 2 1',
    '文昌社区 2 0 2',
    '桃园社区 3 3 0',
    '新河社区 1 1 0',
    '合计',
    '填表人：李敏   审核人：',
  ]);
  expect(rows('明细', 1, 3)).toEqual([
    '序号 社区 当事人 纠纷类型',
    '1 晨光社区 甲某 婚姻家庭',
    '2 晨光社区 甲某 婚姻家庭',
  ]);
  const total = readBack(bytes, '汇总').cell(18, 1);
  expect(total).toBeDefined();
  expect(
    plan.traced.find(({ sheet, row, column }) => sheet === 1 && row === 16 && column === 1)?.figure.ids,
  ).toHaveLength(3);
  expect(plan.uncounted).toEqual([]);
});

describe('a binding stored before there could be several', () => {
  // As `writeBinding` of format 1 wrote it; frozen.
  const stored =
    '{"format":1,"sheet":"汇总","mark":[{"cell":"A1","text":"社会治理情况(月)"}],"texts":[{"row":0,"column":0,"gap":0,"value":{"kind":"periodMonth"}}],"table":{"top":11,"bottom":12,"lines":{"kind":"communities"},"columns":[{"column":0,"value":{"kind":"name"}},{"column":1,"value":{"kind":"figure","figure":{"indicator":"DC1"}}}]}}';

  test('is read as one sheet with one table, its mark compared as it was made', () => {
    const [bound] = readBinding(stored).sheets;
    expect(bound).toMatchObject({ sheet: '汇总', markedBy: 'oneTable', texts: [{ row: 0 }] });
    expect(bound?.tables).toEqual([
      {
        top: 11,
        bottom: 12,
        lines: { kind: 'communities' },
        columns: [
          { column: 0, value: { kind: 'name' } },
          { column: 1, value: { kind: 'figure', figure: { indicator: 'DC1' } } },
        ],
      },
    ]);
    expect(readBinding('{"format":1,"sheet":"表","mark":[],"texts":[]}').sheets[0]?.tables).toEqual([]);
  });

  test('marks one table of the sheet and calls the rest words, as the reading of then did', () => {
    const [, summary] = sheets;
    const mark = summary && layoutMark(layoutOfOneTable(summary));
    expect(mark?.filter(({ text }) => text.startsWith('#'))).toEqual([{ cell: 'A4', text: '#2' }]);
    expect(mark).toContainEqual({ cell: 'A12', text: '东湖社区' });
  });

  test('fills what it filled', () => {
    const plan = planFilling(readBinding(stored), sheets, request);
    expect(plan.fillings).toMatchObject([{ sheet: '汇总', insertions: [{ below: 12, count: 3 }] }]);
  });
});
