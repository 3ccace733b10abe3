import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { purgeReason } from '../../../../shared/history/purge.ts';
import type { Ledger } from '../../../../shared/kit/ledger.ts';
import { operator } from '../../../../shared/ledgers/operator.ts';
import { parameter } from '../../../../shared/ledgers/parameter.ts';
import { sampleLedgers } from '../../../shared/history/sample-ledgers.ts';
import { create, Desk, only, receiptOf, refusalOf } from '../support.ts';

const EDIT = { kind: 'edit', text: '修改' } as const;
const INPUT = { on: '2026-01-05', by: '李主任', values: { docNo: '北街发〔2026〕1号' } };

/** The sample case, its 审定 an act of checking. */
const cases = sampleLedgers.map((ledger): Ledger => {
  const approve = ledger.workflow?.transitions.approve;
  if (!ledger.workflow || !approve) return ledger;
  const transitions = { ...ledger.workflow.transitions, approve: { ...approve, isReview: true as const } };
  return { ...ledger, workflow: { ...ledger.workflow, transitions } };
});

/** An office of three, entering and checking kept apart; a case that 李敏 entered. */
async function office({ passwords = false, separated = true } = {}) {
  const desk = new Desk();
  desk.ledgers = [...cases.filter(({ id }) => id !== parameter.id), parameter, operator];
  const store = await desk.open();
  const rule = { group: '安全', key: '经办审核分离', value: '是', from: '2026-01-01' };
  if (separated) await create(store, 'parameter', rule);
  await store.setOperator('赵强');
  const passwordAt = passwords ? { passwordAt: '2026-01-05T09:00:00+08:00' } : {};
  for (const [name, role] of [
    ['赵强', '管理员'],
    ['王晓', '审核人'],
    ['李敏', '经办人'],
    ['孙洁', '经办人'],
  ])
    await create(store, 'operator', { name, role, ...passwordAt });
  await store.setOperator('李敏');
  const row = only(await create(store, 'application', { name: '甲', inDate: '2026-01-05' }));
  return { desk, store, row, act: actOn(row) };
}

const actOn = ({ ledger, id, rev }: ReturnType<typeof only>) => ({
  ledger,
  id,
  rev,
  transition: 'approve',
  input: INPUT,
});

const revOf = async (store: LedgerStore, id: string) => (await store.view('application', id))?.row.rev ?? '';
const stateOf = async (store: LedgerStore, id: string) => (await store.view('application', id))?.row.values.state;

describe('entering and checking kept apart', () => {
  test('refuses whoever entered the case by name, in the offer too; another takes it; after a restart too', async () => {
    const { desk, row, act } = await office();
    const again = await desk.open();
    await again.setOperator('李敏');
    const refused = await again.transition(act);
    expect(refusalOf(refused)).toEqual(['separation/same']);
    expect(refused).toMatchObject({ complaints: [{ message: expect.stringContaining('由李敏登记') }] });
    const offer = (await again.view('application', row.id))?.offers.find(({ transition }) => transition === 'approve');
    expect(offer?.complaints.map(({ code }) => code)).toContain('separation/same');
    await again.setOperator('王晓');
    receiptOf(await again.transition(act));
  });

  test('is off where the office has not asked for it', async () => {
    const { store, act } = await office({ separated: false });
    const taken = receiptOf(await store.transition(act));
    receiptOf(await store.undo(taken.batch));
  });

  test('what was checked is undone by nobody who may not check: neither who entered it nor another 经办人', async () => {
    const { store, row, act } = await office({ passwords: true });
    await store.setOperator('王晓');
    const taken = receiptOf(await store.transition(act));
    for (const [name, why] of [
      ['李敏', '由李敏登记'],
      ['孙洁', '须由审核人办理和撤销'],
    ] as const) {
      await store.setOperator(name);
      const { undoable, blocked } = await store.planUndo(taken.batch);
      expect([undoable, blocked.map(({ id }) => id)]).toEqual([0, [row.id]]);
      expect(blocked[0]?.why).toContain(why);
      expect(refusalOf(await store.undo(taken.batch))).toEqual(['undo/nothing']);
      expect(await stateOf(store, row.id)).toBe('approved');
    }
    await store.setOperator('王晓');
    const undone = receiptOf(await store.undo(taken.batch));
    expect(await stateOf(store, row.id)).toBe('received');
    // And nobody else brings it back by undoing that.
    await store.setOperator('孙洁');
    expect(refusalOf(await store.undo(undone.batch))).toEqual(['undo/nothing']);
    await store.setOperator('赵强');
    receiptOf(await store.undo(undone.batch));
    expect(await stateOf(store, row.id)).toBe('approved');
  });

  test('a case that was checked is not deleted by whoever may not check it', async () => {
    const { store, row, act } = await office({ passwords: true });
    await store.setOperator('王晓');
    receiptOf(await store.transition(act));
    const gone: Draft = { kind: 'delete', ledger: 'application', id: row.id, rev: await revOf(store, row.id) };
    await store.setOperator('孙洁');
    expect(refusalOf(await store.write([gone], EDIT))).toEqual(['separation/role']);
    await store.setOperator('王晓');
    receiptOf(await store.write([gone], EDIT));
  });

  test('no plain write passes for an act, a correction, an undoing or a restoring', async () => {
    const { store, row } = await office();
    const edit: Draft = { kind: 'edit', ledger: 'application', id: row.id, rev: row.rev, patch: { state: 'approved' } };
    for (const kind of ['transition', 'correction', 'undo', 'restore', 'opening'] as const)
      expect(refusalOf(await store.write([edit], { kind, text: '审定' }))).toEqual(['write/reason']);
    const purge = purgeReason(1, '本人申请');
    expect(refusalOf(await store.write([edit], purge))).toEqual(['write/reason']);
    expect(refusalOf(await store.write([edit], EDIT))).toEqual(['decision/edit']);
    expect(await stateOf(store, row.id)).toBe('received');
    const brought: Draft = { kind: 'create', ledger: 'application', values: { name: '乙', inDate: '2025-01-05' } };
    receiptOf(await store.write([brought], { kind: 'opening', text: '存量导入' }));
  });
});
