import { describe, expect, test } from 'vitest';
import { reviewWorkflow } from '../../../shared/access/review-workflow.ts';
import { rowsIn } from '../../../shared/kit/steps.ts';
import type { LedgerRecord, Value, Values } from '../../../shared/kit/values.ts';
import {
  type Act,
  AGREE,
  APPROVAL,
  ASK,
  CHENGUANG,
  CLOSE,
  COMPLETE,
  caseOf,
  type DatedParameter,
  DECIDE,
  DONGHU,
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

const XICHENG: readonly DatedParameter[] = [['规则', '配置方案', '西城式']];

const state = (record: LedgerRecord): Value | undefined => record.values.state;
const without = (...fieldIds: string[]): Values =>
  Object.fromEntries(Object.entries(COMPLETE).filter(([fieldId]) => !fieldIds.includes(fieldId)));

const at = (acts: readonly Act[], values: Values = COMPLETE, parameters: readonly DatedParameter[] = []) =>
  walk(caseOf(values), acts, parameters);

const STREET: readonly Act[] = [RECEIVE, ASK, CHENGUANG, DONGHU, CLOSE];
const URGENT: Values = { ...COMPLETE, term: '突发紧急', listMatch: '突发紧急' };
const LISTED: Values = { ...COMPLETE, listMatch: '清单内', listItem: 'qd-003' };
const SKIP: Act = ['toStreetReview', '2026-03-03'];
const ACTIVE = () => walk(funded(at(TO_AGREED)), [START]);
const EVALUATED = { evaluations: [{ id: 'e1', satisfied: 40, dissatisfied: 2 }] };

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

describe('what is refused', () => {
  test.each<[string, () => LedgerRecord, Act, string, (readonly DatedParameter[])?]>([
    ['T1 without the way it came', () => caseOf(without('inChannel')), RECEIVE, 'transition/needs'],
    ['T2 with nothing missing', () => at([RECEIVE]), ['askSupplement', '2026-03-04'], 'transition/requires'],
    [
      'T4 on the last day',
      () => at([RECEIVE, ['askSupplement', '2026-03-04', { papers: '预算' }]]),
      ['lapse', '2026-03-11'],
      'lapse/not-due',
    ],
    ['T5 without communities', () => at([RECEIVE], without('targets')), ASK, 'transition/needs'],
    ['T5 urgent', () => at([RECEIVE], URGENT), ASK, 'opinion/urgent'],
    ['T5 西城式', () => at([RECEIVE], COMPLETE, XICHENG), ASK, 'transition/not-offered', XICHENG],
    [
      'T6a a community not concerned',
      () => at([RECEIVE, ASK]),
      ['recordOpinion', '2026-03-05', { org: 'kangping', result: '同意' }],
      'opinion/not-asked',
    ],
    ['T6a twice', () => at([RECEIVE, ASK, CHENGUANG]), CHENGUANG, 'opinion/twice'],
    [
      'T6 on the last day with one silent',
      () => at([RECEIVE, ASK, CHENGUANG]),
      ['closeOpinions', '2026-03-11'],
      'opinion/awaited',
    ],
    ['T7 off the list', () => at([RECEIVE]), SKIP, 'skip/not-allowed'],
    [
      'T7 on the list without the item',
      () => at([RECEIVE], { ...COMPLETE, listMatch: '清单内' }),
      SKIP,
      'skip/no-item',
    ],
    ['T7 西城式, off the list', () => at([RECEIVE], COMPLETE, XICHENG), SKIP, 'transition/not-offered', XICHENG],
    ['T8 without duties', () => at(STREET, without('dutySup')), FORWARD, 'transition/needs'],
    ['T8 without basis or reason', () => at(STREET, without('legalBasis')), FORWARD, 'forward/basis'],
    ['T8 without funds', () => at(STREET, without('fundAmount')), FORWARD, 'forward/funds'],
    [
      'T8 zero funds without a reason',
      () => at(STREET, { ...COMPLETE, fundAmount: 0 }),
      FORWARD,
      'forward/no-funds-reason',
    ],
    ['T8 forbidden', () => at(STREET, { ...COMPLETE, listMatch: '命中负面' }), FORWARD, 'forward/forbidden'],
    ['T8 unsigned', () => at(STREET), ['forward', '2026-03-12', { content: '同意' }], 'transition/signer'],
    ['T9 without a reason', () => at(STREET), ['refuse', '2026-03-12', {}, '李主任'], 'transition/requires'],
    [
      'T9 where the street may not refuse',
      () => at(STREET),
      ['refuse', '2026-03-12', { content: '不同意' }, '李主任'],
      'transition/not-offered',
      [['规则', '街道可否决', '否']],
    ],
    [
      'T10 off the list',
      () => at(STREET, { ...COMPLETE, listItem: 'qd-003' }),
      ['recordListed', '2026-03-12', {}, '李主任'],
      'listed/not-on-list',
    ],
    [
      'T10 a repealed item',
      () => at([RECEIVE, SKIP], { ...LISTED, listItem: 'qd-old' }),
      ['recordListed', '2026-03-05', {}, '李主任'],
      'listed/repealed',
    ],
    [
      'T10 a forbidden item',
      () => at([RECEIVE, SKIP], { ...LISTED, listItem: 'fm-01' }),
      ['recordListed', '2026-03-05', {}, '李主任'],
      'listed/forbidden',
    ],
    [
      'T11 without the assessment the rules ask for',
      () => at([...STREET, FORWARD]),
      ['submitToBoard', '2026-03-20'],
      'board/assessment',
      [['规则', '区级评估听证', '是']],
    ],
    ['T12 without a reason', () => at([...STREET, FORWARD]), ['sendBack', '2026-03-16'], 'transition/requires'],
    [
      'T13 without a document',
      () => at(TO_DECIDING),
      ['decide', '2026-03-27', { ...APPROVAL, docNo: '' }],
      'decide/document',
    ],
    [
      'T13 approved without validity',
      () => at(TO_DECIDING),
      ['decide', '2026-03-27', { result: '准予', body: '会', docNo: '1号' }],
      'decide/validity',
    ],
    [
      'T13 refused without a reason',
      () => at(TO_DECIDING),
      ['decide', '2026-03-27', { result: '不予', body: '会', docNo: '1号' }],
      'decide/reason',
    ],
    [
      'T15 from an import that brought no decision',
      () => edited(at([...TO_DECIDING, DECIDE]), { decisions: [] }),
      PUBLISH,
      'publish/no-decision',
    ],
    [
      'T16 without funds clause',
      () => at([...TO_DECIDING, DECIDE, PUBLISH]),
      [AGREE[0], AGREE[1], { agreementNo: '1' }],
      'transition/requires',
    ],
    ['T17 with neither funds nor a reason', () => at(TO_AGREED), START, 'start/no-funds'],
    ['T17 without an agreement', () => funded(at([...TO_DECIDING, DECIDE, PUBLISH])), START, 'start/agreement'],
    [
      'T18 not urgent',
      () => at([RECEIVE]),
      ['startFirst', '2026-03-02', { actualStart: '2026-03-02' }, '李主任'],
      'first/not-urgent',
    ],
    [
      'T18 without a basis',
      () => at([RECEIVE], { ...URGENT, legalBasis: '' }),
      ['startFirst', '2026-03-02', { actualStart: '2026-03-02' }, '李主任'],
      'first/basis',
    ],
    [
      'T20a after its validity',
      () => walk(ACTIVE(), [['evaluate', '2026-10-12']]),
      ['goOn', '2027-04-01', { conclusion: '继续' }],
      'go-on/expired',
    ],
    [
      'T21 without satisfaction',
      () => walk(ACTIVE(), [['evaluate', '2026-10-12']]),
      ['renew', '2026-10-20'],
      'renew/no-evaluation',
    ],
    ['T22 without a reason', () => ACTIVE(), ['exit', '2026-09-01', {}, '区联席会议'], 'transition/requires'],
    [
      'T23 after publication',
      () => at([...TO_DECIDING, DECIDE, PUBLISH]),
      ['withdraw', '2026-04-01', { docNo: '函3号' }],
      'transition/not-offered',
    ],
    [
      'T24 begun at once, refused, and never stopped',
      () =>
        at(
          [
            RECEIVE,
            ['startFirst', '2026-03-02', { actualStart: '2026-03-01' }, '李主任'],
            SKIP,
            ['refuse', '2026-03-05', { content: '不同意' }, '李主任'],
          ],
          URGENT,
        ),
      ['archive', '2026-04-01', { archiveList: '全' }],
      'archive/not-stopped',
    ],
  ])('%s', (_name, before, act, code, parameters = []) => {
    expect(refusals(before(), act, parameters)).toContain(code);
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
    const recorded = (listItem: string) =>
      rowsIn(
        at([RECEIVE, SKIP, ['recordListed', '2026-03-05', {}, '李主任']], { ...LISTED, listItem }).values,
        'decisions',
      )[0];
    expect(recorded('qd-003')).toMatchObject({
      kind: '备案',
      result: '准予',
      validFrom: '2026-03-05',
      validTo: '2027-12-31',
    });
    expect(recorded('qd-open')).toMatchObject({ validTo: '2027-03-04' });
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
