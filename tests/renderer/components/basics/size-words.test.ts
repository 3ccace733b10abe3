import { expect, test } from 'vitest';
import { sizeWords } from '../../../../renderer/components/basics/size-words.ts';

test.each([
  [1, '1 KB'],
  [91 * 1024, '91 KB'],
  [1024 * 1024 - 1, '1,024 KB'],
  [3.4 * 1024 * 1024, '3.4 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
