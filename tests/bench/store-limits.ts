import type { Figure } from './figures.ts';
import type { Limit } from './limits.ts';

type Bare = 'raw packed write' | 'raw packed read';

/** How many times as long as writing or reading the same rows bare each may take. */
const TIMES: readonly { readonly what: string; readonly over: Bare; readonly limit: number }[] = [
  { what: 'commit 100,000 rows', over: 'raw packed write', limit: 4 },
  { what: 'checkpoint', over: 'raw packed write', limit: 1.5 },
  { what: 'load 100,000 rows', over: 'raw packed read', limit: 3 },
  { what: 'search, first (texts and pinyin made)', over: 'raw packed read', limit: 3 },
];

/** What nobody is to notice, whatever the machine: milliseconds. */
const MILLISECONDS: readonly { readonly what: string; readonly limit: number }[] = [
  { what: 'longest stall while committing', limit: 150 },
  { what: 'commit one edit', limit: 20 },
  { what: 'filter on four fields', limit: 100 },
  { what: 'contains in a long text', limit: 100 },
  { what: 'search by words', limit: 100 },
  { what: 'search by pinyin initials', limit: 100 },
  { what: 'sort by a number', limit: 100 },
  { what: 'sort by Chinese text', limit: 100 },
];

/** What the store promises, with what was measured. */
export function storeLimits(figures: readonly Figure[]): readonly Limit[] {
  const measured = (what: string) => figures.find((figure) => figure.what === what)?.milliseconds ?? Number.NaN;
  return [
    ...TIMES.map(({ what, over, limit }): Limit => {
      return { what: `${what}, over the ${over}`, value: measured(what) / measured(over), limit, unit: 'times' };
    }),
    ...MILLISECONDS.map(({ what, limit }): Limit => ({ what, value: measured(what), limit, unit: 'ms' })),
  ];
}
