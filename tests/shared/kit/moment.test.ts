import { expect, test } from 'vitest';
import { addMinutes, endOfDay, minutesBetween } from '../../../shared/kit/moment.ts';

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
