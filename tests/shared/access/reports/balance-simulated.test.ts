import { describe, expect, test } from 'vitest';
import { checkBalance } from '../../../../shared/access/reports/balance.ts';
import { phaseOn } from '../../../../shared/access/reports/case-phases.ts';
import { caseHistories } from '../../../../shared/access/reports/statistics.ts';
import { VALID_STATES } from '../../../../shared/access/review/review-derived.ts';
import { nextPeriod, type Period, type PeriodKind, periodOf } from '../../../../shared/kit/period.ts';
import { stepsOf } from '../../../../shared/kit/steps.ts';
import { simulatedCases } from './simulated-office.ts';

const FIRST = '2025-01-01';
const LAST = '2026-12-31';

function periodsOf(kind: PeriodKind): readonly Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(kind, FIRST); period.first <= LAST; period = nextPeriod(period)) periods.push(period);
  return periods;
}

describe.each([20260105, 914507])('two years of 300 cases, seed %i', (seed) => {
  const cases = simulatedCases(300, FIRST, LAST, seed);
  const histories = caseHistories(cases);

  test('are no walk in the park: every outcome occurs', () => {
    const events = histories.flatMap((history) => history.events.map(({ event }) => event));
    expect(histories).toHaveLength(300);
    for (const event of ['listed', 'approved', 'rejected', 'withdrawn', 'published', 'leftUnpublished', 'exited']) {
      expect(events.filter((one) => one === event).length).toBeGreaterThan(0);
    }
    const taken = new Set(cases.flatMap((record) => stepsOf(record).map(({ transition }) => transition)));
    for (const transition of [
      'resubmit',
      'startFirst',
      'decideRenewal',
      'suspend',
      'sendBack',
      'archive',
      'supplemented',
    ]) {
      expect(taken).toContain(transition);
    }
  });

  test.each<[PeriodKind, number]>([
    ['month', 24],
    ['quarter', 8],
    ['halfYear', 4],
    ['year', 2],
  ])('balance in every %s', (kind, count) => {
    const periods = periodsOf(kind);
    expect(periods).toHaveLength(count);
    for (const period of periods) {
      for (const line of checkBalance(histories, period)) {
        expect({ period: period.label, line: line.id, cases: line.cases }).toEqual({
          period: period.label,
          line: line.id,
          cases: [],
        });
      }
    }
  });

  test('end in the stocks their states say, a renewed one that waits for its publication among the valid', () => {
    for (const history of histories) {
      const state = String(history.record.values.state);
      const wasValid = history.moves.some(({ to }) => VALID_STATES.has(to));
      const expected = VALID_STATES.has(state)
        ? 'valid'
        : state === 'APPROVED'
          ? wasValid
            ? 'valid'
            : 'unpublished'
          : ['REJECTED', 'EXITED', 'WITHDRAWN', 'ARCHIVED'].includes(state)
            ? 'over'
            : state === 'DRAFT'
              ? 'none'
              : 'inHand';
      expect(phaseOn(history, LAST)).toBe(expected);
    }
  });

  test('stop balancing as soon as one date is turned round', () => {
    const turned = cases.map((record) =>
      record.id === 'N1' ? { ...record, values: { ...record.values, inDate: '2026-12-30' } } : record,
    );
    const lines = periodsOf('month').flatMap((period) => checkBalance(caseHistories(turned), period));
    expect(new Set(lines.flatMap((line) => line.cases.map(({ id }) => id)))).toEqual(new Set(['N1']));
  });
});
