import { describe, expect, test } from 'vitest';
import { clockWords } from '../../../../renderer/components/basics/clock-words.ts';
import type { ClockReading } from '../../../../shared/deadlines/clock.ts';

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
