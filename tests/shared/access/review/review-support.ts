import { HOLIDAY_SEED } from '../../../../shared/deadlines/holiday-seed.ts';
import { buildCalendar, holidayRows } from '../../../../shared/deadlines/working-calendar.ts';
import type { LedgerContext } from '../../../../shared/kit/ledger-context.ts';
import { takeTransition } from '../../../../shared/kit/take-transition.ts';
import type { Day, LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { application } from '../../../../shared/ledgers/application.ts';

export const calendar = buildCalendar(holidayRows(HOLIDAY_SEED));

/** A dated parameter: in force from a day on. */
export type DatedParameter = readonly [group: string, key: string, value: string, from?: Day];

export const LISTED_ITEM: LedgerRecord = {
  id: 'qd-003',
  rev: 'a/1/1',
  values: { listType: '依法协助', name: '消防安全宣传教育', effectiveTo: '2027-12-31' },
};

/** A context for the review: two communities, one catalogue item, the real calendar of 2024 to 2026. */
export function reviewContext(today: Day, parameters: readonly DatedParameter[] = []): LedgerContext {
  const catalogue = [
    LISTED_ITEM,
    { id: 'qd-old', rev: 'a/1/1', values: { listType: '依法协助', name: '旧事项', status: '废止' } },
    { id: 'fm-01', rev: 'a/1/1', values: { listType: '负面', name: '招商引资任务指标' } },
    { id: 'qd-open', rev: 'a/1/1', values: { listType: '依法协助', name: '社会救助协助' } },
  ];
  const names: { readonly [id: string]: string } = { chenguang: '晨光社区', donghu: '东湖社区' };
  return {
    today,
    operator: '测试员',
    calendar,
    parameter: (group, key, on) =>
      parameters.filter(([g, k, , from]) => g === group && k === key && (from ?? '') <= on).at(-1)?.[2],
    parameterKeys: () => [],
    record: (ledgerId, id) => (ledgerId === 'catalogueItem' ? catalogue.find((row) => row.id === id) : undefined),
    records: (ledgerId) => (ledgerId === 'catalogueItem' ? catalogue : []),
    nameOf: (_ledgerId, id) => names[id] ?? id,
  };
}

/** An application with everything 街道初审 asks for. */
export const COMPLETE: Values = {
  applicant: 'zhujian',
  itemName: '二次供水设施巡查',
  inDate: '2026-03-02',
  inChannel: '公文',
  term: '长期',
  listMatch: '清单外长期',
  legalBasis: '城市供水条例 第三十条',
  dutySup: '检查与维修',
  dutyComm: '发现报告',
  targets: ['chenguang', 'donghu'],
  fundAmount: 1_200_000,
  fundSource: '部门专项',
  support: ['培训'],
};

export const caseOf = (values: Values = COMPLETE): LedgerRecord => ({ id: 'case-1', rev: 'a/1/1', values });

/** One act of a walk: transition, day, asked values, and who signed. */
export type Act = readonly [transition: string, on: Day, values?: Values, by?: string];

/** Tries one act on its own day; the answer of takeTransition. */
export function tryAct(record: LedgerRecord, [id, on, values = {}, by]: Act, context: LedgerContext) {
  let next = 0;
  const newId = () => {
    next += 1;
    return `${id}-${on}-${next}`;
  };
  return takeTransition(application, record, id, { on, values, ...(by === undefined ? {} : { by }) }, context, newId);
}

/** Walks a case through acts that must all succeed. */
export function walk(
  record: LedgerRecord,
  acts: readonly Act[],
  parameters: readonly DatedParameter[] = [],
): LedgerRecord {
  return acts.reduce((current, act) => {
    const taken = tryAct(current, act, reviewContext(act[1], parameters));
    if ('complaints' in taken)
      throw new Error(`${act[0]}: ${taken.complaints.map(({ message }) => message).join(' ')}`);
    return edited(current, taken.patch);
  }, record);
}

/** Codes that stand against an act; [] where it is taken. */
export function refusals(
  record: LedgerRecord,
  act: Act,
  parameters: readonly DatedParameter[] = [],
  today: Day = act[1],
): readonly string[] {
  const taken = tryAct(record, act, reviewContext(today, parameters));
  return 'complaints' in taken
    ? taken.complaints.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    : [];
}

// The straight path of one case, act by act, so that a test can stop anywhere on it.
export const RECEIVE: Act = ['receive', '2026-03-02'];
export const ASK: Act = ['askCommunities', '2026-03-04'];
export const CHENGUANG: Act = ['recordOpinion', '2026-03-06', { org: 'chenguang', result: '同意', capacity: '能' }];
export const DONGHU: Act = [
  'recordOpinion',
  '2026-03-09',
  { org: 'donghu', result: '有条件同意', content: '须有经费' },
];
export const CLOSE: Act = ['closeOpinions', '2026-03-10'];
export const FORWARD: Act = ['forward', '2026-03-12', { content: '同意上报' }, '李主任'];
export const SUBMIT: Act = ['submitToBoard', '2026-03-20', { content: '已调研' }];
export const APPROVAL: Values = {
  result: '准予',
  body: '区联席会议',
  docNo: '宿豫社准〔2026〕3号',
  validFrom: '2026-04-01',
  validTo: '2027-03-31',
};
export const DECIDE: Act = ['decide', '2026-03-27', APPROVAL];
export const PUBLISH: Act = ['publish', '2026-03-31', { channels: ['文件', '公开栏'], docNo: '宿豫社公〔2026〕1号' }];
export const AGREE: Act = [
  'signAgreement',
  '2026-04-02',
  { agreementNo: 'XY-1', partyA: '区住建局', partyB: '晨光社区居委会', scope: '巡查', fundClause: '每年1.2万元' },
];
export const START: Act = ['start', '2026-04-07'];

export const TO_DECIDING: readonly Act[] = [RECEIVE, ASK, CHENGUANG, DONGHU, CLOSE, FORWARD, SUBMIT];
export const TO_AGREED: readonly Act[] = [...TO_DECIDING, DECIDE, PUBLISH, AGREE];

/** The case with its funds paid, as the clerk edits it. */
export const funded = (record: LedgerRecord): LedgerRecord => ({
  ...record,
  values: {
    ...record.values,
    transfers: [{ id: 't1', community: 'chenguang', planAmount: 600_000, paidAmount: 600_000 }],
  },
});

export const edited = (record: LedgerRecord, values: Values): LedgerRecord => ({
  ...record,
  values: { ...record.values, ...values },
});
