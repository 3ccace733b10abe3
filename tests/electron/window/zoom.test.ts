import { expect, test } from 'vitest';
import { nearestZoom, nextZoom } from '../../../electron/window/zoom.ts';

test.each([
  [1, 1, 1.1],
  [1.1, 1, 1.25],
  [1.25, 1, 1.5],
  [1.5, 1, 1.5],
  [1.5, -1, 1.25],
  [1.1, -1, 1],
  [1, -1, 1],
  // As Chromium gives 125 % back, and a factor of its own steps.
  [1.2499999, 1, 1.5],
  [1.2, -1, 1.1],
  [0.5, 1, 1],
  [3, -1, 1.5],
] as const)('from %d a step of %d leads to %d', (factor, direction, next) => {
  expect(nextZoom(factor, direction)).toBe(next);
});

test.each([
  [1.25, 1.25],
  [1.2499999, 1.25],
  [1.04, 1],
  [1.3, 1.25],
  [0.5, 1],
  [4, 1.5],
] as const)('%d is shown as %d', (factor, step) => {
  expect(nearestZoom(factor)).toBe(step);
});
