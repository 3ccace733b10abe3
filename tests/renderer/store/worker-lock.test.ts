import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createOperators } from '../../../electron/operators/operators.ts';
import type { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import { refusedWhile, WorkerLock } from '../../../renderer/store/worker-lock.ts';
import { operator } from '../../../shared/ledgers/operator.ts';
import { parameter } from '../../../shared/ledgers/parameter.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { Desk, receiptOf } from './support.ts';

const EDIT = { kind: 'edit', text: '名册' } as const;
const ADMIN = '滨河路上有棵大槐树';
const CLERK = '小溪边的三块石头';

const folder = temporaryFolder('lock');

/** 王晓 administers for good, 李敏 works here until 2026-01-06; both have passwords, with the shell's own comparison. */
async function office() {
  const desk = new Desk();
  desk.ledgers = [parameter, operator];
  const store = await desk.open();
  const passwordAt = '2026-01-05T09:00:00+08:00';
  const rows = [
    { kind: 'create', ledger: 'operator', id: 'wang', values: { name: '王晓', role: '管理员', passwordAt } },
    {
      kind: 'create',
      ledger: 'operator',
      id: 'li',
      values: { name: '李敏', role: '经办人', cleared: true, offFrom: '2026-01-06', passwordAt },
    },
  ] as const;
  receiptOf(await store.write(rows, EDIT));
  const passwords = createOperators(folder(), () => 0, { memoryKib: 8192, passes: 1, lanes: 1 });
  const wang = { operator: 'wang', password: ADMIN };
  if ((await passwords.withPassword()).length === 0) await passwords.setPassword('wang', ADMIN);
  await passwords.setPassword('li', CLERK, wang);
  const lock = new WorkerLock(
    () => store,
    () => passwords,
  );
  return { desk, store, passwords, lock };
}

const rename = async (store: LedgerStore, id: string, name: string) => {
  const rev = (await store.view('operator', id))?.row.rev ?? '';
  receiptOf(await store.write([{ kind: 'edit', ledger: 'operator', id, rev, patch: { name } }], EDIT));
};

describe('the lock of the store', () => {
  test('is shut at first where there are passwords, opens by the right one, and shuts again', async () => {
    const { store, lock } = await office();
    expect(() => lock.refuse()).toThrow(expect.objectContaining({ code: 'store/locked' }));
    await expect(lock.enter('wang', 'wrong')).rejects.toMatchObject({ code: 'operator/wrong-password' });
    expect(lock.isLocked).toBe(true);
    await lock.enter('wang', ADMIN);
    expect(lock.isLocked).toBe(false);
    expect(store.context().operator).toBe('王晓');
    lock.lock();
    expect(lock.isLocked).toBe(true);
    await expect(lock.enter('nobody', ADMIN)).rejects.toMatchObject({ code: 'operator/unknown' });
  });

  test('knows who works by who entered: the page can say no other name', async () => {
    const { store, lock } = await office();
    await lock.setOperator('王晓');
    expect(store.context().operator).toBe('');
    await lock.enter('li', CLERK);
    await lock.setOperator('王晓');
    expect(store.context().operator).toBe('李敏');
  });

  test('shuts by itself the day somebody s time has ended, or when the roster calls them otherwise', async () => {
    const { store, lock } = await office();
    await lock.enter('li', CLERK);
    await store.setToday('2026-01-06');
    expect(lock.isLocked).toBe(true);
    await expect(lock.enter('li', CLERK)).rejects.toMatchObject({ code: 'operator/unknown' });
    await lock.enter('wang', ADMIN);
    await rename(store, 'wang', '王小晓');
    expect(lock.isLocked).toBe(true);
    await lock.enter('wang', ADMIN);
    expect(store.context().operator).toBe('王小晓');
  });

  test('is no lock where nobody has a password: then a name is all', async () => {
    const desk = new Desk();
    desk.ledgers = [parameter, operator];
    const store = await desk.open();
    const lock = new WorkerLock(
      () => store,
      () => createOperators(folder(), () => 0),
    );
    expect(lock.isLocked).toBe(false);
    await lock.setOperator('王晓');
    expect(store.context().operator).toBe('王晓');
  });

  test('opens without passwords only where the shell has none left, and not before the log says so', async () => {
    const { store, lock } = await office();
    await expect(lock.enterWithoutPasswords('王晓')).rejects.toMatchObject({ code: 'store/locked' });
    rmSync(path.join(folder(), 'operators.json'));
    await lock.enterWithoutPasswords('王晓');
    expect(lock.isLocked).toBe(false);
    const [latest] = (await store.batches(0, 1)).batches;
    expect([latest?.operator, latest?.reason.text]).toEqual(['王晓', '口令文件缺失，未经口令打开程序']);
  });

  test('stays shut where that cannot be recorded', async () => {
    const { desk, passwords } = await office();
    const parts = desk.parts();
    const store = await desk.open(parts);
    const lock = new WorkerLock(
      () => store,
      () => passwords,
    );
    rmSync(path.join(folder(), 'operators.json'));
    parts.database.close();
    await expect(lock.enterWithoutPasswords('王晓')).rejects.toThrow();
    expect(lock.isLocked).toBe(true);
  });

  test('holds back making the records anew, unless the present ones are not whole', async () => {
    const { desk, lock, passwords } = await office();
    expect(() => lock.refuseUnlessNeeded()).toThrow(expect.objectContaining({ code: 'store/locked' }));
    // The same office with a database that lost its last batch: the copy has it still.
    const { desk: twin, store } = await office();
    await store.setOperator('王晓');
    await rename(store, 'wang', '王大晓');
    desk.journal.bytes = twin.journal.bytes;
    const behind = await desk.open();
    const lockOver = new WorkerLock(
      () => behind,
      () => passwords,
    );
    expect([behind.isWhole, lockOver.isLocked]).toEqual([false, true]);
    expect(() => lockOver.refuseUnlessNeeded()).not.toThrow();
  });
});

describe('functions refused while the lock is shut', () => {
  test('answer nothing then, one opened before neither, and everything afterwards', async () => {
    const { lock } = await office();
    await lock.enter('wang', ADMIN);
    const session = refusedWhile({ rows: () => ['张三'], count: async (add: number) => 1 + add }, lock.refuse);
    expect(session.rows()).toEqual(['张三']);
    lock.lock();
    expect(() => session.rows()).toThrow(expect.objectContaining({ code: 'store/locked' }));
    expect(() => session.count(1)).toThrow(expect.objectContaining({ code: 'store/locked' }));
    await lock.enter('wang', ADMIN);
    await expect(session.count(1)).resolves.toBe(2);
  });
});
