import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../renderer/store/ledger-store.ts';
import type { MovedCase } from '../../../renderer/store/store-api.ts';
import { HOLIDAY_SEED } from '../../../shared/deadlines/holiday-seed.ts';
import { holidayRows } from '../../../shared/deadlines/working-calendar.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { Desk, receiptOf } from './support.ts';

const TODAY = '2026-12-29';
const IMPORT = { kind: 'import', text: '导入 2027年节假日.xlsx' } as const;

const holiday = (values: { readonly day: string; readonly kind: string; readonly name: string }) =>
  ({ kind: 'create', ledger: 'holiday', values }) as const;

/** An office with the calendars up to 2026 and one case whose formal check runs into 2027. */
async function officeWithCase(): Promise<{ store: LedgerStore; id: string; moved: (readonly MovedCase[])[] }> {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open({ now: () => `${TODAY}T09:00:00+08:00` });
  receiptOf(await store.write(holidayRows(HOLIDAY_SEED).map(holiday), { kind: 'setup', text: '建立' }));
  receiptOf(
    await store.write(
      [
        { kind: 'create', ledger: 'department', id: 'zhujian', values: { name: '区住房和城乡建设局' } },
        {
          kind: 'create',
          ledger: 'application',
          id: 'case',
          values: { applicant: 'zhujian', itemName: '二次供水设施巡查', inDate: TODAY, inChannel: '公文' },
        },
      ],
      { kind: 'create', text: '登记' },
    ),
  );
  const rev = (await store.view('application', 'case'))?.row.rev ?? '';
  receiptOf(
    await store.transition({
      ledger: 'application',
      id: 'case',
      rev,
      transition: 'receive',
      input: { on: TODAY, values: {} },
    }),
  );
  const moved: (readonly MovedCase[])[] = [];
  store.subscribe((event) => {
    if (event.kind === 'dueMoved') moved.push(event.moved);
  });
  return { store, id: 'case', moved };
}

test('an imported calendar tells which due dates moved, its undo tells them back', async () => {
  const { store, id, moved } = await officeWithCase();
  // Received on Tuesday 29, three working days: 30, 31, and Friday 1 January while nothing is known of 2027.
  const receipt = receiptOf(await store.write([holiday({ day: '2027-01-01', kind: '休', name: '元旦' })], IMPORT));
  const there = { ledger: 'application', record: id, title: 'ZR-2026-0001 二次供水设施巡查', clock: 'D2' };
  expect(moved).toEqual([
    [expect.objectContaining({ ...there, dueBefore: '2027-01-01', dueAfter: '2027-01-04', uncertain: false })],
  ]);
  const [reading] = (await store.view('application', id))?.clocks ?? [];
  expect(reading).toMatchObject({ dueOn: '2027-01-04', uncertain: false });
  receiptOf(await store.undo(receipt.batch));
  expect(moved[1]).toEqual([
    expect.objectContaining({ dueBefore: '2027-01-04', dueAfter: '2027-01-01', uncertain: true }),
  ]);
});

test('a holiday that moves nothing, and other writes, tell nothing', async () => {
  const { store, moved } = await officeWithCase();
  receiptOf(await store.write([holiday({ day: '2027-05-03', kind: '休', name: '劳动节' })], IMPORT));
  receiptOf(
    await store.write([{ kind: 'create', ledger: 'department', values: { name: '区民政局' } }], {
      kind: 'create',
      text: '登记',
    }),
  );
  expect(moved).toEqual([]);
});
