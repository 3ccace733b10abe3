import { describe, expect, test } from 'vitest';
import { HOLIDAY_SEED } from '../../../shared/deadlines/holiday-seed.ts';
import { holidayRows } from '../../../shared/deadlines/working-calendar.ts';
import { validateValues } from '../../../shared/kit/validate.ts';
import { holiday } from '../../../shared/ledgers/holiday.ts';
import { contextOf } from './support.ts';

describe('节假日', () => {
  test('the rows of the announced years are records of this ledger as they stand', () => {
    const rows = holidayRows(HOLIDAY_SEED);
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) {
      expect(validateValues(holiday, row, contextOf())).toEqual([]);
      expect(Object.keys(row).every((fieldId) => fieldId in holiday.fields)).toBe(true);
    }
  });
});
