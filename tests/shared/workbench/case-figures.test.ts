import { expect, test } from 'vitest';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { supervision } from '../../../shared/ledgers/supervision.ts';
import { figuresOf, recentMonths, recordsBehind } from '../../../shared/workbench/month-figures.ts';
import { waitingIn } from '../../../shared/workbench/waiting-cases.ts';

const row = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/1', values });

const step = (to: string, on: string, from = 'RECEIVED') => ({ id: `${to}${on}`, transition: '', from, to, on });

const DEMANDS = [
  row('closed', {
    receivedAt: '2025-12-20T09:12:00+08:00',
    state: 'ARCHIVED',
    closedOn: '2026-01-03',
    steps: [
      step('ASSIGNED', '2025-12-20'),
      step('VISITING', '2026-01-03', 'ASSIGNED'),
      step('VISITED', '2026-01-04', 'VISITING'),
      step('ARCHIVED', '2026-01-05', 'VISITED'),
    ],
  }),
  row('open', { receivedAt: '2026-01-02T10:00:00+08:00', state: 'ASSIGNED', steps: [step('ASSIGNED', '2026-01-02')] }),
  row('new', { receivedAt: '2026-01-05T08:00:00+08:00', state: 'RECEIVED' }),
];

test('a case counts in the month it came and in the month it was closed', () => {
  const { months, inHand } = figuresOf(demand, DEMANDS, '2026-01-05');
  expect(months.length).toBe(12);
  expect(months.slice(-2)).toEqual([
    { month: '2025-12', received: 1, closed: 0 },
    { month: '2026-01', received: 2, closed: 1 },
  ]);
  expect(inHand).toBe(2);
  expect(recentMonths('2026-01-05')[0]).toBe('2025-02');
});

test('the records behind a number are those it counts', () => {
  const ids = (what: 'received' | 'closed', month: string) =>
    recordsBehind(demand, DEMANDS, { ledger: 'demand', what, month });
  expect(ids('received', '2026-01')).toEqual(['open', 'new']);
  expect(ids('closed', '2026-01')).toEqual(['closed']);
  expect(recordsBehind(demand, DEMANDS, { ledger: 'demand', what: 'inHand' })).toEqual(['open', 'new']);
});

test('who is waited for: by state, how many, how long the first one stands there, what comes next', () => {
  expect(waitingIn(demand, DEMANDS, '2026-01-05')).toEqual([
    {
      ledger: 'demand',
      party: '承办单位',
      state: 'ASSIGNED',
      count: 1,
      longest: 3,
      first: 'open',
      next: ['联系诉求人', '退单'],
    },
    {
      ledger: 'demand',
      party: '经办人',
      state: 'RECEIVED',
      count: 1,
      longest: 0,
      first: 'new',
      next: ['派单', '退单'],
    },
  ]);
  const [group] = waitingIn(supervision, [row('s', { openedOn: '2026-01-01', state: 'OPEN' })], '2026-01-05');
  expect(group).toMatchObject({ party: '牵头单位', longest: 4, next: ['办结'] });
});
