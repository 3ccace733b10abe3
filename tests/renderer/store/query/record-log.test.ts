import { expect, test } from 'vitest';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { Desk, receiptOf } from '../support.ts';

const create = (ledger: string, id: string, values: Values): Draft => ({ kind: 'create', ledger, id, values });

test('a step that changed one record says which, in stars where that is a person and not at all where it is restricted', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const steps: readonly (readonly [string, readonly Draft[]])[] = [
    ['登记部门', [create('department', 'd4', { name: '区住房和城乡建设局' })]],
    ['新增申请', [create('application', 'a1', { applicant: 'd4', itemName: '垃圾分类', inDate: '2026-01-05' })]],
    ['登记社区', [create('organisation', 'c1', { level: '社区', name: '晨光社区' })]],
    ['新增社区工作者', [create('worker', 'w1', { name: '周某某', community: 'c1' })]],
    [
      '新增信访件',
      [
        create('petition', 'p1', {
          petitioner: '吴某某',
          receivedOn: '2026-01-05',
          kind: '检举控告',
          matter: '反映某干部',
        }),
      ],
    ],
    ['登记两条', [create('department', 'd1', { name: '区民政局' }), create('department', 'd2', { name: '区司法局' })]],
    ['新增部门', [create('department', 'd3', { name: '区教育局' })]],
  ];
  for (const [text, drafts] of steps) receiptOf(await store.write(drafts, { kind: 'create', text }));
  const { batches } = await store.batches(0, 20);
  expect(Object.fromEntries(batches.map(({ reason, about }) => [reason.text, about]))).toEqual({
    登记部门: '区住房和城乡建设局',
    新增申请: 'ZR-2026-0001 垃圾分类',
    登记社区: '晨光社区',
    新增社区工作者: '周**',
    新增信访件: undefined,
    登记两条: undefined,
    新增部门: '区教育局',
  });
});
