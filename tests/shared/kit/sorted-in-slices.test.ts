import { expect, test } from 'vitest';
import { sortedInSlices } from '../../../shared/kit/sorted-in-slices.ts';

/** Driven to its end, with how often it could have paused. */
function driven(items: readonly (readonly [key: number, place: number])[]) {
  const work = sortedInSlices(items, ([left], [right]) => left - right);
  let pauses = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return { sorted: step.value, pauses };
    pauses += 1;
  }
}

test.each([0, 1, 499, 500, 501, 5_003])('%i items come out as toSorted has them, equal ones as they came', (count) => {
  const items = Array.from({ length: count }, (_, place) => [(place * 7919) % 101, place] as const);
  const { sorted, pauses } = driven(items);
  expect(sorted).toEqual(items.toSorted(([left], [right]) => left - right));
  // Once a slice when sorting, and again on every level of merging.
  expect(pauses).toBeGreaterThanOrEqual(Math.floor(count / 500));
});
