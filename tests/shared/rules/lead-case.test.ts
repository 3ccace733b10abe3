import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import { validateValues } from '../../../shared/kit/validate.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { workflowTable } from '../../../shared/kit/workflow-table.ts';
import { DEFAULT_PARAMETERS } from '../../../shared/ledgers/default-parameters.ts';
import { leadCase } from '../../../shared/ledgers/lead-case.ts';
import { leadCaseStandsAt, leadCaseWorkflow } from '../../../shared/rules/lead-case-workflow.ts';
import { on } from './petition-support.ts';
import { type Act, walkFrom } from './walk.ts';

/** The domain page's case: 示例积案01, leader 赵某某, to be settled by 2026-03-31. */
const LISTED: Values = {
  cause: '示例积案01 拆迁安置',
  listedOn: '2026-01-05',
  leader: '赵某某',
  leaderPost: '党工委副书记',
  unit: 'd1',
  merit: '部分合理',
};

const TO_SETTLING: readonly Act[] = [
  ['submit', '2026-01-06', {}, '孙某'],
  ['approve', '2026-01-07', { limitOn: '2026-03-31' }, '钱书记'],
  ['serve', '2026-01-08'],
  ['submitPlan', '2026-01-10', { plan: '先补差价，再协商安置' }],
  ['report', '2026-01-12', { measure: '接访', result: '同意协商', next: '协调会', nextOn: '2026-01-20' }],
];

const walk = (acts: readonly Act[], values = LISTED) => walkFrom(leadCase, values, acts, (today) => on(today));

const readingOf = (values: Values, today: string) =>
  readClocks(leadCase.clocks, { id: 'b', rev: 'a/1/1', values }, on(today))[0];

const said = (values: Values, today: string) =>
  leadCase.check(values, on(today)).map(({ severity, code, field }) => `${severity} ${code} at ${field}`);

describe('a lead case', () => {
  test('is studied, approved, handed to its leader, planned, settled by its day, visited and filed', () => {
    const { values, refused } = walk([
      ...TO_SETTLING,
      ['settle', '2026-03-20', { how: '调解协议', calm: true }],
      ['visit', '2026-03-25', { visitResult: '满意' }],
      ['archive', '2026-04-01', { archiveList: '方案、协议、回访表' }],
    ]);
    expect(refused).toEqual([]);
    expect(values).toMatchObject({
      state: 'ARCHIVED',
      approver: '钱书记',
      approvedOn: '2026-01-07',
      servedOn: '2026-01-08',
      limitOn: '2026-03-31',
      closedOn: '2026-03-20',
      visitedOn: '2026-03-25',
      progress: [{ on: '2026-01-12', measure: '接访', next: '协调会', nextOn: '2026-01-20' }],
    });
    expect(readingOf(values, '2026-05-01')).toMatchObject({ dueOn: '2026-03-31', level: 'met' });
  });

  test('that nobody takes on ends there, with the reason, and no limit runs on', () => {
    const [submit = ['submit', ''] as Act] = TO_SETTLING;
    const drop: Act = ['notTaken', '2026-01-08', { reason: '按信访程序办理即可' }, '钱书记'];
    for (const acts of [[drop], [submit, drop]]) {
      const { values, refused } = walk(acts, { ...LISTED, limitOn: '2026-03-31' });
      expect([values.state, refused]).toEqual(['NOT_TAKEN', []]);
      expect(readingOf(values, '2026-05-01')).toBeUndefined();
    }
    expect(walk([...TO_SETTLING, drop]).refused).toEqual(['transition/not-offered']);
  });

  test('needs the top leader for approval and for an extension, progress before it is settled', () => {
    const [submit = ['submit', ''] as Act] = TO_SETTLING;
    expect(walk([submit, ['approve', '2026-01-07', { limitOn: '2026-03-31' }]]).refused).toEqual(['transition/signer']);
    const wish = { extensionTo: '2026-06-30', extensionReason: '待上级批复' };
    expect(walk([...TO_SETTLING, ['extend', '2026-03-30', wish]]).refused).toEqual(['transition/signer']);
    const extended = walk([...TO_SETTLING, ['extend', '2026-03-30', wish, '钱书记']]);
    expect(extended.values).toMatchObject({ extensionApprover: '钱书记', extensionApprovedOn: '2026-03-30' });
    expect(readingOf(extended.values, '2026-04-01')).toMatchObject({ dueOn: '2026-06-30', dueWhy: '批准延期' });
    expect(walk([...TO_SETTLING.slice(0, 4), ['settle', '2026-03-20', { how: '其他' }]]).refused).toEqual([
      'transition/needs',
    ]);
  });

  test('an extension to before the limit is none; one after it is said and kept', () => {
    const extend = (day: string, to: string): Act => [
      'extend',
      day,
      { extensionTo: to, extensionReason: '待批' },
      '钱书记',
    ];
    expect(walk([...TO_SETTLING, extend('2026-03-01', '2026-03-31')]).refused).toEqual(['leadCase/extension-earlier']);
    expect(walk([...TO_SETTLING, extend('2026-04-02', '2026-06-30')])).toMatchObject({
      refused: [],
      warned: ['leadCase/extension-late'],
    });
  });

  test('that comes back is settled anew: the first round is kept, the clock begins again', () => {
    const { values } = walk([
      ...TO_SETTLING,
      ['settle', '2026-03-20', { how: '调解协议' }],
      ['visit', '2026-03-25', { visitResult: '未见面' }],
      ['visit', '2026-03-27', { visitResult: '基本满意' }],
      ['archive', '2026-04-01', { archiveList: '协议' }],
      ['reopen', '2026-06-10', { reason: '协议未履行，再次上访', newLimitOn: '2026-08-31' }],
    ]);
    expect(values).toMatchObject({
      state: 'SETTLING',
      rebound: true,
      reboundOn: '2026-06-10',
      limitOn: '2026-08-31',
      closings: [{ limitOn: '2026-03-31', closedOn: '2026-03-20', how: '调解协议', visitResult: '基本满意' }],
    });
    expect([values.closedOn, values.visitedOn, values.archivedOn]).toEqual([undefined, undefined, undefined]);
    expect(readingOf(values, '2026-06-11')).toMatchObject({ startedOn: '2026-06-10', dueOn: '2026-08-31', round: 2 });
  });

  test('settled by a level above it is reported and struck off', () => {
    const { values } = walk([...TO_SETTLING, ['strike', '2026-02-10', { reason: '区住建局已安置' }]]);
    expect(values).toMatchObject({ state: 'REPORTED', closedOn: '2026-02-10' });
  });
});

describe('the limit', () => {
  test('is the case’s own; without one three months are taken, from the day the leader has the case, and marked', () => {
    expect(readingOf({ ...LISTED, limitOn: '2026-03-31' }, '2026-01-06')).toMatchObject({
      startedOn: '2026-01-05',
      dueOn: '2026-03-31',
      dueWhy: '逐案确定',
    });
    expect(readingOf(LISTED, '2026-01-06')).toBeUndefined();
    expect(readingOf({ ...LISTED, servedOn: '2026-01-08' }, '2026-01-09')).toMatchObject({
      startedOn: '2026-01-08',
      dueOn: '2026-04-08',
      inferred: true,
    });
  });
});

describe('what is said beside the field', () => {
  test('settled before it was listed', () => {
    const told = (closedOn: string) =>
      validateValues(leadCase, { ...LISTED, closedOn, how: '调解协议' }, on('2026-02-01'))
        .filter(({ field }) => field === 'closedOn')
        .map(({ severity, code }) => `${severity} ${code}`);
    expect(told('2026-01-04')).toEqual(['error field/not-before']);
    expect(told('2026-01-05')).toEqual([]);
  });

  const inHand: Values = { ...LISTED, servedOn: '2026-01-08', limitOn: '2026-03-31' };

  test('nothing heard for more than 30 days, and a next step whose day is over', () => {
    const heard = {
      ...inHand,
      progress: [{ id: '1', on: '2026-01-20', measure: '协调会', next: '签协议', nextOn: '2026-02-15' }],
    };
    expect(said(heard, '2026-02-15')).toEqual([]);
    expect(said(heard, '2026-02-19')).toEqual(['warning leadCase/next-step at progress']);
    expect(said(heard, '2026-02-20')).toEqual([
      'warning leadCase/silent at progress',
      'warning leadCase/next-step at progress',
    ]);
    expect(said({ ...heard, closedOn: '2026-02-01', how: '其他' }, '2026-02-20')).toEqual([]);
    expect(leadCase.derived?.compute({ id: 'b', rev: '', values: heard }, on('2026-02-20'))).toMatchObject({
      lastProgressOn: '2026-01-20',
      silentDays: 31,
    });
  });

  test('a limit before the case, an extension without its approver, a settlement without its way', () => {
    expect(said({ ...LISTED, limitOn: '2026-01-04' }, '2026-01-06')).toEqual([
      'error leadCase/limit-before at limitOn',
    ]);
    expect(said({ ...inHand, extensionTo: '2026-06-30' }, '2026-01-09')).toEqual([
      'error leadCase/extension-approver at extensionApprover',
    ]);
    const extended = { ...inHand, limitOn: '2026-03-31', extensionTo: '2026-06-30', extensionApprover: '钱书记' };
    expect(said({ ...extended, extensionApprovedOn: '2026-03-31' }, '2026-01-09')).toEqual([]);
    expect(said({ ...extended, extensionApprovedOn: '2026-04-01' }, '2026-01-09')).toEqual([
      'warning leadCase/extension-late at extensionApprovedOn',
    ]);
    expect(said({ ...inHand, closedOn: '2026-03-01' }, '2026-03-02')).toEqual(['warning leadCase/how at how']);
    expect(said({ ...inHand, calm: true }, '2026-01-10')).toEqual(['warning leadCase/calm at closedOn']);
  });
});

test.each<readonly [Values, string]>([
  [{}, 'STUDY'],
  [{ approvedOn: '2026-01-07' }, 'SERVING'],
  [{ servedOn: '2026-01-08' }, 'PLANNING'],
  [{ servedOn: '2026-01-08', plan: '…' }, 'SETTLING'],
  [{ closedOn: '2026-03-20' }, 'SETTLED'],
  [{ visitedOn: '2026-03-25' }, 'VISITED'],
  [{ archivedOn: '2026-04-01' }, 'ARCHIVED'],
])('a listed case with %o stands at %s', (values, state) => {
  expect(leadCaseStandsAt(values)).toBe(state);
});

test('五包 are five ticks whose words are parameters', () => {
  const words = DEFAULT_PARAMETERS.filter(({ group }) => group === '五包').map(({ key }) => key);
  expect(words).toEqual(['包掌握情况', '包思想教育', '包解决化解', '包跟踪稳控', '包息诉息访']);
  expect(leadCase.fields.fiveDuties).toMatchObject({ kind: 'choices', optionsFrom: '五包' });
});

test('the table reads like the procedure', () => {
  expect(workflowTable(leadCaseWorkflow)).toEqual([
    '包1 提请审批：研究中 → 待审批（CLERK）',
    '包2 审批：待审批 → 待送达（LEAD）',
    '包2x 退回研究：待审批 → 研究中（LEAD）',
    '包3 送达包案领导：待送达 → 拟定方案（CLERK）',
    '包4 确定化解方案：拟定方案 → 化解中（LEAD）',
    '包5 登记进展：化解中 → （不变）（CLERK）',
    '包6 延期：化解中 → （不变）（LEAD）',
    '包7 化解：化解中 → 已化解待回访（LEAD）',
    '包8 回访：已化解待回访 → 已回访待归档、已化解待回访（CLERK）',
    '包9 移交归档：已回访待归档 → 已归档（CLERK）',
    '包10 反复，重新化解：已化解待回访、已回访待归档、已归档 → 化解中（CLERK）',
    '包11 报备销案：待送达、拟定方案、化解中 → 已报备销案（OFFICE）',
    '包12 不列入包案：研究中、待审批 → 不列入包案（LEAD）',
  ]);
});
