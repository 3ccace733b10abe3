import { describe, expect, test } from 'vitest';
import { closedOn, isInHand } from '../../../shared/kit/case-life.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { organisation } from '../../../shared/ledgers/organisation.ts';
import { strayTask } from '../../../shared/ledgers/stray-task.ts';
import { record } from '../ledgers/support.ts';

const RECEIVED = { receivedAt: '2025-12-20T09:00:00+08:00' };
const step = (id: string, from: string, to: string, on: string) => ({ id, transition: id, from, to, on });

describe('the day a case was closed', () => {
  test('is when it left the desk for good, not when it was archived', () => {
    const steps = [
      step('a', 'RECEIVED', 'CLOSED', '2025-12-22'),
      step('b', 'CLOSED', 'ASSIGNED', '2025-12-24'),
      step('c', 'ASSIGNED', 'CLOSED', '2025-12-30'),
      step('d', 'CLOSED', 'VISITED', '2026-01-02'),
      step('e', 'VISITED', 'ARCHIVED', '2026-01-05'),
    ];
    expect(closedOn(demand, record('d', { ...RECEIVED, state: 'ARCHIVED', steps }))).toBe('2025-12-30');
  });

  test('of a row without steps is what its field says, else its business day', () => {
    expect(closedOn(demand, record('d', { ...RECEIVED, state: 'CLOSED', closedOn: '2025-12-28' }))).toBe('2025-12-28');
    expect(closedOn(demand, record('d', { ...RECEIVED, state: 'RETURNED' }))).toBe('2025-12-20');
    expect(closedOn(strayTask, record('s', { date: '2026-01-02', answeredOn: '2026-01-04' }))).toBe('2026-01-04');
  });

  test('is none while it is open, and registers have none', () => {
    expect(closedOn(demand, record('d', { ...RECEIVED, state: 'ASSIGNED' }))).toBeUndefined();
    expect(isInHand(strayTask, record('s', { date: '2026-01-02' }))).toBe(true);
    expect(isInHand(organisation, record('o', { name: '晨光社区' }))).toBe(false);
  });
});
