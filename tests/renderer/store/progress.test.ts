import { afterEach, expect, test, vi } from 'vitest';
import { StoreCore } from '../../../renderer/store/store-core.ts';
import { Desk } from './support.ts';

afterEach(() => vi.restoreAllMocks());

test('progress is told a few times a second, each task’s first and its end always', () => {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const core = new StoreCore(new Desk().parts());
  const told: string[] = [];
  core.subscribe((event) => {
    if (event.kind === 'progress') told.push(`${event.task} ${event.done}`);
  });
  core.progress('plan', 1, 10);
  core.progress('plan', 2, 10);
  core.progress('save', 1, 10);
  now += 200;
  core.progress('save', 5, 10);
  core.progress('save', 6, 10);
  core.progress('save', 10, 10);
  expect(told).toEqual(['plan 1', 'save 1', 'save 5', 'save 10']);
});
