import { describe, expect, test } from 'vitest';
import { asksNothing } from '../../../renderer/components/import-wizard/asks-nothing.ts';
import {
  contradictedWords,
  nextSheet,
  otherTableWords,
  secondHalfWords,
  sheetsLeftOut,
  understoodWords,
  willHappenWords,
} from '../../../renderer/components/import-wizard/import-words.ts';
import {
  secondOptions,
  targetFrom,
  targetKey,
  targetLabel,
  targetOptions,
  withSecondField,
} from '../../../renderer/components/import-wizard/target-options.ts';
import type { PlanView } from '../../../renderer/store/import/import-api.ts';
import { application } from '../../../shared/ledgers/application.ts';
import type { ColumnTarget } from '../../../shared/workbook/import/mapping.ts';

const plan: PlanView = {
  counts: {
    new: 7,
    unchanged: 0,
    update: 0,
    suspectedDuplicate: 0,
    duplicateInFile: 0,
    ambiguous: 0,
    conflict: 0,
    heldBack: 3,
    setAside: 0,
  },
  tabs: { all: 10, new: 7, update: 0, conflict: 0, unchanged: 0, duplicate: 0, heldBack: 3, setAside: 0 },
  newReferences: [],
  willCreate: 7,
  willUpdate: 0,
  willSkip: 3,
  leftEmpty: 0,
  leaveEmptyAll: false,
};

describe('what will happen is said in one sentence', () => {
  test('rows taken and rows left', () => {
    expect(willHappenWords(plan, application)).toBe('将新增 7 条申请，3 行不导入。点“导入”之前不会写入任何数据。');
  });

  test('names registered on the way, updates and cells left empty', () => {
    const reference = { ledger: 'department', name: '区公安分局', values: {}, rows: [4], id: 'd1' };
    const more = { ...plan, newReferences: [reference], willUpdate: 2, leftEmpty: 1 };
    expect(willHappenWords(more, application)).toBe(
      '将先登记 “区公安分局”，新增 7 条申请，更新 2 条，其中 1 条有出错的格，留空后导入，3 行不导入。点“导入”之前不会写入任何数据。',
    );
  });

  test('conflicts keep what is here until the clerk says otherwise', () => {
    const conflicting = { ...plan, counts: { ...plan.counts, conflict: 2 } };
    expect(willHappenWords(conflicting, application)).toBe(
      '将新增 7 条申请，3 行不导入。2 行有冲突，没有选“本表”的格保留这里的。点“导入”之前不会写入任何数据。',
    );
  });

  test('rows the clerk left out are counted among those', () => {
    const aside = { ...plan, counts: { ...plan.counts, heldBack: 1, setAside: 2 } };
    expect(willHappenWords(aside, application)).toContain('3 行不导入（其中 2 行由您略过）');
  });

  test('nothing to do', () => {
    expect(willHappenWords({ ...plan, willCreate: 0 }, application)).toContain('没有可以导入的行');
  });

  test('how the sheet was understood, stacked headers too', () => {
    const view = {
      fileName: 'a.xlsx',
      ledger: 'application',
      sheets: [],
      sheet: 0,
      header: { top: 2, bottom: 3 },
      fingerprint: 'application|0:序号',
      columns: [
        { column: 0, header: '序号', target: { kind: 'ignore' as const }, why: '', sure: true },
        { column: 1, header: '事项名称', target: { kind: 'field' as const, field: 'itemName' }, why: '', sure: true },
      ],
      bodyRows: 10,
      leftOut: [
        { reason: '空行' as const, rows: 2, taken: 0 },
        { reason: '合计行' as const, rows: 3, taken: 1 },
      ],
      joined: [],
      contradicted: [],
      fillDown: [],
      constants: {},
      proposed: [],
      missingKeys: [],
    };
    expect(understoodWords(view, application)).toBe(
      '表头在第 3 至 4 行，下面有 10 行申请；1 列有对应；不导入的列：序号；另有 4 行不是记录，已略过（空行 2、合计行 2），1 行由您定为记录。',
    );
    expect(understoodWords({ ...view, joined: [1, 2], bodyRows: 31 }, application)).toContain(
      '3 张工作表里共有 31 行申请',
    );
  });
});

describe('a file of several sheets', () => {
  const sheet = (name: string, rows: number, hasHeader: boolean, hidden = false) => ({
    name,
    hidden,
    rows,
    columns: 5,
    hasHeader,
    sameColumns: false,
  });
  const view = {
    fileName: '全年.xlsx',
    ledger: 'application',
    sheets: [sheet('1月', 20, true), sheet('2月', 0, false), sheet('3月', 9, true), sheet('填表说明', 2, false)],
    sheet: 0,
    fingerprint: '',
    columns: [],
    bodyRows: 18,
    leftOut: [],
    joined: [],
    contradicted: [],
    fillDown: [],
    constants: {},
    proposed: [],
    missingKeys: [],
  };

  test('goes on with the next month that holds records, past hidden ones, and ends', () => {
    expect(nextSheet(view)).toBe(2);
    expect(nextSheet({ ...view, sheet: 2 })).toBeUndefined();
    expect(nextSheet({ ...view, joined: [2] })).toBeUndefined();
    expect(nextSheet({ ...view, sheets: [sheet('1月', 9, true), sheet('旧', 9, true, true)] })).toBeUndefined();
  });

  test('names the sheets without records', () => {
    expect(sheetsLeftOut(view)).toBe('没有记录、不导入的工作表：2月（空）、填表说明。');
    expect(sheetsLeftOut({ ...view, sheets: [sheet('1月', 20, true)] })).toBe('');
  });
});

test('a list in two halves side by side is told of, a single column said twice is not', () => {
  const column = (header: string, at: number, isUsed: boolean) => {
    const target = isUsed ? ({ kind: 'field', field: header } as const) : ({ kind: 'ignore' } as const);
    return { column: at, header, target, why: '', sure: true };
  };
  const words = ['点位名称', '类型', '巡查日期'];
  const left = words.map((header, at) => column(header, at, true));
  const right = words.map((header, at) => column(header, at + 3, false));
  expect(secondHalfWords({ columns: [...left, ...right] })).toContain(
    '右边又有一组同样的列（点位名称、类型、巡查日期等）',
  );
  expect(secondHalfWords({ columns: [...left, ...right.slice(1)] })).toBe('');
});

test('rows of another table below are told, those taken in are not counted', () => {
  expect(otherTableWords({ rows: 3, taken: 1 })).toContain('下面 2 行像是另一张表，没有当作这张表的记录');
  expect(otherTableWords({ rows: 3, taken: 3 })).toBe(
    '下面 3 行像是另一张表，已按您的意思都作为这张表的记录；当作表头的那一行仍然略过，也是记录的，请按“查看略过的行”勾上。',
  );
});

describe('targets as options of a picker', () => {
  const targets: readonly ColumnTarget[] = [
    { kind: 'both', fields: ['itemName', 'applicant'] },
    { kind: 'ignore' },
    { kind: 'field', field: 'itemName' },
    { kind: 'identity', field: 'caseNo' },
    { kind: 'note', field: 'remark' },
    { kind: 'period', from: 'startDate', to: 'endDate' },
    { kind: 'byValue', fields: ['admitType', 'category'] },
  ];

  test.each(targets.map((target) => [target]))('%j comes back as it went', (target) => {
    expect(targetFrom(targetKey(target))).toEqual(target);
  });

  test('state, decisions and what the program fills are never offered', () => {
    const offered = targetOptions(application, { kind: 'ignore' }).map((option) => option.value);
    expect(offered).toContain('field:itemName');
    expect(offered).toContain('period:startDate,endDate');
    expect(offered).toContain('identity:caseNo');
    for (const field of ['state', 'steps', 'opinions', 'decisions', 'caseNo', 'emergencyFirst', 'attachments']) {
      expect(offered).not.toContain(`field:${field}`);
    }
  });

  test('a column feeding one of two fields keeps that as an option', () => {
    const target: ColumnTarget = { kind: 'byValue', fields: ['admitType', 'category'] };
    expect(targetOptions(application, target).at(-1)).toEqual({
      value: 'byValue:admitType,category',
      label: '准入类型 或 事项分类（按内容归入）',
    });
  });

  test('a second field beside the first: two days part the cell as a period, anything else both take of it', () => {
    const first: ColumnTarget = { kind: 'field', field: 'endDate' };
    const period: ColumnTarget = { kind: 'period', from: 'startDate', to: 'endDate' };
    expect(withSecondField(application, first, 'startDate')).toEqual(period);
    const both = withSecondField(application, first, 'remark');
    expect(both).toEqual({ kind: 'both', fields: ['endDate', 'remark'] });
    expect(withSecondField(application, both, '')).toEqual(first);
    expect(targetLabel(application, both)).toBe('结束日期、备注（一格两项）');
    expect(secondOptions(application, 'endDate')[0]).toEqual({ value: '', label: '只填一栏' });
  });
});

describe('a collected form goes to the preview at once', () => {
  const collected = { collected: { period: '8月', unit: '东湖社区' }, header: { top: 0, bottom: 0 }, missingKeys: [] };

  test('where it has nothing to ask', () => {
    expect(asksNothing(collected)).toBe(true);
    expect(asksNothing({ ...collected, recalled: { fingerprint: 'f', parts: [] } })).toBe(true);
    expect(asksNothing({ ...collected, missingKeys: ['content'] })).toBe(false);
  });

  test('but not where something is taken from another community’s return: that is to be seen first', () => {
    expect(asksNothing({ ...collected, recalled: { fingerprint: 'f', parts: ['fillDown'] } })).toBe(false);
  });
});

test('a sheet that goes along and contradicts itself is told of', () => {
  const why = '表内标题写明“东湖社区”，工作表名写明“晨光”，两处不同，请选定';
  expect(contradictedWords({ sheet: '晨光', why }, '申请单位')).toBe(
    '工作表“晨光”的「申请单位」：表内标题写明“东湖社区”，工作表名写明“晨光”，两处不同，请选定（不选则空着）：',
  );
});
