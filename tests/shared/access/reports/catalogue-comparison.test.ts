import { expect, test } from 'vitest';
import { compareCatalogues } from '../../../../shared/access/catalogue/catalogue-compare.ts';
import { catalogueComparisonReport } from '../../../../shared/access/reports/catalogue-comparison.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';

const record = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/0', values });

test('one line a difference, with before, after, why paired and the cases it touches', () => {
  const before = [
    record('a', { listType: '依法协助', code: 'QD-001', name: '消防安全宣传教育', frequency: '每季度' }),
    record('b', { listType: '依法协助', name: '流浪犬、猫控制和处置' }),
    record('c', { listType: '依法协助', name: '社会救助协助' }),
  ];
  const after = [
    record('x', { listType: '依法协助', code: 'QD-001', name: '消防安全宣传教育', frequency: '每月', enabled: false }),
    record('y', { listType: '基本履职', name: '开展法治宣传教育' }),
    record('z', { listType: '依法协助', name: '社会救助协助' }),
  ];
  const cases = [record('1', { caseNo: 'ZR-2026-0001', itemName: '冬季防火', state: 'ACTIVE', listItem: 'a' })];
  const model = catalogueComparisonReport({
    comparison: compareCatalogues(before, after, cases),
    between: '2026版与2027版',
    office: '顺河街道办事处',
    nameOf: (_ledger, id) => id,
    signatures: { filledOn: '2026-11-23' },
  });
  const [sheet] = model.sheets;
  const texts = sheet?.rows.slice(2, -1).map((row) => row.cells.map((cell) => cell?.value ?? ''));
  expect(texts).toEqual([
    ['序号', '变化', '清单类型', '条目编号', '事项名称', '变化内容', '配对依据', '涉及在办、已准入件'],
    [1, '新增', '基本履职', '', '开展法治宣传教育', '', '', ''],
    [2, '取消', '依法协助', '', '流浪犬、猫控制和处置', '', '', ''],
    [
      3,
      '调整',
      '依法协助',
      'QD-001',
      '消防安全宣传教育',
      '频次：每季度 → 每月\n启用：是 → 否',
      '编号相同',
      'ZR-2026-0001 冬季防火',
    ],
    ['合计', '', '', '', '新增 1、取消 1、调整 1、不变 1', '', '', '1 件'],
  ]);
  expect(sheet?.rows[1]?.cells.some((cell) => cell?.value === '填报期：2026版与2027版')).toBe(true);
});
