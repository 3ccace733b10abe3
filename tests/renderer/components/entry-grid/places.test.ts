import { expect, test } from 'vitest';
import { isIn, movedBy, rangeOf, rowOfKey, tabbed } from '../../../../renderer/components/entry-grid/places.ts';

const bounds = { rows: 100, columns: 4 };
const at = { row: 5, column: 2 };

test.each([
  ['ArrowDown', false, { row: 6, column: 2 }],
  ['ArrowUp', true, { row: 0, column: 2 }],
  ['ArrowRight', true, { row: 5, column: 3 }],
  ['PageDown', false, { row: 20, column: 2 }],
  ['Home', false, { row: 5, column: 0 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 99, column: 3 }],
  ['a', false, undefined],
])('%s with Ctrl %s leads to %j', (key, ctrl, place) => {
  expect(movedBy(key, ctrl, at, bounds)).toEqual(place);
});

test('no key leads out of the sheet', () => {
  expect(movedBy('ArrowUp', false, { row: 0, column: 0 }, bounds)).toEqual({ row: 0, column: 0 });
  expect(movedBy('PageDown', false, { row: 95, column: 0 }, bounds)).toEqual({ row: 99, column: 0 });
  expect(tabbed({ row: 0, column: 0 }, true, bounds)).toEqual({ row: 0, column: 0 });
});

test('Tab goes on in the next row, and back', () => {
  expect(tabbed({ row: 5, column: 3 }, false, bounds)).toEqual({ row: 6, column: 0 });
  expect(tabbed({ row: 6, column: 0 }, true, bounds)).toEqual({ row: 5, column: 3 });
});

test('a range is the same whichever corner it is drawn from', () => {
  const range = rangeOf({ row: 7, column: 1 }, { row: 3, column: 2 });
  expect(range).toEqual({ top: 3, bottom: 7, left: 1, right: 2 });
  expect(isIn({ row: 5, column: 2 }, range)).toBe(true);
  expect(isIn({ row: 5, column: 3 }, range)).toBe(false);
});

test('a row is found again where others came or went above it; one that is gone leaves the cursor where it is', () => {
  const keys = ['a', 'b', 'c', 'd'];
  const at = (list: readonly string[]) => (row: number) => list[row] ?? '';
  expect(rowOfKey(at(keys), 'c', 2, 4)).toBe(2);
  expect(rowOfKey(at(['b', 'c', 'd']), 'c', 2, 3)).toBe(1);
  expect(rowOfKey(at(['z', ...keys]), 'c', 2, 5)).toBe(3);
  expect(rowOfKey(at(['a', 'b', 'd']), 'c', 2, 3)).toBe(2);
});
