import { describe, expect, test } from 'vitest';
import { exampleForm } from '../../../shared/example/example-form.ts';
import { EXAMPLE_CLERK, EXAMPLE_STREET } from '../../../shared/example/example-names.ts';
import { makeExample } from '../../../shared/example/make-example.ts';
import { readFormLook } from '../../../shared/forms/form-look.ts';
import { planFilling } from '../../../shared/forms/plan-filling.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { contextMaker } from '../../../shared/history/context.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { figureText } from '../../../shared/indicators/figure.ts';
import { INDICATORS } from '../../../shared/indicators/indicator-list.ts';
import { type PeriodKind, periodOf, previousPeriod } from '../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';
import { REPORTS } from '../../../shared/reports/report-list.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';

const TODAY = '2026-01-05';

const state = new OfficeState(ledgers);
for (const { drafts } of makeExample(ledgers, TODAY)) {
  for (const draft of drafts) {
    if (draft.kind !== 'create') continue;
    state.apply({ kind: 'create', ledger: draft.ledger, id: draft.id ?? '', rev: '', values: draft.values }, 'a/1/1');
    state.table(draft.ledger).changes += 1;
  }
}
const context = contextMaker(state)(TODAY, EXAMPLE_CLERK);
/** The one a clerk would hand in today: the last that is over. */
const lastOver = (kind: PeriodKind) => previousPeriod(periodOf(kind, TODAY));

describe('over the example office', () => {
  test.each(REPORTS.map((report) => [report.title, report] as const))('%s has figures', (_, report) => {
    const period = lastOver(report.usual);
    const built = report.build({ context, period, office: EXAMPLE_STREET, signatures: { filledOn: TODAY } });
    const texts = [
      ...(built.cells ?? []).map(({ figure }) => figureText(figure)),
      ...(built.paragraphs ?? []).flatMap((words) => words.match(/\d+(?= ?[件项个次])/g) ?? []),
    ];
    expect(texts.filter((text) => !/^(0|—|0\.0%?)?$/.test(text)).length).toBeGreaterThan(0);
  });

  test.each(INDICATORS.map((indicator) => [`${indicator.id} ${indicator.title}`, indicator] as const))(
    '%s has a figure',
    (_, { ledger, measure }) => {
      const figure = measure({ records: context.records(ledger), period: lastOver('year'), context });
      expect(figureText(figure)).toMatch(/\d/);
    },
  );

  test('the district’s blank form is bound without a question and filled with the month', () => {
    const bytes = writeWorkbook(exampleForm());
    const sheets = readFormLook(bytes);
    const { binding, toCheck } = proposeBinding(sheets, ledgers, context);
    expect(toCheck).toEqual([]);
    const request = { context, ledgerById, period: lastOver('month'), office: EXAMPLE_STREET };
    const { traced } = planFilling(binding, sheets, request);
    // Six figures of each of the twelve communities.
    expect(traced.length).toBe(72);
    expect(traced.filter(({ figure }) => (figure.value ?? 0) > 0).length).toBeGreaterThan(36);
  });
});
