import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blocks } from './review-document.ts';

const written = readFileSync(new URL('../../../../docs/review.md', import.meta.url), 'utf8');

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
const blockOf = (name: string): string => written.split(`<!-- ${name} -->\n`)[1]?.split(`\n<!-- /${name} -->`)[0] ?? '';

// A rule changed on purpose is copied from this test's answer into docs/review.md.
test.each(Object.entries(blocks))('docs/review.md says %s as the code does', (name, expected) => {
  expect(blockOf(name)).toBe(expected);
});
