import { describe, expect, test } from 'vitest';
import { hasError } from '../../../shared/kit/complaint.ts';
import { validateValues } from '../../../shared/kit/validate.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { application } from '../../../shared/ledgers/application.ts';
import {
  type Act,
  AGREE,
  APPROVAL,
  ASK,
  COMPLETE,
  caseOf,
  DECIDE,
  edited,
  funded,
  PUBLISH,
  RECEIVE,
  refusals,
  reviewContext,
  START,
  TO_AGREED,
  TO_DECIDING,
  tryAct,
  walk,
} from './review/review-support.ts';

const TODAY = '2026-06-01';

/** Codes and places of the errors in a record as it would be saved. References are looked up elsewhere. */
const faults = (values: Values): readonly string[] =>
  validateValues(application, values, reviewContext(TODAY))
    .filter(({ severity, code }) => severity === 'error' && code !== 'field/reference')
    .map(({ code, field }) => `${code} ${field}`);

const deciding = () => walk(caseOf(), TO_DECIDING);
const active = () => walk(funded(walk(caseOf(), TO_AGREED)), [START]);
const decision = (values: Values): Act => ['decide', '2026-03-27', { ...APPROVAL, ...values }];

/** The record an act leaves behind, as the store will look at it before it writes. */
function faultsAfter(acts: readonly Act[], last: Act): readonly string[] {
  const record = walk(caseOf(), acts);
  const taken = tryAct(record, last, reviewContext(last[1]));
  if ('complaints' in taken) return taken.complaints.map(({ code, field }) => `${code} ${field}`);
  return faults(edited(record, taken.patch).values);
}

describe('end before start', () => {
  test('of the application', () => {
    expect(faults({ ...COMPLETE, startDate: '2026-05-01', endDate: '2026-04-30' })).toEqual([
      'field/not-before endDate',
    ]);
    expect(faults({ ...COMPLETE, startDate: '2026-05-01', endDate: '2026-05-01' })).toEqual([]);
  });

  test('of the validity, decided or renewed', () => {
    const reversed = { validFrom: '2026-04-01', validTo: '2026-03-31' };
    expect(refusals(deciding(), decision(reversed))).toEqual(['decide/validity-reversed']);
    const renewing = walk(
      edited(walk(active(), [['evaluate', '2026-05-11']]), { evaluations: [{ id: 'e1', satisfied: 9 }] }),
      [['renew', '2026-05-12']],
    );
    expect(refusals(renewing, ['decideRenewal', '2026-05-20', { ...APPROVAL, ...reversed }])).toEqual([
      'decide/validity-reversed',
    ]);
  });

  test('of the validity by a correction of one end', () => {
    const correct = (values: Values): Act => [
      'correct',
      '2026-05-06',
      { subject: '有效期', reason: '笔误', docNo: '更1号', ...values },
    ];
    // Decided for 2026-04-01 to 2027-03-31.
    expect(refusals(active(), correct({ validTo: '2026-03-31' }))).toEqual(['correct/validity-reversed']);
    expect(refusals(active(), correct({ validFrom: '2027-04-01' }))).toEqual(['correct/validity-reversed']);
    expect(refusals(active(), correct({ validFrom: '2027-04-01', validTo: '2027-12-31' }))).toEqual([]);
  });

  test('of the agreement', () => {
    const [, on, values] = AGREE;
    const reversed: Act = ['signAgreement', on, { ...values, periodFrom: '2026-04-02', periodTo: '2026-04-01' }];
    expect(faultsAfter([...TO_DECIDING, DECIDE, PUBLISH], reversed)).toEqual([
      'field/not-before agreements[0].periodTo',
    ]);
  });
});

describe('validity in the past', () => {
  test('an admission that ended before the day it was decided', () => {
    const over = { validFrom: '2025-04-01', validTo: '2026-03-26' };
    expect(refusals(deciding(), decision(over))).toEqual(['decide/validity-past']);
    expect(refusals(deciding(), decision({ ...over, validTo: '2026-03-27' }))).toEqual([]);
  });

  test('one that has run out since is registered late, and said', () => {
    const late = tryAct(deciding(), decision({ validTo: '2026-05-31' }), reviewContext(TODAY));
    expect('warnings' in late && late.warnings.map(({ code }) => code)).toEqual(['decide/validity-over']);
  });
});

describe('dated before the case', () => {
  test('an opinion, whoever enters it', () => {
    const early: Act = ['recordOpinion', '2026-03-01', { org: 'chenguang', result: '同意' }];
    expect(refusals(walk(caseOf(), [RECEIVE, ASK]), early, [], TODAY)).toContain('transition/before-start');
    expect(faults({ ...COMPLETE, opinions: [{ id: 'o', stage: '社区', signDate: '2026-03-01' }] })).toEqual([
      'case/before-receipt opinions[0].signDate',
    ]);
  });

  test('an agreement typed into the file', () => {
    const agreements = [
      { id: 'a', agreementNo: 'XY-1', signDate: '2026-03-02' },
      { id: 'b', agreementNo: 'XY-2', signDate: '2026-03-01' },
    ];
    expect(faults({ ...COMPLETE, agreements })).toEqual(['case/before-receipt agreements[1].signDate']);
  });

  test('the acts of a case whose receipt is moved behind them', () => {
    const { values } = walk(caseOf(), [RECEIVE]);
    expect(faults({ ...values, inDate: '2026-03-03' })).toEqual(['case/received-late inDate']);
    expect(faults({ ...values, inDate: '2026-02-27' })).toEqual([]);
  });
});

test('a decision without number or minutes', () => {
  const { docNo: _, ...unnumbered } = APPROVAL;
  expect(refusals(deciding(), ['decide', '2026-03-27', unnumbered])).toEqual(['decide/document']);
  expect(refusals(deciding(), ['decide', '2026-03-27', { ...unnumbered, meetingNo: '纪要〔2026〕2号' }])).toEqual([]);
});

test('more votes than participants', () => {
  const votes = { id: 'e', participants: 10, satisfied: 8, fairlySatisfied: 1, dissatisfied: 1, noOpinion: 1 };
  expect(faults({ ...COMPLETE, evaluations: [votes] })).toEqual(['evaluation/votes evaluations[0].participants']);
  expect(faults({ ...COMPLETE, evaluations: [{ ...votes, participants: 11 }] })).toEqual([]);
});

test('an act not allowed now is refused in words that name the state and the act', () => {
  const taken = tryAct(walk(caseOf(), [RECEIVE]), DECIDE, reviewContext('2026-03-27'));
  expect('complaints' in taken && hasError(taken.complaints)).toBe(true);
  expect('complaints' in taken && taken.complaints.map(({ code, message }) => [code, message])).toEqual([
    ['transition/not-offered', '当前状态“已收件”不能“审定”。记录未改动，请刷新后再办理。'],
  ]);
});

test('a day that is no day', () => {
  expect(faults({ ...COMPLETE, startDate: '2026-02-30' })).toEqual(['field/type startDate']);
  expect(refusals(caseOf(), ['receive', '2026-02-30'], [], TODAY)).toContain('transition/date');
});
