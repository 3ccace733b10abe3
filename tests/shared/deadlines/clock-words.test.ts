import { describe, expect, test } from 'vitest';
import type { ClockReading } from '../../../shared/deadlines/clock.ts';
import { clockWords, dueWords, overWords } from '../../../shared/deadlines/clock-words.ts';

const reading: ClockReading = {
  clock: 'D6',
  title: '区级审定',
  unit: 'workingDays',
  limit: 15,
  startedOn: '2026-11-02',
  dueOn: '2026-11-23',
  round: 1,
  used: 12,
  left: 3,
  level: 'amber',
  rung: '预警',
  basis: '',
  inferred: false,
  uncertain: false,
};

describe('clockWords', () => {
  test('counts down to the due day and up after it', () => {
    expect(clockWords(reading)).toBe('还剩 3 个工作日');
    expect(clockWords({ ...reading, left: 0 })).toBe('今天到期');
    expect(clockWords({ ...reading, left: -2, level: 'red' })).toBe('已超期 2 个工作日');
    expect(clockWords({ ...reading, unit: 'calendarDays' })).toBe('还剩 3 天');
  });

  test('a clock that stands or has stopped names no days', () => {
    expect(clockWords({ ...reading, level: 'paused' })).toBe('暂停计时');
    expect(clockWords({ ...reading, level: 'met', left: -4 })).toBe('按时办结');
    expect(clockWords({ ...reading, level: 'missed' })).toBe('超期办结');
  });
});

test('what is over says how much was used; what was late says its days, be it by a weekend alone', () => {
  expect(overWords({ ...reading, level: 'met', stoppedOn: '2026-11-18' })).toBe('用 12 / 15 个工作日');
  // Due on a Friday; on the Saturday after it no working day more has been used.
  const late = { ...reading, used: 15, dueOn: '2026-11-20', stoppedOn: '2026-11-21', level: 'missed' } as const;
  expect(overWords(late)).toBe('到期 2026-11-20，2026-11-21 办结');
});

test('a limit in hours counts hours, and its end has a minute', () => {
  const hours: ClockReading = {
    ...reading,
    unit: 'hours',
    left: 3,
    dueOn: '2026-01-05',
    dueAt: '2026-01-05T11:12:00+08:00',
  };
  expect(clockWords(hours)).toBe('还剩 3 小时');
  expect(clockWords({ ...hours, left: 0 })).toBe('还剩不足 1 小时');
  expect(clockWords({ ...hours, left: -1, level: 'red' })).toBe('已超期 1 小时');
  expect(dueWords(hours)).toBe('2026-01-05 11:12');
  expect(dueWords(reading)).toBe('2026-11-23');
});
