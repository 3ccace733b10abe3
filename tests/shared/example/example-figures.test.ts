import { describe, expect, test } from 'vitest';
import { EXAMPLE_CLERK, EXAMPLE_STREET } from '../../../shared/example/example-names.ts';
import { makeExample } from '../../../shared/example/make-example.ts';
import { contextMaker } from '../../../shared/history/context.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { figureText } from '../../../shared/indicators/figure.ts';
import { INDICATORS } from '../../../shared/indicators/indicator-list.ts';
import { type PeriodKind, periodOf, previousPeriod } from '../../../shared/indicators/period.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { REPORTS } from '../../../shared/reports/report-list.ts';

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
});
