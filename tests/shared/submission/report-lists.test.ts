import { expect, test } from 'vitest';
import { admissionCatalogue } from '../../../shared/access/reports/admission-catalogue.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { demandMonthTable } from '../../../shared/reports/demand-month-table.ts';
import { keptLists, listChanges } from '../../../shared/submission/handed-lists.ts';
import { handedReport } from '../../../shared/submission/report-lists.ts';
import { figureChanges, submittedFigures } from '../../../shared/submission/submitted-figures.ts';
import { cases, officeContext } from '../access/reports/half-year-office.ts';
import { formContext, SEPTEMBER, slips } from '../forms/form-office.ts';

const request = (application: typeof cases) => ({
  context: officeContext({ application }),
  period: periodOf('year', '2026-03-01'),
  office: '顺河街道',
  signatures: { filledOn: '2026-12-31' },
});
const handed = (application: typeof cases) => {
  const { model, cells } = admissionCatalogue(request(application));
  return handedReport(model.sheets, cells);
};

test('a report of one line a case is compared by its cases, wherever they stand', () => {
  const whole = handed(cases);
  expect(whole.lists[0]?.ledger).toBe('application');
  expect(whole.lists[0]?.columns).toContain('事项名称');
  const [first] = whole.lists[0]?.rows ?? [];
  const without = handed(cases.filter(({ id }) => id !== first?.id));
  expect(listChanges(keptLists(whole.lists), keptLists(without.lists))).toMatchObject([
    { kind: 'gone', ids: [first?.id] },
  ]);
  const renamed = handed(
    cases.map((one) => (one.id === first?.id ? { ...one, values: { ...one.values, itemName: '另一件事' } } : one)),
  );
  expect(listChanges(keptLists(whole.lists), keptLists(renamed.lists))).toMatchObject([
    { kind: 'changed', ids: [first?.id], columns: ['事项名称'] },
  ]);
});

test('a table of figures is compared by its cells', () => {
  const built = (demand: ReturnType<typeof slips>) => {
    const { model, cells } = demandMonthTable({
      context: formContext({ demand }),
      period: periodOf('month', '2026-09-01'),
      office: '顺河街道',
      signatures: { filledOn: '2026-10-08' },
    });
    return handedReport(model.sheets, cells);
  };
  const all = slips('2026-09', SEPTEMBER);
  const [then, now] = [built(all), built(all.slice(1))];
  expect(then.lists).toEqual([]);
  expect(figureChanges(submittedFigures(then.figures), submittedFigures(now.figures)).length).toBeGreaterThan(0);
});
