import { HOLIDAY_SEED } from '../../../../shared/deadlines/holiday-seed.ts';
import { buildCalendar, holidayRows } from '../../../../shared/deadlines/working-calendar.ts';
import type { LedgerContext } from '../../../../shared/kit/ledger-context.ts';
import type { ChildRow, LedgerRecord, Values } from '../../../../shared/kit/values.ts';

/** Invented cases for the tests of reports: one admitted with long texts, and any number of ordinary ones. */

const NAMES: { readonly [id: string]: string } = {
  d1: '区住建局',
  d2: '市公安局示例区分局治安管理大队',
  c1: '晨光社区',
  c2: '东湖社区',
  c3: '康平社区',
};

export const caseContext: LedgerContext = {
  today: '2026-12-31',
  operator: '张某',
  calendar: buildCalendar(holidayRows(HOLIDAY_SEED)),
  parameter: () => undefined,
  parameterKeys: () => [],
  record: () => undefined,
  records: () => [],
  nameOf: (_ledger, id) => NAMES[id] ?? id,
};

const LAW =
  '《中华人民共和国民法典》第二百七十七条：业主可以设立业主大会，选举业主委员会。业主大会、业主委员会成立的具体条件和程序，依照法律、法规的规定。地方人民政府有关部门、居民委员会应当对设立业主大会和选举业主委员会给予指导和协助。';

const step = (transition: string, from: string, to: string, on: string): ChildRow => ({
  id: `${transition}-${on}`,
  transition,
  from,
  to,
  on,
});

const ADMITTED: readonly ChildRow[] = [
  step('receive', 'DRAFT', 'RECEIVED', '2026-11-20'),
  step('askCommunities', 'RECEIVED', 'COMM_OPINION', '2026-11-23'),
  step('recordOpinions', 'COMM_OPINION', 'STREET_REVIEW', '2026-11-27'),
  step('forward', 'STREET_REVIEW', 'DISTRICT_REVIEW', '2026-12-01'),
  step('submit', 'DISTRICT_REVIEW', 'DECIDING', '2026-12-02'),
  step('decide', 'DECIDING', 'APPROVED', '2026-12-15'),
  step('publish', 'APPROVED', 'PUBLISHED', '2026-12-18'),
  step('start', 'PUBLISHED', 'ACTIVE', '2026-12-21'),
];

const admittedValues: Values = {
  applicant: 'd1',
  applicantLevel: '区',
  contact: '王某某',
  phone: '0527-84450000',
  inDate: '2026-11-20',
  clerk: '张某',
  itemName: '小区业主大会设立、业主委员会选举指导协助',
  admitType: '工作任务',
  nature: '新增',
  term: '阶段性临时',
  category: '公共管理',
  listMatch: '清单内',
  legalBasis: LAW,
  dutySup: LAW.slice(0, 76),
  dutyComm: '协助宣传发动、联系居民，提供业主信息核对的便利；不作为责任主体，不承担备案、执法和纠纷裁决。',
  assistMode: ['联系居民', '组织动员', '宣传教育', '说服劝导'],
  authority: '不涉及委托。社区可以查询街道掌握的小区基本情况，不得留存业主身份信息。',
  frequency: '每年',
  workload: '每个小区约 12 人·天，年内 3 个小区',
  startDate: '2027-01-05',
  endDate: '2027-06-30',
  targets: ['c1', 'c2', 'c3'],
  fundAmount: 2_000_000,
  fundSource: '财政拨款',
  fundMode: '按工作量',
  fundStd: '200 元/人·天',
  support: ['人员', '培训', '技术'],
  state: 'ACTIVE',
  steps: ADMITTED,
  opinions: [
    { id: 'o1', stage: '社区', org: 'c1', result: '同意', capacity: '能', signDate: '2026-11-25' },
    {
      id: 'o2',
      stage: '社区',
      org: 'c2',
      result: '有条件同意',
      content: '年底入户任务集中，建议错开十二月下旬，并由区住建局派员现场培训，经费在启动前拨付到位',
      capacity: '勉强',
      signDate: '2026-11-26',
    },
    { id: 'o3', stage: '社区', org: 'c3', result: '逾期未反馈', signDate: '2026-11-27' },
    { id: 'o4', stage: '街道初审', result: '同意', content: '同意上报', signer: '李某', signDate: '2026-12-01' },
  ],
  decisions: [
    {
      id: 'z1',
      kind: '审定',
      result: '准予',
      body: '区社区工作事项准入联席会议',
      docNo: '示例准入〔2026〕12号',
      decideDate: '2026-12-15',
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
    },
  ],
};

/** A case walked to 实施中, its texts as long as departments write them. */
export const longCase: LedgerRecord = { id: 'a1', rev: 't/1/0', values: { ...admittedValues, caseNo: 'ZR-2026-0001' } };

const refusedValues: Values = {
  applicant: 'd2',
  inDate: '2026-11-23',
  clerk: '张某',
  itemName: '完成招商引资线索上报',
  nature: '常规',
  term: '长期',
  listMatch: '命中负面',
  state: 'REJECTED',
  steps: [
    step('receive', 'DRAFT', 'RECEIVED', '2026-11-23'),
    step('skip', 'RECEIVED', 'STREET_REVIEW', '2026-11-24'),
    step('refuse', 'STREET_REVIEW', 'REJECTED', '2026-11-26'),
  ],
};

/** So many cases, admitted and refused by turns. */
export function caseRecords(count: number): readonly LedgerRecord[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `a${place + 1}`,
    rev: 't/1/0',
    values: {
      ...(place % 3 === 2 ? refusedValues : admittedValues),
      caseNo: `ZR-2026-${String(place + 1).padStart(4, '0')}`,
    },
  }));
}
