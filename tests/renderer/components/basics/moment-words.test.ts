import { expect, test } from 'vitest';
import { momentWords } from '../../../../renderer/components/basics/moment-words.ts';
import { sizeWords } from '../../../../renderer/components/basics/size-words.ts';

test('a moment is shown in the office’s own time, without the offset', () => {
  expect(momentWords('2026-11-23T09:41:07.123+08:00')).toBe('2026-11-23 09:41:07');
});

test.each([
  [1, '1 KB'],
  [91 * 1024, '91 KB'],
  [1024 * 1024 - 1, '1,024 KB'],
  [3.4 * 1024 * 1024, '3.4 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
