import { describe, expect, test } from 'vitest';
import { stepsOf } from '../../../shared/kit/steps.ts';
import { offersOf } from '../../../shared/kit/take-transition.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { workflowTable } from '../../../shared/kit/workflow-table.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { petitionStandsAt } from '../../../shared/rules/petition-states.ts';
import { petitionWorkflow } from '../../../shared/rules/petition-workflow.ts';
import { on, petitionOf, RECEIVED, ROUTE_6, readingOf, walk } from './petition-support.ts';
import type { Act } from './walk.ts';

const ACCEPT: Act = ['accept', '2026-01-10', { route: ROUTE_6, noticeWay: '书面' }];
const OPINION: Values = { opinionType: '予以支持', opinionNo: '示信〔2026〕1号', opinionContent: '由物业维修' };
const HANDED_OVER: Values = { ...RECEIVED, source: '上级交办' };

/** The route the form of 受理 begins with. */
const offeredRoute = (values: Values) =>
  offersOf(petition, petitionOf(values), on('2026-01-10')).find(({ transition }) => transition === 'accept')?.starts
    ?.route;

const extend = (day: string, to: string): Act => [
  'extend',
  day,
  { extensionTo: to, extensionReason: '须鉴定', extensionToldOn: day },
  '赵某某',
];

describe('a petition from its registration to its end', () => {
  test('accepted, extended, answered, delivered, closed, judged', () => {
    const { values, refused } = walk(RECEIVED, [
      ACCEPT,
      extend('2026-03-11', '2026-04-10'),
      ['giveOpinion', '2026-04-08', OPINION],
      ['deliver', '2026-04-09'],
      ['close', '2026-05-11'],
      ['evaluate', '2026-05-12', { satisfaction: '基本满意' }],
    ]);
    expect(refused).toEqual([]);
    expect(values).toMatchObject({
      state: 'CLOSED',
      acceptedOn: '2026-01-10',
      notifiedOn: '2026-01-10',
      extensionApprover: '赵某某',
      extensionApprovedOn: '2026-03-11',
      extensionTo: '2026-04-10',
      opinionOn: '2026-04-08',
      deliveredOn: '2026-04-09',
      closedOn: '2026-05-11',
      participated: true,
      satisfaction: '基本满意',
    });
  });

  test('reviewed, heard and re-reviewed it is concluded', () => {
    const { values, refused } = walk(RECEIVED, [
      ACCEPT,
      ['giveOpinion', '2026-03-02', OPINION],
      ['deliver', '2026-03-03'],
      ['askReview', '2026-03-10'],
      ['giveReview', '2026-04-01', { review: '维持', reviewDeliveredOn: '2026-04-02' }],
      ['askRereview', '2026-05-06'],
      ['hear', '2026-05-20', { hearingFrom: '2026-05-20', hearingTo: '2026-05-26' }],
      ['giveRereview', '2026-06-10', { rereview: '维持' }],
    ]);
    expect(refused).toEqual([]);
    expect(values).toMatchObject({ state: 'CONCLUDED', review: '维持', rereview: '维持', closedOn: '2026-06-10' });
  });

  test('a route ① to ⑤ is only noted and settled by its own statute', () => {
    const { values } = walk(RECEIVED, [
      ['accept', '2026-01-10', { route: '②仲裁' }],
      ['settleByLaw', '2026-09-10', { content: '已裁决' }],
    ]);
    expect(values).toMatchObject({ state: 'CLOSED', closedOn: '2026-09-10' });
    expect(
      walk(RECEIVED, [['accept', '2026-01-10', { route: '②仲裁' }], extend('2026-02-01', '2026-02-20')]).refused,
    ).toEqual(['transition/not-offered']);
  });
});

describe('a suggestion or an accusation (第二十九条、第三十条)', () => {
  test.each(['建议意见', '检举控告'])(
    '%s is accepted without a route, has no 60 days, and is answered and closed',
    (kind) => {
      const record = { ...RECEIVED, kind };
      const accepted = walk(record, [['accept', '2026-01-10', { noticeWay: '书面' }]]);
      expect(accepted).toMatchObject({ refused: [], values: { state: 'HANDLING', acceptedOn: '2026-01-10' } });
      expect(readingOf('petitionHandling', accepted.values, on('2027-01-04'))).toBeUndefined();
      const reply: Act = ['reply', '2026-02-10', { content: '已采纳' }];
      expect(walk(accepted.values, [reply]).values).toMatchObject({ state: 'CLOSED', closedOn: '2026-02-10' });
      expect(walk(accepted.values, [['giveOpinion', '2026-02-10', OPINION]]).refused).toEqual([
        'transition/not-offered',
      ]);
      expect(offeredRoute(record)).toBeUndefined();
    },
  );

  test('only what asks for a decision begins with route ⑥, needs one, and is not closed by a mere reply', () => {
    expect(offeredRoute(RECEIVED)).toBe(ROUTE_6);
    expect(walk(RECEIVED, [['accept', '2026-01-10', {}]]).refused).toEqual(['petition/route-required']);
    expect(walk(RECEIVED, [ACCEPT, ['reply', '2026-02-10', { content: '已采纳' }]]).refused).toEqual([
      'transition/not-offered',
    ]);
  });
});

describe('what the articles refuse', () => {
  test('an acceptance without address and demand (第十九条)', () => {
    const { address: _, ...unknown } = RECEIVED;
    expect(walk(unknown, [ACCEPT]).refused).toEqual(['transition/needs']);
  });

  test('an extension after the limit is over, one beyond 30 days, one without approver or reason (第三十四条)', () => {
    expect(walk(RECEIVED, [ACCEPT, extend('2026-03-12', '2026-04-01')]).refused).toEqual(['petition/extension-late']);
    expect(walk(RECEIVED, [ACCEPT, extend('2026-03-11', '2026-04-11')]).refused).toEqual(['petition/extension-long']);
    expect(walk(RECEIVED, [ACCEPT, extend('2026-03-11', '2026-03-11')]).refused).toEqual([
      'petition/extension-earlier',
    ]);
    const bare: Act = ['extend', '2026-03-11', { extensionTo: '2026-04-10' }];
    expect(walk(RECEIVED, [ACCEPT, bare]).refused).toEqual(['transition/requires', 'transition/signer']);
  });

  test('an extension asked for and refused leaves the 60 days; asked for anew it is granted in time or not at all', () => {
    const apply = (day: string, extensionAskedTo: string): Act => [
      'applyForExtension',
      day,
      { extensionAskedTo, extensionReason: '须鉴定' },
      '李敏',
    ];
    const refuse: Act = ['refuseExtension', '2026-03-03', { reason: '鉴定已有结论' }, '赵某某'];
    const refused = walk(RECEIVED, [ACCEPT, apply('2026-03-02', '2026-04-10'), refuse]);
    expect(refused).toMatchObject({
      refused: [],
      values: { extensionStatus: '被退回', extensionAppliedOn: '2026-03-02', extensionAskedTo: '2026-04-10' },
    });
    const written = petition.check({ ...refused.values, extensionTo: '2026-04-10' }, on('2026-03-12'));
    expect(written.map(({ code, field }) => `${code} ${field}`)).toContain('extension/not-granted extensionTo');
    expect(readingOf('petitionHandling', refused.values, on('2026-03-12'))).toMatchObject({
      dueOn: '2026-03-11',
      level: 'red',
    });
    expect(stepsOf(petitionOf(refused.values)).slice(-2)).toMatchObject([
      { on: '2026-03-02', by: '李敏', note: '申请延至 2026-04-10；须鉴定' },
      { on: '2026-03-03', by: '赵某某', note: '鉴定已有结论' },
    ]);
    expect(walk(RECEIVED, [ACCEPT, apply('2026-03-12', '2026-04-10')]).refused).toEqual(['petition/extension-late']);
    expect(walk(RECEIVED, [ACCEPT, apply('2026-03-11', '2026-04-11')]).refused).toEqual(['petition/extension-long']);
    const again = [apply('2026-03-10', '2026-04-01'), extend('2026-03-11', '2026-04-01')];
    const granted = walk(refused.values, again);
    expect(granted).toMatchObject({
      refused: [],
      values: { extensionStatus: '已批准', extensionAppliedOn: '2026-03-10', extensionApprovedOn: '2026-03-11' },
    });
    expect(readingOf('petitionHandling', granted.values, on('2026-03-12'))?.dueOn).toBe('2026-04-01');
    // The regulation has the responsible person's approval within the 60 days, whenever it was asked for.
    expect(
      walk(refused.values, [apply('2026-03-10', '2026-04-01'), extend('2026-03-12', '2026-04-01')]).refused,
    ).toEqual(['petition/extension-late']);
  });

  test('a second extension', () => {
    const twice = walk(RECEIVED, [ACCEPT, extend('2026-03-01', '2026-03-20'), extend('2026-03-19', '2026-04-01')]);
    expect(twice.refused).toEqual(['transition/not-offered']);
  });

  test('an objection to what nobody handed over, and one after 5 working days (第二十三条)', () => {
    const object = (day: string): Act => ['object', day, { objectionReason: '属区住建局职权' }];
    expect(walk(RECEIVED, [object('2026-01-12')]).refused).toEqual(['transition/not-offered']);
    expect(walk(HANDED_OVER, [object('2026-01-16')]).values.state).toBe('OBJECTED');
    expect(walk(HANDED_OVER, [object('2026-01-19')]).refused).toEqual(['petition/objection-late']);
    expect(walk(HANDED_OVER, [['object', '2026-01-12']]).refused).toEqual(['transition/requires']);
    expect(walk(HANDED_OVER, [object('2026-01-12'), ['handBack', '2026-01-20']]).values.state).toBe('HANDED_BACK');
    expect(walk(HANDED_OVER, [object('2026-01-12'), ['objectionRefused', '2026-01-20']]).values.state).toBe(
      'REGISTERED',
    );
  });

  test('an opinion without its number, and a review of what was not delivered', () => {
    const { opinionNo: _, ...unnumbered } = OPINION;
    expect(walk(RECEIVED, [ACCEPT, ['giveOpinion', '2026-02-10', unnumbered]]).refused).toEqual([
      'transition/requires',
    ]);
    expect(
      walk(RECEIVED, [ACCEPT, ['giveOpinion', '2026-02-10', OPINION], ['askReview', '2026-02-12']]).refused,
    ).toEqual(['transition/needs']);
  });

  test('a request for review after its 30 days is for the level above to judge: said, and kept', () => {
    const acts: readonly Act[] = [
      ACCEPT,
      ['giveOpinion', '2026-03-02', OPINION],
      ['deliver', '2026-03-03'],
      ['askReview', '2026-04-03'],
    ];
    const { values, warned } = walk(RECEIVED, acts);
    expect([values.state, warned]).toEqual(['REVIEWING', ['petition/request-late']]);
  });
});

test.each<readonly [Values, string]>([
  [{}, 'REGISTERED'],
  [{ objectedOn: '2026-01-12' }, 'OBJECTED'],
  [{ transferredOn: '2026-01-12' }, 'TRANSFERRED'],
  [{ acceptedOn: '2026-01-12', route: ROUTE_6 }, 'HANDLING'],
  [{ acceptedOn: '2026-01-12' }, 'HANDLING'],
  [{ acceptedOn: '2026-01-12', route: '②仲裁' }, 'ROUTED'],
  [{ acceptedOn: '2026-01-12', kind: '建议意见' }, 'HANDLING'],
  [{ acceptedOn: '2026-01-12', opinionOn: '2026-02-12' }, 'ANSWERED'],
  [{ opinionOn: '2026-02-12', reviewAskedOn: '2026-03-01' }, 'REVIEWING'],
  [{ reviewAskedOn: '2026-03-01', reviewOn: '2026-03-20' }, 'REVIEWED'],
  [{ reviewOn: '2026-03-20', rereviewAskedOn: '2026-04-01' }, 'REREVIEWING'],
  [{ rereviewAskedOn: '2026-04-01', rereviewOn: '2026-04-20' }, 'CONCLUDED'],
  [{ opinionOn: '2026-02-12', closedOn: '2026-03-15' }, 'CLOSED'],
])('a row that came over with %o stands at %s', (values, state) => {
  expect(petitionStandsAt(values)).toBe(state);
});

test('the table reads like the regulation', () => {
  expect(workflowTable(petitionWorkflow)).toEqual([
    '访1 受理：已登记 → 办理中、按法定途径办理（CLERK）',
    '访2 书面告知：已登记、办理中、按法定途径办理、已答复 → （不变）（CLERK）',
    '访3 提出异议：已登记 → 已提异议（CLERK）',
    '访4 异议成立，交还材料：已提异议 → 已退回（OFFICE）',
    '访5 异议不成立：已提异议 → 已登记（OFFICE）',
    '访6 转送有权机关：已登记 → 已转送（CLERK）',
    '访7 不予受理：已登记 → 不予受理（CLERK）',
    '访8a 申请延期：办理中 → （不变）（DEPT）',
    '访8 批准延期：办理中 → （不变）（LEAD）',
    '访8x 不批准延期：办理中 → （不变）（LEAD）',
    '访9 出具处理意见：办理中 → 已答复（LEAD）',
    '访10 送达意见书：已答复 → （不变）（CLERK）',
    '访11 法定途径办理完毕：按法定途径办理 → 已办结（CLERK）',
    '访12 申请复查：已答复 → 复查中（CLERK）',
    '访13 复查意见：复查中 → 复查已答复（OFFICE）',
    '访14 申请复核：复查已答复 → 复核中（CLERK）',
    '访15 听证：复核中 → （不变）（OFFICE）',
    '访16 复核意见：复核中 → 复核终结（OFFICE）',
    '访17 办结：已答复、复查已答复 → 已办结（CLERK）',
    '访18 信访人撤回：已登记、办理中、按法定途径办理、已答复、复查中、复查已答复、复核中 → 已办结（CLERK）',
    '访19 满意度评价：已答复、复查已答复、复核终结、已办结 → （不变）（CLERK）',
    '访20 回复办结：办理中 → 已办结（CLERK）',
  ]);
});
