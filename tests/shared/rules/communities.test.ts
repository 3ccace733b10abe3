import { expect, test } from 'vitest';
import { communitiesOn, communityOf } from '../../../shared/rules/communities.ts';
import { contextOf, record } from '../ledgers/support.ts';

const context = contextOf({
  organisation: [
    record('street', { level: '街道' }),
    record('cg', { level: '社区', parent: 'street' }),
    record('dh', { level: '社区', parent: 'street', offFrom: '2026-06-01' }),
    record('yard', { level: '小区', parent: 'cg' }),
    record('grid', { level: '网格', parent: 'yard' }),
    record('a', { level: '网格', parent: 'b' }),
    record('b', { level: '网格', parent: 'a' }),
  ],
});

test('a unit belongs to the community above it; a street and a circle to none', () => {
  const found = (...units: readonly string[]) => units.map((unit) => communityOf(unit, context));
  expect(found('cg', 'yard', 'grid')).toEqual(['cg', 'cg', 'cg']);
  expect(found('street', 'a', 'gone', '')).toEqual([undefined, undefined, undefined, undefined]);
});

test('communities in use on a day, all or those named', () => {
  const ids = (on: string, only?: readonly string[]) => communitiesOn(context, on, only).map(({ id }) => id);
  expect(ids('2026-05-31')).toEqual(['cg', 'dh']);
  expect(ids('2026-06-01')).toEqual(['cg']);
  expect(ids('2026-05-31', ['dh'])).toEqual(['dh']);
});
