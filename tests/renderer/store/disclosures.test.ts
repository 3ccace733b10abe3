import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import { Desk, receiptOf } from './support.ts';

const EDIT = { kind: 'edit', text: '新增申请' } as const;

/** A case with a contact person, entered by 王芳, and one without. */
const office = async () => {
  const desk = new Desk();
  const store = await desk.open();
  await store.setOperator('王芳');
  const values = { inDate: '2026-01-05', name: '防汛值守' };
  const { records } = receiptOf(
    await store.write(
      [
        { kind: 'create', ledger: 'application', values: { ...values, contact: '张三丰' } },
        { kind: 'create', ledger: 'application', values },
      ],
      EDIT,
    ),
  );
  return { desk, store, personal: records[0]?.id ?? '', plain: records[1]?.id ?? '' };
};

const lookings = async (store: LedgerStore) =>
  (await store.batches(0, 50)).batches
    .filter(({ reason }) => reason.text.startsWith('查看个人信息'))
    .map(({ operator, at, changes, reason }) => ({ operator, at, changes, ...reason }));

describe('looking at personal data in full', () => {
  test('is in the log with who, which record and when, and names nobody', async () => {
    const { desk, store, personal } = await office();
    await store.setOperator('李敏');
    expect((await store.view('application', personal))?.row.values.contact).toBe('张三丰');
    expect(await lookings(store)).toEqual([
      {
        operator: '李敏',
        at: '2026-01-05T09:41:07+08:00',
        changes: 0,
        kind: 'edit',
        text: '查看个人信息：申请 ZR-2026-0001',
        of: expect.stringContaining(personal),
      },
    ]);
    expect(await lookings(await desk.open())).toHaveLength(1);
  });

  test('is one line an operator, record and day', async () => {
    const { store, personal } = await office();
    await store.setOperator('李敏');
    for (let round = 0; round < 3; round += 1) await store.view('application', personal);
    expect(await lookings(store)).toHaveLength(1);
    await store.setOperator('赵强');
    await store.view('application', personal);
    expect(await lookings(store)).toHaveLength(2);
    await store.setToday('2026-01-06');
    await store.view('application', personal);
    expect(await lookings(store)).toHaveLength(3);
  });

  test('is no line for whoever typed it, nor where there is nothing personal, nor in lists', async () => {
    const { store, personal, plain } = await office();
    await store.view('application', personal);
    await store.setOperator('李敏');
    await store.view('application', plain);
    const { rows } = await store.window({ ledger: 'application' }, 0, 10);
    expect(rows.some(({ values }) => values.contact === '张**')).toBe(true);
    expect(await lookings(store)).toEqual([]);
  });

  test('makes no screen ask again', async () => {
    const { store, personal } = await office();
    await store.setOperator('李敏');
    const heard: string[] = [];
    store.subscribe(({ kind }) => void heard.push(kind));
    await store.view('application', personal);
    expect(heard).not.toContain('changed');
  });

  test('what cannot be recorded is not shown', async () => {
    const { desk, personal } = await office();
    const parts = desk.parts();
    const store = await desk.open(parts);
    await store.setOperator('李敏');
    parts.database.close();
    await expect(store.view('application', personal)).rejects.toThrow();
  });
});
