import { describe, expect, test } from 'vitest';
import { offersOf, takeTransition } from '../../../shared/kit/take-transition.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { department } from '../../../shared/ledgers/department.ts';
import {
  APPROVAL,
  ASK,
  CHENGUANG,
  COMPLETE,
  caseOf,
  type DatedParameter,
  DECIDE,
  FORWARD,
  RECEIVE,
  refusals,
  reviewContext,
  START,
  TO_AGREED,
  TO_DECIDING,
  tryAct,
  walk,
} from '../access/review/review-support.ts';

const offered = (record: ReturnType<typeof caseOf>, today = '2026-06-01') =>
  Object.fromEntries(
    offersOf(application, record, reviewContext(today)).map(({ transition, complaints }) => [
      transition,
      complaints.map(({ code }) => code),
    ]),
  );

describe('offersOf', () => {
  test('lists what the state offers, each with what is known to stand against it', () => {
    expect(offered(caseOf())).toEqual({ receive: [] });
    expect(offered(walk(caseOf(), [RECEIVE]))).toEqual({
      askSupplement: [],
      askCommunities: [],
      issueDocument: [],
      toStreetReview: ['skip/not-allowed'],
      startFirst: ['first/not-urgent'],
      withdraw: [],
    });
  });

  test('says nothing yet about what the form will ask', () => {
    const deciding = walk(caseOf(), TO_DECIDING);
    expect(offered(deciding).decide).toEqual([]);
    expect(offered(walk(caseOf(), TO_AGREED)).start).toEqual(['start/no-funds']);
  });

  test('names each missing field of the record', () => {
    const { dutySup: _dutySup, support: _support, ...rest } = COMPLETE;
    const street = walk(caseOf(rest), [RECEIVE, ASK, CHENGUANG, ['closeOpinions', '2026-03-12']]);
    const forward = offersOf(application, street, reviewContext('2026-03-12')).find(
      ({ transition }) => transition === 'forward',
    );
    expect(forward?.complaints.map(({ field }) => field)).toEqual(['dutySup', 'support']);
    expect(forward?.complaints[0]?.message).toBe('“同意上报”之前须填写“部门职责”。');
  });

  test('the form of 审定 starts with the board as the rules name it today, and with nothing where they name none', () => {
    const startOf = (parameters: readonly DatedParameter[]) =>
      offersOf(application, walk(caseOf(), TO_DECIDING), reviewContext('2026-06-01', parameters)).find(
        ({ transition }) => transition === 'decide',
      )?.starts;
    expect(startOf([])).toEqual({});
    expect(
      startOf([
        ['规则', '审定机构名称', '区联席会议', '2024-01-01'],
        ['规则', '审定机构名称', '区准入委员会', '2026-05-01'],
        ['规则', '审定机构名称', '区新委员会', '2026-07-01'],
      ]),
    ).toEqual({ body: '区准入委员会' });
  });

  test('a ledger without a workflow offers nothing', () => {
    expect(offersOf(department, caseOf({}), reviewContext('2026-06-01'))).toEqual([]);
  });
});

describe('takeTransition', () => {
  test('appends one step and one child row, and writes no asked value beside them', () => {
    const record = walk(caseOf(), TO_DECIDING);
    const taken = tryAct(record, DECIDE, reviewContext('2026-03-27'));
    if (!('patch' in taken)) throw new Error('refused');
    expect(Object.keys(taken.patch).sort()).toEqual(['decisions', 'state', 'steps']);
    expect(taken.patch.state).toBe('APPROVED');
    expect(taken.patch.decisions).toHaveLength(1);
    const steps = taken.patch.steps;
    expect(Array.isArray(steps) && steps.slice(0, -1)).toEqual(record.values.steps);
    expect(record.values.state).toBe('DECIDING');
  });

  test('gives every new row an id of its own', () => {
    const record = walk(caseOf(), [...TO_DECIDING, DECIDE]);
    const ids = ['steps', 'opinions', 'decisions'].flatMap((list) => {
      const rows = record.values[list];
      return Array.isArray(rows) ? rows.map((row) => (typeof row === 'object' ? row.id : row)) : [];
    });
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('refuses an impossible date', () => {
    const received = walk(caseOf(), [RECEIVE, ASK]);
    expect(refusals(caseOf(), ['receive', '2026-03-01'])).toEqual(['transition/before-start']);
    expect(refusals(received, ['recordOpinion', '2026-03-03', CHENGUANG[2] ?? {}])).toEqual([
      'transition/before-previous',
    ]);
    expect(refusals(received, CHENGUANG, [], '2026-03-05')).toEqual(['transition/future']);
    expect(refusals(received, ['recordOpinion', '2026-3-6', CHENGUANG[2] ?? {}])).toEqual(['transition/date']);
  });

  test('refuses what nobody asked for, and what does not exist', () => {
    const record = walk(caseOf(), TO_DECIDING);
    expect(refusals(record, ['decide', '2026-03-27', { ...APPROVAL, state: 'ACTIVE' }])).toEqual([
      'transition/not-asked',
    ]);
    expect(refusals(record, ['approveByTimeOut', '2026-03-27'])).toEqual(['transition/unknown']);
    const none = takeTransition(
      department,
      caseOf({}),
      'decide',
      { on: '2026-03-27', values: {} },
      reviewContext('2026-03-27'),
      () => 'x',
    );
    expect('complaints' in none).toBe(true);
  });

  test('refuses a second taking of the same act', () => {
    const record = walk(caseOf(), [...TO_DECIDING, DECIDE]);
    expect(refusals(record, DECIDE)).toEqual(['transition/not-offered']);
    expect(refusals(walk(caseOf(), TO_DECIDING), START)).toEqual(['transition/not-offered']);
    expect(refusals(record, FORWARD)).toEqual(['transition/not-offered']);
  });

  test('hands on warnings with the patch', () => {
    const asked = walk(caseOf(), [RECEIVE, ASK, CHENGUANG]);
    const taken = tryAct(asked, ['closeOpinions', '2026-03-12'], reviewContext('2026-03-12'));
    expect('warnings' in taken && taken.warnings.map(({ code }) => code)).toEqual(['opinion/silent']);
  });
});
