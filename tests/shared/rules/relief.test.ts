import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import { stateOf } from '../../../shared/kit/steps.ts';
import { takeTransition } from '../../../shared/kit/take-transition.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { relief } from '../../../shared/ledgers/relief.ts';
import { reliefClocks } from '../../../shared/rules/relief-clocks.ts';
import { reliefWorkflow } from '../../../shared/rules/relief-workflow.ts';
import { codesOf, contextOf, record } from '../ledgers/support.ts';

const context = (today: string) => ({ ...contextOf(), today });

/** ledgers.md D6, L5: 受理 2026-01-06, 公示 2026-01-12—2026-01-19, 确认 2026-01-20, 3000 元. */
const accepted = record('j1', {
  head: '吴某某',
  headId: '32131119800101001X',
  members: 3,
  kind: '临时救助',
  cause: '因病',
  acceptedOn: '2026-01-06',
});

function take(before: LedgerRecord, act: string, on: string, values: Values = {}, by = '赵建国') {
  let steps = 0;
  const newId = () => `${act}-${on}-${steps++}`;
  const taken = takeTransition(relief, before, act, { on, by, values }, context('2026-12-31'), newId);
  if ('complaints' in taken) return { codes: taken.complaints.map(({ code }) => code) };
  return { after: record(before.id, { ...before.values, ...taken.patch }), warnings: taken.warnings };
}

function walked(before: LedgerRecord, ...acts: readonly (readonly [string, string, Values?])[]): LedgerRecord {
  return acts.reduce((at, [act, on, values]) => {
    const { after, codes } = take(at, act, on, values);
    if (!after) throw new Error(`${act}: ${String(codes)}`);
    return after;
  }, before);
}

const EXAMINE = ['examine', '2026-01-09', { surveyors: '李敏、王强', checked: '符合', kin: false }] as const;
const PUBLISH = ['publish', '2026-01-12', { publicFrom: '2026-01-12', publicTo: '2026-01-19' }] as const;
const GRANT: Values = { amount: 300_000, fromMonth: '2026-02' };

describe('the course of a relief', () => {
  test('accepted, examined, seven days in public, confirmed', () => {
    const confirmed = walked(accepted, EXAMINE, PUBLISH, ['confirm', '2026-01-20', GRANT]);
    expect(stateOf(confirmed, reliefWorkflow)).toBe('CONFIRMED');
    expect(confirmed.values).toMatchObject({ confirmedOn: '2026-01-20', amount: 300_000, fromMonth: '2026-02' });
  });

  test('not before it was public, not while it is, not with fewer days, not against an objection', () => {
    const examined = walked(accepted, EXAMINE);
    const inPublic = walked(examined, PUBLISH);
    expect(take(inPublic, 'confirm', '2026-01-19', GRANT).codes).toEqual(['relief/still-public']);
    const short = walked(examined, ['publish', '2026-01-12', { publicFrom: '2026-01-12', publicTo: '2026-01-18' }]);
    expect(take(short, 'confirm', '2026-01-20', GRANT).codes).toEqual(['relief/public-days']);
    const objected = record('j1', { ...inPublic.values, objection: true });
    expect(take(objected, 'confirm', '2026-01-20', GRANT).codes).toEqual(['relief/objection']);
  });

  test('means that do not meet the line are not made public; the refusal is told in writing', () => {
    const failed = walked(accepted, [
      'examine',
      '2026-01-09',
      { surveyors: '李敏、王强', checked: '不符合', kin: false },
    ]);
    expect(take(failed, 'publish', '2026-01-12', PUBLISH[2]).codes).toEqual(['relief/not-checked']);
    const told = walked(
      failed,
      ['refuse', '2026-01-13', { refusalReason: '家庭收入高于标准' }],
      ['tellRefusal', '2026-01-15'],
    );
    expect(told.values).toMatchObject({ refusedOn: '2026-01-13', refusalToldOn: '2026-01-15' });
    expect(stateOf(told, reliefWorkflow)).toBe('TOLD');
  });

  test('one surveyor is said, not refused', () => {
    const { warnings } = take(accepted, 'examine', '2026-01-09', { surveyors: '李敏', checked: '符合', kin: false });
    expect(warnings?.map(({ code }) => code)).toEqual(['relief/one-surveyor']);
  });

  test('granted again at the recheck, and stopped', () => {
    const confirmed = walked(accepted, EXAMINE, PUBLISH, [
      'confirm',
      '2026-01-20',
      { ...GRANT, recheckOn: '2026-07-20' },
    ]);
    const rechecked = walked(confirmed, ['recheck', '2026-07-18', { amount: 320_000, recheckOn: '2027-01-20' }]);
    expect(stateOf(rechecked, reliefWorkflow)).toBe('CONFIRMED');
    expect(stateOf(walked(rechecked, ['stop', '2026-12-01', { content: '家庭收入提高' }]), reliefWorkflow)).toBe(
      'STOPPED',
    );
  });

  test('a household of last year’s sheet stands where its days say', () => {
    const standing = (values: Values) => stateOf(record('j2', { head: '吴', ...values }), reliefWorkflow);
    expect(standing({})).toBe('ACCEPTED');
    expect(standing({ checked: '符合' })).toBe('EXAMINED');
    expect(standing({ confirmedOn: '2025-05-01' })).toBe('CONFIRMED');
    expect(standing({ confirmedOn: '2025-05-01', stoppedOn: '2025-12-01' })).toBe('STOPPED');
    expect(standing({ refusedOn: '2025-05-01' })).toBe('REFUSED');
  });
});

describe('the limits of a relief', () => {
  const due = (values: Values, today = '2026-01-21') =>
    Object.fromEntries(
      readClocks(reliefClocks, record('j1', { ...accepted.values, ...values }), context(today)).map((one) => [
        one.title,
        one.dueOn,
      ]),
    );

  test('25 working days from acceptance, 10 after the time in public, 40 in special cases, 3 to tell a refusal', () => {
    expect(due({ publicTo: '2026-01-19' })).toEqual({ 救助全程: '2026-02-10', 公示后确认: '2026-02-02' });
    expect(due({ special: true })).toEqual({ '救助全程（特殊情形）': '2026-03-03' });
    expect(due({ refusedOn: '2026-01-13' })).toMatchObject({ 不予确认告知: '2026-01-16' });
  });

  test('a confirmed case is due again on the day of its recheck, and never where nobody set one', () => {
    expect(due({ confirmedOn: '2026-01-20', recheckOn: '2026-07-20' })).toMatchObject({ 到期复核: '2026-07-20' });
    expect(due({ confirmedOn: '2026-01-20' })).not.toHaveProperty('到期复核');
  });

  test('the month after to pay from and a year ahead to look again are proposed for what is paid month by month, nothing for what is given once', () => {
    const proposed = (kind: string, act: 'confirm' | 'recheck') =>
      reliefWorkflow.transitions[act].starts(
        record('j1', { ...accepted.values, kind, amount: 60_000 }),
        context('2026-01-20'),
      );
    expect(proposed('低保', 'confirm')).toEqual({ fromMonth: '2026-02', recheckOn: '2027-01-20' });
    expect(proposed('临时救助', 'confirm')).toEqual({});
    expect(proposed('低保', 'recheck')).toEqual({ amount: 60_000, recheckOn: '2027-01-20' });
  });
});

test('bad input is said beside its field', () => {
  const codes = (values: Values) => codesOf(relief, { ...accepted.values, ...values }, contextOf());
  expect(codes({})).toEqual([]);
  expect(codes({ confirmedOn: '2026-01-05' })).toEqual(['relief/decided-before']);
  expect(codes({ kin: true })).toEqual(['relief/kin']);
  expect(codes({ special: true })).toEqual(['relief/special']);
});
