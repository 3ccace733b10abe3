import { describe, expect, test } from 'vitest';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { demandMonthTable } from '../../../shared/reports/demand-month-table.ts';
import { disputeMonthTable } from '../../../shared/reports/dispute-month-table.ts';
import type { CellModel, SheetModel } from '../../../shared/workbook/sheet-model.ts';
import { contextOn, recordOf } from '../rules/rules-support.ts';

const signatures = { filledOn: '2022-05-06' };

const shown = (cell: CellModel | undefined) => {
  const value = cell?.value;
  if (typeof value !== 'object') return value ?? '';
  return 'formula' in value ? `${value.formula}=${value.cached}` : value.day;
};

const rowOf = (sheet: SheetModel | undefined, row: number) => sheet?.rows[row]?.cells.map(shown) ?? [];

const percent = (cell: unknown) => `${(Number(cell) * 100).toFixed(0)}%`;

function many(count: number, values: Values, name: string): LedgerRecord[] {
  return Array.from({ length: count }, (_, place) => recordOf(values, `${name}${place}`));
}

describe('12345 办理情况, as 宁国市 lays it out', () => {
  const slip = {
    receivedAt: '2022-04-11T09:00:00+08:00',
    category: '求助',
    content: '路灯不亮',
    source: '12345热线',
    unit: '住建局',
    closedOn: '2022-04-14',
  };
  const demand = [
    ...many(8, { ...slip, satisfaction: '不满意' }, 'u'),
    ...many(79, slip, 'h'),
    ...many(12, { ...slip, source: '政民互动' }, 'f'),
    ...many(2, { ...slip, unit: '城管局', closedOn: '2022-04-15' }, 'late'),
    ...many(1, { ...slip, unit: '城管局', closedOn: undefined }, 'open'),
    ...many(3, { ...slip, source: '社区上报' }, 'other'),
    ...many(1, { ...slip, returned: true }, 'back'),
  ];
  const { model, cells } = demandMonthTable({
    context: contextOn('2022-05-06', { records: { demand } }),
    period: periodOf('month', '2022-04-01'),
    office: '示例街道办事处',
    signatures,
  });
  const [sheet] = model.sheets;

  test('sixteen columns under a heading of three rows', () => {
    expect(sheet?.widths).toHaveLength(16);
    expect(rowOf(sheet, 2).slice(1, 10)).toEqual([
      '单位',
      ...Array.from({ length: 7 }, () => '派遣案件总数'),
      '按时办结数',
    ]);
    expect(rowOf(sheet, 3).slice(2, 9)).toEqual([
      '总计',
      '12345热线',
      '12345热线',
      '12345热线',
      '政民互动',
      '政民互动',
      '政民互动',
    ]);
    expect(rowOf(sheet, 4).slice(3, 9)).toEqual(['按时办结', '超时办结', '未办结', '按时办结', '超时办结', '未办结']);
    expect(sheet?.merges).toEqual(
      expect.arrayContaining([
        { top: 2, left: 1, bottom: 4, right: 1 },
        { top: 2, left: 2, bottom: 2, right: 8 },
        { top: 3, left: 2, bottom: 4, right: 2 },
        { top: 3, left: 3, bottom: 3, right: 5 },
        { top: 3, left: 6, bottom: 3, right: 8 },
      ]),
    );
    expect(sheet?.freeze?.rows).toBe(5);
  });

  test('住建局: 99 | 87 0 0 | 12 0 0 | 99 0 0 | 100% 100% | 8 9%', () => {
    const line = rowOf(sheet, 5);
    expect(line.slice(0, 12)).toEqual([1, '住建局', 99, 87, 0, 0, 12, 0, 0, 99, 0, 0]);
    expect([percent(line[12]), percent(line[13]), line[14], percent(line[15])]).toEqual(['100%', '100%', 8, '9%']);
  });

  test('late and open slips, and 合计 by formula below', () => {
    expect(rowOf(sheet, 6).slice(1, 12)).toEqual(['城管局', 3, 0, 2, 1, 0, 0, 0, 0, 2, 1]);
    expect(rowOf(sheet, 7).slice(0, 4)).toEqual(['合计', '', 'SUM(C6:C7)=102', 'SUM(D6:D7)=87']);
  });

  test('every number opens its slips', () => {
    const total = cells.find(({ row, column }) => row === 5 && column === 2);
    expect(total?.figure.ids).toHaveLength(99);
    const unsatisfied = cells.find(({ row, column }) => row === 5 && column === 14);
    expect(unsatisfied?.figure.ids).toEqual(many(8, {}, 'u').map(({ id }) => id));
  });
});

test('12345 办理情况: a round that was late or unsatisfied counts, also after 重新办理', () => {
  const rounds = [{ id: 'r', closedOn: '2022-04-15', satisfaction: '不满意', reopenedOn: '2022-04-18' }];
  const slip = {
    receivedAt: '2022-04-11T09:00:00+08:00',
    category: '求助',
    source: '12345热线',
    unit: '住建局',
    rounds,
  };
  const demand = [recordOf({ ...slip, closedOn: '2022-04-19', satisfaction: '满意' }, 'again'), recordOf(slip, 'open')];
  const { model } = demandMonthTable({
    context: contextOn('2022-05-06', { records: { demand } }),
    period: periodOf('month', '2022-04-01'),
    office: '示例街道办事处',
    signatures,
  });
  // 总计 2, one closed late and one open; 不满意 2 of the two that were closed once.
  expect(rowOf(model.sheets[0], 5).slice(2)).toEqual([2, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0.5, 0, 2, 1]);
});

describe('矛盾纠纷, as 镇巴县 lays it out', () => {
  const found = (community: string, kind: string, outcome: string, id: string, foundOn = '2026-09-10') =>
    recordOf({ foundOn, community, kind, outcome, partyA: '甲' }, id);
  const records = {
    organisation: ['chenguang', 'donghu', 'kangping'].map((id) => recordOf({ level: '社区' }, id)),
    dispute: [
      found('chenguang', '邻里', '化解成功', 'a'),
      found('chenguang', '邻里', '部分化解', 'b'),
      found('chenguang', '劳资', '未化解', 'c'),
      found('donghu', '邻里', '调解中', 'd'),
      found('donghu', '劳资', '导出其他途径', 'e'),
      found('donghu', '邻里', '化解成功', 'august', '2026-08-31'),
    ],
  };
  const { model, cells } = disputeMonthTable({
    context: contextOn('2026-10-08', { records }),
    period: periodOf('month', '2026-09-01'),
    office: '示例街道办事处',
    signatures,
  });
  const [sheet] = model.sheets;
  const place = (kind: string) => rowOf(sheet, 3).indexOf(kind);

  test('a withdrawn community has a line only where a dispute was found in it', () => {
    const gone = (id: string, offFrom: string) => recordOf({ level: '社区', offFrom }, id);
    const organisation = [...records.organisation, gone('empty', '2025-01-01'), gone('late', '2026-09-20')];
    const dispute = [...records.dispute, found('late', '邻里', '化解成功', 'l')];
    const table = disputeMonthTable({
      context: contextOn('2026-10-08', { records: { organisation, dispute } }),
      period: periodOf('month', '2026-09-01'),
      office: '示例街道办事处',
      signatures,
    });
    const names = table.model.sheets[0]?.rows.map(({ cells: [first] }) => shown(first)) ?? [];
    expect(names.slice(6, 10)).toEqual(['chenguang', 'donghu', 'kangping', 'late']);
    expect(names).not.toContain('empty');
  });

  test('kinds side by side, each with its number in the heading', () => {
    expect(rowOf(sheet, 2).slice(0, 2)).toEqual(['社区', '矛盾纠纷类型']);
    expect(place('邻里（共计：3件）')).toBeGreaterThan(0);
    expect(place('劳资（共计：2件）')).toBeGreaterThan(0);
    expect(rowOf(sheet, 4).slice(1, 5)).toEqual(['本月矛盾纠纷总数', '本月未化解纠纷数', '化解数', '未化解数']);
  });

  test('合计 stands above the lines and adds up those below it', () => {
    expect(rowOf(sheet, 5).slice(0, 3)).toEqual(['合计', 'SUM(B7:B9)=5', 'SUM(C7:C9)=3']);
    expect(rowOf(sheet, 6).slice(0, 3)).toEqual(['chenguang', 3, 1]);
    expect(rowOf(sheet, 7).slice(0, 3)).toEqual(['donghu', 2, 2]);
    expect(rowOf(sheet, 8).slice(0, 3)).toEqual(['kangping', 0, 0]);
  });

  test('settled in full and in part are settled; failed, open and exported are not', () => {
    const neighbours = place('邻里（共计：3件）');
    expect(rowOf(sheet, 6).slice(neighbours, neighbours + 2)).toEqual([2, 0]);
    expect(rowOf(sheet, 7).slice(neighbours, neighbours + 2)).toEqual([0, 1]);
    const opened = cells.find(({ row, column }) => row === 7 && column === neighbours + 1);
    expect(opened?.figure.ids).toEqual(['d']);
  });
});
