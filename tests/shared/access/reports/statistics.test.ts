import { describe, expect, test } from 'vitest';
import { statisticsOf, statisticsReport } from '../../../../shared/access/reports/statistics.ts';
import { MEASURES } from '../../../../shared/access/reports/statistics-measures.ts';
import { periodOf } from '../../../../shared/kit/period.ts';
import type { CellValue, SheetModel } from '../../../../shared/workbook/sheet-model.ts';
import { cases, halfYear, requestOf } from './half-year-office.ts';

const { model, cells, balance } = statisticsReport(halfYear);
const sheet = (place: number): SheetModel | undefined => model.sheets[place];
/** A row as a reader sees it: formulas by their value. */
const row = (place: number, of = 0): readonly (CellValue | undefined)[] | undefined =>
  sheet(of)?.rows[place]?.cells.map((cell) => {
    const value = cell?.value;
    return typeof value === 'object' && 'formula' in value ? value.cached : value;
  });

const none = undefined;

describe('R7 of a half-year worked out by hand', () => {
  test('has its columns under their headings', () => {
    expect(row(3)?.slice(2)).toEqual([
      ...['期初', '清单内\n备案', '首次\n公布', '退出', '期末'],
      ...['期初', '本期\n申请', '准予', '不予', '撤回', '期末', '退回\n次数'],
      ...['期初', '公布前\n退出', '期末'],
      ...['平均用时\n工作日', '按时办结率'],
      ...['应拨', '实拨', '到位率'],
      none,
      ...['下派', '拒绝'],
    ]);
  });

  test('is right cell by cell', () => {
    // 序号 单位 | 有效 期初 备案 公布 退出 期末 | 在办 期初 申请 准予 不予 撤回 期末 退回 | 未公布 期初 退出 期末 | 用时 按时 | 经费 | 满意 | 下派
    expect([row(4), row(5), row(6), row(7)]).toEqual([
      [1, '区公安分局', 1, 0, 0, 0, 1, 0, 3, 2, 0, 0, 1, 1, 0, 1, 1, 24.5, 1, 0, 0, none, 0.84, 2, 1],
      [2, '区民政局', 0, 0, 1, 0, 1, 2, 2, 1, 2, 1, 0, 1, 0, 0, 0, 26, 2 / 3, 0, 0, none, none, 0, 0],
      [3, '区住建局', 1, 1, 2, 1, 3, 0, 2, 1, 0, 0, 0, 0, 1, 0, 0, 11, 1, 12_000, 9000, 0.75, none, 1, 0],
      ['合计', none, 2, 1, 3, 1, 5, 2, 7, 4, 2, 1, 1, 2, 1, 1, 1, 149 / 7, 6 / 7, 12_000, 9000, 0.75, 0.84, 3, 1],
    ]);
  });

  test('adds its totals by formula, and divides the totals for 到位率', () => {
    const totals = sheet(0)?.rows[7]?.cells.map((cell) => cell?.value);
    expect(totals?.[2]).toEqual({ formula: 'SUM(C5:C7)', cached: 2 });
    expect(totals?.[21]).toEqual({ formula: 'U8/T8', cached: 0.75 });
  });

  test('opens the cases of every figure', () => {
    const ids = (line: number, label: string, group?: string) => {
      const column = 2 + MEASURES.findIndex((measure) => measure.label === label && measure.group === group);
      return cells.find((cell) => cell.sheet === 0 && cell.row === line && cell.column === column)?.figure.ids;
    };
    expect(ids(7, '期末', '有效事项')).toEqual(['A1', 'A2', 'A4', 'B2', 'C1']);
    expect(ids(7, '期末', '在办申请')).toEqual(['C2']);
    expect(ids(7, '期初', '在办申请')).toEqual(['B2', 'B4']);
    expect(ids(7, '期末', '已准未公布')).toEqual(['C3']);
    expect(ids(7, '退回\n次数', '在办申请')).toEqual(['B3', 'C3']);
    expect(ids(5, '按时办结率', '时效')).toEqual(['B1', 'B2', 'B4']);
    expect(ids(7, '拒绝', '清单外下派')).toEqual(['S2']);
  });

  test('leaves no number without its records', () => {
    for (const [place, line] of (sheet(0)?.rows ?? []).entries()) {
      for (const [column, cell] of line.cells.entries()) {
        const value = cell?.value;
        if (value === undefined || typeof value === 'string') continue;
        expect(cells.some((one) => one.sheet === 0 && one.row === place && one.column === column)).toBe(true);
      }
    }
  });

  test('shows its three lines in numbers, all balanced', () => {
    expect(balance.map(({ ok, difference }) => [ok, difference])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
    expect(model.sheets.map(({ name }) => name)).toEqual(['统计表', '平衡校验']);
    expect([row(3, 1), row(4, 1), row(5, 1)].map((line) => line?.slice(1))).toEqual([
      ['有效事项', '平衡', 0, '期初有效 + 清单内备案 + 清单外首次公布 − 退出 = 期末有效', '2 + 1 + 3 − 1 = 5'],
      [
        '在办申请',
        '平衡',
        0,
        '期初在办 + 本期申请 − 清单内备案 − 准予 − 不予 − 撤回 = 期末在办',
        '2 + 7 − 1 − 4 − 2 − 1 = 1',
      ],
      [
        '已准未公布',
        '平衡',
        0,
        '期初已准未公布 + 准予 − 清单外首次公布 − 公布前退出 = 期末已准未公布',
        '1 + 4 − 3 − 1 = 1',
      ],
    ]);
  });

  test('ends where the next half-year begins', () => {
    const next = statisticsOf({ ...halfYear, period: periodOf('halfYear', '2026-07-01') }).totals;
    const now = statisticsOf(halfYear).totals;
    for (const stock of ['valid', 'inHand', 'unpublished']) {
      expect(next[`${stock}Opening`]?.ids).toEqual(now[`${stock}Closing`]?.ids);
    }
  });

  test('adds up over its six months', () => {
    const months = ['01', '02', '03', '04', '05', '06'].map(
      (month) => statisticsOf({ ...halfYear, period: periodOf('month', `2026-${month}-15`) }).totals,
    );
    const whole = statisticsOf(halfYear).totals;
    for (const id of ['listed', 'published', 'exited', 'applied', 'approved', 'rejected', 'withdrawn', 'returns']) {
      expect(months.reduce((sum, figures) => sum + (figures[id]?.value ?? 0), 0)).toBe(whole[id]?.value);
    }
  });
});

describe('R7 of an office without cases', () => {
  test('has its totals line, rates blank, and balances', () => {
    const empty = statisticsReport(requestOf({ application: [], strayTask: [] }));
    const totals = empty.model.sheets[0]?.rows[4]?.cells.map((cell) => cell?.value);
    expect(totals?.slice(0, 3)).toEqual(['合计', none, 0]);
    expect([totals?.[17], totals?.[18], totals?.[21], totals?.[22]]).toEqual([none, none, none, none]);
    expect(empty.balance.every(({ ok }) => ok)).toBe(true);
  });
});

describe('a line that does not balance', () => {
  const broken = cases.map((record) =>
    record.id === 'A3'
      ? { ...record, values: { ...record.values, state: 'ACTIVE', steps: [], exits: [], inDate: '2026-02-01' } }
      : record,
  );

  test('names the case and what is wrong with its dates', () => {
    // A3 came in, it says, in February 2026, and was decided and published two years before that.
    const { balance: lines, model: book } = statisticsReport(requestOf({ application: broken }));
    const inHand = lines.find(({ id }) => id === 'inHand');
    expect(inHand?.ok).toBe(false);
    expect(inHand?.difference).toBe(-1);
    expect(inHand?.cases).toEqual([
      {
        id: 'A3',
        difference: -1,
        reasons: ['决定日期 2024-04-01 早于收件日期 2026-02-01', '公布日期 2024-04-05 早于收件日期 2026-02-01'],
      },
    ]);
    const faults = book.sheets[2];
    expect(faults?.name).toBe('不平衡说明');
    expect(faults?.rows[3]?.cells.map((cell) => cell?.value).slice(1, 5)).toEqual(['在办申请', none, 'A3', -1]);
  });

  test('says which date is missing', () => {
    const undated = cases.map((record) =>
      record.id === 'A3'
        ? { ...record, values: { ...record.values, inDate: '2026-02-01', steps: [], decisions: [], state: 'ACTIVE' } }
        : record,
    );
    const { balance: lines } = statisticsReport(requestOf({ application: undated }));
    expect(lines.flatMap(({ cases: found }) => found.map(({ id }) => id))).toContain('A3');
    expect(lines.find(({ id }) => id === 'inHand')?.cases[0]?.reasons[0]).toBe('缺少决定日期');
  });

  test('is no balance where two errors cancel out', () => {
    const late = { ...broken.find(({ id }) => id === 'A3'), id: 'X' };
    const early = {
      inDate: '2026-02-01',
      state: 'REJECTED',
      stock: true,
      decisions: [{ id: 'd', result: '不予', decideDate: '' }],
    };
    const { balance: lines } = statisticsReport(
      requestOf({
        application: [
          { id: 'Y', rev: 'a/1/1', values: early },
          { rev: 'a/1/1', values: {}, ...late },
        ],
      }),
    );
    expect(lines.find(({ id }) => id === 'inHand')?.ok).toBe(false);
  });
});
