import { expect, test } from 'vitest';
import { dispute } from '../../../../shared/ledgers/dispute.ts';
import { complaintCounts, importSample } from '../sample-office.ts';

const GRIDS = '矛盾纠纷排查-网格上报.csv';
const { layout, mapping, plan } = importSample(GRIDS, dispute);

test('a GB18030 list without titles: its header is the first row, every column known', () => {
  expect(layout.rows).toEqual({ top: 0, bottom: 0 });
  expect(mapping.columns.map(({ header, target }) => [header, target])).toEqual([
    ['排查日期', { kind: 'field', field: 'foundOn' }],
    ['社区', { kind: 'field', field: 'community' }],
    ['网格', { kind: 'field', field: 'grid' }],
    ['纠纷类型', { kind: 'field', field: 'kind' }],
    ['当事人甲', { kind: 'field', field: 'partyA' }],
    ['当事人乙', { kind: 'field', field: 'partyB' }],
    ['涉及人数', { kind: 'field', field: 'persons' }],
    ['是否化解', { kind: 'field', field: 'outcome' }],
    ['化解日期', { kind: 'field', field: 'settledOn' }],
  ]);
});

test('120 disputes; the three settled before they were found are held back', () => {
  expect(plan.counts).toMatchObject({ new: 117, heldBack: 3, duplicateInFile: 0 });
  const held = plan.rows.filter((row) => row.status === 'heldBack').map((row) => [row.row + 1, row.reason]);
  expect(held).toEqual([
    [55, '办结日期（2026-05-10）不能早于排查日期（2026-05-19）'],
    [82, '办结日期（2026-05-10）不能早于排查日期（2026-05-19）'],
    [100, '办结日期（2026-08-16）不能早于排查日期（2026-08-25）'],
  ]);
  expect(complaintCounts(plan.rows, 'warning')).toEqual({});
});

const counted = (field: string) => {
  const counts: { [value: string]: number } = {};
  for (const { values } of plan.rows) counts[String(values[field])] = (counts[String(values[field])] ?? 0) + 1;
  return counts;
};

test('是 and 已化解, 否, 正在调解: four words for three outcomes', () => {
  expect(counted('outcome')).toEqual({ 化解成功: 60, 未化解: 40, 调解中: 20 });
});

test('communities and kinds, by hand', () => {
  expect(counted('community')).toEqual({ 新河: 26, 晨光: 23, 桃园: 23, 东湖: 19, 康平: 15, 文昌: 14 });
  expect(counted('kind')).toEqual({ 损害赔偿: 24, 劳资: 21, 邻里: 20, 其他: 20, 婚姻家庭: 19, 物业: 16 });
});

test('the people add up, and characters beyond the basic plane survive', () => {
  expect(plan.rows.reduce((sum, { values }) => sum + Number(values.persons), 0)).toBe(3871);
  expect(plan.rows[10]?.values.partyB).toBe('何𫖯');
});
