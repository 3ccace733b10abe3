import { describe, expect, test } from 'vitest';
import { exportLedger } from '../../../renderer/store/export/export-session.ts';
import { takeOutRows } from '../../../renderer/store/export/taking-out.ts';
import { openImportSession } from '../../../renderer/store/import/import-session.ts';
import type { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import { FollowedWindows } from '../../../renderer/store/query/followed-windows.ts';
import type { Draft, StoreEvent } from '../../../renderer/store/store-api.ts';
import { isRestricted, mayLeave, RESTRICTED_NAME } from '../../../shared/kit/restricted.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { readWorkbook } from '../../../shared/workbook/read/read-workbook.ts';
import { xlsxOf } from '../../shared/workbook/sample-files.ts';
import { Desk, receiptOf, refusalOf } from './support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;
const EDIT = { kind: 'edit', text: '修改信访件' } as const;

const asked: Values = { petitioner: '王某某', receivedOn: '2026-01-05', kind: '申诉求决', matter: '楼道堆物' };
const accused: Values = { petitioner: '周某某', receivedOn: '2026-01-04', kind: '检举控告', matter: '反映某干部' };

const create = (ledger: string, id: string, values: Values): Draft => ({ kind: 'create', ledger, id, values });

/** An office with one ordinary petition, one accusation and a supervision that points at it; nobody cleared yet. */
async function office(): Promise<LedgerStore> {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  await clear(store);
  await store.setOperator('书记');
  const drafts = [
    create('petition', 'p1', asked),
    create('petition', 'p2', accused),
    create('supervision', 's1', {
      matter: '核实反映',
      openedOn: '2026-01-05',
      dueOn: '2026-01-20',
      petition: 'p2',
    }),
  ];
  receiptOf(await store.write(drafts, CREATE));
  await store.setOperator('李明');
  return store;
}

/** The roster clears 书记 and 纪工委, and nobody else. */
async function clear(store: LedgerStore): Promise<void> {
  const operators = ['书记', '纪工委', '李明', '王芳'].map((name) =>
    create('operator', name, { name, role: '经办人', ...(/^[书纪]/.test(name) ? { cleared: true } : {}) }),
  );
  receiptOf(await store.write(operators, { kind: 'setup', text: '名册' }));
}

const logOf = async (store: LedgerStore) =>
  (await store.batches(0, 20)).batches
    .filter(({ reason }) => reason.text !== '名册')
    .map(({ operator, reason }) => `${operator} ${reason.text}`);

describe('a restricted record and an operator who is not cleared', () => {
  test('no list, filter, search, record, history or trash shows it', async () => {
    const store = await office();
    const shown = await store.window({ ledger: 'petition' }, 0, 10);
    expect([shown.total, shown.rows.map(({ id }) => id)]).toEqual([1, ['p1']]);
    expect((await store.window({ ledger: 'petition', search: '周某某' }, 0, 10)).total).toBe(0);
    expect((await store.window({ ledger: 'petition', search: '反映某干部' }, 0, 10)).total).toBe(0);
    expect(await store.everywhere.find('反映某干部')).toEqual([]);
    const byId = { ledger: 'petition', filters: [{ field: 'id', is: ['p2'] }] };
    expect((await store.window(byId, 0, 10)).total).toBe(0);
    expect(await store.distinct({ ledger: 'petition' }, 'kind')).toEqual([{ value: '申诉求决', count: 1 }]);
    expect(await store.view('petition', 'p2')).toBeUndefined();
    expect(await store.history('petition', 'p2')).toEqual([]);
    await store.setOperator('书记');
    const rev = (await store.view('petition', 'p2'))?.row.rev ?? '';
    receiptOf(
      await store.write([{ kind: 'delete', ledger: 'petition', id: 'p1', rev: await revOf(store, 'p1') }], EDIT),
    );
    expect(refusalOf(await store.write([{ kind: 'delete', ledger: 'petition', id: 'p2', rev }], EDIT))).toEqual([
      'record/referenced',
    ]);
    await unlink(store);
    receiptOf(await store.write([{ kind: 'delete', ledger: 'petition', id: 'p2', rev }], EDIT));
    expect((await store.trash('petition')).map(({ id }) => id).sort()).toEqual(['p1', 'p2']);
    await store.setOperator('李明');
    expect((await store.trash('petition')).map(({ id }) => id)).toEqual(['p1']);
    expect(await store.history('petition', 'p2')).toEqual([]);
    expect(refusalOf(await store.restoreDeleted('petition', 'p2'))).toEqual(['record/not-deleted']);
  });

  test('a list that was answered before the operator changed is not answered again from memory', async () => {
    const store = await office();
    const query = { ledger: 'petition', search: '某某' };
    expect((await store.window(query, 0, 10)).total).toBe(1);
    await store.setOperator('书记');
    expect((await store.window(query, 0, 10)).total).toBe(2);
    await store.setOperator('李明');
    expect((await store.window(query, 0, 10)).total).toBe(1);
    expect((await store.workbench.radar({}, 100)).cases.map(({ id }) => id)).not.toContain('p2');
  });

  test('a change to the list in view brings its rows along without it', async () => {
    const store = await office();
    const windows = new FollowedWindows();
    await windows.follow(store, { ledger: 'petition' }, 0, 10);
    const told: StoreEvent[] = [];
    store.subscribe((event) => told.push(windows.told(store, event)));
    const drafts = [create('petition', 'p3', { ...asked, matter: '路灯不亮' }), create('petition', 'p4', accused)];
    receiptOf(await store.write(drafts, CREATE));
    const windowsTold = told.flatMap((event) => (event.kind === 'changed' ? (event.followed ?? []) : []));
    expect(windowsTold.map(({ window }) => window.rows.map(({ id }) => id).toSorted())).toEqual([['p1', 'p3']]);
    expect(JSON.stringify(told)).not.toContain('反映某干部');
  });

  test('the page is told to ask again only where the operators see different records', async () => {
    const store = await office();
    const heard: string[] = [];
    store.subscribe(({ kind }) => heard.push(kind));
    await store.setOperator('王芳');
    expect(heard).toEqual([]);
    await store.setOperator('书记');
    expect(heard).toContain('changed');
  });

  test('the roster says who is cleared, as it stands and on its days; whoever it does not name is not', async () => {
    const store = await office();
    const sees = async () => (await store.window({ ledger: 'petition' }, 0, 10)).total === 2;
    await store.setOperator('周书记');
    expect(await sees()).toBe(false);
    await store.setOperator('书记');
    expect(await sees()).toBe(true);
    const heard: string[] = [];
    store.subscribe((event) => heard.push(...(event.kind === 'changed' ? event.ledgers : [])));
    const rev = (await store.view('operator', '书记'))?.row.rev ?? '';
    const edit = { kind: 'edit', ledger: 'operator', id: '书记', rev } as const;
    const last = receiptOf(await store.write([{ ...edit, patch: { offFrom: '2026-01-06' } }], EDIT)).records[0];
    expect(await sees()).toBe(true);
    await store.setToday('2026-01-06');
    expect(await sees()).toBe(false);
    await store.setToday('2026-01-05');
    heard.length = 0;
    receiptOf(await store.write([{ ...edit, rev: last?.rev ?? '', patch: { cleared: false } }], EDIT));
    expect(await sees()).toBe(false);
    expect(heard).toContain('petition');
  });

  test('what refers to it says so without its name, and stays in order', async () => {
    const store = await office();
    const view = await store.view('supervision', 's1');
    expect(view?.complaints.map(({ code }) => code)).not.toContain('field/reference');
    expect(store.context().nameOf('petition', 'p2')).toBe(RESTRICTED_NAME);
    expect(store.context().nameOf('petition', 'p1')).toBe('XF-2026-0001');
    const rev = view?.row.rev ?? '';
    receiptOf(
      await store.write([{ kind: 'edit', ledger: 'supervision', id: 's1', rev, patch: { leader: '赵某某' } }], EDIT),
    );
  });

  test('neither change nor step nor undo touches it', async () => {
    const store = await office();
    await store.setOperator('书记');
    const rev = (await store.view('petition', 'p2'))?.row.rev ?? '';
    const made = (await store.batches(0, 20)).batches.find(({ reason }) => reason.text === '登记')?.batch ?? '';
    await store.setOperator('李明');
    const edit: Draft = { kind: 'edit', ledger: 'petition', id: 'p2', rev, patch: { matter: '改' } };
    expect(refusalOf(await store.write([edit], EDIT))).toEqual(['record/restricted']);
    expect(refusalOf(await store.write([{ kind: 'delete', ledger: 'petition', id: 'p2', rev }], EDIT))).toEqual([
      'record/restricted',
    ]);
    const request = {
      ledger: 'petition',
      id: 'p2',
      rev,
      transition: 'accept',
      input: { on: '2026-01-05', values: {} },
    };
    expect(refusalOf(await store.transition(request))).toEqual(['record/restricted']);
    const plan = await store.planUndo(made);
    expect(plan.blocked.map(({ id, title }) => [id, title])).toContainEqual(['p2', 'XF-2026-0002']);
    receiptOf(await store.undo(made));
    await store.setOperator('书记');
    expect((await store.window({ ledger: 'petition' }, 0, 10)).rows.map(({ id }) => id)).toEqual(['p2']);
  });

  test('an export leaves it out, and rules and reports count without it and can say how many', async () => {
    const store = await office();
    const query = { ledger: 'petition' };
    expect((await store.rows(query)).map(({ id }) => id)).toEqual(['p1']);
    expect(store.context().records('petition')).toHaveLength(1);
    expect(store.context().record('petition', 'p2')).toBeUndefined();
    expect(store.context().hidden?.('petition')).toEqual([{ id: 'p2', on: '2026-01-04' }]);
    expect(store.context().hidden?.('supervision')).toEqual([]);
    expect(store.context().records('supervision')).toHaveLength(1);
  });

  test('a row of that kind is taken and then not shown, which the receipt says', async () => {
    const store = await office();
    const receipt = receiptOf(await store.write([create('petition', 'p3', accused)], CREATE));
    expect(receipt.hidden).toBe(1);
    expect(receipt.warnings[0]?.message).toBe(
      '其中 1 条属受限内容（检举控告），已经存入，只有经授权的操作员可以查看。',
    );
    expect(await store.view('petition', 'p3')).toBeUndefined();
    expect(receiptOf(await store.write([create('petition', 'p4', asked)], CREATE)).hidden).toBeUndefined();
    const turned: Draft = { kind: 'edit', ledger: 'petition', id: 'p4', rev: await revOf(store, 'p4'), patch: accused };
    expect(receiptOf(await store.write([turned], EDIT)).hidden).toBe(1);
  });

  test('an import of such rows is taken, says so, and takes them for no row it may not know of', async () => {
    const store = await office();
    const bytes = xlsxOf([
      ['信访人', '收到日期', '事项性质', '反映问题'],
      ['周某某', '2026-01-04', '检举控告', '反映某干部'],
      ['吴某某', '2026-01-05', '申诉求决', '停车难'],
    ]);
    let last = 0;
    const target = {
      ledgerById: store.ledgerById,
      context: store.context,
      write: store.write,
      changedSinceImport: store.changedSinceImport,
      stamp: store.stamp,
      newId: () => {
        last += 1;
        return `new${last}`;
      },
    };
    const session = await openImportSession(target, readWorkbook(bytes, '信访.xlsx'), 'petition', '信访.xlsx');
    expect(await session.plan()).toMatchObject({ willCreate: 2, tabs: { new: 2 } });
    expect(receiptOf(await session.execute()).hidden).toBe(1);
    expect((await store.window({ ledger: 'petition' }, 0, 10)).total).toBe(2);
  });
});

describe('a cleared operator', () => {
  test('sees the row in lists without its words, and whole when it is opened, which is recorded each time', async () => {
    const store = await office();
    await store.setOperator('书记');
    const { rows } = await store.window({ ledger: 'petition' }, 0, 10);
    const listed = rows.find(({ id }) => id === 'p2')?.values;
    expect([listed?.petitioner, listed?.matter, listed?.kind]).toEqual(['***', '***', '检举控告']);
    const [found] = await store.everywhere.find('反映某干部');
    expect(found?.rows.map(({ id, number, title, parts }) => [id, number, title.before + title.hit, parts])).toEqual([
      ['p2', 'XF-2026-0002', RESTRICTED_NAME, []],
    ]);
    expect((await store.view('petition', 'p2'))?.row.values.matter).toBe('反映某干部');
    await store.view('petition', 'p2');
    expect((await logOf(store)).slice(0, 2)).toEqual(['书记 查阅受限信访件 XF-2026-0002', '书记 登记']);
    await store.view('petition', 'p1');
    await store.view('petition', 'p2');
    await store.setOperator('纪工委');
    await store.view('petition', 'p2');
    expect(await logOf(store)).toEqual([
      '纪工委 查阅受限信访件 XF-2026-0002',
      '书记 查阅受限信访件 XF-2026-0002',
      '书记 查阅受限信访件 XF-2026-0002',
      '书记 登记',
    ]);
    expect((await store.verify()).broken).toBeUndefined();
  });

  test('an export of theirs holds it and is recorded', async () => {
    const store = await office();
    await store.setOperator('书记');
    const query = { ledger: 'petition' };
    const rows = await takeOutRows(store, query, '导出公开版');
    const source = { ...store, office: store.office, now: () => '2026-01-05T09:00:00+08:00', rows: () => rows };
    const file = await exportLedger(source, query, ['petitionNo', 'matter'], { masked: true });
    const sheet = readWorkbook(file.bytes, file.name);
    expect(sheet.texts.bytes.length).toBeGreaterThan(0);
    expect((await logOf(store))[0]).toBe('书记 导出公开版：信访事项，2 条，其中受限 1 条');
  });

  test('an opening that cannot be recorded is not shown, the second time neither', async () => {
    const desk = new Desk();
    desk.ledgers = ledgers;
    const parts = desk.parts();
    const store = await desk.open(parts);
    await clear(store);
    await store.setOperator('书记');
    receiptOf(await store.write([create('petition', 'p2', accused)], CREATE));
    parts.database.close();
    await expect(store.view('petition', 'p2')).rejects.toThrow();
    await expect(store.view('petition', 'p2')).rejects.toThrow();
  });

  test('openings survive a restart of the program as part of the log', async () => {
    const desk = new Desk();
    desk.ledgers = ledgers;
    const first = await desk.open();
    await clear(first);
    await first.setOperator('书记');
    receiptOf(await first.write([create('petition', 'p2', accused)], CREATE));
    await first.view('petition', 'p2');
    const again = await desk.open();
    expect(again.dropped).toEqual([]);
    expect(await logOf(again)).toEqual(['书记 查阅受限信访件 XF-2026-0001', '书记 登记']);
    receiptOf(await again.write([create('petition', 'p3', asked)], CREATE));
  });
});

test('restricted rows never leave in an exchange package, whoever packs it', () => {
  expect(mayLeave(ledgerById('petition'), { values: accused })).toBe(false);
  expect(mayLeave(ledgerById('petition'), { values: asked })).toBe(true);
  expect(mayLeave(ledgerById('demand'), { values: { kind: '检举控告' } })).toBe(true);
  expect(isRestricted(petition, {})).toBe(false);
});

const revOf = async (store: LedgerStore, id: string): Promise<string> =>
  (await store.view('petition', id))?.row.rev ?? '';

async function unlink(store: LedgerStore): Promise<void> {
  const rev = (await store.view('supervision', 's1'))?.row.rev ?? '';
  receiptOf(
    await store.write([{ kind: 'edit', ledger: 'supervision', id: 's1', rev, patch: {}, clear: ['petition'] }], EDIT),
  );
}

test('what an accusation was made from is restricted with it, and comes back with its undo', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  await clear(store);
  await store.setOperator('李明');
  const words = '反映某干部收受财物';
  const drafts = [
    create('demand', 'd1', { receivedAt: '2026-01-04T09:00:00+08:00', person: '周某某', content: words }),
    create('dispute', 'j1', { foundOn: '2026-01-04', partyA: '周某某', cause: words, demand: 'd1' }),
  ];
  receiptOf(await store.write(drafts, CREATE));
  const made = await store.write([create('petition', 'p1', { ...accused, fromDispute: 'j1' })], CREATE);
  // The petition itself, the dispute it was made from, and the demand behind that.
  expect(receiptOf(made).hidden).toBe(3);
  for (const ledger of ['demand', 'dispute', 'petition']) expect((await store.window({ ledger }, 0, 5)).total).toBe(0);
  expect(await store.everywhere.find(words)).toEqual([]);
  expect(await store.view('demand', 'd1')).toBeUndefined();
  await store.setOperator('书记');
  expect((await store.view('demand', 'd1'))?.row.values.accusation).toBe(true);
  receiptOf(await store.undo(receiptOf(made).batch));
  await store.setOperator('李明');
  expect((await store.view('demand', 'd1'))?.row.values).toMatchObject({ content: words });
  expect((await store.window({ ledger: 'dispute' }, 0, 5)).total).toBe(1);
});
