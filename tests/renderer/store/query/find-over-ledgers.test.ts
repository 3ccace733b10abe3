import { beforeAll, describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Draft, Marked } from '../../../../renderer/store/store-api.ts';
import { ALL_RECORDS } from '../../../../shared/exchange/office.ts';
import { RESTRICTED_NAME } from '../../../../shared/kit/restricted.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { CASE, merged, office, packed, write } from '../exchange/offices.ts';
import { Desk, receiptOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

const create = (ledger: string, id: string, values: Values): Draft => ({ kind: 'create', ledger, id, values });

/** One person in five ledgers and a namesake by initials, an accusation, and whoever is cleared for it; all invented. */
const LI = { personId: '990101198003070012', phone: '19900001234' };
const drafts: readonly Draft[] = [
  create('organisation', 'u1', { level: '社区', name: '晨光社区', statOn: '2026-01-01', source: '摸底' }),
  create('demand', 'd1', {
    receivedAt: '2026-01-04T09:00:00+08:00',
    orderNo: 'RX-20260104-77',
    community: 'u1',
    person: '李文秀',
    ...LI,
    content: '楼道堆放杂物',
  }),
  create('demand', 'd2', {
    receivedAt: '2026-01-04T10:00:00+08:00',
    person: '刘万象',
    phone: '19900005678',
    content: '路灯不亮',
  }),
  create('petition', 'p1', {
    receivedOn: '2026-01-04',
    petitioner: '李文秀',
    petitionerId: LI.personId,
    phone: LI.phone,
    kind: '申诉求决',
    matter: '拆迁补偿未到位',
  }),
  create('petition', 'p2', {
    receivedOn: '2026-01-04',
    petitioner: '李文秀',
    petitionerId: LI.personId,
    phone: LI.phone,
    kind: '检举控告',
    matter: '反映某干部收受好处',
  }),
  create('dispute', 'x1', { foundOn: '2026-01-03', partyA: '李文秀', partyB: '单雄', cause: '楼上漏水' }),
  create('wish', 'w1', { name: '李文秀', phone: LI.phone, content: '想要一台轮椅', collectedOn: '2026-01-03' }),
  ...['书记', '李明'].map((name) =>
    create('operator', name, { name, role: '经办人', ...(name === '书记' ? { cleared: true } : {}) }),
  ),
];

let store: LedgerStore;

beforeAll(async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  store = await desk.open();
  receiptOf(await store.write(drafts, CREATE));
  await store.setOperator('李明');
});

const found = async (text: string, from = store) =>
  (await from.everywhere.find(text)).flatMap(({ rows }) => rows.map(({ id }) => id)).sort();

const words = ({ before, hit, after }: Marked) => `${before}[${hit}]${after}`;

describe('search over all ledgers', () => {
  test.each([
    ['a name', '李文秀', ['d1', 'p1', 'w1', 'x1']],
    ['part of a name', '文秀', ['d1', 'p1', 'w1', 'x1']],
    ['the initials of a name', 'lwx', ['d1', 'd2', 'p1', 'w1', 'x1']],
    ['the initials of a surname with a reading of its own', 'sx', ['x1']],
    ['the last digits of an ID number', '070012', ['d1', 'p1']],
    ['an ID number', '990101198003070012', ['d1', 'p1']],
    ['a phone', '19900001234', ['d1', 'p1', 'w1']],
    ['a phone read out in groups', '199 0000 1234', ['d1', 'p1', 'w1']],
    ['the last digits of a phone', '5678', ['d2']],
    ['the office’s own number', 'SQ-2026-0001', ['d1']],
    ['the number in small letters', 'sq-2026-0001', ['d1']],
    ['the hotline’s number', '20260104-77', ['d1']],
    ['words of a long text', '杂物', ['d1']],
    ['the initials of words', 'cqbc', ['p1']],
    ['the name of a community', '晨光', ['d1', 'u1']],
    ['a name and a word of another field', '李文秀 拆迁', ['p1']],
    ['a name and the community’s initials', '文秀 cgsq', ['d1']],
    ['what stands nowhere', '李文秀 路灯', []],
  ])('%s', async (_, text, ids) => {
    expect(await found(text)).toEqual(ids);
  });

  test('what is found of a person stays in stars, the hit and all', async () => {
    const [demand] = await store.everywhere.find('070012');
    expect(demand?.rows[0]?.parts.map(({ label, text }) => `${label} ${words(text)}`)).toEqual([
      '身份证号 990101******[**0012]',
    ]);
  });

  test('an accusation is never found by one who is not cleared, whatever is asked, nor after one who is', async () => {
    const asked = ['李文秀', 'lwx', LI.personId, '1234', '收受好处', 'sshc', '检举控告', 'XF-2026-0002'];
    for (const text of asked) expect(await found(text), text).not.toContain('p2');
    await store.setOperator('书记');
    expect(await found('收受好处')).toEqual(['p2']);
    const [group] = await store.everywhere.find('收受好处');
    expect(group?.rows.map(({ title, parts }) => [words(title), parts])).toEqual([[`${RESTRICTED_NAME}[]`, []]]);
    await store.setOperator('李明');
    for (const text of asked) expect(await found(text), text).not.toContain('p2');
    const counts = (await store.everywhere.find('李文秀')).map(({ ledger, total }) => [ledger, total]);
    expect(counts).toContainEqual(['petition', 1]);
  });

  test('a deleted record is found again once it is restored', async () => {
    const rev = (await store.view('demand', 'd2'))?.row.rev ?? '';
    receiptOf(await store.write([{ kind: 'delete', ledger: 'demand', id: 'd2', rev }], CREATE));
    expect(await found('5678')).toEqual([]);
    receiptOf(await store.restoreDeleted('demand', 'd2'));
    expect(await found('5678')).toEqual(['d2']);
  });

  test('of other offices’ records those in view are found, and they say whose they are', async () => {
    const east = await office('e', '城东街道');
    await write(east.store, 'application', CASE);
    const { store: here } = await office('d', '示范区', '区');
    const own = await write(here, 'application', { ...CASE, name: '三保障复查' });
    await merged(here, await packed(east.store), '城东街道');
    expect(await found('三保障', here)).toEqual([own]);
    await here.exchange.setView(ALL_RECORDS);
    const [both] = await here.everywhere.find('三保障');
    const lines = both?.rows.map(({ title, parts }) => [
      words(title),
      ...parts.map(({ label, text }) => `${label} ${words(text)}`),
    ]);
    expect([both?.total, lines?.toSorted()]).toEqual([2, [['[三保障]复查'], ['[三保障]排查', '登记单位 城东街道[]']]]);
  });
});
