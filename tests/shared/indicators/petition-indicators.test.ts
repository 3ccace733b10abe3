import { describe, expect, test } from 'vitest';
import { type Figure, figureText } from '../../../shared/indicators/figure.ts';
import { indicatorById } from '../../../shared/indicators/indicator-list.ts';
import { petitionIndicators } from '../../../shared/indicators/petition-indicators.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { ROUTE_6 } from '../rules/petition-support.ts';
import { contextOn, recordOf } from '../rules/rules-support.ts';

const MARCH = periodOf('month', '2026-03-01');

/** So many petitions alike, received in March 2026. */
const petitions = (count: number, values: Values, name: string): LedgerRecord[] =>
  Array.from({ length: count }, (_, place) =>
    recordOf(
      { petitioner: '某', kind: '申诉求决', source: '直接提出', receivedOn: '2026-03-02', ...values },
      `${name}${place}`,
    ),
  );

function measure(
  id: string,
  records: readonly LedgerRecord[],
  context: LedgerContext = contextOn('2026-07-01'),
): Figure {
  const indicator = indicatorById(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator.measure({ records, period: MARCH, context });
}

const inNumbers = (figure: Figure) => `${figure.numerator}/${figure.denominator} = ${figureText(figure)}`;
const leftOut = (figure: Figure) => (figure.excluded ?? []).map(({ why, ids }) => `${why} ${ids.length}`);

test('X1 to X5, each with its basis and source', () => {
  expect(petitionIndicators.map(({ id, title }) => `${id} ${title}`)).toEqual([
    'X1 及时受理率',
    'X2 按期答复率',
    'X3 群众参评率',
    'X4 参评群众满意率',
    'X5 重复信访',
  ]);
  expect(petitionIndicators.every(({ basis, source }) => basis !== '' && source !== '')).toBe(true);
});

describe('X1 及时受理率', () => {
  // Received on 2026-03-02: 15 days end on 03-17.
  const rows = [
    ...petitions(18, { notifiedOn: '2026-03-17' }, 'told'),
    ...petitions(1, { acceptedOn: '2026-03-18' }, 'late'),
    ...petitions(1, {}, 'never'),
    ...petitions(2, { noticeWay: '住址不清不告知' }, 'unclear'),
    ...petitions(3, { receivedOn: '2026-02-27' }, 'february'),
  ];

  test('18 of 20 were told in time; who need not be told stays out', () => {
    const figure = measure('X1', rows);
    expect(inNumbers(figure)).toBe('18/20 = 90.0%');
    expect(leftOut(figure)).toEqual(['姓名住址不清，不需告知 2']);
  });

  test('those with days left stay out until then', () => {
    const figure = measure('X1', rows, contextOn('2026-03-17'));
    expect(inNumbers(figure)).toBe('18/19 = 94.7%');
    expect(leftOut(figure)).toEqual(['告知期限未到 1', '姓名住址不清，不需告知 2']);
  });

  test('an acceptance in time counts, though the notice itself is still owed or came late', () => {
    const accepted = petitions(1, { acceptedOn: '2026-03-05' }, 'accepted');
    const toldLater = petitions(1, { acceptedOn: '2026-03-05', notifiedOn: '2026-03-20' }, 'later');
    expect(inNumbers(measure('X1', [...accepted, ...toldLater]))).toBe('2/2 = 100.0%');
  });

  test('of nothing received there is no rate', () => {
    expect(figureText(measure('X1', []))).toBe('—');
  });
});

describe('X2 按期答复率', () => {
  // Accepted on 2026-01-10: due 2026-03-11.
  const accepted = { receivedOn: '2026-01-10', acceptedOn: '2026-01-10', route: ROUTE_6 };
  const rows = [
    ...petitions(7, { ...accepted, opinionOn: '2026-03-11' }, 'in'),
    ...petitions(2, { ...accepted, opinionOn: '2026-03-12' }, 'late'),
    ...petitions(1, accepted, 'open'),
    // Extended into April by an approver: April's to judge.
    ...petitions(1, { ...accepted, extensionTo: '2026-04-10', opinionOn: '2026-04-01' }, 'extended'),
    ...petitions(1, { ...accepted, route: '②仲裁' }, 'court'),
  ];

  test('7 of the 10 due in March were answered in time; an extension moves the month, another route has none', () => {
    expect(inNumbers(measure('X2', rows))).toBe('7/10 = 70.0%');
  });

  test('what was taken back in time is neither answered nor owed; taken back after its limit it was late', () => {
    const takenBack = (on: string) => ({
      ...accepted,
      closedOn: on,
      steps: [{ id: 's', transition: 'withdraw', from: 'HANDLING', to: 'CLOSED', on }],
    });
    const inTime = petitions(2, takenBack('2026-02-10'), 'inTime');
    expect(inNumbers(measure('X2', [...rows, ...inTime]))).toBe('7/10 = 70.0%');
    expect(leftOut(measure('X2', [...rows, ...inTime]))).toEqual(['期限内撤回，没有处理意见 2']);
    const after = petitions(1, takenBack('2026-03-12'), 'after');
    expect(inNumbers(measure('X2', [...rows, ...after]))).toBe('7/11 = 63.6%');
  });

  test('what is not due yet is named', () => {
    const figure = measure('X2', rows, contextOn('2026-03-11'));
    expect(inNumbers(figure)).toBe('7/9 = 77.8%');
    expect(leftOut(figure)).toEqual(['未到期 1']);
  });
});

describe('X3 群众参评率 and X4 参评群众满意率', () => {
  const answered = { opinionOn: '2026-03-20', route: ROUTE_6 };
  const rows = [
    ...petitions(6, { ...answered, satisfaction: '满意' }, 's'),
    ...petitions(2, { ...answered, satisfaction: '基本满意' }, 'b'),
    ...petitions(1, { ...answered, satisfaction: '不满意' }, 'u'),
    ...petitions(3, answered, 'silent'),
    ...petitions(1, { ...answered, inEvaluation: false, satisfaction: '不满意' }, 'out'),
    ...petitions(1, { ...answered, route: '④行政复议、裁决、确认、许可、处罚' }, 'law'),
  ];

  test('9 of 12 took part, 8 of 9 are satisfied', () => {
    expect(inNumbers(measure('X3', rows))).toBe('9/12 = 75.0%');
    expect(leftOut(measure('X3', rows))).toEqual(['不纳入评价 2']);
    expect(inNumbers(measure('X4', rows))).toBe('8/9 = 88.9%');
    expect(leftOut(measure('X4', rows))).toEqual(['不纳入评价 2', '未参评 3']);
  });

  test.each<readonly [string, Values, string]>([
    ['①诉讼、复议、检察、公安程序', {}, '0/0'],
    ['②仲裁', { inEvaluation: true }, '0/0'],
    ['③党员申诉、复审', {}, '1/1'],
    ['④行政复议、裁决、确认、许可、处罚', {}, '0/0'],
    ['④行政复议、裁决、确认、许可、处罚', { inEvaluation: true }, '1/1'],
    ['⑤履行法定职责', {}, '1/1'],
    ['⑤履行法定职责', { inEvaluation: false }, '0/0'],
  ])('route %s with %o makes %s of X3', (route, more, share) => {
    const row = petitions(1, { route, closedOn: '2026-03-20', satisfaction: '满意', ...more }, 'one');
    const { numerator, denominator } = measure('X3', row);
    expect(`${numerator}/${denominator}`).toBe(share);
  });

  test('基本满意 counts or not as the office says', () => {
    const strict = contextOn('2026-07-01', { parameters: { '计算规则 基本满意计入满意': '否' } });
    expect(inNumbers(measure('X4', rows, strict))).toBe('6/9 = 66.7%');
  });
});

test('X5 counts the repetitions of the period, marked or linked', () => {
  const rows = [
    ...petitions(2, { repeat: true }, 'marked'),
    ...petitions(1, { repeatOf: 'marked0' }, 'linked'),
    ...petitions(4, { repeat: false }, 'first'),
    ...petitions(1, { repeat: true, receivedOn: '2026-04-01' }, 'april'),
  ];
  expect(measure('X5', rows)).toMatchObject({ value: 3, ids: ['marked0', 'marked1', 'linked0'] });
});

describe('accusations', () => {
  const rows = petitions(4, { notifiedOn: '2026-03-10' }, 'told');
  const secret = petitions(2, { kind: '检举控告' }, 'secret');

  test('count for nobody, and every figure says how many it leaves out, seen or not', () => {
    const cleared = measure('X1', [...rows, ...secret]);
    const hidden = [...secret.map(({ id }) => ({ id, on: '2026-03-02' })), { id: 'older', on: '2026-02-27' }];
    const uncleared = measure('X1', rows, { ...contextOn('2026-07-01'), hidden: () => hidden });
    for (const figure of [cleared, uncleared]) {
      expect(inNumbers(figure)).toBe('4/4 = 100.0%');
      expect(leftOut(figure)).toEqual(['检举控告（受限） 2']);
    }
    expect(measure('X5', rows, { ...contextOn('2026-07-01'), hidden: () => hidden }).excluded?.[0]?.ids).toHaveLength(
      2,
    );
  });

  test('of one community nothing is told of what is hidden', () => {
    const scope = { records: rows, period: MARCH, communities: ['c1'] };
    const context = { ...contextOn('2026-07-01'), hidden: () => [{ id: 'secret0', on: '2026-03-02' }] };
    expect(indicatorById('X1')?.measure({ ...scope, context }).excluded).toBeUndefined();
  });
});

describe('X6 包案化解率', () => {
  const cases = (count: number, values: Values, name: string) =>
    Array.from({ length: count }, (_, place) =>
      recordOf({ cause: '某案', leader: '某', listedOn: '2025-11-01', ...values }, `${name}${place}`),
    );
  const rows = [
    ...cases(5, { closedOn: '2026-03-20' }, 'settled'),
    ...cases(1, { approvedOn: '2025-11-02' }, 'open'),
    ...cases(1, { servedOn: '2025-11-03', rebound: true, reboundOn: '2026-03-10' }, 'back'),
    ...cases(3, { closedOn: '2026-02-20' }, 'before'),
    ...cases(2, { listedOn: '2026-04-02' }, 'later'),
    ...cases(2, {}, 'study'),
    ...cases(1, { state: 'APPROVAL' }, 'approval'),
    ...cases(4, { state: 'NOT_TAKEN' }, 'refused'),
  ];

  test('5 of the 7 in charge in March were settled', () => {
    expect(inNumbers(measure('X6', rows))).toBe('5/7 = 71.4%');
    expect(leftOut(measure('X6', rows))).toEqual(['还在研究、待审批 3']);
    expect(figureText(measure('X6', []))).toBe('—');
  });

  test('a case without the day it was listed counts from the day its leader had it', () => {
    const unlisted = (servedOn: string, name: string) => recordOf({ cause: '某案', leader: '某', servedOn }, name);
    const served = [unlisted('2026-03-31', 'march'), unlisted('2026-04-01', 'april')];
    expect(inNumbers(measure('X6', [...rows, ...served]))).toBe('5/8 = 62.5%');
  });
});
