import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { StoreParts } from '../../../../renderer/store/store-core.ts';
import { Desk, receiptOf } from '../support.ts';

export const EDIT = { kind: 'edit', text: '修改申请' } as const;
export const PERSON = '张三丰';

/** A case that names the person twice, one edited and deleted, and one of somebody else. */
export const office = async (desk = new Desk()) => {
  const store = await desk.open();
  await store.setOperator('王芳');
  const values = { inDate: '2026-01-05', name: '防汛值守' };
  const draft = (more: object) => ({ kind: 'create', ledger: 'application', values: { ...values, ...more } }) as const;
  const { records } = receiptOf(
    await store.write(
      [
        draft({ contact: PERSON, notes: `${PERSON}多次来电，要求加固堤坝。`, persons: 3 }),
        draft({ contact: PERSON, name: '旧件' }),
        draft({ contact: '李四光', name: '别人的件' }),
      ],
      EDIT,
    ),
  );
  const [kept, gone, other] = records;
  if (!kept || !gone || !other) throw new Error('not written');
  receiptOf(await store.write([{ kind: 'delete', ledger: 'application', id: gone.id, rev: gone.rev }], EDIT));
  await store.checkpoint();
  return { desk, store, kept, gone, other };
};

export const request = (records: readonly { readonly ledger: string; readonly id: string }[]) => ({
  records: records.map(({ ledger, id }) => ({ ledger, id })),
  words: [PERSON],
  basis: '本人申请',
  withFiles: false,
});

/** Everything the database and the journal hold, as text. */
export const everythingOn = async (desk: Desk, parts: Pick<StoreParts, 'database'>): Promise<string> => {
  const { batches, aside, blocks } = parts.database;
  const rows = [...(await batches.toArray()), ...(await aside.toArray()), ...(await blocks.toArray())];
  return [...rows.map(({ bytes }) => bytes), desk.journal.bytes].map((bytes) => new TextDecoder().decode(bytes)).join();
};

export const findPerson = (store: LedgerStore) => store.findPerson([PERSON]);
