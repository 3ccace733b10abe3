import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Row } from '../../../../renderer/store/store-api.ts';
import type { Ledger } from '../../../../shared/kit/ledger.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { operator } from '../../../../shared/ledgers/operator.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { sampleLedgers } from '../../../shared/history/sample-ledgers.ts';
import { Desk, receiptOf } from '../support.ts';

const LEDGERS: readonly Ledger[] = [...sampleLedgers, organisation];

/** The name that makes a case a restricted one in the ledgers below. */
export const ACCUSATION = '举报';

/** The same with restricted cases, and operators who may be cleared for them. */
export const RESTRICTING: readonly Ledger[] = [
  ...sampleLedgers.map((ledger) =>
    ledger.id === 'application' ? { ...ledger, restricted: ({ name }: Values) => name === ACCUSATION } : ledger,
  ),
  organisation,
  operator,
];

/** An office on a disk of its own: its unit, and a case. */
export async function office(prefix: string, name: string, level = '街道', ledgers = LEDGERS) {
  const desk = new Desk(prefix);
  desk.ledgers = ledgers;
  const store = await desk.open();
  await store.setOperator(`${name}经办`);
  await write(store, 'organisation', { level, name });
  return { desk, store };
}

export async function write(store: LedgerStore, ledger: string, values: Values): Promise<string> {
  const receipt = receiptOf(await store.write([{ kind: 'create', ledger, values }], { kind: 'create', text: '登记' }));
  return receipt.records[0]?.id ?? '';
}

export const CASE: Values = { inDate: '2026-01-05', name: '三保障排查' };

export async function rowOf(store: LedgerStore, id: string): Promise<Row> {
  const row = (await store.rows({ ledger: 'application', everywhere: true })).find((one) => one.id === id);
  if (!row) throw new Error(`no case ${id}`);
  return row;
}

/** Every record of every office, by id. */
export async function allOf(store: LedgerStore, ledger: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await store.rows({ ledger, everywhere: true });
  return new Map(rows.map(({ id, rev, values, office: of }) => [id, { rev, values, of }]));
}

export async function edit(store: LedgerStore, id: string, patch: Values): Promise<void> {
  const { rev } = await rowOf(store, id);
  receiptOf(
    await store.write([{ kind: 'edit', ledger: 'application', id, rev, patch }], { kind: 'edit', text: '修改' }),
  );
}

export async function packed(store: LedgerStore, since: 'last' | 'all' = 'last', passesOn = false) {
  const { bytes, name } = await store.exchange.makePackage({ receiver: '对方', since, passesOn });
  receiptOf(await store.exchange.packageSaved(name));
  return bytes;
}

export async function merged(store: LedgerStore, file: Uint8Array, called?: string): Promise<void> {
  const preview = await store.exchange.prepareMerge(file);
  receiptOf(await store.exchange.mergePrepared(called ?? (preview.isKnown ? undefined : preview.office)));
}

/** One case in two places of one office: the second goes on from a copy of the first's data. */
export async function twoPlaces() {
  const east = await office('e', '城东街道');
  const id = await write(east.store, 'application', CASE);
  const west = await office('w', '城西街道');
  await merged(west.store, await packed(east.store));
  return { east, west, id };
}

/** A second PC of the same office: it went on from a copy of the first one's journal. */
export async function secondPc(first: Desk, prefix: string) {
  const desk = new Desk(prefix);
  desk.ledgers = first.ledgers;
  desk.journal.bytes = first.journal.bytes.slice();
  desk.journal.folder = prefix;
  const made = await desk.open();
  await made.recoverFromJournal();
  const store = await desk.open();
  await store.setOperator(`${prefix}经办`);
  return { desk, store };
}

/** One case that two PCs of an office gave different values, merged on the first. */
export async function conflicting(
  ofFirst: Values = { persons: 3 },
  ofSecond: Values = { persons: 5 },
  ledgers = LEDGERS,
) {
  const first = await office('e', '城东街道', '街道', ledgers);
  const id = await write(first.store, 'application', CASE);
  const second = await secondPc(first.desk, 'f');
  await edit(first.store, id, ofFirst);
  await edit(second.store, id, ofSecond);
  await merged(first.store, await packed(second.store));
  return { first, second, id };
}
