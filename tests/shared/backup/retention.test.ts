import { describe, expect, test } from 'vitest';
import { isMuchSmaller, superseded } from '../../../shared/backup/retention.ts';

const taken = (at: string, records = 100, version = '1') => ({ id: at, at, version, counts: { application: records } });

/** The last so many days before a day, one snapshot at 09:00 and one at 17:00 of each. */
const twiceADay = (days: number) =>
  Array.from({ length: days }, (_, back) => {
    const day = new Date(Date.UTC(2026, 0, 5 - back)).toISOString().slice(0, 10);
    return [taken(`${day}T17:00:00+08:00`), taken(`${day}T09:00:00+08:00`)];
  }).flat();

const left = (snapshots: readonly ReturnType<typeof taken>[], today = '2026-01-05') => {
  const gone = new Set(superseded(snapshots, today));
  return snapshots.map(({ at }) => at.slice(0, 16)).filter((_, index) => !gone.has(snapshots[index]?.id ?? ''));
};

describe('which snapshots may go', () => {
  test('all of today stay, whatever their number', () => {
    const today = Array.from({ length: 40 }, (_, at) => taken(`2026-01-05T09:${10 + at}:00+08:00`));
    expect(left(today)).toHaveLength(40);
  });

  test('of the 30 days before today the last of each', () => {
    const days = left(twiceADay(31));
    expect(days).toHaveLength(2 + 4 * 2 + 26);
    // Today both; the ten newest reach four days further back; before them the evenings alone.
    expect(days).not.toContain('2025-12-20T09:00');
    expect(days).toContain('2025-12-20T17:00');
    expect(days).toContain('2025-12-06T17:00');
  });

  test('further back the last of each month, for 24 months', () => {
    const days = left(twiceADay(900));
    expect(days).toContain('2025-11-30T17:00');
    expect(days).not.toContain('2025-11-29T17:00');
    expect(days).toContain('2024-01-31T17:00');
    expect(days).not.toContain('2023-12-31T17:00');
  });

  test('never fewer than ten, however old', () => {
    const old = Array.from({ length: 14 }, (_, at) => taken(`2019-03-05T09:${10 + at}:00+08:00`));
    expect(left(old)).toHaveLength(10);
  });

  test('the last one before the records became much fewer stays: a small one never replaces a good one', () => {
    const many = Array.from({ length: 20 }, (_, at) => taken(`2025-06-05T09:${10 + at}:00+08:00`, 5000));
    const few = Array.from({ length: 20 }, (_, at) => taken(`2025-06-05T10:${10 + at}:00+08:00`, 3));
    expect(left([...many, ...few])).toContain('2025-06-05T09:29');
  });

  test('the last one of each program version stays', () => {
    const old = taken('2020-01-01T09:00:00+08:00', 100, '0.9');
    expect(left([old, ...twiceADay(40)])).toContain('2020-01-01T09:00');
  });

  test('with the clock set back a year, what seems to lie ahead stays', () => {
    const snapshots = twiceADay(40);
    expect(left(snapshots, '2025-01-05')).toHaveLength(snapshots.length);
  });
});

test.each([
  [3, 5000, true],
  [49, 100, true],
  [50, 100, false],
  [0, 9, false],
  [200, 100, false],
])('%i records after %i are much fewer: %s', (now, before, answer) => {
  expect(isMuchSmaller(now, before)).toBe(answer);
});
