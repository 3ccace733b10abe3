import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { facility } from '../../../shared/ledgers/facility.ts';
import { regulation } from '../../../shared/ledgers/regulation.ts';
import { survey } from '../../../shared/ledgers/survey.ts';
import { surveyFinding } from '../../../shared/ledgers/survey-finding.ts';
import { volunteerRecord } from '../../../shared/ledgers/volunteer-record.ts';
import { codesOf, contextOf, record } from '../ledgers/support.ts';

const on = (today: string) => ({ ...contextOf(), today });
const derived = (ledger: Ledger, values: Values, today = '2026-11-23') =>
  ledger.derived?.compute(record('r', values), on(today));
const clocks = (ledger: Ledger, values: Values, today: string) =>
  readClocks(ledger.clocks, record('r', values), on(today));

describe('民意访评', () => {
  const batch: Values = {
    name: '2026上半年测评',
    dialled: 620,
    reached: 310,
    valid: 187,
    refused: 96,
    weightSatisfied: 100,
    weightFairly: 80,
    results: [{ id: '1', item: '社会治安', satisfied: 166, fairly: 16, hardly: 1, unsatisfied: 4 }],
  };

  test('满意率 97.3 and 综合满意度 95.6 are two numbers', () => {
    expect(derived(survey, batch)).toEqual({ satisfaction: 97.3, weighed: 95.6 });
    expect(codesOf(survey, batch, contextOf())).toEqual([]);
  });

  test('成功样本 ≤ 接通 ≤ 拨打; an item has no more answers than samples; fewer than 30 is flagged', () => {
    expect(codesOf(survey, { ...batch, reached: 621 }, contextOf())).toEqual(['survey/reached']);
    expect(codesOf(survey, { ...batch, valid: 311 }, contextOf())).toContain('survey/valid');
    expect(codesOf(survey, { ...batch, valid: 186 }, contextOf())).toEqual(['survey/answers']);
    expect(codesOf(survey, { valid: 29, reached: 40, dialled: 50 }, contextOf())).toEqual(['survey/small']);
    expect(derived(survey, { valid: 29 })).toEqual({ sampleNote: '样本不足 30' });
    expect(codesOf(survey, { ...batch, refused: 124 }, contextOf())).toEqual(['survey/refused']);
  });

  test('answers of an item, of all communities, come to the sample: more is refused, fewer is said', () => {
    const said = (values: Values) => survey.check(values, contextOf()).map(({ field, message }) => [field, message]);
    expect(said({ ...batch, valid: 190 })).toEqual([
      ['results[0].satisfied', '“社会治安”各项合计 187，比成功样本 190 少 3，请核对是否漏记。'],
    ]);
    const split = [
      { id: '1', item: '社会治安', community: 'a', satisfied: 100 },
      { id: '2', item: '社会治安', community: 'b', satisfied: 88 },
    ];
    expect(said({ ...batch, results: split })).toEqual([
      ['results[0].satisfied', '“社会治安”各项合计 188，多于成功样本 187。请核对。'],
    ]);
  });

  test('an answer is one of the options of its batch; options that count are all weighed or none', () => {
    const options = [
      { id: '1', name: '满意', weight: 100 },
      { id: '2', name: '一般' },
    ];
    const answers = [{ id: '1', item: '环境', option: '很满意', count: 187 }];
    const complaints = survey.check({ ...batch, options, answers }, contextOf());
    expect(complaints.map(({ code, field }) => [code, field])).toEqual([
      ['survey/option', 'results[0].fairly'],
      ['survey/option', 'results[0].hardly'],
      ['survey/option', 'results[0].unsatisfied'],
      ['survey/option', 'answers[0].option'],
      ['survey/weight', 'options[1].weight'],
    ]);
    const twice = [...options, { id: '3', name: '满意' }];
    expect(codesOf(survey, { valid: 40, options: twice }, contextOf())).toContain('survey/option-twice');
    const office = contextOf({ survey: [record('s', { options })] });
    expect(codesOf(surveyFinding, { survey: 's', answer: '不太满意' }, office)).toEqual(['survey/answer']);
    expect(codesOf(surveyFinding, { survey: 's', answer: '一般' }, office)).toEqual([]);
  });

  test('a finding is mended by the day its slip names, then called back', () => {
    const slip: Values = {
      item: '社会治安',
      answer: '不满意',
      reason: '夜间无巡逻',
      noticedOn: '2026-07-01',
      dueOn: '2026-07-10',
    };
    expect(clocks(surveyFinding, slip, '2026-07-11')[0]).toMatchObject({ dueOn: '2026-07-10', level: 'red' });
    expect(derived(surveyFinding, slip)).toEqual({ progress: '整改中' });
    expect(derived(surveyFinding, { ...slip, mendedOn: '2026-07-09' })).toEqual({ progress: '待回访' });
    expect(derived(surveyFinding, { ...slip, mendedOn: '2026-07-09', recall: '未接通' })).toEqual({
      progress: '待回访',
    });
    expect(derived(surveyFinding, { ...slip, mendedOn: '2026-07-09', recall: '满意' })).toEqual({ progress: '已回访' });
    // Without a day on the slip the office's own limit holds: 15 days.
    expect(clocks(surveyFinding, { ...slip, dueOn: undefined }, '2026-07-02')[0]).toMatchObject({
      dueOn: '2026-07-16',
    });
    expect(codesOf(surveyFinding, { answer: '不满意' }, contextOf())).toEqual(['survey/no-reason']);
  });
});

describe('技防设施', () => {
  test('out of order says how and since when; D6 L14: 报修 1-09, 修复 1-13 is four days', () => {
    expect(codesOf(facility, { condition: '图像异常' }, contextOf())).toEqual(['facility/fault', 'facility/reported']);
    expect(derived(facility, { reportedOn: '2026-01-09', fixedOn: '2026-01-13' })).toEqual({ outDays: 4 });
    expect(derived(facility, { reportedOn: '2026-11-20' })).toEqual({ outDays: 3 });
  });

  test('mended in seven days, and no more hours up than there were', () => {
    expect(clocks(facility, { reportedOn: '2026-01-09' }, '2026-01-10')[0]).toMatchObject({ dueOn: '2026-01-16' });
    expect(codesOf(facility, { condition: '完好', hoursUp: 745, hoursDue: 744 }, contextOf())).toEqual([
      'facility/hours',
    ]);
  });
});

describe('文件与制度', () => {
  const paper: Values = {
    kind: '规范性文件',
    legalOn: '2026-01-30',
    signedOn: '2026-02-02',
    effectiveOn: '2026-03-01',
  };

  test('sent to be registered within five days of signature (威海), filed within fifteen of publication', () => {
    expect(clocks(regulation, paper, '2026-02-03')[0]).toMatchObject({ title: '送登记', dueOn: '2026-02-09' });
    const published = { ...paper, publishedOn: '2026-02-03', sentToRegisterOn: '2026-02-07' };
    expect(derived(regulation, published)).toEqual({ filing: '未报备' });
    expect(derived(regulation, { ...published, filedOn: '2026-02-18' })).toEqual({ filing: '按时报备' });
    expect(derived(regulation, { ...published, filedOn: '2026-02-19' })).toEqual({ filing: '超期报备' });
  });

  test('is filed in time on the Monday after a Saturday that was the last day, as its clock says', () => {
    // Fifteen days after Friday 2026-01-09 are Saturday 01-24; Monday 01-26 is the next working day.
    const published = { ...paper, signedOn: '2026-01-08', publishedOn: '2026-01-09' };
    const filed = (filedOn: string) => derived(regulation, { ...published, filedOn });
    expect(filed('2026-01-26')).toEqual({ filing: '按时报备' });
    expect(filed('2026-01-27')).toEqual({ filing: '超期报备' });
  });

  test('is neither in time nor late where no day tells since when', () => {
    expect(derived(regulation, { kind: '规范性文件', filedOn: '2026-02-18' })).toEqual({});
  });

  test('looked at again ninety days before its end, and no more once it is repealed', () => {
    const ending = { kind: '内部制度', effectiveOn: '2021-03-01', validTo: '2026-03-02' };
    expect(clocks(regulation, ending, '2025-12-01')[0]).toMatchObject({ level: 'green', left: 91 });
    expect(clocks(regulation, ending, '2025-12-02')[0]).toMatchObject({ level: 'amber', left: 90 });
    expect(clocks(regulation, { ...ending, standing: '废止' }, '2026-02-01')).toEqual([]);
  });

  test('a normative document is examined before it is signed', () => {
    expect(codesOf(regulation, paper, contextOf())).toEqual([]);
    expect(codesOf(regulation, { ...paper, legalOn: undefined }, contextOf())).toEqual(['regulation/legal']);
    expect(codesOf(regulation, { ...paper, legalOn: '2026-02-03' }, contextOf())).toEqual(['regulation/legal-after']);
  });
});

test('志愿服务 comes in half hours, and its system of record is another', () => {
  const codes = (values: Values) => codesOf(volunteerRecord, values, contextOf());
  expect(codes({ hours: 2.5, synced: true })).toEqual([]);
  expect(codes({ hours: 2.3 })).toEqual(['volunteer/step']);
  expect(codes({ hours: 14, synced: false })).toEqual(['volunteer/long', 'volunteer/system']);
});
