import { expect, test } from 'vitest';
import { addMinutes, atOffset, endOfDay, isMoment, minutesBetween } from '../../../shared/kit/moment.ts';

test('minutes are added over midnight, month and year, in the offset written', () => {
  expect(addMinutes('2026-01-05T09:12:00+08:00', 120)).toBe('2026-01-05T11:12:00+08:00');
  expect(addMinutes('2025-12-31T23:30:00+08:00', 24 * 60)).toBe('2026-01-01T23:30:00+08:00');
  expect(addMinutes('2026-03-01T00:10:00+08:00', -20)).toBe('2026-02-28T23:50:00+08:00');
});

test('moments of different offsets stand on one line', () => {
  expect(minutesBetween('2026-01-05T09:12:00+08:00', '2026-01-05T11:12:30+08:00')).toBe(120);
  expect(minutesBetween('2026-01-05T08:00:00+08:00', '2026-01-05T00:00:00Z')).toBe(0);
  expect(minutesBetween('2026-01-05T09:00+08:00', '2026-01-05T08:30+08:00')).toBe(-30);
});

test('the end of a day is its last minute; what is no moment is refused', () => {
  expect(endOfDay('2026-01-05', '2026-01-01T09:00:00+08:00')).toBe('2026-01-05T23:59:00+08:00');
  expect(() => addMinutes('2026-01-05', 1)).toThrow(RangeError);
  expect(() => minutesBetween('', '2026-01-05T09:00+08:00')).toThrow('not a moment');
});

test('a moment is one of the calendar and of the clock, in whatever offset', () => {
  for (const moment of ['2026-01-05T09:12', '2026-01-05T23:59:59.5Z', '2024-02-29T00:00:00-11:30']) {
    expect(isMoment(moment), moment).toBe(true);
  }
  for (const text of [
    '2026-01-05',
    '2026-02-29T09:12Z',
    '2026-01-05T24:00Z',
    '2026-01-05T09:60Z',
    '2026-01-05T09:12:60Z',
    '2026-01-05T09:12+24:00',
    '2026-01-05T09:12 早上',
  ]) {
    expect(isMoment(text), text).toBe(false);
  }
});

test('the clocks of another offset show the same moment, on another day perhaps', () => {
  expect(atOffset('2026-01-31T20:00:07Z', '+08:00')).toBe('2026-02-01T04:00:07+08:00');
  expect(atOffset('2026-01-01T00:10+08:00', 'Z')).toBe('2025-12-31T16:10:00Z');
});
