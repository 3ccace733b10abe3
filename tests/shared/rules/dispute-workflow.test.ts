import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import { validateValues } from '../../../shared/kit/validate.ts';
import { workflowTable } from '../../../shared/kit/workflow-table.ts';
import { dispute } from '../../../shared/ledgers/dispute.ts';
import { sizeBand } from '../../../shared/rules/dispute-derived.ts';
import { disputeStandsAt, disputeWorkflow } from '../../../shared/rules/dispute-workflow.ts';
import { contextOn, recordOf, take, walk } from './rules-support.ts';

const FOUND = recordOf({
  disputeNo: 'JF-2026-0007',
  foundOn: '2026-01-06',
  foundBy: '日常',
  kind: '邻里',
  partyA: '甲某',
  partyB: '乙某',
  persons: 2,
  cause: '漏水赔偿',
  state: 'PENDING',
});
const MEDIATING = walk(dispute, FOUND, [['assign', '2026-01-06', { owner: '孙某', level: '社区' }]]);

const readings = (record: typeof FOUND, today: string) =>
  readClocks(dispute.clocks, record, contextOn(today)).map(({ round, dueOn, level }) => `${round} ${dueOn} ${level}`);

test('reads like the way of a dispute', () => {
  expect(workflowTable(disputeWorkflow)).toEqual([
    '纠1 受理分派：待分派 → 调解中（CLERK）',
    '纠2 提级化解：调解中、未化解 → 调解中（CLERK）',
    '纠3 登记调解结果：调解中 → 化解成功、部分化解、未化解（CLERK）',
    '纠4 登记履行情况：化解成功、部分化解 → （不变）（CLERK）',
    '纠5 回访：化解成功、部分化解 → （不变）（CLERK）',
    '纠6 再次调解：未化解、部分化解、化解成功 → 调解中（CLERK）',
    '纠7 导出其他途径：待分派、调解中、未化解 → 导出其他途径（CLERK）',
  ]);
});

test('found, mediated, settled by an agreement that was performed, visited', () => {
  const done = walk(dispute, MEDIATING, [
    ['settle', '2026-01-20', { outcome: '化解成功', agreementNo: '示调2026-1', performance: '履行中' }],
    ['perform', '2026-02-02', { performance: '已履行' }],
    ['visit', '2026-02-10', { visitResult: '双方满意' }],
  ]);
  expect(done.values).toMatchObject({
    state: 'SETTLED',
    outcome: '化解成功',
    acceptedOn: '2026-01-06',
    settledOn: '2026-01-20',
    agreementNo: '示调2026-1',
    performance: '已履行',
    visitedOn: '2026-02-10',
  });
});

describe('the mediation clock', () => {
  test('30 days from 2026-01-06 end on 02-05', () => {
    expect(readings(MEDIATING, '2026-01-07')).toEqual(['1 2026-02-05 green']);
    expect(readings(MEDIATING, '2026-02-06')).toEqual(['1 2026-02-05 red']);
  });

  test('raised to the street it begins anew; the round before is over', () => {
    const raised = walk(dispute, MEDIATING, [
      ['raise', '2026-01-26', { level: '街道', owner: '周某', reason: '涉及多个单位' }],
    ]);
    // 01-26 + 30 is 02-25, a working day after the Spring Festival.
    expect(readings(raised, '2026-02-01')).toEqual(['1 2026-02-05 met', '2 2026-02-25 green']);
  });

  test('a failed mediation ended it, though the dispute stays open; tried again it runs again', () => {
    const failed = walk(dispute, MEDIATING, [['settle', '2026-02-06', { outcome: '未化解', reason: '分歧大' }]]);
    expect(readings(failed, '2026-03-01')).toEqual(['1 2026-02-05 missed']);
    expect(disputeWorkflow.states.FAILED?.open).toBe(true);
    const again = walk(dispute, failed, [['resume', '2026-03-02', { reason: '新证据' }]]);
    expect(readings(again, '2026-03-02')).toEqual(['1 2026-02-05 missed', '2 2026-04-01 green']);
    expect(again.values.outcome).toBe('调解中');
  });

  test('it ends on the corrected day of a result', () => {
    const settled = walk(dispute, MEDIATING, [['settle', '2026-02-06', { outcome: '化解成功' }]]);
    const { label: subject } = dispute.fields.settledOn ?? { label: '' };
    const corrected = walk(dispute, settled, [
      ['correct', '2026-02-09', { subject, corrected: '2026-02-05', reason: '登记错', docNo: '示更1号' }],
    ]);
    expect(readings(corrected, '2026-03-01')).toEqual(['1 2026-02-05 met']);
  });

  test('a day the sheet names goes before the rule; a row without 受理日期 and limit owes none', () => {
    expect(readings(recordOf({ foundOn: '2026-01-06', dueOn: '2026-03-01' }), '2026-01-07')).toEqual([
      '1 2026-03-01 green',
    ]);
    expect(readings(recordOf({ foundOn: '2026-01-06', outcome: '调解中' }), '2026-01-07')).toEqual([]);
  });
});

describe('refusals', () => {
  test('a dispute is raised, never handed down; not settled needs its reason; an export its way', () => {
    const lower = { level: '网格', owner: '周某', reason: '人手不足' };
    expect(take(dispute, MEDIATING, ['raise', '2026-01-26', lower]).refused).toEqual(['dispute/not-higher level']);
    expect(take(dispute, MEDIATING, ['settle', '2026-01-26', { outcome: '未化解' }]).refused).toEqual([
      'dispute/why-failed reason',
    ]);
    expect(take(dispute, MEDIATING, ['export', '2026-01-26']).refused).toEqual(['transition/requires route']);
  });

  test('an exported dispute is over, with its way', () => {
    const { record } = take(dispute, MEDIATING, ['export', '2026-01-26', { route: '诉讼', reason: '当事人起诉' }]);
    expect(record?.values).toMatchObject({ state: 'EXPORTED', outcome: '导出其他途径', route: '诉讼' });
  });
});

test('a sheet’s word places a row', () => {
  expect(disputeStandsAt({})).toBe('PENDING');
  expect(disputeStandsAt({ owner: '孙某' })).toBe('MEDIATING');
  expect(disputeStandsAt({ outcome: '化解成功' })).toBe('SETTLED');
  expect(disputeStandsAt({ outcome: '未化解', owner: '孙某' })).toBe('FAILED');
});

test('what does not fit together is said beside 化解情况', () => {
  const codes = (values: typeof FOUND.values) =>
    validateValues(dispute, { foundOn: '2026-01-06', partyA: '甲某', ...values }, contextOn('2026-02-01'))
      .filter(({ code }) => code !== 'field/wanted')
      .map(({ code, field }) => `${code} ${field}`);
  expect(codes({ outcome: '导出其他途径' })).toEqual(['dispute/route route']);
  expect(codes({ outcome: '调解中', settledOn: '2026-01-20' })).toEqual(['dispute/still-open outcome']);
  expect(codes({ ...MEDIATING.values, outcome: '化解成功' })).toEqual(['dispute/unrecorded outcome']);
  expect(codes(MEDIATING.values)).toEqual([]);
});

test.each([
  [2, '50人以下'],
  [49, '50人以下'],
  [50, '50—100人'],
  [99, '50—100人'],
  [100, '100—500人'],
  [500, '100—500人'],
  [501, '500人以上'],
])('%i people: %s', (persons, band) => {
  expect(sizeBand(persons)).toBe(band);
});
