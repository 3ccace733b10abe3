import { expect, test } from 'vitest';
import { satisfactionReport } from '../../../../shared/access/reports/satisfaction-report.ts';
import { rowsIn } from '../../../../shared/kit/field-values.ts';
import { cases, requestOf } from './half-year-office.ts';

test('R6 takes 参评数 as it was counted, where it was', () => {
  const counted = cases.map((one) => {
    const rows = rowsIn(one.values, 'evaluations').map((row) => ({ ...row, participants: 60 }));
    return rows.length === 0 ? one : { ...one, values: { ...one.values, evaluations: rows } };
  });
  const partaking = (applications: typeof cases) =>
    satisfactionReport(requestOf({ application: applications }))
      .cells.filter(({ sheet, column }) => sheet === 0 && column === 3)
      .map(({ figure }) => figure.value);
  // One line and its total; the votes alone were 30 + 12 + 8 + 5.
  expect(partaking(cases)).toEqual([55, 55]);
  expect(partaking(counted)).toEqual([60, 60]);
});
