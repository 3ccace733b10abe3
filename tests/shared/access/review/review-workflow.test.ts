import { describe, expect, test } from 'vitest';
import { reviewWorkflow } from '../../../../shared/access/review/review-workflow.ts';
import { rowsIn } from '../../../../shared/kit/field-values.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import {
  type Act,
  AGREE,
  APPROVAL,
  ASK,
  CHENGUANG,
  COMPLETE,
  type DatedParameter,
  DECIDE,
  edited,
  FORWARD,
  funded,
  PUBLISH,
  RECEIVE,
  refusals,
  START,
  SUBMIT,
  TO_AGREED,
  TO_DECIDING,
  walk,
} from './review-support.ts';
import { ACTIVE, at, EVALUATED, LISTED, SKIP, STREET, state, URGENT, without, XICHENG } from './review-walks.ts';

describe('the table', () => {
  test('has the 19 states and the numbered acts, and every arrow ends in a state', () => {
    const known = Object.keys(reviewWorkflow.states);
    expect(known).toHaveLength(19);
    for (const transition of Object.values(reviewWorkflow.transitions)) {
      for (const end of [...transition.from, ...transition.to]) expect(known).toContain(end);
    }
    const numbers = Object.values(reviewWorkflow.transitions).map(({ number }) => number);
    for (let n = 1; n <= 24; n += 1) expect(numbers).toContain(`T${n}`);
  });

  test('nothing leads out of the archive, and every other state has a way on', () => {
    const froms = new Set<string>(Object.values(reviewWorkflow.transitions).flatMap(({ from }) => [...from]));
    expect(Object.keys(reviewWorkflow.states).filter((id) => !froms.has(id))).toEqual(['ARCHIVED']);
  });
});

describe('the straight path', () => {
  test('goes from the draft to 实施中 and leaves one row of evidence an act', () => {
    const record = ACTIVE();
    expect(state(record)).toBe('ACTIVE');
    expect(rowsIn(record.values, 'steps').map((step) => step.to)).toEqual([
      'RECEIVED',
      'COMM_OPINION',
      'COMM_OPINION',
      'COMM_OPINION',
      'STREET_REVIEW',
      'DISTRICT_REVIEW',
      'DECIDING',
      'APPROVED',
      'PUBLISHED',
      'AGREED',
      'ACTIVE',
    ]);
    expect(rowsIn(record.values, 'opinions').map((row) => [row.stage, row.result, row.signer])).toEqual([
      ['社区', '同意', undefined],
      ['社区', '有条件同意', undefined],
      ['街道初审', '同意', '李主任'],
      ['区审核', '同意', undefined],
    ]);
    expect(rowsIn(record.values, 'decisions')).toEqual([
      expect.objectContaining({ kind: '审定', ...APPROVAL, decideDate: '2026-03-27', round: 1 }),
    ]);
    expect(rowsIn(record.values, 'publications')[0]).toMatchObject({
      publishedOn: '2026-03-31',
      channels: ['文件', '公开栏'],
    });
    expect(rowsIn(record.values, 'agreements')[0]).toMatchObject({ agreementNo: 'XY-1', signDate: '2026-04-02' });
    expect(rowsIn(record.values, 'steps')[7]).toMatchObject({ transition: 'decide', document: '宿豫社准〔2026〕3号' });
  });
});

describe('what is allowed', () => {
  test.each<[string, () => LedgerRecord, Act, string, (readonly DatedParameter[])?]>([
    ['T2', () => at([RECEIVE]), ['askSupplement', '2026-03-04', { papers: '预算' }], 'SUPPLEMENT'],
    [
      'T3',
      () => at([RECEIVE, ['askSupplement', '2026-03-04', { papers: '预算' }]]),
      ['supplemented', '2026-03-05'],
      'RECEIVED',
    ],
    [
      'T4',
      () => at([RECEIVE, ['askSupplement', '2026-03-04', { papers: '预算' }]]),
      ['lapse', '2026-03-12'],
      'WITHDRAWN',
    ],
    [
      'T6 with one silent after the limit',
      () => at([RECEIVE, ASK, CHENGUANG]),
      ['closeOpinions', '2026-03-12'],
      'STREET_REVIEW',
    ],
    ['T7 listed', () => at([RECEIVE], LISTED), SKIP, 'STREET_REVIEW'],
    ['T7 urgent', () => at([RECEIVE], URGENT), SKIP, 'STREET_REVIEW'],
    ['T7 with the community step off', () => at([RECEIVE]), SKIP, 'STREET_REVIEW', [['规则', '征求社区意见', '否']]],
    [
      'T8 without basis but with a reason',
      () => at(STREET, { ...without('legalBasis'), noBasisReason: '区政府部署' }),
      FORWARD,
      'DISTRICT_REVIEW',
    ],
    [
      'T8 without funds but with a reason',
      () => at(STREET, { ...COMPLETE, fundAmount: 0, noFundsReason: '仅转发宣传' }),
      FORWARD,
      'DISTRICT_REVIEW',
    ],
    [
      'T8 forbidden with a reason',
      () => at(STREET, { ...COMPLETE, listMatch: '命中负面', overrideReason: '区委专题会议定' }),
      FORWARD,
      'DISTRICT_REVIEW',
    ],
    [
      'T8x 西城式',
      () => at([RECEIVE], COMPLETE, XICHENG),
      ['forwardDirectly', '2026-03-04', { docNo: '转函1号' }],
      'DISTRICT_REVIEW',
      XICHENG,
    ],
    ['T9', () => at(STREET), ['refuse', '2026-03-12', { content: '属部门职责' }, '李主任'], 'REJECTED'],
    ['T10', () => at([RECEIVE, SKIP], LISTED), ['recordListed', '2026-03-05', {}, '李主任'], 'PUBLISHED'],
    [
      'T10 西城式',
      () => at([RECEIVE, SKIP], LISTED, XICHENG),
      ['recordListed', '2026-03-05', {}, '李主任'],
      'PUBLISHED',
      XICHENG,
    ],
    ['T12', () => at([...STREET, FORWARD]), ['sendBack', '2026-03-16', { content: '论证不足' }], 'DEFERRED'],
    [
      'T13 refused',
      () => at(TO_DECIDING),
      ['decide', '2026-03-27', { result: '不予', body: '区联席会议', meetingNo: '纪要2号', reason: '属部门职责' }],
      'REJECTED',
    ],
    [
      'T13 deferred',
      () => at(TO_DECIDING),
      ['decide', '2026-03-27', { result: '暂缓', body: '区联席会议', meetingNo: '纪要2号', reason: '待论证' }],
      'DEFERRED',
    ],
    [
      'T14',
      () => at([...STREET, FORWARD, ['sendBack', '2026-03-16', { content: '论证不足' }]]),
      ['resubmit', '2026-03-20'],
      'RECEIVED',
    ],
    [
      'T17 without funds but with a reason',
      () => edited(at(TO_AGREED), { noFundsReason: '无需经费' }),
      START,
      'ACTIVE',
    ],
    [
      'T18 stays put',
      () => at([RECEIVE], URGENT),
      ['startFirst', '2026-03-02', { actualStart: '2026-03-01' }, '李主任'],
      'RECEIVED',
    ],
    ['T19', () => ACTIVE(), ['suspend', '2026-05-06', { content: '台账重复' }], 'SUSPENDED'],
    [
      'T19a',
      () => walk(ACTIVE(), [['suspend', '2026-05-06', { content: '台账重复' }]]),
      ['resume', '2026-05-12'],
      'ACTIVE',
    ],
    ['T20', () => ACTIVE(), ['evaluate', '2026-10-12'], 'EVALUATING'],
    [
      'T20a',
      () => walk(ACTIVE(), [['evaluate', '2026-10-12']]),
      ['goOn', '2026-10-20', { conclusion: '继续' }],
      'ACTIVE',
    ],
    ['T21', () => edited(walk(ACTIVE(), [['evaluate', '2026-10-12']]), EVALUATED), ['renew', '2026-10-20'], 'RENEWING'],
    ['T22', () => ACTIVE(), ['exit', '2026-09-01', { reason: '任务完成' }, '区联席会议'], 'EXITED'],
    [
      'T22 before publication',
      () => at([...TO_DECIDING, DECIDE]),
      ['exit', '2026-03-30', { reason: '上级收回' }, '区联席会议'],
      'EXITED',
    ],
    [
      'T23 from 暂缓',
      () => at([...STREET, FORWARD, ['sendBack', '2026-03-16', { content: '论证不足' }]]),
      ['withdraw', '2026-03-20', { docNo: '函3号' }],
      'WITHDRAWN',
    ],
    [
      'T23 before publication',
      () => at([...TO_DECIDING, DECIDE]),
      ['withdraw', '2026-03-30', { docNo: '函3号' }],
      'WITHDRAWN',
    ],
    [
      'T24',
      () => at([...STREET, ['refuse', '2026-03-12', { content: '属部门职责' }, '李主任']]),
      ['archive', '2026-04-01', { archiveList: '申请函、意见' }],
      'ARCHIVED',
    ],
    [
      '更正',
      () => ACTIVE(),
      ['correct', '2026-05-06', { subject: '有效期', validTo: '2026-12-31', reason: '笔误', docNo: '更1号' }],
      'ACTIVE',
    ],
  ])('%s', (_name, before, act, expected, parameters = []) => {
    expect(state(walk(before(), [act], parameters))).toBe(expected);
  });
});

describe('an office without a street review that still asks its communities', () => {
  const NO_STREET: readonly DatedParameter[] = [['规则', '街道初审', '否']];
  const direct = (on: string): Act => ['forwardDirectly', on, { docNo: '转函1号' }];

  test('forwards after the opinions, not before', () => {
    expect(refusals(at([RECEIVE], COMPLETE, NO_STREET), direct('2026-03-04'), NO_STREET)).toEqual(['skip/not-allowed']);
    expect(refusals(at(STREET, COMPLETE, NO_STREET), direct('2026-03-12'), NO_STREET)).toEqual([]);
  });
});

describe('silence, listing, rounds and corrections', () => {
  test('a silent community is written as 逾期未反馈, never as consent', () => {
    const record = at([RECEIVE, ASK, CHENGUANG, ['closeOpinions', '2026-03-12']]);
    expect(rowsIn(record.values, 'opinions').map((row) => [row.org, row.result])).toEqual([
      ['chenguang', '同意'],
      ['donghu', '逾期未反馈'],
    ]);
  });

  test('清单内备案 is a decision that expires: with the item, else after the list year', () => {
    const recorded = (listItem: string, on = '2026-03-05') =>
      rowsIn(at([RECEIVE, SKIP, ['recordListed', on, {}, '李主任']], { ...LISTED, listItem }).values, 'decisions')[0];
    expect(recorded('qd-003')).toMatchObject({
      kind: '备案',
      result: '准予',
      validFrom: '2026-03-05',
      validTo: '2027-12-31',
    });
    expect(recorded('qd-open')).toMatchObject({ validTo: '2027-03-04' });
    expect(recorded('qd-open', '2028-02-29')).toMatchObject({ validTo: '2029-02-28' });
    expect(recorded('qd-open', '2027-03-01')).toMatchObject({ validTo: '2028-02-29' });
  });

  test('a listed item starts without an agreement, unless the rules ask for one', () => {
    const listed = funded(at([RECEIVE, SKIP, ['recordListed', '2026-03-05', {}, '李主任']], LISTED));
    expect(refusals(listed, START)).toEqual([]);
    expect(refusals(listed, START, [['规则', '清单内须签协议', '是']])).toEqual(['start/agreement']);
  });

  test('a resubmitted case asks its communities anew', () => {
    const record = at([
      ...STREET,
      FORWARD,
      ['sendBack', '2026-03-16', { content: '论证不足' }],
      ['resubmit', '2026-03-20'],
      ['askCommunities', '2026-03-23'],
    ]);
    expect(rowsIn(record.values, 'steps').find((step) => step.transition === 'resubmit')?.round).toBe(2);
    expect(refusals(record, ['closeOpinions', '2026-03-24'])).toEqual(['opinion/awaited']);
  });

  test('a renewal is decided anew; refused, the item leaves with the decision', () => {
    const renewing = walk(edited(walk(ACTIVE(), [['evaluate', '2026-10-12']]), EVALUATED), [['renew', '2026-10-20']]);
    const refused = walk(renewing, [
      ['decideRenewal', '2026-11-02', { result: '不予', body: '区联席会议', docNo: '9号', reason: '群众不认可' }],
    ]);
    expect(state(refused)).toBe('EXITED');
    expect(rowsIn(refused.values, 'exits')[0]).toMatchObject({ reason: '到期', approver: '区联席会议' });
    expect(rowsIn(refused.values, 'decisions')).toHaveLength(2);
  });

  test('a correction leaves the decision as it was written and stands beside it', () => {
    const before = ACTIVE();
    const after = walk(before, [
      ['correct', '2026-05-06', { subject: '有效期', validTo: '2026-12-31', reason: '笔误', docNo: '更1号' }],
    ]);
    expect(after.values.decisions).toEqual(before.values.decisions);
    expect(rowsIn(after.values, 'steps').at(-1)).toMatchObject({ document: '更1号', note: '有效期；笔误' });
    expect(refusals(walk(after, [['evaluate', '2026-10-12']]), ['goOn', '2027-01-04', { conclusion: '继续' }])).toEqual(
      ['go-on/expired'],
    );
  });

  test('the straight path may not skip a step', () => {
    for (const act of [FORWARD, SUBMIT, DECIDE, PUBLISH, AGREE, START]) {
      expect(refusals(at([RECEIVE]), act)).toContain('transition/not-offered');
    }
  });
});
