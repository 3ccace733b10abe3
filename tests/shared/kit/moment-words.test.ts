import { expect, test } from 'vitest';
import { minuteWords, momentWords } from '../../../shared/kit/moment-words.ts';

test('a moment is shown in the office’s own time, without the offset', () => {
  expect(momentWords('2026-11-23T09:41:07.123+08:00')).toBe('2026-11-23 09:41:07');
  expect(minuteWords('2026-11-23T09:41:07.123+08:00')).toBe('2026-11-23 09:41');
});
