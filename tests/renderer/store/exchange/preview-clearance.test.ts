import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { receiptOf } from '../support.ts';
import { ACCUSATION, CASE, edit, merged, office, packed, RESTRICTING, secondPc, write } from './offices.ts';

/** Two PCs of an office with an accusation about a department, and a cleared operator on each. */
async function twoPcs() {
  const first = await office('e', '城东街道', '街道', RESTRICTING);
  await write(first.store, 'operator', { name: '书记', role: '管理员', cleared: true });
  await first.store.setOperator('书记');
  const department = await write(first.store, 'department', { name: '区住建局' });
  const accused = { ...CASE, name: ACCUSATION, applicant: department, contact: '张三丰' };
  const id = await write(first.store, 'application', accused);
  const second = await secondPc(first.desk, 'f');
  await second.store.setOperator('书记');
  return { first, second, id, department };
}

/** What the dry run tells somebody who is not cleared, and somebody who is. */
async function told(store: LedgerStore, file: Uint8Array) {
  const preview = async (name: string) => {
    await store.setOperator(name);
    const { ledgers, danglingTotal, dangling, purgedAgain, doubled } = await store.exchange.prepareMerge(file);
    const cases = ledgers.find(({ ledger }) => ledger === 'application');
    return { cases, danglingTotal, titles: dangling.map(({ title }) => title), purgedAgain, doubled };
  };
  return { clerk: await preview('小王'), cleared: await preview('书记') };
}

test('a restricted case whose department went is in nobody’s list of loose ends who may not see it', async () => {
  const { first, second, department } = await twoPcs();
  const row = (await second.store.rows({ ledger: 'department' })).find(({ id }) => id === department);
  // On the second PC the case was let go first: what refers to the department would hold it.
  const [held] = await second.store.rows({ ledger: 'application' });
  const remove = (ledger: string, id: string, rev = '') =>
    second.store.write([{ kind: 'delete', ledger, id, rev }], { kind: 'delete', text: '删除' });
  receiptOf(await remove('application', held?.id ?? '', held?.rev));
  receiptOf(await remove('department', department, row?.rev));
  const { clerk, cleared } = await told(first.store, await packed(second.store));
  expect(cleared).toMatchObject({ danglingTotal: 1, titles: ['ZR-2026-0001'] });
  expect(clerk).toMatchObject({ danglingTotal: 0, titles: [] });
});

test('a case that comes to be open to all is counted for the cleared alone', async () => {
  const { first, second, id } = await twoPcs();
  await edit(second.store, id, { name: '公开' });
  const { clerk, cleared } = await told(first.store, await packed(second.store));
  expect(cleared.cases).toMatchObject({ added: 0, changed: 1, removed: 0, own: 1 });
  expect(clerk.cases).toBeUndefined();
});

test('a purge against what was written about an accusation is counted for the cleared alone', async () => {
  const { first, second, id } = await twoPcs();
  receiptOf(
    await first.store.purge({
      records: [{ ledger: 'application', id }],
      words: ['张三丰'],
      basis: '本人申请',
      withFiles: false,
    }),
  );
  await edit(second.store, id, { name: '公开', contact: '张三丰' });
  const { clerk, cleared } = await told(first.store, await packed(second.store));
  expect(cleared.purgedAgain).toBe(1);
  expect(clerk.purgedAgain).toBe(0);
});

test('a number that an accusation shares is told to the cleared alone', async () => {
  const { first, second } = await twoPcs();
  await write(first.store, 'application', { ...CASE, name: ACCUSATION });
  await write(second.store, 'application', CASE);
  const { clerk, cleared } = await told(first.store, await packed(second.store));
  expect(cleared.doubled).toEqual(['ZR-2026-0002']);
  expect(clerk.doubled).toEqual([]);
});

test('an accusation that points at what came keeps the merge, and is counted for the cleared alone', async () => {
  const east = await office('e', '城东街道', '街道', RESTRICTING);
  const applicant = await write(east.store, 'department', { name: '区住建局' });
  const { store } = await office('d', '示范区', '区', RESTRICTING);
  await write(store, 'operator', { name: '书记', role: '管理员', cleared: true });
  await merged(store, await packed(east.store), '城东街道');
  const refusal = async (name: string) => {
    await store.setOperator(name);
    const outcome = await store.exchange.undoMerge();
    return outcome.ok ? '' : outcome.complaints.map(({ message }) => message).join('');
  };
  await write(store, 'application', { ...CASE, name: ACCUSATION, applicant });
  expect(await refusal('小王')).toMatch(/^不能撤销这次并入：本机有记录引用了并入的记录。/);
  expect(await refusal('书记')).toContain('本机有 1 处引用了并入的记录。');
  await write(store, 'application', { ...CASE, applicant });
  expect(await refusal('小王')).toContain('本机有 1 处引用了并入的记录。');
  expect(await refusal('书记')).toContain('本机有 2 处引用了并入的记录。');
});
