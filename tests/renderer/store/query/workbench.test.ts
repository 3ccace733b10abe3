import { expect, test } from 'vitest';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { Desk, receiptOf } from '../support.ts';

test('a household that is paid stands on 工作台 by the day it is looked at again; one whose relief was stopped does not', async () => {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open({ now: () => '2026-07-18T09:00:00+08:00' });
  const granted = { kind: '低保', acceptedOn: '2026-01-06', confirmedOn: '2026-01-20', recheckOn: '2026-07-20' };
  receiptOf(
    await store.write(
      [
        { kind: 'create', ledger: 'relief', id: 'paid', values: { head: '吴某某', ...granted } },
        {
          kind: 'create',
          ledger: 'relief',
          id: 'stopped',
          values: { head: '郑某', ...granted, stoppedOn: '2026-05-01' },
        },
        { kind: 'create', ledger: 'relief', id: 'once', values: { head: '钱某', ...granted, recheckOn: undefined } },
      ],
      { kind: 'create', text: '新增' },
    ),
  );
  const { cases } = await store.workbench.radar({}, 100);
  expect(cases.map(({ id, state, reading }) => [id, state, reading.title, reading.dueOn])).toEqual([
    ['paid', '确认', '到期复核', '2026-07-20'],
  ]);
});
