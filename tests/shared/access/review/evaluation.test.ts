import { describe, expect, test } from 'vitest';
import {
  evaluationComplaints,
  evaluationDerived,
  evaluationDue,
  satisfaction,
} from '../../../../shared/access/review/evaluation.ts';
import { takingPart, validVotes, votesOf } from '../../../../shared/access/review/votes.ts';
import { figureText } from '../../../../shared/indicators/figure.ts';
import { rowsIn } from '../../../../shared/kit/field-values.ts';
import type { Values } from '../../../../shared/kit/values.ts';
import {
  caseOf,
  DECIDE,
  edited,
  funded,
  PUBLISH,
  reviewContext,
  START,
  TO_AGREED,
  TO_DECIDING,
  walk,
} from './review-support.ts';

const started = walk(funded(walk(caseOf(), TO_AGREED)), [START]);

const VOTES: Values = {
  evaluations: [
    // Last year's votes do not count in this year's rate.
    { id: 'e0', community: 'chenguang', period: '2026年', evaluatedOn: '2026-06-10', satisfied: 1, dissatisfied: 9 },
    {
      id: 'e1',
      community: 'chenguang',
      period: '2027年',
      evaluatedOn: '2027-02-20',
      participants: 60,
      satisfied: 30,
      fairlySatisfied: 12,
      dissatisfied: 8,
      noOpinion: 10,
    },
    {
      id: 'e2',
      community: 'donghu',
      period: '2027年',
      evaluatedOn: '2027-02-18',
      participants: 55,
      satisfied: 40,
      fairlySatisfied: 5,
      dissatisfied: 5,
      noOpinion: 5,
    },
  ],
};

describe('满意率', () => {
  test('(30 + 12 + 40 + 5) of 100 valid votes; those who did not say are no vote', () => {
    const rate = satisfaction(edited(started, VOTES));
    expect(rate).toMatchObject({ numerator: 87, denominator: 100 });
    expect(figureText(rate)).toBe('87.0%');
    const row = { satisfied: 30, fairlySatisfied: 12, dissatisfied: 8, noOpinion: 10 };
    expect(validVotes(votesOf(row))).toBe(50);
    expect(takingPart(row)).toBe(60);
    expect(takingPart({ ...row, participants: 75 })).toBe(75);
  });

  test('no valid vote, no rate', () => {
    expect(figureText(satisfaction(started))).toBe('—');
    const silent = edited(started, { evaluations: [{ id: 'e1', evaluatedOn: '2026-06-01', noOpinion: 20 }] });
    expect(figureText(satisfaction(silent))).toBe('—');
  });
});

test('more votes than people, days to come and days before the case are refused by name', () => {
  const codes = (row: Values) =>
    evaluationComplaints({ inDate: '2026-03-02', evaluations: [{ id: 'e1', ...row }] }, '2026-06-01').map(
      ({ code, severity, field }) => `${severity} ${code} ${field}`,
    );
  expect(codes({ participants: 50, satisfied: 30, fairlySatisfied: 10, dissatisfied: 6, noOpinion: 4 })).toEqual([]);
  expect(codes({ participants: 50, satisfied: 30, fairlySatisfied: 10, dissatisfied: 6, noOpinion: 5 })).toEqual([
    'error evaluation/votes evaluations[0].participants',
  ]);
  expect(codes({ evaluatedOn: '2026-06-02' })).toEqual(['error evaluation/future evaluations[0].evaluatedOn']);
  expect(codes({ evaluatedOn: '2026-03-01' })).toEqual(['error evaluation/before evaluations[0].evaluatedOn']);
});

describe('when the next evaluation is due', () => {
  // Started 2026-04-07, valid to Wednesday 2027-03-31. Six working weeks before that is 2027-02-17.
  const today = reviewContext('2027-02-10');
  const longValid = edited(started, {
    decisions: [
      {
        id: 'd1',
        kind: '审定',
        result: '准予',
        decideDate: '2026-03-27',
        validFrom: '2026-04-01',
        validTo: '2029-03-31',
      },
    ],
  });

  test('thirty working days before the validity ends', () => {
    expect(evaluationDue(started, today)).toEqual({ on: '2027-02-17', why: '到期前评估', left: 5 });
    expect(evaluationDue(started, reviewContext('2027-02-18'))).toMatchObject({ left: -1 });
    const forty = reviewContext('2027-02-10', [['时限', 'D11', '40']]);
    expect(evaluationDue(started, forty)).toMatchObject({ on: '2027-02-03', left: -5 });
  });

  test('at least once a year after the start, then after the last one', () => {
    expect(evaluationDue(longValid, today)).toMatchObject({ on: '2027-04-07', why: '年度评估' });
    const evaluated = edited(longValid, { evaluations: [{ id: 'e1', evaluatedOn: '2026-12-01' }] });
    expect(evaluationDue(evaluated, today)).toMatchObject({ on: '2027-12-01', why: '年度评估' });
  });

  test('of 存量 once a year after the first one here, for nobody noted the ones before', () => {
    const stock = edited(longValid, { stock: true });
    expect(evaluationDue(stock, today)).toMatchObject({ why: '到期前评估' });
    const evaluated = edited(stock, { evaluations: [{ id: 'e1', evaluatedOn: '2026-12-01' }] });
    expect(evaluationDue(evaluated, today)).toMatchObject({ on: '2027-12-01', why: '年度评估' });
  });

  test('none once it was held in that window, before the start, or while one is under way', () => {
    const held = edited(started, { evaluations: [{ id: 'e1', evaluatedOn: '2027-02-17' }] });
    expect(evaluationDue(held, reviewContext('2027-02-20'))).toBeUndefined();
    expect(evaluationDue(walk(caseOf(), [...TO_DECIDING, DECIDE, PUBLISH]), today)).toBeUndefined();
    expect(evaluationDue(edited(started, { state: 'EVALUATING' }), today)).toBeUndefined();
  });

  test('an item valid for less than that is evaluated while it lasts', () => {
    const decisions = rowsIn(longValid.values, 'decisions').map((row) => ({ ...row, validTo: '2026-04-30' }));
    // Started on 7 April; thirty working days before Thursday 30 April it was not there yet.
    const short = edited(started, { decisions });
    expect(evaluationDue(short, reviewContext('2026-04-08'))).toMatchObject({ on: '2026-04-30', why: '到期前评估' });
    const evaluated = edited(short, { evaluations: [{ id: 'e1', evaluatedOn: '2026-04-20' }] });
    expect(evaluationDue(evaluated, reviewContext('2026-04-21'))).toBeUndefined();
  });

  test('columns of the ledger', () => {
    expect(evaluationDerived.compute(edited(started, VOTES), today)).toEqual({ satisfaction: 87 });
    expect(evaluationDerived.compute(started, today)).toEqual({ evaluateBy: '2027-02-17' });
  });
});
