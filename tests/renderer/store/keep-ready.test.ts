import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepReady } from '../../../renderer/store/keep-ready.ts';
import type { StoreEvent } from '../../../renderer/store/store-api.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

/** A store whose preparations end when told, and how many began. */
function slowStore() {
  const ends: (() => void)[] = [];
  let tell: (event: StoreEvent) => void = () => undefined;
  const store = {
    prepare: () => new Promise<void>((resolve) => ends.push(resolve)),
    subscribe: (heard: (event: StoreEvent) => void) => {
      tell = heard;
      return () => undefined;
    },
  };
  return {
    store,
    changes: () => tell({ kind: 'changed', ledgers: ['application'] }),
    begun: () => ends.length,
    end: () => ends.at(-1)?.(),
  };
}

test('what a change makes necessary is prepared once the preparation under way has ended, and once for all changes', async () => {
  const { store, changes, begun, end } = slowStore();
  keepReady(store);
  await vi.advanceTimersByTimeAsync(799);
  expect(begun()).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun()).toBe(1);
  changes();
  await vi.advanceTimersByTimeAsync(800);
  changes();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun()).toBe(1);
  end();
  await vi.advanceTimersByTimeAsync(800);
  expect(begun()).toBe(2);
  end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun()).toBe(2);
});
