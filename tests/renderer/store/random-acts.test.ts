import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import type { Draft, Row } from '../../../renderer/store/store-api.ts';
import type { ReasonKind } from '../../../shared/history/change.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { type Pick, randomNumbers } from '../../random-numbers.ts';
import { allOf, office, packed, secondPc } from './exchange/offices.ts';
import { type Desk, emptied } from './support.ts';

/** `npm run soak` runs 500. */
const RUNS = import.meta.env.MODE === 'soak' ? 500 : 12;
const ACTS = 40;

/** A PC: its disk, and the program that runs on it now. */
type Place = { readonly name: string; readonly desk: Desk; store: LedgerStore };

type Act = (place: Place, pick: Pick, places: readonly Place[]) => Promise<unknown>;

const reason = (kind: ReasonKind) => ({ kind, text: kind }) as const;
const one = <Item>(pick: Pick, items: readonly Item[]): Item | undefined => items[pick(Math.max(1, items.length))];
const newCase = (name: string, more: object = {}): Draft => ({
  kind: 'create',
  ledger: 'application',
  values: { inDate: '2026-01-05', name, ...more },
});

async function someRows({ store }: Place, pick: Pick, most: number): Promise<readonly Row[]> {
  const rows = await store.rows({ ledger: 'application' });
  const from = pick(Math.max(1, rows.length));
  return rows.slice(from, from + 1 + pick(most));
}

const editsOf = (rows: readonly Row[], patch: object): readonly Draft[] =>
  rows.map(({ id, rev }) => ({ kind: 'edit', ledger: 'application', id, rev, patch: { ...patch } }));

/** Everything a clerk would miss. */
const everything = async ({ store }: Place) => ({
  cases: await allOf(store, 'application'),
  units: await allOf(store, 'organisation'),
  trash: (await store.trash('application')).map(({ id }) => id).toSorted(),
  conflicts: (await store.exchange.conflicts()).map(({ key, sides }) => [key, sides.map(({ batch }) => batch)]),
  office: (await store.status()).office,
});

async function restart(place: Place): Promise<void> {
  place.store = await place.desk.openNoted();
  await place.store.setOperator(`${place.name}经办`);
}

/** The records made anew from what lies outside the database, as the start screen does it. */
async function makeAnew(place: Place, opened?: LedgerStore): Promise<void> {
  const rescue = place.desk.rescue(opened);
  await rescue.adopt(await rescue.rebuild({ kind: 'latest' }));
  await restart(place);
}

async function stays(place: Place, what: string, mishap: () => Promise<unknown>): Promise<void> {
  const before = await everything(place);
  await mishap();
  expect(await everything(place), `${place.name}: ${what}`).toEqual(before);
}

/** What clerks do. */
const CLERKS: { readonly [act: string]: Act } = {
  create: ({ store }, pick) =>
    store.write([newCase(`事项${pick(100)}`, { contact: `人${pick(5)}` })], reason('create')),
  bulk: ({ store }, pick) =>
    store.write(
      Array.from({ length: 5 + pick(20) }, (_, at) => newCase(`导入${at}`, { persons: pick(9) })),
      reason('import'),
    ),
  edit: async (place, pick) => {
    const opinions = [{ id: `o${pick(3)}`, community: `社区${pick(3)}` }];
    const patch = pick(2) === 0 ? { persons: pick(9) } : { opinions };
    return place.store.write(editsOf(await someRows(place, pick, 1), patch), reason('edit'));
  },
  editMany: async (place, pick) => {
    const kind = pick(2) === 0 ? '公共服务' : '公共安全';
    return place.store.write(editsOf(await someRows(place, pick, 8), { kind }), reason('edit'));
  },
  approve: async (place, pick) => {
    const [row] = await someRows(place, pick, 1);
    const input = { on: '2026-01-05', values: { docNo: `文${pick(9)}` } };
    if (row) await place.store.transition({ ...row, ledger: 'application', transition: 'approve', input });
  },
  delete: async (place, pick) =>
    place.store.write(
      (await someRows(place, pick, 3)).map(({ id, rev }) => ({ kind: 'delete', ledger: 'application', id, rev })),
      reason('delete'),
    ),
  bringBack: async ({ store }, pick) => {
    const gone = one(pick, await store.trash('application'));
    if (gone) await store.restoreDeleted('application', gone.id);
  },
  undo: async ({ store }, pick) => {
    const { batches } = await store.batches(0, 20);
    // An office does not take back that it was set up.
    const batch = one(
      pick,
      batches.filter(({ ledgers }) => !ledgers.includes('organisation')),
    );
    if (batch) await store.undo(batch.batch);
  },
  purge: async (place, pick) => {
    const [gone] = await place.store.trash('application');
    const named = [...(await someRows(place, pick, 1)), ...(gone && pick(2) === 0 ? [gone] : [])];
    const records = named.map(({ id }) => ({ ledger: 'application', id }));
    const request = { records, words: ['人1', '人2'], basis: '本人申请', withFiles: false };
    if (records.length > 0) await place.store.purge(request);
  },
  exchange: async (place, pick, places) => {
    const other = one(
      pick,
      places.filter((it) => it !== place),
    );
    const file = await packed(place.store, pick(3) === 0 ? 'last' : 'all', pick(3) === 0);
    const preview = await other?.store.exchange.prepareMerge(file);
    if (preview) await other?.store.exchange.mergePrepared(preview.isKnown ? undefined : preview.office);
  },
  decide: async ({ store }, pick) => {
    const conflict = one(pick, await store.exchange.conflicts());
    const side = one(pick, conflict?.sides ?? []);
    if (conflict && side) await store.exchange.resolveConflicts([{ key: conflict.key, batch: side.batch }]);
  },
  takeBack: async ({ store }) => {
    await store.exchange.undoMerge();
    // The one of every quarter of an hour.
    await store.care('regular');
  },
  snapshot: ({ store }) => store.snapshot(),
  goBack: async ({ store, desk }, pick) => {
    const snapshot = one(pick, (await desk.snapshots.api.list()).snapshots);
    if (snapshot) await store.restoreSnapshot({ id: snapshot.id });
  },
};

/** What befalls a PC: none of it may change a record. */
const MISHAPS: { readonly [act: string]: Act } = {
  checkpoint: (place) => stays(place, 'a checkpoint', () => place.store.checkpoint()),
  journalFull: async ({ desk }) => {
    desk.journal.isFull = true;
  },
  room: ({ desk, store }) => {
    desk.journal.isFull = false;
    return store.retryJournal();
  },
  restart: (place) => stays(place, 'a restart', () => restart(place)),
  journalLost: (place) =>
    stays(place, 'the journal lost', () => {
      place.desk.journal.bytes = new Uint8Array();
      place.desk.journal.isFull = false;
      return restart(place);
    }),
  databaseLost: (place) =>
    stays(place, 'the database lost while it was open', async () => {
      await emptied(place.desk);
      place.desk.journal.isFull = false;
      await place.store.retryJournal();
      await restart(place);
      await makeAnew(place, place.store);
    }),
};

const OFTEN = [
  'create',
  'create',
  'create',
  'edit',
  'edit',
  'edit',
  'editMany',
  'undo',
  'undo',
  'undo',
  'exchange',
  'exchange',
  'exchange',
];
const ACTS_BY_NAME = { ...CLERKS, ...MISHAPS };
const NAMES = [...Object.keys(ACTS_BY_NAME), ...OFTEN];

/** Refusals that leave everything as it was. */
const REFUSED = /^(exchange|journal|purge|undo)\//;

test.each(Array.from({ length: RUNS }, (_, seed) => seed))(
  'whatever happens to three PCs, no record is lost (%i)',
  async (seed) => {
    const pick = randomNumbers(seed);
    const east = await office('e', '城东街道');
    const second = await secondPc(east.desk, 'f');
    // Its chain stands before or after the others' in the order of the fold.
    const west = await office(pick(2) === 0 ? 'a' : 'z', '城西街道');
    const places: readonly Place[] = [
      { name: 'east', ...east },
      { name: 'second', ...second },
      { name: 'west', ...west },
    ];
    const done: string[] = [];
    try {
      for (let step = 0; step < ACTS; step += 1) {
        const [place, act = ''] = [one(pick, places), one(pick, NAMES)];
        if (!place) continue;
        done.push(`${place.name}.${act}`);
        await ACTS_BY_NAME[act]?.(place, pick, places).catch((thrown) => {
          if (!(thrown instanceof LedgerError) || !REFUSED.test(thrown.code)) throw thrown;
          done.push(`(${thrown.code})`);
        });
      }
      for (const place of places) {
        await MISHAPS.room?.(place, pick, places);
        await MISHAPS.restart?.(place, pick, places);
        expect(await place.store.status()).toMatchObject({ journalBehind: 0, journalAhead: 0, damaged: 0 });
        await MISHAPS.databaseLost?.(place, pick, places);
      }
    } catch (thrown) {
      console.log(done.join(' '));
      throw thrown;
    }
  },
  60_000,
);
