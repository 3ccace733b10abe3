import { describe, expect, test } from 'vitest';
import { barredCertificateValues } from '../../../../shared/access/catalogue/barred-certificates.ts';
import { type MatchResult, matchApplication } from '../../../../shared/access/catalogue/match.ts';
import { type CheckFacts, checkApplication } from '../../../../shared/access/review/checks.ts';
import { runningIndex } from '../../../../shared/access/review/running-applications.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';

const sound: Values = {
  caseNo: 'ZR-2026-0001',
  itemName: '古树名木保护协助',
  applicant: 'dept-housing',
  legalBasis: '古树名木保护条例(2025) 第五条',
  dutyComm: '协助',
  fundAmount: 1_200_000,
  fundSource: '部门专项',
  inDate: '2026-09-01',
  startDate: '2026-11-02',
  endDate: '2027-10-31',
  admitType: '工作任务',
  nature: '新增',
  state: 'RECEIVED',
};

const offList: MatchResult = matchApplication({ itemName: '古树名木保护协助' }, []);

const record = (values: Values, id = 'own'): LedgerRecord => ({ id, rev: 'a/1/0', values });

const facts = (more: Partial<CheckFacts> = {}): CheckFacts => ({
  today: '2026-09-10',
  // National Day 2026 as announced for the test: seven days off, two Saturdays worked.
  calendar: {
    years: new Set([2026, 2027]),
    rest: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
    worked: new Set(['2026-09-26', '2026-10-10']),
  },
  parameter: () => undefined,
  nameOf: (_ledger, id) => (id === 'dept-police' ? '区公安分局' : '区住建局'),
  barred: barredCertificateValues().map(({ name = '', keywords, basis }) => ({
    name,
    ...(keywords === undefined ? {} : { keywords }),
    ...(basis === undefined ? {} : { basis }),
  })),
  running: runningIndex([]),
  ...more,
});

const codes = (more: Values, context = facts(), match = offList) =>
  checkApplication(record({ ...sound, ...more }), context, match).map((finding) => finding.code);

/** The one finding a change of the sound application leads to. */
function only(more: Values, context = facts(), match = offList) {
  const findings = checkApplication(record({ ...sound, ...more }), context, match);
  expect(findings).toHaveLength(1);
  return findings[0];
}

test('a sound application has nothing against it', () => {
  expect(codes({})).toEqual([]);
});

describe('legal basis', () => {
  test('missing', () => {
    expect(only({ legalBasis: '' })).toMatchObject({ code: 'basis/missing', severity: 'warning', field: 'legalBasis' });
  });
  test('missing with a written reason quotes it', () => {
    expect(only({ legalBasis: '', noBasisReason: '区委专题会议部署' })?.message).toContain('区委专题会议部署');
  });
  test.each([['上级文件要求'], ['表号、批准文号未注明'], ['消防法']])('%s names no article', (legalBasis) => {
    expect(only({ legalBasis })?.code).toBe('basis/no-article');
  });
});

describe('funds (费随事转)', () => {
  test('blank is not zero: it is missing', () => {
    const { fundAmount: _blank, ...rest } = sound;
    const findings = checkApplication(record(rest), facts(), offList);
    expect(findings.map((finding) => finding.code)).toEqual(['funds/missing']);
    expect(findings[0]?.basis).toContain('民发〔2015〕136号');
  });
  test('待定 is no amount', () => {
    expect(only({ fundStd: '待定' })?.code).toBe('funds/undecided');
  });
  test('zero needs a reason', () => {
    expect(only({ fundAmount: 0 })?.code).toBe('funds/none-unexplained');
    expect(only({ fundAmount: 0, fundSource: '不需经费' })?.code).toBe('funds/none-unexplained');
    expect(codes({ fundAmount: 0, fundSource: '不需经费', noFundsReason: '只张贴一张海报' })).toEqual([]);
  });
  test('an amount needs a source', () => {
    expect(only({ fundSource: '' })?.code).toBe('funds/no-source');
    expect(only({ fundSource: '不需经费' })?.message).toContain('经费来源却写“不需经费”');
  });
});

test('what is carried out on commission names its powers (江源 2022: 授权内容、权限)', () => {
  expect(only({ assistMode: ['宣传教育', '受委托办理'] })?.code).toBe('authority/missing');
  expect(codes({ assistMode: ['受委托办理'], authority: '受理申请，不作审批' })).toEqual([]);
  expect(codes({ assistMode: ['宣传教育'] })).toEqual([]);
});

describe('statistical forms (统计法(2024) 第十七条)', () => {
  const marks = {
    statFormNo: '苏统表1',
    statOrg: '省统计局',
    statApproval: '苏统备〔2026〕3号',
    statExpiry: '2026-12-31',
  };
  test.each([
    [{ admitType: '统计调查' }],
    [{ admitType: '台账' }],
    [{ needReport: true }],
    [{ dutyComm: '每月填报表' }],
  ])('without marks may be refused: %o', (more: Values) => {
    const finding = only(more);
    expect(finding?.code).toBe('statistics/marks-missing');
    expect(finding?.basis).toBe('统计法(2024) 第十七条');
    expect(finding?.message).toContain('表号、制定机关、批准（备案）文号、有效期限');
    expect(finding?.message).toContain('可拒绝填报');
  });
  test('with all four marks in force nothing is said', () => {
    expect(codes({ admitType: '统计调查', ...marks })).toEqual([]);
    expect(codes({ admitType: '统计调查', ...marks, statExpiry: '2026-09-10' })).toEqual([]);
  });
  test('only the missing marks are named', () => {
    expect(only({ admitType: '统计调查', ...marks, statApproval: '' })?.message).toContain(
      '没有标明批准（备案）文号。',
    );
  });
  test('expired may be refused, but a closed case is not judged anew', () => {
    expect(only({ admitType: '统计调查', ...marks, statExpiry: '2026-09-09' })?.code).toBe('statistics/expired');
    expect(codes({ admitType: '统计调查', ...marks, statExpiry: '2026-09-09', state: 'ARCHIVED' })).toEqual([]);
  });
});

describe('lead time', () => {
  // 2026-09-01 (Tuesday) excluded: 22 working days to 09-30 with the Saturday 09-26, 08 and 09 October and Saturday
  // 10-10 make 25, the week from 10-12 makes 30 on Friday 10-16.
  test('30 working days are enough, 29 are not', () => {
    expect(codes({ startDate: '2026-10-16' })).toEqual([]);
    const finding = only({ startDate: '2026-10-15' });
    expect(finding?.code).toBe('lead-time/short');
    expect(finding?.message).toContain('只有 29 个工作日，不足 30 个');
    expect(finding?.basis).toContain('北京西城');
  });
  test('a reason for haste or an emergency lifts it', () => {
    expect(codes({ startDate: '2026-10-15', urgentReason: '防汛' })).toEqual([]);
    expect(codes({ startDate: '2026-10-15', term: '突发紧急' })).toEqual([]);
    expect(codes({ startDate: '2026-10-15', listMatch: '突发紧急' })).toEqual([]);
  });
  test('the office may set another number, bound to the day of receipt', () => {
    const parameter = (group: string, key: string, on: string) =>
      group === '时限' && key === 'D1' && on === '2026-09-01' ? '20' : undefined;
    expect(codes({ startDate: '2026-10-15' }, facts({ parameter }))).toEqual([]);
  });
  test('a year without holidays is named', () => {
    const calendar = { years: new Set<number>(), rest: new Set<string>(), worked: new Set<string>() };
    expect(only({ startDate: '2026-09-08' }, facts({ calendar }))?.message).toContain('只按周末推算');
  });
  test('a start before receipt is told as that', () => {
    expect(only({ startDate: '2026-08-03' })?.message).toContain('早于收件日 2026-09-01');
  });
});

describe('forbidden items and certificates', () => {
  const forbidden = matchApplication({ itemName: '招商引资' }, [
    {
      id: 'f',
      code: 'FM-01',
      listType: '负面',
      name: '招商引资任务指标',
      keywords: '招商引资',
      basis: '民发〔2015〕136号',
    },
  ]);
  test('a forbidden item is an error with the words that hit', () => {
    expect(only({}, facts(), forbidden)).toMatchObject({
      code: 'forbidden/hit',
      severity: 'error',
      basis: '民发〔2015〕136号',
    });
  });
  test.each([['开具婚姻状况证明'], ['居民无犯罪记录证明'], ['为失业人员出具失业证明'], ['健在证明盖章']])(
    '%s should not be issued by a community',
    (itemName) => {
      const finding = only({ itemName });
      expect([finding?.code, finding?.basis]).toEqual(['certificate/barred', '民发〔2020〕20号']);
    },
  );
  test('other certificates and other tasks are left alone', () => {
    expect(codes({ itemName: '贫困学生情况证明' })).toEqual([]);
    expect(codes({ itemName: '残疾预防宣传' })).toEqual([]);
  });
});

describe('period', () => {
  test('an end before the start contradicts itself', () => {
    expect(only({ endDate: '2026-11-01' })).toMatchObject({ code: 'period/reversed', severity: 'error' });
    expect(codes({ endDate: '2026-11-02' })).toEqual([]);
  });
  test('a period gone by', () => {
    expect(only({ endDate: '2026-12-31' }, facts({ today: '2027-01-01' }))?.code).toBe('period/past');
    expect(codes({ endDate: '2026-12-31' }, facts({ today: '2026-12-31' }))).toEqual([]);
    expect(codes({ endDate: '2026-12-31', state: 'EXITED' }, facts({ today: '2027-01-01' }))).toEqual([]);
  });
  test('a temporary task may last 90 days, first and last counted', () => {
    expect(codes({ term: '阶段性临时', endDate: '2027-01-30' })).toEqual([]);
    const finding = only({ term: '阶段性临时', endDate: '2027-01-31' });
    expect(finding?.code).toBe('period/temporary-too-long');
    expect(finding?.message).toContain('91 天，超过 90 天');
  });
});

describe('duplicates', () => {
  const other = (values: Values, id = 'other') => record({ ...sound, caseNo: 'ZR-2026-0002', ...values }, id);
  const beside = (...others: readonly LedgerRecord[]) => facts({ running: runningIndex([record(sound), ...others]) });

  test('the same name by the same department', () => {
    const finding = only({}, beside(other({})));
    expect(finding?.code).toBe('duplicate/same-department');
    expect(finding?.message).toContain('ZR-2026-0002 “古树名木保护协助”');
  });
  test('nearly the same name by another department names it', () => {
    const finding = only({}, beside(other({ applicant: 'dept-police', itemName: '2026年古树名木保护工作' })));
    expect(finding?.code).toBe('duplicate/other-department');
    expect(finding?.message).toContain('区公安分局');
  });
  test('a case that is over, another task and the case itself are no duplicates', () => {
    expect(codes({}, beside(other({ state: 'REJECTED' })))).toEqual([]);
    expect(codes({}, beside(other({ state: 'WITHDRAWN' })))).toEqual([]);
    expect(codes({}, beside(other({ itemName: '古树名木认养登记' })))).toEqual([]);
    expect(codes({}, beside())).toEqual([]);
  });
  test('at most three are named', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => other({}, id));
    expect(codes({}, beside(...many))).toHaveLength(3);
  });
});
