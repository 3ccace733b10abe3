import { describe, expect, test } from 'vitest';
import { startingState } from '../../../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { demandWorkflow } from '../../../../shared/rules/demand-workflow.ts';
import { openSheet } from '../../../../shared/workbook/cells.ts';
import { findHeader } from '../../../../shared/workbook/import/header.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { fixture } from '../sample-files.ts';
import { cellAt } from '../sample-ledger.ts';
import { complaintCounts, importSample } from '../sample-office.ts';

const DONGHU = '社区上报-群众诉求-东湖社区-2026年9月.xls';
const KANGPING = '社区上报-群众诉求-康平社区-2026年9月.xlsx';
const CHENGUANG = '社区上报-群众诉求-晨光社区-2026年9月.xlsx';

test('two stacked header rows are joined, and every column has its place', () => {
  const { layout, mapping } = importSample(CHENGUANG, demand);
  expect(layout.rows).toEqual({ top: 2, bottom: 3 });
  expect(mapping.columns.map(({ header, target, sure }) => [header, target, sure])).toEqual([
    ['序号', { kind: 'ignore' }, true],
    ['工单编号', { kind: 'field', field: 'orderNo' }, true],
    ['接收时间', { kind: 'field', field: 'receivedAt' }, true],
    ['诉求人信息/姓名', { kind: 'field', field: 'person' }, true],
    ['诉求人信息/身份证号', { kind: 'field', field: 'personId' }, true],
    ['诉求人信息/联系电话', { kind: 'field', field: 'phone' }, true],
    ['诉求内容', { kind: 'field', field: 'content' }, true],
    ['问题分类', { kind: 'field', field: 'topic' }, true],
    ['办理情况/承办人', { kind: 'field', field: 'handler' }, true],
    ['办理情况/应办结日期', { kind: 'field', field: 'dueOn' }, true],
    ['办理情况/办结日期', { kind: 'field', field: 'closedOn' }, true],
    ['办理情况/满意度', { kind: 'field', field: 'satisfaction' }, true],
    ['备注', { kind: 'field', field: 'remark' }, true],
  ]);
});

test('community and source have no column: unit line and file name say them, and say so', () => {
  expect(importSample(DONGHU, demand).constants).toEqual([
    { field: 'source', value: '社区上报', why: '文件名写明“社区上报”' },
    { field: 'community', value: '东湖', why: '表内标题写明“东湖社区居民委员会”' },
  ]);
});

test('without a telling file name the community comes from the unit line, its committee standing for it', () => {
  const reader = openSheetOf(DONGHU, 0);
  expect(importSample('9月.xls', demand, { reader }).constants).toEqual([
    { field: 'community', value: '东湖', why: '表内标题写明“东湖社区居民委员会”' },
  ]);
});

test('the sheet 填表说明 holds no records', () => {
  expect(() => findHeader(openSheetOf(CHENGUANG, 1), demand)).toThrow('没有找到表头');
});

/** Rows as the sheet counts them, from 1. */
const CASES = [
  { file: DONGHU, body: 71, blank: 41, total: 77, destroyed: [28, 32, 34], wrongCheck: [], twin: 76, fresh: 67 },
  {
    file: KANGPING,
    body: 101,
    blank: 56,
    total: 107,
    destroyed: [5, 11, 14, 51, 81, 85, 102],
    wrongCheck: [31, 57, 79, 105],
    twin: 106,
    fresh: 93,
  },
  { file: CHENGUANG, body: 41, blank: 26, total: 47, destroyed: [14, 21], wrongCheck: [36, 45], twin: 46, fresh: 38 },
];

describe.each(CASES)('$file', ({ file, body, blank, total, destroyed, wrongCheck, twin, fresh }) => {
  const { layout, plan } = importSample(file, demand);
  const rowsOf = (status: string) => plan.rows.filter((row) => row.status === status).map((row) => row.row + 1);

  test('every record is read; a blank row, the 合计 line and the signatures are left out with their reasons', () => {
    expect(layout.body).toHaveLength(body);
    expect(layout.leftOut).toEqual([
      { row: blank - 1, reason: '空行' },
      { row: total - 1, reason: '合计行' },
      { row: total, reason: '落款行' },
    ]);
  });

  test('counts, by hand', () => {
    expect(plan.counts).toEqual({
      new: fresh,
      unchanged: 0,
      update: 0,
      suspectedDuplicate: 0,
      duplicateInFile: 1,
      ambiguous: 0,
      conflict: 0,
      heldBack: destroyed.length,
      setAside: 0,
    });
    expect(complaintCounts(plan.rows, 'error')).toEqual({ 'number/destroyed personId': destroyed.length });
  });

  test('identity numbers a spreadsheet destroyed hold their rows back', () => {
    expect(rowsOf('heldBack')).toEqual(destroyed);
  });

  test('wrong check digits are warnings and stop nothing', () => {
    const warned = plan.rows.filter((row) => row.complaints.some(({ code }) => code === 'resident-id/check'));
    expect(warned.map((row) => [row.row + 1, row.status])).toEqual(wrongCheck.map((row) => [row, 'new']));
  });

  test('the row written twice is found by its order number and source', () => {
    expect(rowsOf('duplicateInFile')).toEqual([twin]);
    expect(plan.rows.find((row) => row.row + 1 === twin)?.reason).toBe('来源、工单编号与本表第 7 行相同');
  });

  test('every day was read, whichever of the forms it was written in', () => {
    const month = /^2026-(08|09|10)-\d\d/;
    for (const { values } of plan.rows) {
      expect(values.receivedAt).toMatch(month);
      expect(values.dueOn).toMatch(month);
    }
  });
});

test('the words of a row stay as they stood: +86… and =1+1… are text, no formula and no number', () => {
  const contents = importSample(CHENGUANG, demand).plan.rows.map((row) => row.values.content);
  expect(contents.filter((content) => content === '=1+1楼顶漏水')).toHaveLength(2);
  expect(contents.filter((content) => content === '+86投诉物业收费')).toHaveLength(2);
});

test('较满意 is stored as 基本满意, and said', () => {
  const { plan } = importSample(CHENGUANG, demand);
  const said = plan.rows.flatMap(({ row }) => plan.cellsOf(row).filter((cell) => cell.field === 'satisfaction'));
  expect(said.filter((cell) => cell.changed === '“较满意”记为“基本满意”')).toHaveLength(3);
  expect(said.filter((cell) => cell.value === '基本满意')).toHaveLength(7);
  expect(said.filter((cell) => cell.value === '满意')).toHaveLength(12);
});

test('numbers amid ideographic blanks are cleaned, and the cleaning is said', () => {
  const cell = cellAt(importSample(CHENGUANG, demand).plan, 1, 'personId');
  expect(cell?.value).toBe('990311199710087186');
  expect(cell?.changed).toContain('去掉空格、全角或多余的字符');
});

test('a telephone number kept as a number is the same digits as text', () => {
  expect(importSample(CHENGUANG, demand).plan.rows[1]?.values.phone).toBe('15400006685');
});

test('the first row of 康平, cell by cell, with its destroyed number left empty', () => {
  const [row] = importSample(KANGPING, demand, { choices: { leaveEmpty: new Set([4]) } }).plan.rows;
  expect([row?.status, row?.leftEmpty]).toEqual(['new', ['personId']]);
  expect(row?.values).toEqual({
    source: '社区上报',
    community: '康平',
    orderNo: '康平2026090001',
    receivedAt: '2026-09-12T00:00:00+08:00',
    person: '施昊然',
    phone: '15400000383',
    content: '楼道堆放杂物',
    topic: '物业管理',
    handler: '杨桂英',
    dueOn: '2026-09-19',
    closedOn: '2026-09-17',
    satisfaction: '基本满意',
  });
});

test('a row the sheet calls closed begins closed, the others with whoever handles them', () => {
  const states = importSample(CHENGUANG, demand).plan.rows.map(({ values }) => startingState(values, demandWorkflow));
  const closed = importSample(CHENGUANG, demand).plan.rows.filter(({ values }) => values.closedOn !== undefined);
  expect(states.filter((state) => state === 'CLOSED')).toHaveLength(closed.length);
  expect([...new Set(states)].sort()).toEqual(['ASSIGNED', 'CLOSED']);
});

test('sent a second time, every stored row is found again and nothing is written', () => {
  const first = importSample(CHENGUANG, demand).plan.rows.filter((row) => row.status === 'new');
  const stored = first.map((row, place): LedgerRecord => ({ id: `d${place}`, rev: 'a/1/0', values: row.values }));
  const { plan } = importSample(CHENGUANG, demand, { stored });
  expect(plan.counts).toMatchObject({ unchanged: 38, duplicateInFile: 1, heldBack: 2, new: 0 });
  expect(plan.rows.filter((row) => row.action !== 'skip')).toEqual([]);
});

test('sent again with a demand closed since, the difference is shown and nothing else', () => {
  const [first] = importSample(CHENGUANG, demand).plan.rows;
  const { closedOn: _, ...open } = first?.values ?? {};
  const { plan } = importSample(CHENGUANG, demand, { stored: [{ id: 'd0', rev: 'a/1/0', values: open }] });
  expect(plan.rows[0]?.status).toBe('suspectedDuplicate');
  expect(plan.rows[0]?.differences).toEqual([{ field: 'closedOn', after: '2026-09-08' }]);
});

function openSheetOf(file: string, index: number) {
  const workbook = readWorkbook(fixture(file), file);
  const sheet = workbook.sheets[index];
  if (sheet === undefined) throw new Error('no such sheet');
  return openSheet(workbook, sheet);
}
