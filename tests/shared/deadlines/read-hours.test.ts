import { describe, expect, test } from 'vitest';
import type { ClockDefinition, ClockRun, Ladder } from '../../../shared/deadlines/clock.ts';
import { dueKey, readClock } from '../../../shared/deadlines/read-clock.ts';
import { type DatedParameter, reviewContext } from '../access/review/review-support.ts';

const RECORD = { id: 'r', rev: 'a/1/1', values: {} };
const RECEIVED = '2026-01-05T09:12:00+08:00';

type Setting = { limit?: number; run?: Partial<ClockRun>; ladder?: Ladder; unit?: ClockDefinition['unit'] };

const clock = ({ limit = 2, run = {}, ladder = 'usual', unit = 'hours' }: Setting): ClockDefinition => ({
  id: 'h',
  title: '办理',
  unit,
  limit: { group: '时限', key: 'h', otherwise: limit },
  bindsOn: () => '2026-01-05',
  runs: () => [{ startedOn: '2026-01-05', startedAt: RECEIVED, pauses: [], round: 1, ...run }],
  ladder,
  basis: '试验',
  inferred: true,
});

const at = (setting: Setting, now: string | undefined, parameters: readonly DatedParameter[] = []) => {
  const context = reviewContext((now ?? RECEIVED).slice(0, 10), parameters);
  return readClock(clock(setting), RECORD, now === undefined ? context : { ...context, now })[0];
};

describe('a limit in hours', () => {
  test('runs from the minute it began, through the night', () => {
    expect(at({}, '2026-01-05T09:12:00+08:00')).toMatchObject({
      dueOn: '2026-01-05',
      dueAt: '2026-01-05T11:12:00+08:00',
      limit: 2,
      used: 0,
      left: 2,
      level: 'green',
    });
    expect(at({ limit: 24 }, '2026-01-06T06:12:00+08:00')).toMatchObject({
      dueAt: '2026-01-06T09:12:00+08:00',
      used: 21,
      left: 3,
    });
  });

  test('is over a minute after its end, and counts the begun hour as overdue', () => {
    expect(at({}, '2026-01-05T11:12:00+08:00')).toMatchObject({ left: 0, level: 'amber' });
    expect(at({}, '2026-01-05T11:13:00+08:00')).toMatchObject({ left: -1, level: 'red', rung: '超期' });
    expect(at({}, '2026-01-05T13:13:00+08:00')).toMatchObject({ left: -3 });
  });

  test('is met or missed by the moment of the stop; where only its day is known, by the day', () => {
    const stopped = (stoppedAt: string) =>
      at({ run: { stoppedOn: '2026-01-05', stoppedAt } }, '2026-03-01T08:00:00+08:00');
    expect(stopped('2026-01-05T11:12:00+08:00')).toMatchObject({ level: 'met', rung: '正常', used: 2 });
    expect(stopped('2026-01-05T11:13:00+08:00')).toMatchObject({ level: 'missed' });
    expect(at({ run: { stoppedOn: '2026-01-05' } }, '2026-03-01T08:00:00+08:00')?.level).toBe('met');
    expect(at({ run: { stoppedOn: '2026-01-06' } }, '2026-03-01T08:00:00+08:00')?.level).toBe('missed');
  });

  test('without a clock the whole of today is taken to be over', () => {
    expect(at({}, undefined)).toMatchObject({ level: 'red', left: -13 });
    expect(at({ limit: 24 }, undefined)).toMatchObject({ level: 'amber', left: 9 });
  });

  test('a day set by the source ends with its last minute', () => {
    const due = { on: '2026-01-06', why: '来件写明' };
    expect(at({ run: { due } }, '2026-01-06T23:00:00+08:00')).toMatchObject({
      dueAt: '2026-01-06T23:59:00+08:00',
      dueWhy: '来件写明',
      left: 0,
      level: 'amber',
    });
  });

  test('ends in the order of moments, days at their evening', () => {
    const keys = [{ dueOn: '2026-01-05' }, { dueOn: '2026-01-05', dueAt: '2026-01-05T11:12:00+08:00' }].map(dueKey);
    expect(keys.toSorted()).toEqual(['2026-01-05T11:12:00+08:00', '2026-01-05T24']);
  });
});

describe('the warning ladder', () => {
  test.each([
    ['2026-01-05T21:11:00+08:00', '正常'],
    ['2026-01-05T21:12:00+08:00', '预警'],
    ['2026-01-06T03:11:00+08:00', '预警'],
    ['2026-01-06T03:12:00+08:00', '警告'],
    ['2026-01-06T05:36:00+08:00', '严重警告'],
    ['2026-01-06T09:12:00+08:00', '严重警告'],
    ['2026-01-06T09:13:00+08:00', '超期'],
  ])('24 hours from 09:12, at %s: %s', (now, rung) => {
    expect(at({ limit: 24 }, now)?.rung).toBe(rung);
  });

  test('days climb it by whole days: 10 working days are half used after 5', () => {
    const days = { limit: 10, unit: 'workingDays' as const };
    // 2026-01-05 is a Monday: 01-09 is the fourth working day after it, 01-12 the fifth.
    expect(at(days, '2026-01-09T08:00:00+08:00')?.rung).toBe('正常');
    expect(at(days, '2026-01-12T08:00:00+08:00')).toMatchObject({ used: 5, rung: '预警', level: 'amber' });
    expect(at(days, '2026-01-15T08:00:00+08:00')).toMatchObject({ used: 8, rung: '警告' });
    expect(at(days, '2026-01-19T08:00:00+08:00')).toMatchObject({ used: 10, left: 0, rung: '严重警告' });
    expect(at(days, '2026-01-20T08:00:00+08:00')).toMatchObject({ rung: '超期', level: 'red' });
  });

  test('the office may move its steps', () => {
    const later: DatedParameter = ['预警比例', '预警', '60'];
    expect(at({ limit: 10, unit: 'workingDays' }, '2026-01-12T08:00:00+08:00', [later])?.rung).toBe('正常');
    expect(at({ limit: 10, unit: 'workingDays' }, '2026-01-13T08:00:00+08:00', [later])?.rung).toBe('预警');
  });

  test('an extension counts the ladder over the longer limit', () => {
    const due = { on: '2026-02-02', why: '批准延期' };
    const days = { limit: 10, unit: 'workingDays' as const, run: { due } };
    expect(at(days, '2026-01-12T08:00:00+08:00')).toMatchObject({ dueOn: '2026-02-02', limit: 20, rung: '正常' });
  });
});
