import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { doubleRegistration } from '../../../shared/ledgers/double-registration.ts';
import { match } from '../../../shared/ledgers/match.ts';
import { meeting } from '../../../shared/ledgers/meeting.ts';
import { newSectorOrganisation } from '../../../shared/ledgers/new-sector-organisation.ts';
import { offer } from '../../../shared/ledgers/offer.ts';
import { pairing } from '../../../shared/ledgers/pairing.ts';
import { partyBranch } from '../../../shared/ledgers/party-branch.ts';
import { socialOrganisation } from '../../../shared/ledgers/social-organisation.ts';
import { codesOf, contextOf, record } from '../ledgers/support.ts';

const codes = (ledger: Ledger, values: Values) => codesOf(ledger, values, contextOf());
const derived = (ledger: Ledger, values: Values, matches: readonly LedgerRecord[] = []) =>
  ledger.derived?.compute(record('r', values), contextOf({ match: matches }));

test('a meeting is called three days before, and no more come than were asked (锦绣街道)', () => {
  expect(codes(meeting, { notifiedOn: '2026-03-01', heldOn: '2026-03-04', present: 9, expected: 9 })).toEqual([]);
  expect(codes(meeting, { notifiedOn: '2026-03-02', heldOn: '2026-03-04' })).toEqual(['meeting/notice']);
  expect(codes(meeting, { heldOn: '2026-03-04', present: 10, expected: 9 })).toEqual(['meeting/present']);
});

describe('三张清单 and their matches', () => {
  // ledgers.md D6, L9c: 认领 2026-01-08, 承诺 2026-02-28, 实施中.
  const claimed: Values = { need: 'r', supply: 's', claimedOn: '2026-01-08', promiseOn: '2026-02-28' };

  test('an entry stands as far as its farthest match', () => {
    expect(derived(offer, {})).toEqual({ progress: '已发布', matchCount: 0 });
    const running = record('m1', { ...claimed, startedOn: '2026-01-20' });
    const withdrawn = record('m2', { ...claimed, cancelledOn: '2026-01-09' });
    expect(derived(offer, {}, [withdrawn, running])).toEqual({ progress: '实施中', matchCount: 2 });
    expect(derived(offer, {}, [withdrawn])).toEqual({ progress: '已发布', matchCount: 1 });
    expect(derived(offer, { cancelled: true }, [running])).toMatchObject({ progress: '取消' });
  });

  test('a match runs to the day promised; it is not done before it is claimed', () => {
    const today = { ...contextOf(), today: '2026-03-01' };
    expect(readClocks(match.clocks, record('m', claimed), today)[0]).toMatchObject({
      dueOn: '2026-02-28',
      level: 'red',
    });
    expect(codes(match, { need: 'a', supply: 'b', doneOn: '2026-02-01' })).toEqual(['match/not-claimed']);
  });
});

test('双报到: what was served in a quarter is told to the unit by its end', () => {
  const member: Values = {
    kind: '在职党员',
    home: 'x',
    reportedOn: '2026-01-03',
    services: [{ id: '1', on: '2026-01-17', content: '法律咨询', hours: 2 }],
  };
  const runs = (values: Values) => readClocks(doubleRegistration.clocks, record('d', values), contextOf());
  const run = (values: Values) => runs(values)[0];
  expect(run(member)).toMatchObject({ dueOn: '2026-03-31', level: 'red' });
  expect(run({ ...member, feedbackOn: '2026-03-30' })).toMatchObject({ level: 'met' });
  // What is owed for one quarter is not forgotten with the service of the next.
  const again = [...(member.services as readonly []), { id: '2', on: '2026-05-09', content: '义诊', hours: 3 }];
  expect(runs({ ...member, services: again }).map(({ dueOn }) => dueOn)).toEqual(['2026-03-31', '2026-06-30']);
  expect(derived(doubleRegistration, member)).toMatchObject({ serviceCount: 1, lastService: '2026-01-17' });
  expect(codes(doubleRegistration, { ...member, home: undefined })).toEqual(['registration/home']);
  expect(codes(doubleRegistration, { ...member, reportedOn: '2026-02-01' })).toEqual(['registration/service-before']);
});

test('双报到: who missed a half-year is listed with it; the half-year under way still has its time (佛山)', () => {
  const reported = (...days: readonly string[]) => ({
    halfYears: days.map((on) => ({ id: on, half: '', on })),
  });
  const standing = (values: Values) => {
    const { halfYear, missedHalves } = derived(doubleRegistration, { kind: '在职党员', ...values }) ?? {};
    return [halfYear, missedHalves];
  };
  expect(standing({ reportedOn: '2026-07-03' })).toEqual(['已报到', undefined]);
  expect(standing({ reportedOn: '2026-01-03' })).toEqual(['本期待报到', undefined]);
  expect(standing({ reportedOn: '2025-05-03' })).toEqual(['有漏报', '2025年下半年、2026年上半年']);
  expect(standing({ reportedOn: '2025-05-03', ...reported('2025-12-31', '2026-06-30') })).toEqual([
    '本期待报到',
    undefined,
  ]);
  expect(standing({ reportedOn: '2025-05-03', ...reported('2025-12-31', '2026-10-08') })).toEqual([
    '有漏报',
    '2026年上半年',
  ]);
  expect(standing({ kind: '单位党组织', reportedOn: '2025-05-03' })).toEqual([undefined, undefined]);
});

test('两新组织: a value of a half-year already reported changes with a word of why, once for each change (临沂)', () => {
  const stored = { name: '虚构科技', countedOn: '2026-06-28', staff: 38, coverage: '工作覆盖', guide: '孙某某' };
  const asked = (after: Values, before: Values = stored) => {
    const context = contextOf({ newSectorOrganisation: [record('n', before)] });
    return newSectorOrganisation
      .check({ ...before, ...after }, context, 'n')
      .map(({ field, message }) => [field, message]);
  };
  const words = '2026年上半年已上报的从业人员数、覆盖方式有变化，请在变更说明里写明变化和原因';
  expect(asked({ staff: 45, coverage: '单独组建', partyName: '支部', membersFull: 3 })).toEqual([['change', words]]);
  expect(asked({ staff: 45, change: '新招 7 人' })).toEqual([]);
  expect(asked({ staff: 45 }, { ...stored, change: '旧的说明' })).toHaveLength(1);
  // Filled in for the first time, or not handed up yet: nothing to explain.
  expect(asked({ membersFull: 2 })).toEqual([]);
  expect(asked({ staff: 45 }, { ...stored, countedOn: '2026-10-31' })).toEqual([]);
  expect(asked({ remark: '搬迁' })).toEqual([]);
});

test('双结双联: visits counted, and each mode names what it is about', () => {
  const visits = [
    { id: '1', on: '2026-02-01', content: '走访' },
    { id: '2', on: '2026-01-15', content: '走访' },
  ];
  expect(derived(pairing, { visits })).toEqual({ visitCount: 2, lastVisit: '2026-02-01', progress: '结对中' });
  expect(derived(pairing, { endedOn: '2026-10-01', outcome: '终止' })).toMatchObject({ progress: '终止' });
  expect(codes(pairing, { mode: '党群结亲' })).toEqual(['pairing/member', 'pairing/household']);
  expect(codes(pairing, { mode: '联手共建' })).toEqual(['pairing/project']);
});

test('院落支部: a whole quarter without an activity is said; the one under way has its time, and so has a new branch', () => {
  // Today is 2026-11-23: the last whole quarter is the third.
  const on = (day: string) => ({ setOn: '2024-01-01', activities: [{ id: '1', on: day, content: '主题党日' }] });
  expect(derived(partyBranch, on('2026-10-08'))).toEqual({ quarterActivities: 1, lastActivity: '2026-10-08' });
  expect(derived(partyBranch, on('2026-08-08'))).toEqual({ quarterActivities: 0, lastActivity: '2026-08-08' });
  expect(derived(partyBranch, on('2026-05-08'))).toMatchObject({ idle: '2026年第三季度没有活动' });
  expect(derived(partyBranch, { setOn: '2026-07-02' })).not.toHaveProperty('idle');
  expect(codes(partyBranch, { kind: '院落支部', members: 2 })).toEqual(['branch/members']);
  expect(codes(partyBranch, { kind: '楼栋党小组', members: 2 })).toEqual([]);
});

describe('两新组织', () => {
  test('规上 by 2000 万元 or a hundred people, 三有 by place, ten people and business', () => {
    expect(derived(newSectorOrganisation, { income: 200_000_000_00, staff: 9 })).toMatchObject({
      large: true,
      threeHave: false,
    });
    expect(derived(newSectorOrganisation, { staff: 10, hasPlace: true, hasBusiness: true })).toMatchObject({
      large: false,
      threeHave: true,
    });
  });

  test('three members build a branch of their own, fifty a general branch, a hundred a committee', () => {
    const hint = (membersFull: number, staff = 10) =>
      derived(newSectorOrganisation, { membersFull, staff })?.shouldBuild;
    expect([hint(2), hint(3), hint(50, 200), hint(100, 200)]).toEqual([
      undefined,
      '应单独组建',
      '应建党总支',
      '应建党委',
    ]);
    expect([hint(0, 50), hint(0, 100)]).toEqual(['五十人以上应有党员', '百人以上应有组织']);
  });

  test('numbers of another month than this one are to be counted anew, while the organisation runs', () => {
    const stale = (countedOn: string, running?: boolean) =>
      derived(newSectorOrganisation, { countedOn, ...(running === undefined ? {} : { running }) })?.stale;
    // Counted on 2026-11-23.
    expect([stale('2026-11-01'), stale('2026-10-31'), stale('2026-08-15', true), stale('2025-01-01', false)]).toEqual([
      undefined,
      '本月未更新',
      '3 个月未更新',
      undefined,
    ]);
  });

  test('what the coverage asks for is said beside its field', () => {
    expect(codes(newSectorOrganisation, { coverage: '未覆盖' })).toEqual(['new-sector/reason']);
    expect(codes(newSectorOrganisation, { coverage: '工作覆盖' })).toEqual(['new-sector/guide']);
    expect(codes(newSectorOrganisation, { coverage: '单独组建', partyName: '支部', membersFull: 2 })).toEqual([
      'new-sector/few',
    ]);
    expect(codes(newSectorOrganisation, { staff: 3, membersFull: 4 })).toEqual(['new-sector/members']);
  });
});

test('社会组织: what does not count is warned of (四川 2023)', () => {
  expect(derived(socialOrganisation, { name: '阳光花园业主委员会' })).toEqual({ excluded: '疑为业主委员会' });
  expect(derived(socialOrganisation, { name: '晨曲健身队' })).toEqual({});
  expect(codes(socialOrganisation, { name: '顺河便民超市' })).toEqual(['social/excluded']);
  expect(codes(socialOrganisation, { name: '晨曲健身队', registration: '已备案' })).toEqual(['social/number']);
});
