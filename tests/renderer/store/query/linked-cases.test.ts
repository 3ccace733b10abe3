import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { successorValues, waysOn } from '../../../../shared/kit/case-links.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { ledgerById, ledgers } from '../../../../shared/ledgers/index.ts';
import { Desk, receiptOf } from '../support.ts';

async function create(store: LedgerStore, ledger: string, values: Values): Promise<string> {
  const written = await store.write([{ kind: 'create', ledger, values }], { kind: 'create', text: '新增' });
  return receiptOf(written).records[0]?.id ?? '';
}

test('a petition and the supervision made from it name each other by number, in the panel and in the list', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const petition = await create(store, 'petition', { petitioner: '王小明', receivedOn: '2026-01-04', matter: '漏水' });
  const matter = { matter: '漏水', openedOn: '2026-01-05', petition };
  const supervision = await create(store, 'supervision', matter);
  const from = await store.view('petition', petition);
  expect(from?.refersTo).toEqual([]);
  expect(from?.referredBy).toMatchObject([
    { ledger: 'supervision', id: supervision, name: 'DB-2026-0001', by: '来自信访件' },
  ]);
  const to = await store.view('supervision', supervision);
  expect(to?.refersTo).toMatchObject([{ ledger: 'petition', id: petition, name: 'XF-2026-0001', by: '来自信访件' }]);
  expect(to?.row.names).toEqual({ [petition]: 'XF-2026-0001' });
  const { rows } = await store.window({ ledger: 'supervision' }, 0, 10);
  expect(rows[0]?.names).toEqual({ [petition]: 'XF-2026-0001' });
});

test('hardship found in a petition is carried on as relief: who, how to reach them and where; each names the other, and the limit of relief runs', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const community = await create(store, 'organisation', { level: '社区', name: '示例社区' });
  const told = {
    petitioner: '王某某',
    petitionerId: '99031119880905243X',
    phone: '15400006685',
    community,
    address: '测试小区3幢',
    receivedOn: '2026-01-04',
    matter: '低保被停发',
    demand: '要求恢复发放',
    hardship: true,
    clerk: '李敏',
  };
  const petition = await create(store, 'petition', told);
  const source = ledgerById('petition');
  const target = ledgerById('relief');
  const way = source && waysOn(source, told).find(({ successor }) => successor.act === '申请救助');
  if (!source || !target || !way) throw new Error('no way from petition to relief');
  const carried = successorValues(way.successor, source, { id: petition, rev: '', values: told }, target, {
    today: '2026-01-05',
  });
  // The household's own affairs are asked anew; what the petition was about stays with the petition.
  expect(carried).toEqual({
    acceptedOn: '2026-01-05',
    head: '王某某',
    headId: '99031119880905243X',
    phone: '15400006685',
    community,
    petition,
  });
  const relief = await create(store, 'relief', carried);

  const onward = await store.view('petition', petition);
  expect(onward?.referredBy).toMatchObject([
    { ledger: 'relief', id: relief, name: 'JZ-2026-0001', by: '关联信访', state: '受理' },
  ]);
  const back = await store.view('relief', relief);
  expect(back?.refersTo).toMatchObject([
    { ledger: 'petition', id: petition, name: 'XF-2026-0001', by: '关联信访', state: '已登记' },
  ]);
  // 郑州: the whole job in 25 working days, five weeks where an office keeps no holidays.
  expect(back?.clocks.map(({ title, dueOn }) => `${title} ${dueOn}`)).toEqual(['救助全程 2026-02-09']);

  // Turned down, the petition shows it: whoever answers the petition sees what came of the application.
  const rev = back?.row.rev ?? '';
  const patch = { refusedOn: '2026-01-05', refusalReason: '收入超过标准' };
  receiptOf(
    await store.write([{ kind: 'edit', ledger: 'relief', id: relief, rev, patch }], { kind: 'edit', text: '修改' }),
  );
  expect((await store.view('petition', petition))?.referredBy).toMatchObject([{ id: relief, state: '不予确认' }]);
});

test('a decision of a meeting and its supervision are written together, and each names the other once', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const decisions = [{ id: 'r1', matter: '建车棚', dueOn: '2026-02-20' }];
  const meeting = await create(store, 'meeting', { topics: '停车', heldOn: '2026-01-04', decisions });
  const before = await store.view('meeting', meeting);
  const patch = { decisions: [{ ...decisions[0], id: 'r1', supervision: 'db' }] };
  const written = await store.write(
    [
      {
        kind: 'create',
        ledger: 'supervision',
        id: 'db',
        values: { matter: '建车棚', openedOn: '2026-01-05', dueOn: '2026-02-20', meeting },
      },
      { kind: 'edit', ledger: 'meeting', id: meeting, rev: before?.row.rev ?? '', patch },
    ],
    { kind: 'create', text: '新增督办事项' },
  );
  receiptOf(written);
  const held = await store.view('meeting', meeting);
  expect(held?.refersTo).toMatchObject([{ ledger: 'supervision', id: 'db', name: 'DB-2026-0001', by: '转督办' }]);
  expect(held?.referredBy).toEqual([]);
  const order = await store.view('supervision', 'db');
  expect(order?.refersTo).toMatchObject([{ ledger: 'meeting', id: meeting, name: 'HY-2026-0001', by: '来自会议' }]);
  expect(order?.referredBy).toEqual([]);
  expect(order?.clocks.map(({ dueOn }) => dueOn)).toEqual(['2026-02-20']);
});

test('what refers to a case is told as the records stand, whatever was written, cleared, deleted and brought back meanwhile', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const rev = async (ledger: string, id: string) => (await store.view(ledger, id))?.row.rev ?? '';
  const first = await create(store, 'petition', { petitioner: '王小明', receivedOn: '2026-01-04', matter: '漏水' });
  const other = await create(store, 'petition', { petitioner: '李四', receivedOn: '2026-01-04', matter: '噪声' });
  const referring = async (id: string) =>
    (await store.view('petition', id))?.referredBy.map(({ ledger, id: by, by: words }) => `${ledger} ${by} ${words}`);
  expect(await referring(first)).toEqual([]);
  const matter = { matter: '漏水', openedOn: '2026-01-05', petition: first };
  const supervision = await create(store, 'supervision', matter);
  const told = [`supervision ${supervision} 来自信访件`];
  expect([await referring(first), await referring(other)]).toEqual([told, []]);
  const edit = { kind: 'edit', ledger: 'supervision', id: supervision } as const;
  const move = { ...edit, rev: await rev('supervision', supervision), patch: { petition: other } };
  receiptOf(await store.write([move], { kind: 'edit', text: '修改' }));
  expect([await referring(first), await referring(other)]).toEqual([[], told]);
  const gone = {
    kind: 'delete',
    ledger: 'supervision',
    id: supervision,
    rev: await rev('supervision', supervision),
  } as const;
  receiptOf(await store.write([gone], { kind: 'delete', text: '删除' }));
  expect(await referring(other)).toEqual([]);
  receiptOf(await store.restoreDeleted('supervision', supervision));
  expect(await referring(other)).toEqual(told);
  const clear = { ...edit, rev: await rev('supervision', supervision), patch: {}, clear: ['petition'] };
  receiptOf(await store.write([clear], { kind: 'edit', text: '修改' }));
  expect(await referring(other)).toEqual([]);
});
