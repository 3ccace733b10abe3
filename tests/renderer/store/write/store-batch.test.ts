import { afterEach, expect, test, vi } from 'vitest';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { StoreCore } from '../../../../renderer/store/store-core.ts';
import { storeBatch } from '../../../../renderer/store/write/store-batch.ts';
import { decodeEntry, encodeBatch } from '../../../../shared/history/encode.ts';
import { scanFrames } from '../../../../shared/history/journal-frame.ts';
import { fc } from '../../../properties.ts';
import { Desk, receiptOf, recordsOf } from '../support.ts';
import { withoutPatience } from '../without-patience.ts';

const IMPORT = { kind: 'import', text: '导入 九月.xlsx' } as const;
/** What the desk's randomness comes to. */
const SALT = '07'.repeat(16);

const departments = (count: number): Draft[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'create',
    ledger: 'department',
    id: `d${at}`,
    values: { shortName: `第${at}号`, name: `部门${at}` },
  }));

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes);

afterEach(() => vi.restoreAllMocks());

test.each(['in its own time', 'with a pause wherever there may be one'])(
  'a batch written part by part %s is to the byte what is encoded at once, in the database and in the journal',
  async (how) => {
    if (how !== 'in its own time') withoutPatience();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3200 }), async (count) => {
        const desk = new Desk();
        const store = await desk.open();
        receiptOf(await store.write([{ kind: 'create', ledger: 'department', values: { name: '先' } }], IMPORT));
        const { batch } = receiptOf(await store.write(departments(count), IMPORT));
        const [chain = '', sequence] = batch.split('/');
        const stored = await desk.parts().database.entriesOf(chain, Number(sequence));
        const read = stored.map(({ bytes }) => decodeEntry(bytes));
        const changes = read.flatMap(({ sealed }) => sealed.flatMap((one) => ('change' in one ? [one.change] : [])));
        expect(changes.map(({ id }) => id)).toEqual(departments(count).map((draft) => 'id' in draft && draft.id));
        const [first] = read;
        if (!first) throw new Error('no entry');
        const whole = encodeBatch({ frame: first.header, changes, salts: () => SALT });
        expect(stored.map((entry) => ({ ...entry, bytes: textOf(entry) }))).toEqual(
          whole.map(({ position, closes, lamport, hash, ...entry }) => ({
            ...position,
            lamport,
            hash,
            bytes: textOf(entry),
            ...(closes ? { closed: lamport } : {}),
          })),
        );
        const journalled = scanFrames(desk.journal.bytes).frames.slice(-whole.length);
        expect(journalled.map(textOf)).toEqual(whole.map(textOf));
        expect((await store.verify()).broken).toBeUndefined();
      }),
      { numRuns: 6, examples: [[1], [1000], [1001], [2000]] },
    );
  },
);

test('an entry that is there already is not written over: nothing of the batch is, and the store stays as it was', async () => {
  const desk = new Desk();
  const store = await desk.open();
  const { batch } = receiptOf(await store.write(departments(1), IMPORT));
  const [chain = ''] = batch.split('/');
  const { database } = desk.parts();
  // Another writer's, in the middle of what comes next.
  const foreign = { chain, sequence: 2, part: 3, lamport: 9, hash: 'x', bytes: new Uint8Array(3) };
  await database.batches.add(foreign);
  const before = await recordsOf(store, 'department');
  const journal = desk.journal.bytes.length;
  const drafts = departments(5001).slice(1);
  await expect(store.write(drafts, IMPORT)).rejects.toMatchObject({ code: 'store/not-written' });
  expect(await database.entriesOf(chain, 2)).toEqual([foreign]);
  expect(await recordsOf(store, 'department')).toEqual(before);
  expect(desk.journal.bytes.length).toBe(journal);
  await database.batches.delete([chain, 2, 3]);
  expect(receiptOf(await store.write(drafts, IMPORT)).batch).toBe(`${chain}/2`);
});

test('a fault of the program is told as what it is, not as a disk that refuses; nothing of the batch is written', async () => {
  const parts = new Desk().parts();
  const frame = {
    chain: 'c',
    sequence: 1,
    lamport: 1,
    previous: '',
    operator: '',
    at: parts.now(),
    reason: IMPORT,
    versions: {},
  };
  const changes = [{ kind: 'create', ledger: 'department', id: 'd1', rev: '', values: {} }] as const;
  const fault = new TypeError('no such property');
  const noted = () => {
    throw fault;
  };
  const core = new StoreCore(parts);
  await expect(storeBatch(core, { frame, changes }, () => false, noted)).rejects.toBe(fault);
  expect(await parts.database.batches.count()).toBe(0);
});
