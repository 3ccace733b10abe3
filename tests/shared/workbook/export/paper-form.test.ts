import { describe, expect, test } from 'vitest';
import { type FormLine, paperFormSheet } from '../../../../shared/workbook/export/paper-form.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';

const lines: readonly FormLine[] = [
  { kind: 'pair', left: { label: '申请单位', value: '区住建局' }, right: { label: '单位层级', value: '区' } },
  { kind: 'wide', label: '事项名称', value: '小区业主大会设立' },
  { kind: 'opinion', label: '街道初审意见', opinion: { text: '同意上报。', signer: '李某', on: '2026-12-01' } },
  { kind: 'opinion', label: '审定意见', opinion: {} },
];
const form = { title: '审批表', sheetName: '审批表', above: ['编号：1', '收件日期：2026年1月5日'], lines } as const;
const height = (sheet: ReturnType<typeof paperFormSheet>) =>
  sheet.rows.reduce((sum, row) => sum + (row.height ?? 0), 0);

describe('a paper form', () => {
  const sheet = paperFormSheet(form);
  const text = (row: number, column: number) => sheet.rows[row]?.cells[column]?.value;

  test('puts two values side by side, one across, and opinions over a line to sign', () => {
    expect([text(2, 0), text(2, 1), text(2, 2), text(2, 3)]).toEqual(['申请单位', '区住建局', '单位层级', '区']);
    expect(sheet.merges).toContainEqual({ top: 3, left: 1, bottom: 3, right: 3 });
    expect(sheet.merges).toContainEqual({ top: 4, left: 0, bottom: 5, right: 0 });
    expect(text(4, 1)).toBe('同意上报。');
    expect(text(5, 1)).toBe('签字（盖章）：李某　　　　　　2026年12月1日　');
    expect(text(7, 1)).toBe('签字（盖章）：　　　　　　　　年　月　日　');
  });

  test('draws no line between an opinion and its signature', () => {
    expect(sheet.rows[4]?.cells[1]?.style.border).toEqual(['top', 'left', 'right']);
    expect(sheet.rows[5]?.cells[1]?.style.border).toEqual(['bottom', 'left', 'right']);
  });

  test('fills one sheet of A4 upright: the opinion boxes take the room that is left', () => {
    expect(sheet.page).toMatchObject({ landscape: false, fitToWidth: true, fitToHeight: true });
    expect(height(sheet)).toBeGreaterThan(745);
    expect(height(sheet)).toBeLessThanOrEqual(750);
  });

  test('runs on to a second sheet rather than shrink below what can be read', () => {
    const long = { kind: 'wide', label: '依据', value: '条文'.repeat(700) } as const;
    const longer = paperFormSheet({ ...form, lines: [...lines, long, long, long] });
    expect(longer.page).toMatchObject({ fitToHeight: false, footer: '第 &P 页 共 &N 页' });
  });

  test('is a model the writer takes', () => {
    expect(writeWorkbook({ sheets: [sheet] }).length).toBeGreaterThan(1000);
  });
});
