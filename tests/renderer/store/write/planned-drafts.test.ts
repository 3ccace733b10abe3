import { expect, test } from 'vitest';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { AS_ENTERED } from '../../../../shared/kit/query.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { Desk, receiptOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

const aCase = (name: string, inDate = '2026-01-05'): Draft => ({
  kind: 'create',
  ledger: 'application',
  values: { inDate, name },
});

test('each draft is checked by itself, and nothing is written', async () => {
  const store = await new Desk().open();
  const [first, second] = receiptOf(await store.write([aCase('甲'), aCase('乙')], CREATE)).records;
  const edit = (record: typeof first, rev: string, patch: Values): Draft => ({
    kind: 'edit',
    ledger: 'application',
    id: record?.id ?? '',
    rev,
    patch,
  });
  const found = await store.check(
    [
      edit(first, first?.rev ?? '', { persons: 3 }),
      edit(second, second?.rev ?? '', { persons: -1 }),
      edit(second, 'elsewhere/1', { persons: 3 }),
      edit(second, second?.rev ?? '', { docNo: '顺街〔2026〕1号' }),
      edit(first, first?.rev ?? '', { name: '甲' }),
    ],
    'edit',
  );
  expect(found.map((complaints) => complaints.map(({ code }) => code))).toEqual([
    [],
    ['field/min'],
    ['record/changed'],
    ['decision/edit'],
    ['record/unchanged'],
  ]);
  const { rows } = await store.window({ ledger: 'application' }, 0, 10);
  expect(rows.map(({ values }) => values.persons)).toEqual([undefined, undefined]);
});

test('a list in the order of entry keeps its rows in place and gets new ones at its end', async () => {
  const store = await new Desk().open();
  const [first] = receiptOf(await store.write([aCase('丙'), aCase('甲')], CREATE)).records;
  const names = async () => {
    const { rows } = await store.window({ ledger: 'application', sort: AS_ENTERED }, 0, 10);
    return rows.map(({ values }) => values.name);
  };
  expect(await names()).toEqual(['丙', '甲']);
  const { id = '', rev = '' } = first ?? {};
  await store.write([{ kind: 'edit', ledger: 'application', id, rev, patch: { name: '丁' } }], {
    kind: 'edit',
    text: '改',
  });
  await store.write([aCase('乙', '2025-12-31')], CREATE);
  expect(await names()).toEqual(['丁', '甲', '乙']);
});
