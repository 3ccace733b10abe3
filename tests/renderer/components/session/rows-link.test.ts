import { expect, test } from 'vitest';
import { filtersOfLink, rowsLink } from '../../../../renderer/components/session/rows-link.ts';
import type { Filter } from '../../../../shared/kit/query.ts';

const filters: readonly Filter[] = [
  { field: 'inDate', from: '2026-11-01', to: '2026-11-30' },
  { field: 'matchResult', is: ['清单外'] },
];

test('the filters of a figure survive their address, also half decoded as the router hands it on', () => {
  const address = rowsLink(filters);
  const part = address.slice(address.lastIndexOf('/') + 1);
  expect(filtersOfLink(part)).toEqual(filters);
  expect(filtersOfLink(decodeURI(part))).toEqual(filters);
});

test('a mangled address filters nothing and breaks nothing', () => {
  expect(filtersOfLink('%E4%B8')).toEqual([]);
  expect(filtersOfLink('[1,"x",{"other":2}]')).toEqual([]);
});
