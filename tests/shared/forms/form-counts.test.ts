import { expect, test } from 'vitest';
import { formCounts } from '../../../shared/forms/form-counts.ts';
import { indicatorById } from '../../../shared/indicators/indicator-list.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { contextOn, recordOf } from '../rules/rules-support.ts';

const APRIL = periodOf('month', '2022-04-01');

const slips = (count: number, name: string, values: Values): LedgerRecord[] =>
  Array.from({ length: count }, (_, place) =>
    recordOf({ receivedAt: '2022-04-11T09:00:00+08:00', source: '12345热线', ...values }, `${name}${place}`),
  );

const closed = { closedOn: '2022-04-14' };
/** A round that ended unsatisfied, and was handled anew. */
const reopened = {
  rounds: [{ id: 'r', round: 1, closedOn: '2022-04-12', satisfaction: '不满意', reopenedOn: '2022-04-13' }],
};

test('满意、基本满意 and 不满意 of a form count each slip once, and 不满意 agrees with 不满意率 beside it', () => {
  const records = [
    ...slips(6, 'satisfied', { ...closed, satisfaction: '满意' }),
    ...slips(1, 'fairly', { ...closed, satisfaction: '基本满意' }),
    ...slips(1, 'unsatisfied', { ...closed, satisfaction: '不满意' }),
    ...slips(1, 'mended', { ...closed, ...reopened, satisfaction: '满意' }),
    ...slips(1, 'again', reopened),
    ...slips(1, 'out', { ...closed, satisfaction: '不满意', inEvaluation: false }),
    ...slips(1, 'back', { ...reopened, returned: true, returnedOn: '2022-04-14' }),
    ...slips(1, 'silent', closed),
  ];
  const scope = { records, period: APRIL, context: contextOn('2022-05-06') };
  const numbers = ['HL7', 'HL8', 'HL9'].map((id) => formCounts.find((one) => one.id === id)?.measure(scope).value);
  expect(numbers).toEqual([6, 1, 3]);
  // 3 of 6 + 1 + 1 + 1 + 1 + 1: the one left out of evaluation and the one sent back stand aside.
  expect(indicatorById('W3')?.measure(scope)).toMatchObject({ numerator: 3, denominator: 11 });
});
