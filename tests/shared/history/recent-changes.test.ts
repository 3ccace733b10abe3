import { expect, test } from 'vitest';
import { RecentChanges } from '../../../shared/history/recent-changes.ts';

test('tells what was touched since, as long as it knows every batch between', () => {
  const recent = new RecentChanges();
  recent.touch('a');
  recent.close(1);
  recent.touch('b');
  recent.touch('c');
  recent.close(2);
  expect(recent.since(2, 2)).toEqual(new Set());
  expect(recent.since(1, 2)).toEqual(new Set(['b', 'c']));
  expect(recent.since(0, 2)).toEqual(new Set(['a', 'b', 'c']));
  // Counted on by something that touched no record one by one: a loaded block.
  expect(recent.since(0, 3)).toBeUndefined();
});

test('forgets what is long ago, and all of it after a bulk batch', () => {
  const recent = new RecentChanges();
  for (let changes = 1; changes <= 40; changes += 1) {
    recent.touch(`r${changes}`);
    recent.close(changes);
  }
  expect(recent.since(39, 40)).toEqual(new Set(['r40']));
  expect(recent.since(1, 40)).toBeUndefined();
  for (let id = 0; id < 1_000; id += 1) recent.touch(`r${id}`);
  recent.close(41);
  expect(recent.since(40, 41)).toBeUndefined();
  recent.touch('a');
  recent.close(42);
  expect(recent.since(41, 42)).toEqual(new Set(['a']));
});
