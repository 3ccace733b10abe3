import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const QUOTES = ["'", '"', '`'] as const;

/** The rows of the table in docs/TESTING.md. */
const rows = [...read('docs/TESTING.md').matchAll(/^\| (\d+) \| .* \| (tests\/\S+) \| (.+) \|$/gm)].map(
  ([, number, file = '', title = '']) => ({ number: Number(number), file, title }),
);

test('each of the twenty complaints has a test', () => {
  expect([...new Set(rows.map(({ number }) => number))]).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

test.each(rows)('$number: $file holds “$title”', ({ file, title }) => {
  const named = QUOTES.map((quote) => `(${quote}${title}${quote},`);
  const text = read(file).replace(/\(\s+/g, '(');
  expect(named.some((one) => text.includes(one))).toBe(true);
});
