import { describe, expect, test } from 'vitest';
import type { Values } from '../../../../shared/kit/values.ts';
import { closedYear } from '../../../../shared/ledgers/closed-year.ts';
import { operator } from '../../../../shared/ledgers/operator.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { sampleLedgers } from '../../../shared/history/sample-ledgers.ts';
import { receiptOf, refusalOf } from '../support.ts';
import {
  allOf,
  CASE,
  conflicting,
  edit,
  merged,
  office,
  packed,
  rowOf,
  secondPc,
  twoPlaces,
  write,
} from './offices.ts';

describe('conflicts between two PCs of one office', () => {
  test('are listed with both values, who and when; the rows stay the office’s own', async () => {
    const { first, id } = await conflicting();
    const [conflict, ...more] = await first.store.exchange.conflicts();
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ ledger: 'application', id, title: 'ZR-2026-0001 三保障排查', label: '人数' });
    expect(conflict?.sides.map(({ operator, office: name, text }) => [operator, name, text])).toEqual([
      ['城东街道经办', '城东街道', '3'],
      ['f经办', '城东街道', '5'],
    ]);
    expect(first.store.context().records('application')).toHaveLength(1);
  });

  test('are still there after a restart, and gone once somebody chose, on both PCs', async () => {
    const { first, second, id } = await conflicting();
    const again = await first.desk.open();
    await again.setOperator('城东街道经办');
    const [conflict] = await again.exchange.conflicts();
    const batch = conflict?.sides[0]?.batch ?? '';
    receiptOf(await again.exchange.resolveConflicts([{ key: conflict?.key ?? '', batch }]));
    expect(await again.exchange.conflicts()).toEqual([]);
    expect((await rowOf(again, id)).values.persons).toBe(3);
    await merged(second.store, await packed(again));
    expect(await second.store.exchange.conflicts()).toEqual([]);
    expect(await allOf(second.store, 'application')).toEqual(await allOf(again, 'application'));
  });

  test('leave what both did in the history of the record, and what was decided', async () => {
    const { first, id } = await conflicting();
    const words = async () => (await first.store.history('application', id)).map((item) => item.operator);
    expect(await words()).toEqual(['f经办', '城东街道经办', '城东街道经办']);
    const [conflict] = await first.store.exchange.conflicts();
    const batch = conflict?.sides[0]?.batch ?? '';
    receiptOf(await first.store.exchange.resolveConflicts([{ key: conflict?.key ?? '', batch }]));
    expect(await words()).toEqual(['城东街道经办', 'f经办', '城东街道经办', '城东街道经办']);
  });

  test('a number both PCs gave is told before anything is merged', async () => {
    const { first, second } = await conflicting();
    await write(first.store, 'application', CASE);
    await write(second.store, 'application', CASE);
    const { doubled } = await first.store.exchange.prepareMerge(await packed(second.store));
    expect(doubled).toEqual(['ZR-2026-0002']);
  });

  test('a choice of a list that changed meanwhile writes nothing', async () => {
    const { first } = await conflicting();
    const outcome = await first.store.exchange.resolveConflicts([{ key: 'application/none field x', batch: 'a/1' }]);
    expect(refusalOf(outcome)).toEqual(['exchange/changed-meanwhile']);
  });

  test('keeping the value shown decides too', async () => {
    const { first, id } = await conflicting();
    const [conflict] = await first.store.exchange.conflicts();
    const batch = conflict?.sides[1]?.batch ?? '';
    receiptOf(await first.store.exchange.resolveConflicts([{ key: conflict?.key ?? '', batch }]));
    expect(await first.store.exchange.conflicts()).toEqual([]);
    expect((await rowOf(first.store, id)).values.persons).toBe(5);
  });
});

describe('the dry run', () => {
  test('lists the conflicts there would be by field, each side’s value with who and when, and writes nothing', async () => {
    const first = await office('e', '城东街道');
    const id = await write(first.store, 'application', CASE);
    const second = await secondPc(first.desk, 'f');
    await edit(first.store, id, { persons: 3 });
    await edit(second.store, id, { persons: 5 });
    const { conflicts, conflictList } = await first.store.exchange.prepareMerge(await packed(second.store));
    expect(conflicts).toBe(1);
    expect(await first.store.exchange.conflicts()).toEqual([]);
    receiptOf(await first.store.exchange.mergePrepared(undefined));
    expect(conflictList).toEqual(await first.store.exchange.conflicts());
    expect(conflictList.map(({ label, sides }) => [label, sides.map(({ text }) => text)])).toEqual([
      ['人数', ['3', '5']],
    ]);
  });
});

describe('who sees and decides conflicts', () => {
  const ACCUSED = sampleLedgers.map((ledger) =>
    ledger.id === 'application' ? { ...ledger, restricted: ({ name }: Values) => name === '举报' } : ledger,
  );

  test('personal data stands in stars, in a field and in the title’s record alike', async () => {
    const { first } = await conflicting({ contact: '张三丰' }, { contact: '李四光' });
    const [conflict] = await first.store.exchange.conflicts();
    expect(conflict?.sides.map(({ text }) => text)).toEqual(['张**', '李**']);
  });

  test('where one of the values is restricted, only the cleared are asked', async () => {
    const { first, second } = await conflicting({ name: '举报' }, { name: '公开' }, [
      ...ACCUSED,
      organisation,
      operator,
    ]);
    expect(await first.store.exchange.conflicts()).toEqual([]);
    const dryRun = async () => first.store.exchange.prepareMerge(await packed(second.store, 'all'));
    // Not even their number: it would tell that there is such a record.
    expect(await dryRun()).toMatchObject({ conflicts: 0, conflictList: [] });
    await write(first.store, 'operator', { name: '书记', role: '管理员', cleared: true });
    await first.store.setOperator('书记');
    expect((await dryRun()).conflicts).toBe(1);
    const [conflict] = await first.store.exchange.conflicts();
    // Words of a restricted record are read on its own page alone.
    expect(conflict?.sides.map(({ text }) => text)).toEqual(['***', '公开']);
  });

  test('those of another office are not listed, not counted and not decided here', async () => {
    const { first, second, id } = await conflicting();
    const district = await office('d', '示范区', '区');
    await merged(district.store, await packed(first.store, 'all'));
    expect((await district.store.exchange.prepareMerge(await packed(second.store, 'all'))).conflicts).toBe(0);
    receiptOf(await district.store.exchange.mergePrepared(undefined));
    expect((await rowOf(district.store, id)).office).toBeDefined();
    expect(await district.store.exchange.conflicts()).toEqual([]);
    const [known] = await first.store.exchange.conflicts();
    const choice = { key: known?.key ?? '', batch: known?.sides[0]?.batch ?? '' };
    expect(refusalOf(await district.store.exchange.resolveConflicts([choice]))).toEqual(['exchange/changed-meanwhile']);
  });

  test('once there are passwords, an administrator decides', async () => {
    const { first } = await conflicting(undefined, undefined, [...sampleLedgers, organisation, operator]);
    const [conflict] = await first.store.exchange.conflicts();
    const choice = { key: conflict?.key ?? '', batch: conflict?.sides[0]?.batch ?? '' };
    const passwordAt = '2026-01-05T09:00:00+08:00';
    await write(first.store, 'operator', { name: '王晓', role: '管理员', passwordAt });
    await expect(first.store.exchange.resolveConflicts([choice])).rejects.toMatchObject({
      code: 'operator/admin-only',
    });
    await first.store.setOperator('王晓');
    receiptOf(await first.store.exchange.resolveConflicts([choice]));
  });

  test('in a closed year what is shown may be kept, and nothing else', async () => {
    const closing = sampleLedgers.map(({ workflow: _, ...ledger }) => ({ ...ledger, closedBy: 'inDate' }));
    const { first, id } = await conflicting(undefined, undefined, [...closing, organisation, closedYear]);
    const [conflict] = await first.store.exchange.conflicts();
    const choose = (place: number) =>
      first.store.exchange.resolveConflicts([{ key: conflict?.key ?? '', batch: conflict?.sides[place]?.batch ?? '' }]);
    await write(first.store, 'closedYear', { year: '2026', closedOn: '2027-01-05' });
    expect(refusalOf(await choose(0))).toEqual(['year/closed']);
    receiptOf(await choose(1));
    expect((await rowOf(first.store, id)).values.persons).toBe(5);
  });
});

describe('a record deleted in one place and changed in another', () => {
  test.each([0, 4])('that was kept stays when the decision is undone, after %i other batches', async (others) => {
    const first = await office('e', '城东街道');
    const id = await write(first.store, 'application', CASE);
    const second = await secondPc(first.desk, 'f');
    // The later writer counts further: the deletion is the last write of the record, or it is not.
    for (let at = 0; at < others; at += 1) await write(first.store, 'department', { name: `部门${at}` });
    const { rev } = await rowOf(first.store, id);
    const deletion = { kind: 'delete', ledger: 'application', id, rev } as const;
    receiptOf(await first.store.write([deletion], { kind: 'delete', text: '删除' }));
    await edit(second.store, id, { persons: 5 });
    await merged(first.store, await packed(second.store));
    const [conflict] = await first.store.exchange.conflicts();
    const kept = conflict?.sides.find(({ text }) => text !== '已删除')?.batch ?? '';
    const decision = receiptOf(
      await first.store.exchange.resolveConflicts([{ key: conflict?.key ?? '', batch: kept }]),
    ).batch;
    const undone = await first.store.undo(decision);
    expect(refusalOf(undone)).toEqual(['undo/nothing']);
    expect(undone).toMatchObject({ complaints: [{ message: expect.stringContaining('决定保留') }] });
    expect((await rowOf(first.store, id)).values.persons).toBe(5);
  });
});

describe('a database lost after a merge', () => {
  test('is made anew from the journal: other offices’ rows are theirs, a merge taken back stays so', async () => {
    const { west, east, id } = await twoPlaces();
    const own = await write(west.store, 'application', CASE);
    await write(east.store, 'application', CASE);
    await merged(west.store, await packed(east.store));
    receiptOf(await west.store.exchange.undoMerge());
    const before = await allOf(west.store, 'application');
    west.desk.loseDatabase();
    const made = await west.desk.open();
    await made.recoverFromJournal();
    const again = await west.desk.open();
    await again.setOperator('城西街道经办');
    expect(await allOf(again, 'application')).toEqual(before);
    expect(
      again
        .context()
        .records('application')
        .map((record) => record.id),
    ).toEqual([own]);
    expect((await again.status()).office).toBe('城西街道');
    const { rev } = await rowOf(again, id);
    const draft = { kind: 'edit', ledger: 'application', id, rev, patch: { persons: 5 } } as const;
    expect(refusalOf(await again.write([draft], { kind: 'edit', text: '修改' }))).toEqual(['record/other-office']);
    // Numbers go on where this office's own stood.
    expect((await rowOf(again, await write(again, 'application', CASE))).values.caseNo).toBe('ZR-2026-0002');
  });
});
