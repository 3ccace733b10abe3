import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import { defineLedger } from '../../../../shared/kit/define-ledger.ts';
import { children, integer, phone, text } from '../../../../shared/kit/fields.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { Desk, receiptOf, refusalOf } from '../support.ts';

const contacts = defineLedger({
  id: 'contacts',
  title: '联系人',
  noun: '联系人',
  group: '基础',
  version: 1,
  fields: {
    name: text('姓名').key().personal(),
    phone: phone('电话').personal(),
    age: integer('年龄').personal(),
    note: text('说明'),
    family: children('家属', { name: text('姓名').personal(), relation: text('关系') }),
    visits: children('走访', { on: text('日期') }).personal(),
  },
  titleField: 'name',
  columns: ['name'],
});

const EDIT = { kind: 'edit', text: '修改' } as const;

const whole: Values = {
  name: '欧阳小明',
  phone: '13800138000',
  age: 41,
  family: [{ id: 'f1', name: '王小二', relation: '子' }],
  visits: [{ id: 'v1', on: '2026-01-05' }],
};

async function withContact() {
  const desk = new Desk();
  desk.ledgers = [contacts];
  const store = await desk.open();
  await store.write([{ kind: 'create', ledger: 'contacts', id: 'c1', values: whole }], {
    kind: 'create',
    text: '登记',
  });
  const row = (await store.window({ ledger: 'contacts' }, 0, 1)).rows[0];
  if (!row) throw new Error('no row');
  const edit = (patch: Values): Draft => ({ kind: 'edit', ledger: 'contacts', id: 'c1', rev: row.rev, patch });
  const stored = async () => (await store.view('contacts', 'c1'))?.row.values;
  return { store, shown: row.values, edit, stored };
}

describe('an edit made from what a list or a masked export shows', () => {
  test('writes what was changed and keeps the real values behind the stars, and says so', async () => {
    const { store, shown, edit, stored } = await withContact();
    expect(shown.name).not.toBe(whole.name);
    const family = [{ ...Object(shown.family)[0], relation: '女' }];
    const { warnings } = receiptOf(await store.write([edit({ ...shown, note: '已核', family })], EDIT));
    expect(await stored()).toEqual({
      ...whole,
      note: '已核',
      family: [{ id: 'f1', name: '王小二', relation: '女' }],
    });
    const kept = warnings.filter(({ code }) => code === 'personal/masked').map(({ field }) => field);
    expect(kept.toSorted()).toEqual(['age', 'family', 'name', 'phone', 'visits']);
  });

  test('that changes nothing else is no edit', async () => {
    const { store, shown, edit } = await withContact();
    expect(refusalOf(await store.write([edit(shown)], EDIT))).toEqual(['record/unchanged']);
  });

  test('leaves a new value alone, stars or not', async () => {
    const { store, edit, stored } = await withContact();
    receiptOf(await store.write([edit({ name: '王*' })], EDIT));
    expect((await stored())?.name).toBe('王*');
  });
});

describe('a new record with stars in it', () => {
  const stars: Values = { ...whole, family: [{ id: 'f1', name: '王**', relation: '子' }] };
  const create: Draft = { kind: 'create', ledger: 'contacts', values: stars };

  test('out of a sheet is not taken, whichever child row holds them', async () => {
    const { store } = await withContact();
    const outcome = await store.write([create], { kind: 'import', text: '导入 名册.xlsx' });
    expect(outcome).toMatchObject({ ok: false, complaints: [{ code: 'personal/masked', field: 'family[0].name' }] });
    receiptOf(await store.write([{ ...create, values: whole }], { kind: 'import', text: '导入 名册.xlsx' }));
  });

  test('typed by a clerk is what the clerk knows', async () => {
    const { store } = await withContact();
    receiptOf(await store.write([create], { kind: 'create', text: '登记' }));
  });
});
