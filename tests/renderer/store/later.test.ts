import { expect, test } from 'vitest';
import { later } from '../../../renderer/store/later.ts';

type Adder = { readonly add: (one: number, other: number) => number; readonly sum: () => number };

function adder(): Adder {
  let sum = 0;
  return {
    add: (one, other) => {
      sum += one + other;
      return one + other;
    },
    sum: () => sum,
  };
}

const NAMES = { add: true, sum: true } as const;

test('reads a service once, when it is first asked, and keeps it', async () => {
  let reads = 0;
  const service = later<Adder>(NAMES, async () => {
    reads += 1;
    return adder();
  });
  expect(reads).toBe(0);
  expect(await Promise.all([service.add(1, 2), service.add(3, 4)])).toEqual([3, 7]);
  expect(await service.sum()).toBe(10);
  expect(reads).toBe(1);
});

test('a service that could not be read is asked for again', async () => {
  let reads = 0;
  const service = later<Adder>(NAMES, async () => {
    reads += 1;
    if (reads === 1) throw new Error('not there');
    return adder();
  });
  await expect(service.sum()).rejects.toThrow('not there');
  expect(await service.add(2, 2)).toBe(4);
});
