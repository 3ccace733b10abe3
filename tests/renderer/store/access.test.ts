import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import type { Draft } from '../../../renderer/store/store-api.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { operator } from '../../../shared/ledgers/operator.ts';
import { parameter } from '../../../shared/ledgers/parameter.ts';
import { sampleLedgers } from '../../shared/history/sample-ledgers.ts';
import { create, Desk, only, receiptOf, refusalOf } from './support.ts';

const EDIT = { kind: 'edit', text: '修改' } as const;

const open = async (): Promise<{ readonly desk: Desk; readonly store: LedgerStore }> => {
  const desk = new Desk();
  desk.ledgers = [...sampleLedgers, parameter, operator];
  return { desk, store: await desk.open() };
};

const editOf = ({ ledger, id, rev }: ReturnType<typeof only>, patch: Values): Draft => ({
  kind: 'edit',
  ledger,
  id,
  rev,
  patch,
});

/** 王晓 administers, 李敏 does not; both have passwords. */
const guarded = async () => {
  const { desk, store } = await open();
  await store.setOperator('王晓');
  const wang = only(
    await create(store, 'operator', { name: '王晓', role: '管理员', passwordAt: '2026-01-05T09:00:00+08:00' }),
  );
  const li = only(
    await create(store, 'operator', { name: '李敏', role: '经办人', passwordAt: '2026-01-05T09:00:00+08:00' }),
  );
  return { desk, store, wang, li };
};

describe('without passwords', () => {
  test('a name is all, and whoever works may keep the roster', async () => {
    const { store } = await open();
    await store.setOperator('李敏');
    const row = only(await create(store, 'operator', { name: '李敏', role: '经办人' }));
    receiptOf(await store.write([editOf(row, { role: '管理员' })], EDIT));
    expect(await store.access()).toEqual({
      roster: [{ id: row.id, name: '李敏', role: '管理员', isCleared: false, hasPassword: false }],
      lockAfter: 10,
    });
  });
});

describe('with passwords', () => {
  test('the roster is the administrator s: by hand, by undoing, from the trash', async () => {
    const { store, li } = await guarded();
    const raised = receiptOf(await store.write([editOf(li, { role: '管理员' })], EDIT));
    receiptOf(await store.undo(raised.batch));
    const [, latest] = await Promise.all([store.setOperator('李敏'), store.history('operator', li.id)]);
    expect(refusalOf(await store.undo(latest[0]?.batch ?? ''))).toEqual(['operator/admin-only']);
    const now = (await store.rows({ ledger: 'operator' })).find(({ id }) => id === li.id);
    const rev = now?.rev ?? '';
    expect(refusalOf(await store.write([editOf({ ...li, rev }, { role: '管理员' })], EDIT))).toEqual([
      'operator/admin-only',
    ]);
    expect(refusalOf(await store.write([{ kind: 'delete', ledger: 'operator', id: li.id, rev }], EDIT))).toEqual([
      'operator/admin-only',
    ]);
    await store.setOperator('王晓');
    receiptOf(await store.write([{ kind: 'delete', ledger: 'operator', id: li.id, rev }], EDIT));
    await store.setOperator('李敏');
    expect(refusalOf(await store.restoreDeleted('operator', li.id))).toEqual(['operator/admin-only']);
  });

  test('someone is left who may keep it, as long as anyone has a password', async () => {
    const { store, wang, li } = await guarded();
    const { store: other } = await open();
    const first = {
      ledger: 'operator',
      values: { name: '李敏', role: '经办人', passwordAt: '2026-01-05T09:00:00+08:00' },
    };
    expect(refusalOf(await other.write([{ kind: 'create', ...first }], EDIT))).toEqual(['operator/last-admin']);
    for (const patch of [{ role: '经办人' }, { offFrom: '2026-01-05' }])
      expect(refusalOf(await store.write([editOf(wang, patch)], EDIT))).toEqual(['operator/last-admin']);
    const gone = { kind: 'delete', ledger: 'operator', id: wang.id, rev: wang.rev } as const;
    expect(refusalOf(await store.write([gone], EDIT))).toEqual(['operator/last-admin']);
    const noPassword = { kind: 'edit', patch: {}, clear: ['passwordAt'] } as const;
    receiptOf(await store.write([{ ...noPassword, ...li }], EDIT));
    receiptOf(await store.write([{ ...noPassword, ...wang }], EDIT));
    expect((await store.access()).roster.map(({ hasPassword }) => hasPassword)).toEqual([false, false]);
  });

  test('someone is left on every day to come, too', async () => {
    const { store, wang } = await guarded();
    const refused = await store.write([editOf(wang, { offFrom: '2026-03-01' })], EDIT);
    expect(refusalOf(refused)).toEqual(['operator/last-admin']);
    expect(refused).toMatchObject({ complaints: [{ message: expect.stringContaining('2026-03-01 起就没有了') }] });
    await create(store, 'operator', { name: '赵强', role: '管理员', passwordAt: '2026-01-05T09:00:00+08:00' });
    receiptOf(await store.write([editOf(wang, { offFrom: '2026-03-01' })], EDIT));
  });

  test('two of one name at one time come neither in one batch, nor by undoing, nor from the trash', async () => {
    const { store, li } = await guarded();
    const sun = { name: '孙洁', role: '经办人' };
    const twice = [sun, sun].map((values) => ({ kind: 'create', ledger: 'operator', values }) as const);
    expect(refusalOf(await store.write(twice, EDIT))).toEqual(['operator/name']);
    const renamed = receiptOf(await store.write([editOf(li, { name: '李敏（一）' })], EDIT));
    const other = only(await create(store, 'operator', { name: '李敏', role: '经办人' }));
    expect(refusalOf(await store.undo(renamed.batch))).toEqual(['operator/name']);
    receiptOf(await store.write([{ kind: 'delete', ...other }], EDIT));
    receiptOf(await store.undo(renamed.batch));
    expect(refusalOf(await store.restoreDeleted('operator', other.id))).toEqual(['operator/name']);
  });

  test('everyone may have the own new password noted, and nobody else s', async () => {
    const { store, wang, li } = await guarded();
    await store.setOperator('李敏');
    const noted = receiptOf(await store.write([editOf(li, { passwordAt: '2026-01-06T09:00:00+08:00' })], EDIT));
    expect(refusalOf(await store.undo(noted.batch))).toEqual(['undo/nothing']);
    expect(refusalOf(await store.write([editOf(wang, { passwordAt: '2026-01-06T09:00:00+08:00' })], EDIT))).toEqual([
      'operator/admin-only',
    ]);
  });

  test('the security rules are the administrator s, other parameters everyone s', async () => {
    const { store, li } = await guarded();
    const rule = { group: '安全', key: '自动锁定', value: '5', from: '2026-01-01' };
    const row = only(await create(store, 'parameter', rule));
    expect((await store.access()).lockAfter).toBe(5);
    await store.setOperator('李敏');
    for (const patch of [{ value: '0' }, { group: '规则' }])
      expect(refusalOf(await store.write([editOf(row, patch)], EDIT))).toEqual(['operator/admin-only']);
    const other = only(await create(store, 'parameter', { ...rule, group: '规则' }));
    expect(refusalOf(await store.write([editOf(other, { group: '安全' })], EDIT))).toEqual(['operator/admin-only']);
    receiptOf(await store.write([editOf(other, { value: '6' })], EDIT));
    // Hidden behind what everyone may.
    const own = editOf(li, { passwordAt: '2026-01-06T09:00:00+08:00' });
    expect(refusalOf(await store.write([own, editOf(row, { value: '0' })], EDIT))).toEqual(['operator/admin-only']);
  });

  test('going back to a snapshot is the administrator s', async () => {
    const { store } = await guarded();
    const id = await store.snapshot();
    await store.setOperator('李敏');
    await expect(store.restoreSnapshot({ id })).rejects.toMatchObject({ code: 'operator/admin-only' });
    await store.setOperator('王晓');
    await store.restoreSnapshot({ id });
  });
});
