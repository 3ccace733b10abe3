import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import { stateOf } from '../../../shared/kit/steps.ts';
import { takeTransition } from '../../../shared/kit/take-transition.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { wish } from '../../../shared/ledgers/wish.ts';
import { wishClocks } from '../../../shared/rules/wish-clocks.ts';
import { wishWorkflow } from '../../../shared/rules/wish-workflow.ts';
import { codesOf, contextOf, record } from '../ledgers/support.ts';

/** ledgers.md D6, L6: 愿2026-0003, "小星"(化名), 困境儿童, 书包 120 元, 已实现 2026-01-15. */
const collected = record('w1', {
  name: '陈某某',
  circle: '儿童',
  content: '一个新书包',
  kind: '物品',
  budget: 12_000,
  collector: '李敏',
  collectedOn: '2026-01-03',
});

function take(before: LedgerRecord, act: string, on: string, values: Values = {}) {
  const newId = () => `${act}-${on}`;
  const taken = takeTransition(wish, before, act, { on, values }, contextOf(), newId);
  if ('complaints' in taken) return { codes: taken.complaints.map(({ code }) => code) };
  return { after: record(before.id, { ...before.values, ...taken.patch }) };
}

function walked(before: LedgerRecord, ...acts: readonly (readonly [string, string, Values?])[]): LedgerRecord {
  return acts.reduce((at, [act, on, values]) => {
    const { after, codes } = take(at, act, on, values);
    if (!after) throw new Error(`${act}: ${String(codes)}`);
    return after;
  }, before);
}

const OFFER = ['offer', '2026-01-05', { checker: '王强', publicity: '化名', publicName: '小星' }] as const;
const CLAIM = ['claim', '2026-01-08', { claimerKind: '单位', claimer: '虚构银行', promiseOn: '2026-01-31' }] as const;

describe('a wish', () => {
  test('collected, checked, claimed and realised on the day it was', () => {
    const done = walked(collected, OFFER, CLAIM, ['realise', '2026-01-15', { doneNote: '书包已送到', rating: '满意' }]);
    expect(stateOf(done, wishWorkflow)).toBe('DONE');
    expect(done.values).toMatchObject({ claimedOn: '2026-01-08', doneOn: '2026-01-15', publicName: '小星' });
  });

  test('is not published under an alias without one', () => {
    expect(take(collected, 'offer', '2026-01-05', { checker: '王强', publicity: '化名' }).codes).toEqual([
      'wish/alias',
    ]);
  });

  test('a claim that is taken back leaves nothing of it, and the wish waits again', () => {
    const released = walked(collected, OFFER, CLAIM, ['release', '2026-01-10', { reason: '单位经费未落实' }]);
    expect(stateOf(released, wishWorkflow)).toBe('OFFERED');
    expect(released.values.content).toBe(collected.values.content);
    expect(released.values.claimer).toBeUndefined();
    expect(readClocks(wishClocks, released, contextOf())).toEqual([]);
  });

  test('the day promised is the limit', () => {
    const claimed = walked(collected, OFFER, CLAIM);
    const [reading] = readClocks(wishClocks, claimed, { ...contextOf(), today: '2026-02-02' });
    expect(reading).toMatchObject({ dueOn: '2026-01-31', level: 'red', dueWhy: '认领时承诺的日期' });
    expect(
      take(walked(collected, OFFER), 'claim', '2026-01-08', { ...CLAIM[2], promiseOn: '2026-01-07' }).codes,
    ).toEqual(['wish/promise']);
  });

  test('one that was cancelled is promised to nobody any more', () => {
    const cancelled = walked(collected, OFFER, CLAIM, ['cancel', '2026-01-20', { reason: '心愿人已搬离' }]);
    expect(readClocks(wishClocks, cancelled, { ...contextOf(), today: '2026-02-02' })).toEqual([]);
  });

  test('a row of a sheet stands where it says', () => {
    const standing = (values: Values) => stateOf(record('w2', values), wishWorkflow);
    expect(standing({ checker: '王强' })).toBe('OFFERED');
    expect(standing({ claimer: '虚构银行' })).toBe('CLAIMED');
    expect(standing({ doneOn: '2026-01-15' })).toBe('DONE');
  });
});

test('bad input is said beside its field', () => {
  const codes = (values: Values) => codesOf(wish, { ...collected.values, ...values }, contextOf());
  expect(codes({ publicity: '化名', publicName: '陈某某' })).toEqual(['wish/same-name']);
  expect(codes({ publicity: '实名' })).toEqual(['wish/child']);
  expect(codes({ claimedOn: '2026-01-20', doneOn: '2026-01-15' })).toEqual(['wish/done-before']);
});
