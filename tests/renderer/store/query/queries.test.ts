import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Draft, StoreEvent } from '../../../../renderer/store/store-api.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { Desk, receiptOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

const aCase = (name: string, more: Record<string, string | number> = {}): Draft => ({
  kind: 'create',
  ledger: 'application',
  values: { inDate: '2026-01-05', name, ...more },
});

const department = (id: string, name: string): Draft => ({
  kind: 'create',
  ledger: 'department',
  id,
  values: { name },
});

async function filled(): Promise<LedgerStore> {
  const store = await new Desk().open();
  const drafts = [
    department('d1', '区住建局'),
    department('d2', '区民政局'),
    aCase('文艺活动', { applicant: 'd1', persons: 3, kind: '公共服务', contact: '张三丰' }),
    aCase('安全巡查', { applicant: 'd2', persons: 12, kind: '公共安全', contact: '李四' }),
    aCase('消防演练', { applicant: 'd2', kind: '公共安全' }),
  ];
  receiptOf(await store.write(drafts, { kind: 'import', text: '导入' }));
  return store;
}

const names = (rows: readonly { readonly values: { readonly [field: string]: unknown } }[]) =>
  rows.map(({ values }) => values.name);

describe('windows', () => {
  test('filter, count, sum and page in the query’s order', async () => {
    const store = await filled();
    const filters = [{ field: 'kind', is: ['公共安全'] }];
    const sort = { field: 'name', descending: false };
    const { total, rows, sums } = await store.window({ ledger: 'application', filters, sort, sums: ['persons'] }, 1, 5);
    expect({ total, sums, names: names(rows) }).toEqual({ total: 2, sums: { persons: 12 }, names: ['消防演练'] });
  });

  test('mask personal fields; the opened record and an export show them whole', async () => {
    const store = await filled();
    const { rows } = await store.window({ ledger: 'application', search: '文艺' }, 0, 5);
    expect(rows[0]?.values.contact).toBe('张**');
    const id = rows[0]?.id ?? '';
    expect((await store.view('application', id))?.row.values.contact).toBe('张三丰');
    expect((await store.rows({ ledger: 'application', search: '文艺' }))[0]?.values.contact).toBe('张三丰');
    expect(await store.distinct({ ledger: 'application' }, 'contact')).toEqual([]);
  });

  test('sort references by name, and follow a department that is renamed', async () => {
    const store = await filled();
    const query = { ledger: 'application', sort: { field: 'applicant', descending: false } };
    expect(names((await store.window(query, 0, 5)).rows)).toEqual(['安全巡查', '消防演练', '文艺活动']);
    const search = { ledger: 'application', search: '应急' };
    expect((await store.window(search, 0, 5)).total).toBe(0);
    const rev = (await store.view('department', 'd2'))?.row.rev ?? '';
    await store.write([{ kind: 'edit', ledger: 'department', id: 'd2', rev, patch: { name: '重大应急局' } }], {
      kind: 'edit',
      text: '改名',
    });
    expect((await store.window(search, 0, 5)).total).toBe(2);
    expect((await store.window({ ledger: 'application', search: 'wyhd' }, 0, 5)).total).toBe(1);
  });

  test('a kept result turns stale with the next write', async () => {
    const store = await filled();
    const query = { ledger: 'application', filters: [{ field: 'kind', is: ['公共安全'] }] };
    expect((await store.window(query, 0, 5)).total).toBe(2);
    await store.write([aCase('禁毒宣传', { kind: '公共安全' })], CREATE);
    expect((await store.window(query, 0, 5)).total).toBe(3);
  });

  test('distinct values come with their counts, blanks too', async () => {
    const store = await filled();
    await store.write([aCase('无类别')], CREATE);
    expect(await store.distinct({ ledger: 'application' }, 'kind')).toEqual([
      { value: '公共安全', count: 2 },
      { value: '公共服务', count: 1 },
      { value: undefined, count: 1 },
    ]);
  });

  test('listeners hear which ledgers changed and the new counts', async () => {
    const store = await filled();
    // A receipt does not wait for the status to be told.
    await store.status();
    const heard: StoreEvent[] = [];
    const end = store.subscribe((event) => heard.push(event));
    await store.write([aCase('甲')], CREATE);
    await store.status();
    end();
    await store.write([aCase('乙')], CREATE);
    expect(heard).toMatchObject([
      { kind: 'changed', ledgers: ['application'] },
      { kind: 'status', status: { counts: { application: 4, department: 2 }, lastSaved: { durability: 'both' } } },
    ]);
  });
});

test('an edit moves its row in a list that is already sorted, filtered and searched', async () => {
  const store = await filled();
  const query = {
    ledger: 'application',
    search: '局',
    filters: [{ field: 'kind', is: ['公共安全'] }],
    sort: { field: 'name', descending: false },
  };
  const seen = async () => names((await store.window(query, 0, 9)).rows);
  expect(await seen()).toEqual(['安全巡查', '消防演练']);
  const rowNamed = async (name: string) =>
    (await store.window(query, 0, 9)).rows.find(({ values }) => values.name === name);
  const edit = async (name: string, patch: Record<string, string>) => {
    const row = await rowNamed(name);
    const draft = { kind: 'edit', ledger: 'application', id: row?.id ?? '', rev: row?.rev ?? '', patch } as const;
    receiptOf(await store.write([draft], { kind: 'edit', text: '改' }));
  };
  await edit('安全巡查', { name: '治安巡查' });
  expect(await seen()).toEqual(['消防演练', '治安巡查']);
  await edit('治安巡查', { kind: '公共服务' });
  expect(await seen()).toEqual(['消防演练']);
  receiptOf(await store.write([aCase('禁毒宣传', { applicant: 'd2', kind: '公共安全' })], CREATE));
  expect(await seen()).toEqual(['禁毒宣传', '消防演练']);
});

test('a search finds a row by its neighbour’s name, and no longer once that name has changed', async () => {
  const desk = new Desk();
  desk.ledgers = [organisation];
  const store = await desk.open();
  const unit = (id: string, values: Record<string, string>): Draft => ({
    kind: 'create',
    ledger: 'organisation',
    id,
    values,
  });
  const { records } = receiptOf(
    await store.write(
      [
        unit('c', { level: '社区', name: '桃源社区' }),
        unit('g', { level: '网格', name: '第一网格', parent: 'c' }),
        unit('d', { level: '社区', name: '晨光社区' }),
      ],
      CREATE,
    ),
  );
  const found = async () => names((await store.window({ ledger: 'organisation', search: '桃源' }, 0, 9)).rows);
  expect(await found()).toEqual(['桃源社区', '第一网格']);
  const rev = records.find(({ id }) => id === 'c')?.rev ?? '';
  const rename: Draft = { kind: 'edit', ledger: 'organisation', id: 'c', rev, patch: { name: '梅苑社区' } };
  receiptOf(await store.write([rename], { kind: 'edit', text: '改' }));
  expect(await found()).toEqual([]);
});
