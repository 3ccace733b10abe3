import { describe, expect, test } from 'vitest';
import { attachments } from '../../../../shared/kit/fields.ts';
import { operator } from '../../../../shared/ledgers/operator.ts';
import { sampleLedgers } from '../../../shared/history/sample-ledgers.ts';
import { Desk, receiptOf, recordsOf, refusalOf } from '../support.ts';
import { EDIT, everythingOn, findPerson, office, PERSON, request } from './purge-support.ts';

describe('finding a person', () => {
  test('lists every record that names them, the trash too, by field, and shows nobody', async () => {
    const { store, kept, gone } = await office();
    expect(await findPerson(store)).toEqual({
      records: [
        {
          ledger: 'application',
          id: kept.id,
          title: 'ZR-2026-0001 防汛值守',
          isDeleted: false,
          fields: ['联系人', '备注'],
          attachments: 0,
        },
        {
          ledger: 'application',
          id: gone.id,
          title: 'ZR-2026-0002 旧件',
          isDeleted: true,
          fields: ['联系人'],
          attachments: 0,
        },
      ],
      isMore: false,
      mentions: 0,
    });
  });
});

describe('purging', () => {
  test('leaves the case without the person, nothing of the one in the trash, and everybody else as they were', async () => {
    const { desk, store, kept, gone, other } = await office();
    const before = (await recordsOf(store, 'application')).get(other.id);
    const { batch } = receiptOf(await store.purge(request([kept, gone])));
    const after = await recordsOf(store, 'application');
    expect(after.get(kept.id)).toMatchObject({
      values: { caseNo: 'ZR-2026-0001', name: '防汛值守', persons: 3, notes: '（已清除）多次来电，要求加固堤坝。' },
    });
    expect(after.get(other.id)).toEqual(before);
    expect(await store.trash('application')).toEqual([]);
    expect((await findPerson(store)).records).toEqual([]);
    expect(await everythingOn(desk, desk.parts())).not.toContain(PERSON);
    expect(await everythingOn(desk, desk.parts())).toContain('李四光');
    expect(await store.verify()).toEqual({ entries: expect.any(Number) });
    const [latest] = (await store.batches(0, 1)).batches;
    expect(latest).toMatchObject({
      batch,
      operator: '王芳',
      reason: { kind: 'edit', text: '清除个人信息：2 条记录（本人申请）' },
    });
  });

  test('stands after a restart, from the checkpoint and from the log alone', async () => {
    const { desk, store, kept, gone } = await office();
    receiptOf(await store.purge(request([kept, gone])));
    const purged = await recordsOf(store, 'application');
    expect(await recordsOf(await desk.open(), 'application')).toEqual(purged);
    desk.loseDatabase();
    const lost = await desk.open();
    await lost.recoverFromJournal();
    const recovered = await recordsOf(lost, 'application');
    expect(recovered.get(kept.id)).toEqual(purged.get(kept.id));
    expect(recovered.has(gone.id)).toBe(false);
    expect(await everythingOn(desk, desk.parts())).not.toContain(PERSON);
    expect(await lost.verify()).toEqual({ entries: expect.any(Number) });
  });

  test('cannot be taken back, nor can what it took out', async () => {
    const { store, kept, gone } = await office();
    const { batch } = receiptOf(await store.purge(request([kept, gone])));
    expect(refusalOf(await store.undo(batch))).toEqual(['undo/nothing']);
    const [, , entered] = (await store.batches(0, 3)).batches;
    const plan = await store.planUndo(entered?.batch ?? '');
    expect(plan.blocked.some(({ why }) => why.includes('彻底清除'))).toBe(true);
    expect(await store.history('application', kept.id)).toHaveLength(1);
  });

  test('broken off at any point it is brought to its end at the next start', async () => {
    const { desk, store, kept, gone } = await office();
    const journal = { ...desk.journal.api, purge: () => Promise.reject(new Error('disk')) };
    const broken = await desk.open({ journal });
    await broken.setOperator('王芳');
    const outcome = await broken.purge(request([kept, gone]));
    expect(receiptOf(outcome).warnings.map(({ code }) => code)).toEqual(['purge/unfinished']);
    expect(await everythingOn(desk, desk.parts())).toContain(PERSON);
    const again = await desk.open();
    expect(await everythingOn(desk, desk.parts())).not.toContain(PERSON);
    expect(await again.verify()).toEqual({ entries: expect.any(Number) });
    expect(store).toBeDefined();
  });

  test('that the database refused is noted nowhere: the next batch keeps everything before it', async () => {
    const { desk, kept, gone } = await office();
    const parts = desk.parts();
    const broken = await desk.open({ database: parts.database });
    await broken.setOperator('王芳');
    let isFull = true;
    parts.database.batches.hook('creating', () => {
      if (isFull) throw new Error('disk');
    });
    await expect(broken.purge(request([kept, gone]))).rejects.toMatchObject({ code: 'store/not-written' });
    isFull = false;
    receiptOf(await broken.write([{ kind: 'create', ledger: 'department', values: { name: '区民政局' } }], EDIT));
    const later = await desk.open();
    expect((await findPerson(later)).records).toHaveLength(2);
    expect(await everythingOn(desk, desk.parts())).toContain(PERSON);
  });

  test('broken off it spares what is entered and deleted before it is brought to its end', async () => {
    const { desk, kept, gone } = await office();
    const broken = await desk.open({
      journal: { ...desk.journal.api, purge: () => Promise.reject(new Error('disk')) },
    });
    await broken.setOperator('王芳');
    const [left] = receiptOf(await broken.purge(request([kept, gone]))).records;
    const rev = left?.rev ?? '';
    const [edited] = receiptOf(
      await broken.write(
        [{ kind: 'edit', ledger: 'application', id: kept.id, rev, patch: { name: '后来改的名' } }],
        EDIT,
      ),
    ).records;
    receiptOf(
      await broken.write([{ kind: 'delete', ledger: 'application', id: kept.id, rev: edited?.rev ?? '' }], EDIT),
    );
    const again = await desk.open();
    expect(await everythingOn(desk, desk.parts())).not.toContain(PERSON);
    expect(await everythingOn(desk, desk.parts())).toContain('后来改的名');
    expect((await again.trash('application')).map(({ id }) => id)).toEqual([kept.id]);
  });

  test('waits for the one before to reach every copy, and names the files it could not read', async () => {
    const { desk, kept, gone, other } = await office();
    let isFull = true;
    const purge: typeof desk.journal.api.purge = async (what) => {
      if (isFull) throw new Error('disk');
      return { ...(await desk.journal.api.purge(what)), unread: ['torn-1.bin'] };
    };
    const store = await desk.open({ journal: { ...desk.journal.api, purge } });
    await store.setOperator('王芳');
    receiptOf(await store.purge(request([kept, gone])));
    expect(refusalOf(await store.purge({ ...request([other]), words: ['李四光'] }))).toEqual(['purge/unfinished']);
    expect(await store.findPerson(['李四光'])).toMatchObject({ records: [{ id: other.id }] });
    isFull = false;
    const { warnings } = receiptOf(await store.purge({ ...request([other]), words: ['李四光'] }));
    expect(warnings).toMatchObject([{ code: 'purge/unread', message: expect.stringContaining('torn-1.bin') }]);
    for (const person of [PERSON, '李四光']) expect(await everythingOn(desk, desk.parts())).not.toContain(person);
  });

  test('takes the attached files along where asked, but none that another record names', async () => {
    const desk = new Desk();
    desk.ledgers = sampleLedgers.map((ledger) =>
      ledger.id === 'application'
        ? { ...ledger, fields: { ...ledger.fields, files: attachments('附件').spec } }
        : ledger,
    );
    const removed: string[] = [];
    let isFull = true;
    const remove = async (hash: string): Promise<void> => {
      if (isFull) throw new Error('disk');
      removed.push(hash);
    };
    const file = (hash: string) => ({ hash: hash.repeat(64), name: `${PERSON}身份证.jpg`, size: 1 });
    const store = await desk.open({ attachments: { remove } });
    await store.setOperator('王芳');
    const values = { inDate: '2026-01-05', name: '防汛值守', contact: PERSON, files: [file('a'), file('b')] };
    const [hers, other] = receiptOf(
      await store.write(
        [
          { kind: 'create', ledger: 'application', values },
          { kind: 'create', ledger: 'application', values: { ...values, contact: '李四光', files: [file('b')] } },
        ],
        EDIT,
      ),
    ).records;
    expect((await findPerson(store)).records.map((record) => record.attachments)).toEqual([2, 1]);
    receiptOf(await store.purge({ ...request(hers ? [hers] : []), withFiles: true }));
    expect((await recordsOf(store, 'application')).get(hers?.id ?? '')).not.toHaveProperty('values.files');
    // The disk refused: the next start brings it to its end, and the one that is still named stays.
    isFull = false;
    const again = await desk.open({ attachments: { remove } });
    expect(removed).toEqual(['a'.repeat(64)]);
    receiptOf(await again.purge({ ...request(other ? [other] : []), withFiles: true }));
    expect(removed).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
  });

  test('one that cannot be brought to its end at a start is told of', async () => {
    const { desk, kept } = await office();
    const journal = { ...desk.journal.api, purge: () => Promise.reject(new Error('disk')) };
    const broken = await desk.open({ journal });
    receiptOf(await broken.purge(request([kept])));
    const again = await desk.open({ journal });
    expect((await again.status()).purgeProblem).toContain('还没有清完');
    expect((await (await desk.open()).status()).purgeProblem).toBeUndefined();
  });

  test('waits for the copy to be whole, and changes nothing until then', async () => {
    const { desk, store, kept } = await office();
    desk.journal.isFull = true;
    receiptOf(await store.write([{ kind: 'create', ledger: 'department', values: { name: '区民政局' } }], EDIT));
    expect(refusalOf(await store.purge(request([kept])))).toEqual(['journal/behind']);
    expect((await findPerson(store)).records).toHaveLength(2);
    desk.journal.isFull = false;
    receiptOf(await store.purge(request([kept])));
  });

  test('is an administrator s, once there are passwords', async () => {
    const desk = new Desk();
    desk.ledgers = [...sampleLedgers, operator];
    const { store, kept } = await office(desk);
    const values = { name: '王晓', role: '管理员', passwordAt: '2026-01-05T09:00:00+08:00' };
    await store.setOperator('王晓');
    receiptOf(await store.write([{ kind: 'create', ledger: 'operator', values }], EDIT));
    await store.setOperator('王芳');
    expect(refusalOf(await store.purge(request([kept])))).toEqual(['operator/admin-only']);
  });

  test('neither lists nor touches restricted records for whoever is not cleared', async () => {
    const desk = new Desk();
    desk.ledgers = [...sampleLedgers, operator].map((ledger) =>
      ledger.id === 'application' ? { ...ledger, restricted: ({ kind }) => kind === '公共安全' } : ledger,
    );
    const { store, kept, gone } = await office(desk);
    const cleared = { name: '赵强', role: '经办人', cleared: true };
    receiptOf(await store.write([{ kind: 'create', ledger: 'operator', values: cleared }], EDIT));
    const draft = { kind: 'create', ledger: 'application' } as const;
    const values = { inDate: '2026-01-05', name: '检举', kind: '公共安全', contact: PERSON };
    const [hidden] = receiptOf(await store.write([{ ...draft, values }], EDIT)).records;
    expect((await findPerson(store)).records.map(({ id }) => id)).toEqual([kept.id, gone.id]);
    expect(refusalOf(await store.purge(request(hidden ? [hidden] : [])))).toEqual(['record/restricted']);
    await store.setOperator('赵强');
    expect((await findPerson(store)).records).toHaveLength(3);
    receiptOf(await store.purge(request(hidden ? [hidden] : [])));
    expect((await findPerson(store)).records).toHaveLength(2);
  });
});
