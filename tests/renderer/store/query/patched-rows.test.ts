import { describe, expect, test } from 'vitest';
import { patchedRows } from '../../../../renderer/store/query/patched-rows.ts';
import { compareBy, sortRows } from '../../../../shared/kit/query.ts';
import { fc } from '../../../properties.ts';

type Row = { readonly id: string; readonly values: { readonly n?: number } };

const row = (id: number, n: number | undefined): Row => ({ id: `r${id}`, values: n === undefined ? {} : { n } });
const sort = { field: 'n', descending: false };
const compare = compareBy(sort.field, sort.descending);

describe('a list after a few edits', () => {
  test('is what sorting everything anew gives', () => {
    const value = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
    const edits = fc.dictionary(fc.constantFrom('0', '3', '5', '11', '12'), fc.option(value, { nil: null }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), edits, (values, changed) => {
        const before = values.map((n, id) => row(id, n));
        const records = new Map(before.map((one) => [one.id, one]));
        // null: deleted, or no longer let through by the filters.
        for (const [id, n] of Object.entries(changed)) {
          if (n === null) records.delete(`r${id}`);
          else records.set(`r${id}`, row(Number(id), n));
        }
        const touched = new Set(Object.keys(changed).map((id) => `r${id}`));
        const patched = patchedRows(sortRows(before, sort), touched, (id) => records.get(id), compare);
        const anew = sortRows([...records.values()], sort);
        expect(patched.map(({ values: { n } }) => n)).toEqual(anew.map(({ values: { n } }) => n));
        expect(new Set(patched)).toEqual(new Set(anew));
      }),
    );
  });

  test('without an order edits stay in place and new rows come last', () => {
    const rows = [row(1, 5), row(2, 6)];
    const now = new Map([
      ['r1', row(1, 9)],
      ['r3', row(3, 1)],
    ]);
    const patched = patchedRows(rows, new Set(['r1', 'r3']), (id) => now.get(id), undefined);
    expect(patched).toEqual([row(1, 9), row(2, 6), row(3, 1)]);
    expect(patchedRows(rows, new Set(), () => undefined, compare)).toBe(rows);
  });
});
