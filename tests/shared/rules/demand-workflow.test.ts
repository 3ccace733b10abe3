import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import { stepsOf } from '../../../shared/kit/steps.ts';
import { offersOf } from '../../../shared/kit/take-transition.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { workflowTable } from '../../../shared/kit/workflow-table.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { demandStandsAt, demandWorkflow } from '../../../shared/rules/demand-workflow.ts';
import { type Act, contextOn, recordOf, take, walk } from './rules-support.ts';

/** 李某某(虚构): the example row of the domain pages, three working days, until 2026-01-08. */
const CAME = recordOf({
  demandNo: 'SQ-2026-0001',
  source: '12345热线',
  receivedAt: '2026-01-05T09:12:00+08:00',
  person: '李某某',
  category: '求助',
  content: '测试小区3幢电梯停运',
  limitRule: '咨询求助',
  state: 'RECEIVED',
});

const ASSIGNED = walk(demand, CAME, [['assign', '2026-01-05', { handler: '王芳' }]]);
const CLOSED = walk(demand, ASSIGNED, [['close', '2026-01-07', { outcome: '已解决', result: '更换控制板' }]]);

test('reads like the way of a slip', () => {
  expect(workflowTable(demandWorkflow)).toEqual([
    '诉1 派单：已接收 → 承办中（CLERK）',
    '诉2 改派：承办中、已联系 → （不变）（CLERK）',
    '诉3 联系诉求人：承办中 → 已联系（CLERK）',
    '诉4a 申请延期：已接收、承办中、已联系 → （不变）（DEPT）',
    '诉4 批准延期：已接收、承办中、已联系 → （不变）（LEAD）',
    '诉4x 不批准延期：已接收、承办中、已联系 → （不变）（LEAD）',
    '诉5 退单：已接收、承办中 → 已退单（CLERK）',
    '诉6 退单未获同意：已退单 → 已接收（OFFICE）',
    '诉7 办结：已接收、承办中、已联系 → 办结待回访、已办结（CLERK）',
    '诉8 回访：办结待回访、已办结 → 已回访、办结待回访（CLERK）',
    '诉9 重新办理：办结待回访、已回访、已办结 → 承办中（CLERK）',
    '诉10 归档：已回访、已办结、已退单 → 已归档（CLERK）',
  ]);
});

test('from entry to archive, on the very day it came in', () => {
  expect(CLOSED.values).toMatchObject({ state: 'VISITING', closedOn: '2026-01-07', outcome: '已解决' });
  const archived = walk(demand, CLOSED, [
    ['visit', '2026-01-08', { satisfaction: '满意', verified: true }],
    ['archive', '2026-01-09'],
  ]);
  expect(archived.values).toMatchObject({ state: 'ARCHIVED', calledBackOn: '2026-01-08', satisfaction: '满意' });
});

test('what a sheet tells places a row: the fields say where it stands', () => {
  expect(demandStandsAt({})).toBe('RECEIVED');
  expect(demandStandsAt({ handler: '王芳' })).toBe('ASSIGNED');
  expect(demandStandsAt({ contactedOn: '2026-01-06' })).toBe('CONTACTED');
  expect(demandStandsAt({ handler: '王芳', closedOn: '2026-01-07', satisfaction: '满意' })).toBe('CLOSED');
  expect(demandStandsAt({ closedOn: '2026-01-07', calledBackOn: '2026-01-08' })).toBe('VISITED');
  expect(demandStandsAt({ returned: true, closedOn: '2026-01-07' })).toBe('RETURNED');
});

describe('延期', () => {
  const extend = (on: string, extendedTo = '2026-01-15', by: string | undefined = '赵主任', now?: string) =>
    take(
      demand,
      ASSIGNED,
      ['extend', on, { extendedTo, reason: '等待配件' }, by],
      contextOn(on, now === undefined ? {} : { now }),
    );

  test('on the last day still, with who approved it; the limit moves', () => {
    const { record } = extend('2026-01-08');
    expect(record?.values).toMatchObject({ extendedTo: '2026-01-15', extensionBy: '赵主任', state: 'ASSIGNED' });
    const [reading] = readClocks(demand.clocks, record ?? CAME, contextOn('2026-01-12'));
    expect(reading).toMatchObject({ dueOn: '2026-01-15', dueWhy: '批准延期', left: 3, level: 'amber' });
  });

  test('after the last day it is refused, without an approver too, and so is no extension at all', () => {
    expect(extend('2026-01-09').refused).toEqual(['demand/extension-late on']);
    expect(extend('2026-01-08', '2026-01-15', '').refused).toEqual(['transition/signer by']);
    expect(extend('2026-01-07', '2026-01-08').refused).toEqual(['demand/extension-earlier extendedTo']);
  });

  test('of a limit in hours it is refused from the minute it ended', () => {
    const sudden = recordOf({ ...CAME.values, limitRule: '突发' });
    const at = (now: string) =>
      take(
        demand,
        sudden,
        ['extend', '2026-01-05', { extendedTo: '2026-01-06', reason: '夜间' }, '赵主任'],
        contextOn('2026-01-05', { now }),
      );
    expect(at('2026-01-05T11:12:00+08:00').refused).toBeUndefined();
    expect(at('2026-01-05T11:13:00+08:00').refused).toEqual(['demand/extension-late on']);
  });

  test('corrected, it is held to what was asked of it: later than the limit it extends', () => {
    const once = extend('2026-01-08').record ?? CAME;
    const corrected = (to: string) =>
      take(demand, once, [
        'correct',
        '2026-01-12',
        { subject: '延至', corrected: to, reason: '看错', docNo: '示更1号' },
      ]);
    expect(corrected('2026-01-08').refused).toEqual(['demand/extension-earlier corrected']);
    const [reading] = readClocks(demand.clocks, corrected('2026-01-14').record ?? CAME, contextOn('2026-01-12'));
    expect(reading?.dueOn).toBe('2026-01-14');
  });

  test('a second one is measured by the first', () => {
    const once = extend('2026-01-08').record ?? CAME;
    const again = take(demand, once, [
      'extend',
      '2026-01-15',
      { extendedTo: '2026-01-20', reason: '厂家延误' },
      '赵主任',
    ]);
    expect(again.record?.values).toMatchObject({ extendedTo: '2026-01-20', extensionAppliedOn: '2026-01-15' });
    expect(demand.check(again.record?.values ?? {}, contextOn('2026-01-16'))).toEqual([]);
  });

  test('a second one is corrected against the limit it extends: the first, not the slip’s own', () => {
    const again = walk(demand, extend('2026-01-08').record ?? CAME, [
      ['extend', '2026-01-15', { extendedTo: '2026-01-20', reason: '厂家延误' }, '赵主任'],
    ]);
    const corrected = (to: string) =>
      take(demand, again, [
        'correct',
        '2026-01-16',
        { subject: '延至', corrected: to, reason: '看错', docNo: '示更2号' },
      ]);
    expect(corrected('2026-01-12').refused).toEqual(['demand/extension-earlier corrected']);
    expect(corrected('2026-01-15').refused).toEqual(['demand/extension-earlier corrected']);
    expect(corrected('2026-01-16').record?.values).toMatchObject({
      extendedTo: '2026-01-16',
      extendedFrom: '2026-01-15',
    });
  });

  test('is measured by the limit as it stands, where no earlier one stands any more', () => {
    // The slip's own day was set anew after what an earlier extension had moved was taken out.
    const emptied = recordOf({ ...ASSIGNED.values, dueOn: '2026-01-12', extendedFrom: '2026-01-08' });
    const act: Act = ['extend', '2026-01-10', { extendedTo: '2026-01-15', reason: '等待配件' }, '赵主任'];
    expect(take(demand, emptied, act).record?.values).toMatchObject({
      extendedTo: '2026-01-15',
      extendedFrom: '2026-01-12',
    });
  });

  test('the round that follows begins without what the last one was extended from', () => {
    const closed = walk(demand, extend('2026-01-08').record ?? CAME, [
      ['close', '2026-01-09', { outcome: '已解决', result: '更换控制板' }],
      ['visit', '2026-01-10', { satisfaction: '不满意', unsatisfiedReason: '又坏了' }],
      ['reopen', '2026-01-11', { reason: '复查' }],
    ]);
    expect(closed.values.extendedFrom).toBeUndefined();
    expect(closed.values.rounds).toMatchObject([{ extendedTo: '2026-01-15', extendedFrom: '2026-01-08' }]);
  });
});

describe('延期 on application', () => {
  const apply = (on: string, extensionAskedTo = '2026-01-15'): Act => [
    'applyForExtension',
    on,
    { extensionAskedTo, reason: '等待配件' },
    '王芳',
  ];
  const refuse: Act = ['refuseExtension', '2026-01-09', { reason: '配件本地有货' }, '赵主任'];
  const grant = (on: string, extendedTo = '2026-01-14'): Act => [
    'extend',
    on,
    { extendedTo, reason: '等待配件' },
    '赵主任',
  ];
  const dueOf = (record: typeof ASSIGNED) => readClocks(demand.clocks, record, contextOn('2026-01-12'))[0]?.dueOn;

  test('refused leaves the limit where it was; the timeline says who asked and who refused, when and why', () => {
    const asked = walk(demand, ASSIGNED, [apply('2026-01-08')]);
    expect(asked.values).toMatchObject({
      extensionStatus: '已申请',
      extensionAppliedOn: '2026-01-08',
      extensionAskedTo: '2026-01-15',
    });
    expect(dueOf(asked)).toBe('2026-01-08');
    const refused = walk(demand, asked, [refuse]);
    expect(refused.values).toMatchObject({ extensionStatus: '被退回', state: 'ASSIGNED' });
    expect([refused.values.extendedTo, dueOf(refused)]).toEqual([undefined, '2026-01-08']);
    expect(stepsOf(refused).slice(-2)).toMatchObject([
      { transition: 'applyForExtension', on: '2026-01-08', by: '王芳', note: '申请延至 2026-01-15；等待配件' },
      { transition: 'refuseExtension', on: '2026-01-09', by: '赵主任', note: '配件本地有货' },
    ]);
    expect(demand.check(refused.values, contextOn('2026-01-10'))).toEqual([]);
  });

  test('in time is in time though the answer comes after the last day; the form begins with the day asked for', () => {
    const asked = walk(demand, ASSIGNED, [apply('2026-01-08')]);
    const offer = offersOf(demand, asked, contextOn('2026-01-09')).find(({ transition }) => transition === 'extend');
    expect(offer?.starts).toEqual({ extendedTo: '2026-01-15' });
    const extended = walk(demand, asked, [grant('2026-01-09')]);
    expect(extended.values).toMatchObject({
      extensionStatus: '已批准',
      extensionAppliedOn: '2026-01-08',
      extensionApprovedOn: '2026-01-09',
      extendedTo: '2026-01-14',
      extendedFrom: '2026-01-08',
      extensionBy: '赵主任',
    });
    expect(dueOf(extended)).toBe('2026-01-14');
    expect(demand.check(extended.values, contextOn('2026-01-12'))).toEqual([]);
  });

  test('is not taken after the last day, to no later day, or twice', () => {
    expect(take(demand, ASSIGNED, apply('2026-01-09')).refused).toEqual(['demand/extension-late on']);
    expect(take(demand, ASSIGNED, apply('2026-01-08', '2026-01-08')).refused).toEqual([
      'demand/extension-earlier extensionAskedTo',
    ]);
    const asked = walk(demand, ASSIGNED, [apply('2026-01-08')]);
    expect(take(demand, asked, apply('2026-01-08')).refused).toEqual(['transition/not-offered']);
    expect(take(demand, ASSIGNED, refuse).refused).toEqual(['transition/not-offered']);
    expect(take(demand, asked, [refuse[0], refuse[1], {}]).refused).toEqual([
      'transition/requires reason',
      'transition/signer by',
    ]);
    expect(take(demand, asked, grant('2026-01-09', '2026-01-08')).refused).toEqual([
      'demand/extension-earlier extendedTo',
    ]);
  });

  test('a second one refused leaves what the first one gave', () => {
    const twice = walk(demand, ASSIGNED, [grant('2026-01-08'), apply('2026-01-13', '2026-01-20')]);
    const refused = walk(demand, twice, [['refuseExtension', '2026-01-15', { reason: '不再延长' }, '赵主任']]);
    expect(refused.values).toMatchObject({ extensionStatus: '被退回', extendedTo: '2026-01-14' });
    expect(dueOf(refused)).toBe('2026-01-14');
    expect(demand.check(refused.values, contextOn('2026-01-16'))).toEqual([]);
  });

  test('refused, it does not let a later limit be written without whoever approved it', () => {
    const refused = walk(demand, ASSIGNED, [apply('2026-01-08'), refuse]);
    const said = (written: Values) =>
      demand.check({ ...refused.values, ...written }, contextOn('2026-01-10')).map(({ code }) => code);
    expect(said({ extendedTo: '2026-12-31' })).toEqual(['demand/extension-approver', 'extension/not-granted']);
    expect(said({ extensionStatus: '已批准' })).toEqual(['extension/day']);
    // With an approver it is still no extension: what was asked for, or what was approved after it was asked for.
    expect(said({ extendedTo: '2026-01-15', extensionBy: '赵主任' })).toEqual(['extension/not-granted']);
    const less = { extendedTo: '2026-01-12', extensionBy: '赵主任', extensionApprovedOn: '2026-01-10' };
    expect(said(less)).toEqual(['extension/not-granted']);
  });

  test('after one approved on paper, it says nothing about that one', () => {
    const onPaper = {
      extensionStatus: '已批准',
      extensionAppliedOn: '2026-01-07',
      extensionBy: '赵主任',
      extendedTo: '2026-01-14',
    };
    const asked = walk(demand, { ...ASSIGNED, values: { ...ASSIGNED.values, ...onPaper } }, [
      apply('2026-01-13', '2026-01-20'),
    ]);
    expect(demand.check(asked.values, contextOn('2026-01-13'))).toEqual([]);
  });

  test('what it came to is corrected, and the round that follows begins without it', () => {
    const refused = walk(demand, ASSIGNED, [apply('2026-01-08'), refuse]);
    const wrong = { subject: '延期申请日期', corrected: '2026-01-07', reason: '看错', docNo: '示更3号' };
    const corrected = walk(demand, refused, [['correct', '2026-01-09', wrong]]);
    expect(corrected.values).toMatchObject({ extensionAppliedOn: '2026-01-07', extensionStatus: '被退回' });
    const again = walk(demand, corrected, [
      ['close', '2026-01-09', { outcome: '已解决', result: '更换控制板' }],
      ['visit', '2026-01-10', { satisfaction: '不满意', unsatisfiedReason: '又坏了' }],
      ['reopen', '2026-01-11', { reason: '复查' }],
    ]);
    expect([again.values.extensionStatus, again.values.extensionAskedTo]).toEqual([undefined, undefined]);
    expect(again.values.rounds).toMatchObject([{ extensionStatus: '被退回', extensionAskedTo: '2026-01-15' }]);
  });
});

describe('退单', () => {
  const parameters = { '时限 诉求退单': '1' };
  const giveBack = (on: string) =>
    take(demand, CAME, ['returnSlip', on, { returnReason: '不属本街道' }], contextOn(on, { parameters }));

  test('needs its reason; where the office knows a last day, that day is said and then kept to', () => {
    expect(take(demand, CAME, ['returnSlip', '2026-01-20', {}]).refused).toEqual(['transition/requires returnReason']);
    expect(giveBack('2026-01-06')).toMatchObject({
      record: { values: { state: 'RETURNED', returned: true, returnedOn: '2026-01-06' } },
      warnings: ['demand/return-last-day'],
    });
    expect(giveBack('2026-01-07').refused).toEqual(['demand/return-late on']);
  });

  test('not agreed to, the slip is in hand again', () => {
    const back = walk(demand, CAME, [
      ['returnSlip', '2026-01-06', { returnReason: '不属本街道' }],
      ['returnRefused', '2026-01-06', { reason: '属地管理' }],
    ]);
    expect(back.values).toMatchObject({ state: 'RECEIVED', returned: false });
    expect(back.values.returnedOn).toBeUndefined();
  });
});

describe('办结 and 回访', () => {
  test('a duplicate names what it repeats, and nobody is called about it', () => {
    const duplicate = { outcome: '重复', result: '并入' };
    expect(take(demand, ASSIGNED, ['close', '2026-01-07', duplicate]).refused).toEqual(['demand/duplicate-of dupOf']);
    const { record } = take(demand, ASSIGNED, ['close', '2026-01-07', { ...duplicate, dupOf: 'd0' }]);
    expect(record?.values).toMatchObject({ state: 'CLOSED', dupOf: 'd0' });
  });

  test('whoever was not reached is called again; 不满意 needs its reason', () => {
    const missed = walk(demand, CLOSED, [['visit', '2026-01-08', { satisfaction: '未接通' }]]);
    expect(missed.values.state).toBe('VISITING');
    expect(missed.values.calledBackOn).toBeUndefined();
    expect(take(demand, missed, ['visit', '2026-01-09', { satisfaction: '不满意' }]).refused).toEqual([
      'demand/unsatisfied-reason unsatisfiedReason',
    ]);
  });

  test('after 不满意 it is handled anew: the round before stays as it ended, the clock begins again', () => {
    const unsatisfied = walk(demand, CLOSED, [
      ['visit', '2026-01-08', { satisfaction: '不满意', unsatisfiedReason: '又停了' }],
    ]);
    const offered = (of: typeof CLOSED) =>
      offersOf(demand, of, contextOn('2026-01-08')).map(({ transition }) => transition);
    expect(offered(unsatisfied)).toEqual(['reopen', 'archive', 'correct']);
    const satisfied = walk(demand, CLOSED, [['visit', '2026-01-08', { satisfaction: '满意' }]]);
    expect(offered(satisfied)).toEqual(['archive', 'correct']);

    const again = walk(demand, unsatisfied, [['reopen', '2026-01-09', { reason: '回访不满意' }]]);
    expect(again.values).toMatchObject({
      state: 'ASSIGNED',
      rounds: [
        { round: 1, closedOn: '2026-01-07', satisfaction: '不满意', outcome: '已解决', reopenedOn: '2026-01-09' },
      ],
    });
    expect(again.values.closedOn).toBeUndefined();
    const readings = readClocks(demand.clocks, again, contextOn('2026-01-12'));
    expect(readings.map(({ title, round, dueOn, level }) => [title, round, dueOn, level])).toEqual([
      ['办理', 1, '2026-01-08', 'met'],
      ['办理', 2, '2026-01-14', 'green'],
    ]);
    const done = walk(demand, again, [['close', '2026-01-13', { outcome: '已解决', result: '更换主机' }]]);
    expect(done.values.steps).toMatchObject({ length: 5 });
  });
});
