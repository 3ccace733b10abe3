import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
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
