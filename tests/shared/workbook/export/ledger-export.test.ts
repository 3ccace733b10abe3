import { describe, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import { defineLedger } from '../../../../shared/kit/define-ledger.ts';
import {
  children,
  choice,
  date,
  integer,
  money,
  month,
  percent,
  phone,
  residentId,
  text,
  unit,
  yesNo,
} from '../../../../shared/kit/fields.ts';
import { defineWorkflow } from '../../../../shared/kit/workflow.ts';
import { wish } from '../../../../shared/ledgers/wish.ts';
import { type LedgerExport, ledgerWorkbook } from '../../../../shared/workbook/export/ledger-export.ts';
import { headerWords, vocabularyOf } from '../../../../shared/workbook/import/header-words.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';

const workflow = defineWorkflow({
  initial: 'OPEN',
  states: { OPEN: { title: '办理中', open: true }, DONE: { title: '已办结', open: false } },
  transitions: {},
});

const relief = defineLedger({
  id: 'relief',
  title: '困难救助台账',
  noun: '救助',
  group: '民生',
  version: 1,
  fields: {
    name: text('姓名').key().personal(),
    idNumber: residentId('身份证号'),
    phone: phone('联系电话').personal(),
    community: unit('所属社区', 'community'),
    kind: choice('救助类别', ['低保', '临时救助']),
    amount: money('救助金额', '元'),
    budget: money('预算', '万元'),
    persons: integer('人数'),
    share: percent('满意率'),
    on: date('救助日期'),
    period: month('所属月份'),
    urgent: yesNo('是否紧急'),
    visits: children('走访', { on: date('日期') }),
  },
  titleField: 'name',
  workflow,
  columns: ['name'],
  derived: { fields: { left: integer('剩余天数').spec }, compute: () => ({}) },
});

const ALL = [...Object.keys(relief.fields).filter((fieldId) => fieldId !== 'steps'), 'left'];

const request: LedgerExport = {
  ledger: relief,
  columns: ALL,
  rows: [
    {
      values: {
        name: '欧阳某某',
        idNumber: '11010519491231002X',
        phone: '013800001111',
        community: 'c1',
        kind: '低保',
        amount: 123_456,
        budget: 12_345_678,
        persons: 3,
        share: 95.5,
        on: '2026-01-05',
        period: '2026-01',
        urgent: false,
        visits: [{ id: 'v1', on: '2026-01-06' }],
        state: 'DONE',
      },
      derived: { left: 12 },
    },
    { values: { name: '=某' } },
  ],
  office: '某街道办事处',
  clerk: '张某',
  on: '2026-11-23',
  masked: false,
  nameOf: (ledger, id) => (ledger === 'organisation' && id === 'c1' ? '晨光社区' : id),
};

function grid(changes: Partial<LedgerExport> = {}): readonly (readonly unknown[])[] {
  const bytes = writeWorkbook(ledgerWorkbook({ ...request, ...changes }));
  const workbook = read(bytes, { cellNF: true });
  const sheet = workbook.Sheets[relief.title];
  return sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false }) : [];
}

describe('a ledger as a workbook', () => {
  test("has the screen's columns under the fields' labels, money with its unit", () => {
    expect(grid({ columns: ['amount', 'name', 'budget', 'left'] })[2]).toEqual([
      '救助金额（元）',
      '姓名',
      '预算（万元）',
      '剩余天数',
    ]);
  });

  test('gives every value in the form its column is read in', () => {
    expect(grid()[3]).toEqual([
      '欧阳某某',
      '11010519491231002X',
      '013800001111',
      '晨光社区',
      '低保',
      '1,234.56',
      '12.35',
      '3',
      '95.5%',
      '2026-01-05',
      '2026-01',
      '否',
      '1 条',
      '已办结',
      '12',
    ]);
  });

  test('keeps every fen of an amount in 万元, though two decimals show', () => {
    const sheet = ledgerWorkbook({ ...request, columns: ['budget', 'on'] }).sheets[0];
    expect(sheet?.rows[3]?.cells.map((cell) => cell?.value)).toEqual([12.345678, { day: '2026-01-05' }]);
  });

  test('leaves blanks blank and never makes a formula of a name', () => {
    expect(grid()[4]).toEqual(['=某']);
  });

  test('puts stars into personal data where it leaves the office, and says so', () => {
    const masked = grid({ masked: true });
    expect(masked[1]?.[0]).toContain('个人信息已脱敏');
    expect(masked[3]?.slice(0, 4)).toEqual(['欧***', '110105********002X', '013*****1111', '晨光社区']);
  });

  test('maps itself when it comes back: every heading means its field and no other', () => {
    const vocabulary = vocabularyOf(relief);
    const headings = grid()[2]?.map((heading) => vocabulary.exact(headerWords(String(heading))));
    expect(headings).toEqual(ALL.map((fieldId) => [fieldId]));
  });

  test('refuses a column the ledger does not have', () => {
    expect(() => ledgerWorkbook({ ...request, columns: ['nothing'] })).toThrow('没有“nothing”这一列');
  });
});

describe('a list for the public', () => {
  const wishes = [
    { name: '王小明', publicName: '小星星', publicity: '化名', content: '想要一盏台灯' },
    { name: '李大爷', publicity: '实名', content: '修一把椅子，13812345678' },
    { name: '赵某', publicity: '不公开', content: '不愿人知' },
    { name: '钱某', content: '=1+1' },
  ];
  const cellsOf = (masked: boolean) => {
    const rows = wishes.map((values) => ({ values }));
    const model = ledgerWorkbook({ ...request, ledger: wish, columns: ['name', 'content'], rows, masked });
    const sheet = read(writeWorkbook(model)).Sheets.微心愿;
    return sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).slice(1) : [];
  };

  test('names people by their alias or not at all, and leaves out what is not published, saying how many', () => {
    const [heading, , ...rows] = cellsOf(true);
    expect(heading?.[0]).toContain('个人信息已脱敏　　另有 1 条不公开，未列出');
    expect(rows).toEqual([
      ['小星星', '想要一盏台灯'],
      ['李**', '修一把椅子，138****5678'],
      [undefined, '=1+1'],
    ]);
  });

  test('the office’s own list holds everything', () => {
    expect(cellsOf(false).slice(2)).toEqual(wishes.map(({ name, content }) => [name, content]));
  });
});
