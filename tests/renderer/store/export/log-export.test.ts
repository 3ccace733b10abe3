import { describe, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import { Desk, receiptOf } from '../support.ts';

const EDIT = { kind: 'edit', text: '修改申请' } as const;

/** The texts of a sheet, row by row. */
const textsOf = (bytes: Uint8Array, sheet: number): readonly (readonly string[])[] => {
  const workbook = read(bytes, { type: 'array' });
  const rows: unknown[][] = utils.sheet_to_json(workbook.Sheets[workbook.SheetNames[sheet] ?? ''] ?? {}, { header: 1 });
  return rows.map((row) => Array.from(row, (cell) => String(cell ?? '')));
};

describe('the log handed out for inspection', () => {
  test('names every step with its place in the chain and what it changed, and nobody', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.setOperator('王芳');
    const values = { inDate: '2026-01-05', name: '防汛值守', contact: '张三丰' };
    const { batch, records } = receiptOf(await store.write([{ kind: 'create', ledger: 'application', values }], EDIT));
    const [record] = records;
    const edit = { kind: 'edit', ledger: 'application', id: record?.id ?? '', rev: record?.rev ?? '' } as const;
    receiptOf(await store.write([{ ...edit, patch: { contact: '李四光', persons: 3 } }], EDIT));
    const { name, bytes } = await store.exportLog('校验完成');
    expect(name).toMatch(/^操作记录_.*\.xlsx$/);
    const whole = JSON.stringify([textsOf(bytes, 0), textsOf(bytes, 1), textsOf(bytes, 2)]);
    for (const person of ['张三丰', '李四光']) expect(whole).not.toContain(person);
    const lines = textsOf(bytes, 0).map((row) => row.join('|'));
    expect(lines.find((line) => line.startsWith('1|'))).toMatch(
      new RegExp(`^1\\|2026-01-05 09:41:07\\|王芳\\|修改\\|修改申请\\|准入申请\\|1\\|${batch}\\|[0-9a-f]{64}$`),
    );
    expect(lines.find((line) => line.startsWith('2|'))).toMatch(/\|[0-9a-f]{64}\|[0-9a-f]{64}$/);
    const details = textsOf(bytes, 1).map((row) => row.join('|'));
    expect(details.find((line) => line.includes('人数'))).toContain(
      'ZR-2026-0001 防汛值守|修改|联系人：张** → 李**；人数：空 → 3',
    );
    expect(textsOf(bytes, 2).flat()).toContain('校验完成');
  });

  test('counts bulk steps and lists the rest', async () => {
    const store = await new Desk().open();
    const drafts = Array.from({ length: 1000 }, (_, index) => ({
      kind: 'create' as const,
      ledger: 'department',
      values: { name: `部门${index}` },
    }));
    receiptOf(await store.write(drafts, { kind: 'import', text: '导入 部门.xlsx' }));
    const { bytes } = await store.exportLog('校验完成');
    expect(
      textsOf(bytes, 1)
        .flat()
        .some((text) => text.startsWith('部门')),
    ).toBe(false);
    expect(textsOf(bytes, 2).flat().join()).toContain('另有 1 步批量操作只记条数');
  });
});
