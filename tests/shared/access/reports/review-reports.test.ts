import { describe, expect, test } from 'vitest';
import { REVIEW_REPORTS } from '../../../../shared/access/reports/review-reports.ts';
import { periodOf } from '../../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { reportById } from '../../../../shared/reports/report-list.ts';
import type { ReportRequest } from '../../../../shared/reports/report-table.ts';
import type { CellValue } from '../../../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { ASK, caseOf, RECEIVE, walk } from '../review/review-support.ts';
import { cases, halfYear, requestOf, strays } from './half-year-office.ts';

type Shown = CellValue | undefined;

function built(id: string, request: ReportRequest = halfYear) {
  const report = reportById(id)?.build(request);
  if (!report?.model) throw new Error(`no workbook: ${id}`);
  return report;
}

const value = (shown: Shown): Shown => (typeof shown === 'object' && 'formula' in shown ? shown.cached : shown);

/** Header, body and totals of a sheet, formulas by their value. */
function table(id: string, request: ReportRequest = halfYear, sheet = 0): readonly (readonly Shown[])[] {
  const rows = built(id, request).model?.sheets[sheet]?.rows ?? [];
  return rows.slice(2, -1).map((row) => row.cells.map((cell) => value(cell?.value)));
}

const line = (id: string, place: number, request: ReportRequest = halfYear) => table(id, request)[place];
const day = (on: string) => ({ day: on });
const none = undefined;

const record = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/1', values });

describe('the registry', () => {
  test('holds R2 to R14, each with its rhythm', () => {
    const numbers = Array.from({ length: 13 }, (_, place) => `R${place + 2}`);
    expect(new Set(REVIEW_REPORTS.map(({ id }) => id))).toEqual(new Set(numbers));
    expect(REVIEW_REPORTS.every(({ rhythm }) => rhythm !== '')).toBe(true);
  });

  test.each(REVIEW_REPORTS.filter(({ id }) => id !== 'R14').map(({ id }) => id))(
    '%s is written as a workbook, with and without records, and its figures stand on numbers',
    (id) => {
      for (const request of [halfYear, requestOf({ application: [], strayTask: [], catalogueItem: [] })]) {
        const { model, cells } = built(id, request);
        if (!model) throw new Error('no model');
        expect(writeWorkbook(model).length).toBeGreaterThan(1000);
        for (const { sheet, row, column, figure } of cells ?? []) {
          const shown = value(model.sheets[sheet]?.rows[row]?.cells[column]?.value);
          const expected = figure.unit === 'money' && figure.value !== undefined ? figure.value / 100 : figure.value;
          expect(shown).toBe(expected);
        }
      }
    },
  );

  test.each(REVIEW_REPORTS.filter(({ id }) => id !== 'R14').map(({ id }) => id))('%s has the common frame', (id) => {
    for (const sheet of built(id).model?.sheets ?? []) {
      const texts = sheet.rows.map((row) => row.cells.map((cell) => cell?.value));
      expect(texts[1]?.[0]).toContain('填报单位（盖章）：某街道办事处');
      expect(texts[1]?.join(' ')).toContain('填报期：2026年上半年');
      expect(texts.at(-1)?.[0]).toContain('填报日期：2026年7月10日');
      expect(sheet.page).toMatchObject({ landscape: true, fitToWidth: true });
    }
  });
});

describe('R2 准入清单', () => {
  test('lists what was valid on the last day, with the decision of that day', () => {
    const rows = table('R2');
    expect(rows.slice(1).map((row) => row[1])).toEqual(['A1', 'A2', 'A4', 'B2', 'C1']);
    expect(rows[2]).toEqual([
      2,
      'A2',
      none,
      '长期',
      '区住建局',
      '城市供水条例 第三十条',
      '发现报告',
      none,
      none,
      none,
      none,
      '部门专项',
      '2026年4月1日—2027年3月31日',
      '宿豫社准〔2026〕3号',
      none,
    ]);
    expect(rows[5]?.at(-1)).toBe('存量');
  });
});

test('R3 holds what came in or was still in hand, and its numbers open the cases', () => {
  expect(
    table('R3')
      .slice(2, -1)
      .map((row) => row[4]),
  ).toEqual(['A1', 'A2', 'B1', 'B2', 'B3', 'B4', 'C2', 'C3', 'C4']);
  expect(built('R3').cells?.[0]?.figure.ids).toEqual(['A1']);
});

describe('R4 不予准入、退回、拒绝情况表', () => {
  test('puts refusals and returns of cases and stray tasks into one list by day', () => {
    expect(table('R4').slice(1)).toEqual([
      [1, day('2026-01-22'), '区民政局', 'B4', '公文', '不予准入', '没有依据', '准入〔2026〕不1号'],
      [2, day('2026-03-16'), '区公安分局', '夜间巡逻', '电话', '告知拒绝', '社区不是执法主体', '街办函〔2026〕3号'],
      [3, day('2026-04-09'), '区民政局', 'B1', '公文', '不予准入', '无法定依据', none],
      [4, day('2026-05-07'), '区民政局', 'B3', '公文', '退回补正', '预算', none],
      [5, day('2026-05-25'), '区公安分局', 'C3', '公文', '退回补充论证', '补充论证', none],
      ['合计', '5 件次', none, '不予准入 2，告知拒绝 1，退回补正 1，退回补充论证 1', none, none, none, none],
    ]);
  });

  test('gives the reason of whoever refused, not what a community said the same day', () => {
    const refused = walk(caseOf(), [
      RECEIVE,
      ASK,
      ['recordOpinion', '2026-03-12', { org: 'chenguang', result: '不同意', content: '人手不够' }],
      ['recordOpinion', '2026-03-12', { org: 'donghu', result: '不同意' }],
      ['closeOpinions', '2026-03-12'],
      ['refuse', '2026-03-12', { content: '没有法律依据' }, '赵主任'],
    ]);
    expect(line('R4', 1, requestOf({ application: [refused] }))?.[6]).toBe('没有法律依据');
  });
});

describe('R5 经费落实', () => {
  test('gives each community its line; what was paid after the last day is not yet paid', () => {
    expect(table('R5').slice(1)).toEqual([
      [1, 'A2', '区住建局', '晨光社区', 9000, 9000, 1, '2026-04-20', none],
      [2, 'A2', '区住建局', '东湖社区', 3000, 0, 0, none, '部门预算未下达'],
      ['合计', none, none, none, 12_000, 9000, 0.75, none, none],
    ]);
  });
  test('adds up by community', () => {
    expect(table('R5', halfYear, 1).slice(1)).toEqual([
      [1, '晨光社区', 9000, 9000, 1],
      [2, '东湖社区', 3000, 0, 0],
      ['合计', none, 12_000, 9000, 0.75],
    ]);
  });
  test('names the items under way without their money, and those alone', () => {
    // A2 is published, not yet begun; C1 came in 存量 and is under way with nothing paid.
    expect(table('R5', { ...halfYear, period: periodOf('month', '2026-03-15') }, 2).slice(1)).toEqual([
      [1, 'C1', '区公安分局', 0, 0, '未落实经费，可拒绝'],
    ]);
  });
  test('is blank in its rate where nothing was due', () => {
    expect(line('R5', 1, { ...halfYear, period: periodOf('month', '2026-01-05') })).toEqual([
      '合计',
      none,
      none,
      none,
      0,
      0,
      none,
      none,
      none,
    ]);
  });
});

describe('R6 评议', () => {
  test('adds up by community', () => {
    expect(table('R6', halfYear, 1).slice(1)).toEqual([
      [1, '东湖社区', 55, 30, 12, 8, 0.84],
      ['合计', none, 55, 30, 12, 8, 0.84],
    ]);
  });
  test('takes the share over valid votes; those who did not say took part', () => {
    expect(table('R6').slice(1)).toEqual([
      [1, 'C1', '东湖社区', 55, 30, 12, 8, 0.84, '入户偏多', '继续'],
      ['合计', none, none, 55, 30, 12, 8, 0.84, none, none],
    ]);
  });
});

/** 龙子湖区: 914 boards, 507 taken down, 407 left, here as three records that stand for many. */
const BOARDS = [
  record('P1', {
    kind: '牌子',
    name: '各类工作站牌子',
    before: 507,
    action: '取消',
    date: '2026-05-20',
    basis: '清理通知',
  }),
  record('P2', { kind: '牌子', name: '社区党委', before: 400, action: '保留', targets: ['chenguang'] }),
  record('P3', { kind: '牌子', name: '便民服务中心', before: 7 }),
  record('G1', {
    kind: '工作群',
    name: '填表群',
    before: 4,
    action: '合并',
    date: '2026-03-01',
    ownerDepartment: 'gongan',
  }),
  record('T1', { kind: '报表', name: '月报', action: '新增', date: '2026-04-01', basis: '统计法' }),
];
const burdens = requestOf({ burdenItem: BOARDS, application: cases, strayTask: strays });

describe('R8 and R12', () => {
  test('count 914 − 507 = 407 boards', () => {
    const boards = table('R8', burdens).find((row) => row[1] === '牌子');
    expect(boards).toEqual([8, '牌子', 914, 407, 507, 0, 0, 407, 507 / 914, none]);
    expect(line('R12', 4, burdens)).toEqual([
      '合计',
      none,
      '原有 914，取消 507，合并 0，新增 0',
      none,
      none,
      none,
      none,
      914,
      407,
    ]);
  });

  test('leave the rate blank where nothing stood before', () => {
    const forms = table('R8', burdens).find((row) => row[1] === '报表');
    expect(forms).toEqual([10, '报表', 0, 0, 0, 0, 1, 1, none, none]);
    expect(table('R8', burdens).at(-1)?.slice(0, 8)).toEqual(['合计', none, 918, 407, 507, 4, 1, 408]);
  });

  test('give the same by community and by department', () => {
    expect(
      table('R8', burdens, 1)
        .slice(1)
        .map((row) => row.slice(1, 3)),
    ).toEqual([
      ['（未注明社区）', 518],
      ['晨光社区', 400],
    ]);
    expect(
      table('R8', burdens, 2)
        .slice(1, -1)
        .map((row) => row.slice(1, 3)),
    ).toEqual([
      ['（未注明部门）', 914],
      ['区公安分局', 4],
    ]);
  });

  test('of the next half-year begin where this one ended', () => {
    const next = { ...burdens, period: periodOf('halfYear', '2026-07-01') };
    expect(table('R8', next).at(-1)?.slice(2, 8)).toEqual([408, 408, 0, 0, 0, 408]);
    expect(
      table('R12', next)
        .slice(1, -1)
        .map((row) => row[2]),
    ).toEqual(['社区党委', '便民服务中心']);
  });
});

describe('R9 到期与退出', () => {
  test('of March names the exit, and C1 whose validity ends within 30 working days', () => {
    const march = { ...halfYear, period: periodOf('month', '2026-03-15') };
    // From 31 March to 30 April: 22 weekdays less 6 April (清明).
    expect(table('R9', march).slice(1)).toEqual([
      [1, 'A3', day('2026-03-31'), none, none, '到期'],
      [2, 'C1', day('2026-04-30'), 21, '继续', none],
      ['合计', '将到期或已过期 1 项，退出 1 项', none, none, none, none],
    ]);
  });
});

describe('R10 and R11', () => {
  const request = requestOf({
    catalogueItem: [
      record('1', { listType: '基本履职', name: '社区治理' }),
      record('2', {
        listType: '配合履职',
        name: '燃气安全',
        leadDept: '区住建局',
        dutyDept: '检查',
        dutyStreet: '宣传',
      }),
      record('3', { listType: '收回', name: '拆除违建', takeoverDept: '区城管局', workMode: '自行执法' }),
      record('4', { listType: '基本履职', name: '旧事项', effectiveTo: '2026-03-31' }),
      record('7', { listType: '收回', name: '餐饮油烟监测', leadDept: '区生态环境局', workMode: '自行监测' }),
    ],
    certificateItem: [
      record('5', { kind: '可出具', name: '居住证明', purpose: '入学', issuer: '居委会', basis: '某法' }),
      record('6', { kind: '不应出具', name: '无犯罪记录证明' }),
    ],
  });
  test('print the three duty lists as they hold on the last day', () => {
    expect(table('R10', request, 0)).toEqual([
      ['序号', '事项名称'],
      [1, '社区治理'],
    ]);
    expect(table('R10', request, 1)).toEqual([
      ['序号', '事项名称', '对应上级部门', '上级部门职责', '街道配合职责'],
      [1, '燃气安全', '区住建局', '检查', '宣传'],
    ]);
    expect(table('R10', request, 2).slice(1)).toEqual([
      [1, '拆除违建', '区城管局', '自行执法'],
      [2, '餐饮油烟监测', '区生态环境局', '自行监测'],
    ]);
  });
  test('print the two certificate lists', () => {
    expect(table('R11', request, 0)[1]).toEqual([1, '居住证明', '入学', '居委会', '某法', none]);
    expect(table('R11', request, 1)[1]?.slice(0, 2)).toEqual([1, '无犯罪记录证明']);
  });
});

test('R13 lists the stray tasks of the period, open ones as 待处理', () => {
  expect(
    table('R13')
      .slice(1)
      .map((row) => [row[1], row[3], row[4], row[8]]),
  ).toEqual([
    [day('2026-02-09'), '区住建局', '填报小区台账', '转申请'],
    [day('2026-03-16'), '区公安分局', '夜间巡逻', '告知拒绝'],
    [day('2026-06-30'), '区公安分局', '反诈入户登记', '待处理'],
    ['3 件', none, none, none],
  ]);
});

describe('R14 情况说明', () => {
  test('takes its numbers from R7 and R8', () => {
    expect(reportById('R14')?.build(burdens).paragraphs).toEqual([
      '某街道办事处2026年上半年社区工作事项准入情况说明',
      '（一）准入审核。2026年上半年收到各单位准入申请 7 件，期初在办 2 件。清单内备案 1 件，准予 4 件，不予 2 件，撤回 1 件，退回补正和补充论证 2 次，期末在办 1 件，已准予尚未公布 1 件。从收件到决定平均用时 21.3 个工作日。按时办结率 85.7%。',
      '（二）准入事项。期初有效事项 2 项，本期清单内备案 1 项、清单外首次公布 3 项，退出 1 项，期末有效事项 5 项。',
      '（三）经费和评议。应拨经费 12,000.00 元，实拨 9,000.00 元，到位率 75.0%。社区评议满意率 84.0%。',
      '（四）清单外下派。登记清单外下派 3 件，其中区公安分局 2 件、区住建局 1 件；告知拒绝 1 件。',
      '（五）减负清理。机构、阵地、任务、评比、系统、证明、台账、牌子、工作群、报表清理前 918 项，取消 507 项，合并 4 项，新增 1 项，清理后 408 项，减少率 55.6%。其中牌子由 914 块减为 407 块。',
      '某街道办事处',
      '2026年7月10日',
    ]);
  });
});
