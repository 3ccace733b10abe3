import { describe, expect, test } from 'vitest';
import { GENERAL_PROFILE, profileOn, XICHENG_PROFILE } from '../../../../shared/access/review/profile.ts';
import { reviewClocks } from '../../../../shared/access/review/review-clocks.ts';
import { reviewDerived } from '../../../../shared/access/review/review-derived.ts';
import { readClocks } from '../../../../shared/deadlines/read-clock.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import {
  type Act,
  COMPLETE,
  caseOf,
  type DatedParameter,
  DECIDE,
  edited,
  FORWARD,
  funded,
  PUBLISH,
  RECEIVE,
  reviewContext,
  START,
  TO_AGREED,
  TO_DECIDING,
  walk,
} from './review-support.ts';

const read = (record: LedgerRecord, today: string, parameters: readonly DatedParameter[] = []) =>
  readClocks(reviewClocks, record, reviewContext(today, parameters)).map(
    ({ clock, round, startedOn, dueOn, used, level }) => [clock, round, startedOn, dueOn, used, level],
  );

describe('the clocks of the review', () => {
  test('the straight path, each due day worked by hand', () => {
    expect(read(walk(caseOf(), [...TO_DECIDING, DECIDE, PUBLISH]), '2026-06-01')).toEqual([
      ['D2', 1, '2026-03-02', '2026-03-05', 2, 'met'],
      ['D4', 1, '2026-03-04', '2026-03-11', 4, 'met'],
      ['D5', 1, '2026-03-10', '2026-03-17', 2, 'met'],
      ['D6', 1, '2026-03-12', '2026-04-02', 11, 'met'],
      ['D7', 1, '2026-03-27', '2026-04-03', 2, 'met'],
    ]);
  });

  test('D2 counts from 收件日期, even where the case was registered later', () => {
    const late = walk(caseOf(), [['receive', '2026-03-04']]);
    expect(read(late, '2026-03-06')).toEqual([['D2', 1, '2026-03-02', '2026-03-05', 4, 'red']]);
  });

  test('补正 stops D2 and runs D3', () => {
    const acts: readonly Act[] = [RECEIVE, ['askSupplement', '2026-03-04', { papers: '预算' }]];
    expect(read(walk(caseOf(), acts), '2026-03-05')).toEqual([
      ['D2', 1, '2026-03-02', '2026-03-09', 1, 'paused'],
      ['D3', 1, '2026-03-04', '2026-03-11', 1, 'green'],
    ]);
    // 3 used one day; 4 and 5 stood still; 6 and 9 are the other two.
    expect(read(walk(caseOf(), [...acts, ['supplemented', '2026-03-06']]), '2026-03-06')[0]).toEqual([
      'D2',
      1,
      '2026-03-02',
      '2026-03-09',
      2,
      'amber',
    ]);
  });

  test('暂缓 stops D6, and the next round starts a new one with the old in the history', () => {
    // 13 and 16 to 19 used five; from 04-09 the other ten: 9, 10, 13 to 17, 20 to 22.
    const deferred: readonly Act[] = [...TO_DECIDING.slice(0, 6), ['sendBack', '2026-03-20', { content: '论证不足' }]];
    expect(read(walk(caseOf(), deferred), '2026-04-08').at(-1)).toEqual([
      'D6',
      1,
      '2026-03-12',
      '2026-04-22',
      5,
      'paused',
    ]);
    const again = walk(caseOf({ ...COMPLETE, term: '突发紧急' }), [
      RECEIVE,
      ['toStreetReview', '2026-03-03'],
      FORWARD,
      ['sendBack', '2026-03-20', { content: '论证不足' }],
      ['resubmit', '2026-04-08'],
      ['toStreetReview', '2026-04-09'],
      ['forward', '2026-04-10', { content: '同意' }, '李主任'],
    ]);
    expect(read(again, '2026-04-13').filter(([clock]) => clock === 'D6')).toEqual([
      ['D6', 1, '2026-03-12', expect.any(String), 5, 'met'],
      ['D6', 2, '2026-04-10', '2026-05-06', 1, 'green'],
    ]);
  });

  test('D8 runs from 应急先行 until the papers go up', () => {
    const urgent = walk(caseOf({ ...COMPLETE, term: '突发紧急' }), [
      RECEIVE,
      ['startFirst', '2026-03-02', { actualStart: '2026-03-01' }, '李主任'],
      ['toStreetReview', '2026-03-03'],
    ]);
    expect(read(urgent, '2026-03-10').at(-1)).toEqual(['D8', 1, '2026-03-02', '2026-03-09', 6, 'red']);
    expect(read(walk(urgent, [['forward', '2026-03-06', { content: '同意' }, '李主任']]), '2026-06-01').at(-1)).toEqual(
      ['D8', 1, '2026-03-02', '2026-03-09', 4, 'met'],
    );
  });

  test('a case keeps the limit of the day it was received', () => {
    const parameters: readonly DatedParameter[] = [
      ['时限', 'D6', '15', '2024-01-01'],
      ['时限', 'D6', '7', '2026-03-03'],
    ];
    const district = walk(caseOf(), TO_DECIDING.slice(0, 6));
    expect(read(district, '2026-03-13', parameters).at(-1)?.[3]).toBe('2026-04-02');
    const laterCase = edited(district, { inDate: '2026-03-03' });
    expect(read(laterCase, '2026-03-13', parameters).at(-1)?.[3]).toBe('2026-03-23');
  });
});

describe('the profile', () => {
  const on = (parameters: readonly DatedParameter[]) =>
    profileOn('2026-03-02', reviewContext('2026-03-02', parameters));

  test('is 通用 unless the office chose another, and single steps may be off', () => {
    expect(on([])).toEqual(GENERAL_PROFILE);
    expect(on([['规则', '配置方案', '西城式']])).toEqual(XICHENG_PROFILE);
    expect(on([['规则', '街道可否决', '否']])).toEqual({ ...GENERAL_PROFILE, streetMayRefuse: false });
    expect(on([['规则', '配置方案', '西城式', '2026-03-03']])).toEqual(GENERAL_PROFILE);
  });

  test('a shipped 是 does not switch on what the profile leaves out', () => {
    expect(
      on([
        ['规则', '配置方案', '西城式'],
        ['规则', '街道初审', '是'],
      ]),
    ).toEqual(XICHENG_PROFILE);
  });
});

describe('the computed columns', () => {
  const derived = (record: LedgerRecord, today: string) => reviewDerived.compute(record, reviewContext(today));

  test('whose turn it is and until when', () => {
    expect(derived(walk(caseOf(), TO_DECIDING), '2026-03-31')).toEqual({
      waitingFor: '区级审定机构',
      dueOn: '2026-04-02',
      daysLeft: 2,
    });
  });

  test('an admitted item is due when it expires, and flagged while its funds stay out', () => {
    expect(derived(walk(caseOf(), TO_AGREED), '2027-03-24')).toMatchObject({
      dueOn: '2027-03-31',
      daysLeft: 5,
      expiresOn: '2027-03-31',
      fundsFlag: '未落实经费，可拒绝',
    });
    const active = walk(funded(walk(caseOf(), TO_AGREED)), [START]);
    expect(derived(active, '2026-06-01')).not.toHaveProperty('fundsFlag');
    const exited = walk(active, [['exit', '2026-09-01', { reason: '任务完成' }, '区联席会议']]);
    expect(derived(exited, '2026-09-02')).toEqual({});
  });
});
