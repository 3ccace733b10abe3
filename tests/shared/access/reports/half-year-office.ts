import type { LedgerContext } from '../../../../shared/kit/ledger-context.ts';
import { periodOf } from '../../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import type { ReportRequest } from '../../../../shared/reports/report-table.ts';
import { type Act, APPROVAL, COMPLETE, reviewContext, walk } from '../review/review-support.ts';

/**
 * A small office's first half of 2026, made of real acts: every way a case can take through a half-year. What R7 must
 * say about it was worked out by hand, case by case, in the comments.
 */

const NAMES: { readonly [id: string]: string } = {
  zhujian: '区住建局',
  minzheng: '区民政局',
  gongan: '区公安分局',
  chenguang: '晨光社区',
  donghu: '东湖社区',
};

const LISTED: Values = { ...COMPLETE, listMatch: '清单内', listItem: 'qd-003' };

type Days = {
  readonly receive: string;
  readonly ask: string;
  readonly close: string;
  readonly forward: string;
};

/** 收件, both communities heard, 街道初审. */
const toDistrict = ({ receive, ask, close, forward }: Days): readonly Act[] => [
  ['receive', receive],
  ...round({ ask, close, forward }),
];

const round = ({ ask, close, forward }: Omit<Days, 'receive'>): readonly Act[] => [
  ['askCommunities', ask],
  ['recordOpinion', close, { org: 'chenguang', result: '同意' }],
  ['recordOpinion', close, { org: 'donghu', result: '同意' }],
  ['closeOpinions', close],
  ['forward', forward, { content: '同意上报' }, '李主任'],
];

const REFUSAL: Values = { result: '不予', body: '区联席会议', docNo: '准入〔2026〕不1号', reason: '没有依据' };
const PUTTING_OFF: Values = { ...REFUSAL, result: '暂缓', docNo: '准入〔2025〕缓1号', reason: '补充论证' };

const made = (id: string, values: Values, acts: readonly Act[]): LedgerRecord =>
  walk({ id, rev: 'a/1/1', values: { ...COMPLETE, itemName: id, ...values } }, acts);

/** An item admitted before the program: no step here led to it, its papers give the days. */
const stock = (inDate: string, decideDate: string, publishedOn: string, validTo: string): Values => ({
  stock: true,
  inDate,
  state: 'ACTIVE',
  decisions: [{ id: 'd', kind: '审定', result: '准予', decideDate, validFrom: decideDate, validTo, docNo: '旧文' }],
  publications: [{ id: 'p', publishedOn }],
});

const a = { applicant: 'zhujian' };
const b = { applicant: 'minzheng' };
const c = { applicant: 'gongan' };

export const cases: readonly LedgerRecord[] = [
  // A1 清单内备案: 2 → 5 February, 3 working days.
  made('A1', { ...LISTED, ...a, itemName: 'A1', inDate: '2026-02-02' }, [
    ['receive', '2026-02-02'],
    ['toStreetReview', '2026-02-03'],
    ['recordListed', '2026-02-05', { docNo: '街办备〔2026〕1号' }, '李主任'],
  ]),
  // A2 the straight path: received 2 March, approved 27 March, 19 working days; published 31 March. 12,000 元 were due,
  // 9,000 came in April and 3,000 in July, after the half-year.
  made(
    'A2',
    {
      ...a,
      inDate: '2026-03-02',
      transfers: [
        {
          id: 't1',
          community: 'chenguang',
          planAmount: 900_000,
          planDate: '2026-04-10',
          paidAmount: 900_000,
          paidDate: '2026-04-20',
        },
        {
          id: 't2',
          community: 'donghu',
          planAmount: 300_000,
          planDate: '2026-04-10',
          paidAmount: 300_000,
          paidDate: '2026-07-06',
          whyNot: '部门预算未下达',
        },
      ],
    },
    [
      ...toDistrict({ receive: '2026-03-02', ask: '2026-03-04', close: '2026-03-10', forward: '2026-03-12' }),
      ['submitToBoard', '2026-03-20'],
      ['decide', '2026-03-27', APPROVAL],
      ['publish', '2026-03-31', { channels: ['文件'] }],
    ],
  ),
  // A3 存量, valid since 2024, left 31 March 2026.
  made('A3', { ...a, ...stock('2024-03-01', '2024-04-01', '2024-04-05', '2026-03-31') }, [
    ['exit', '2026-03-31', { reason: '到期' }, '区联席会议'],
  ]),
  // A4 approved on 30 December, published on 5 January: 已准未公布 at the start.
  made('A4', { ...a, inDate: '2025-11-20' }, [
    ...toDistrict({ receive: '2025-11-20', ask: '2025-11-24', close: '2025-11-28', forward: '2025-12-10' }),
    ['submitToBoard', '2025-12-15'],
    ['decide', '2025-12-30', APPROVAL],
    ['publish', '2026-01-05', { channels: ['公开栏'] }],
  ]),
  // A5 a draft, A6 received in July: neither counts.
  made('A5', { ...a, inDate: '2026-05-06' }, []),
  made('A6', { ...a, inDate: '2026-07-03' }, [['receive', '2026-07-03']]),
  // B1 refused by the street: 1 → 9 April less 清明 (4 to 6): 2, 3, 7, 8, 9 April, 5 working days.
  made('B1', { ...b, inDate: '2026-04-01' }, [
    ...toDistrict({ receive: '2026-04-01', ask: '2026-04-02', close: '2026-04-07', forward: '2026-04-09' }).slice(
      0,
      -1,
    ),
    ['refuse', '2026-04-09', { content: '无法定依据' }, '李主任'],
  ]),
  // B2 put off on 15 December, again in hand from 12 January, approved 10 February, published 12 February. 70 working
  // days (Nov 19, Dec 23, Jan 21 with the make-up Sunday 4th, Feb 7) less the pause of 19 (Dec 12, Jan 7) are 51. Late:
  // the desk took 5 working days instead of 3.
  made('B2', { ...b, inDate: '2025-11-03' }, [
    ...toDistrict({ receive: '2025-11-03', ask: '2025-11-10', close: '2025-11-14', forward: '2025-11-24' }),
    ['submitToBoard', '2025-11-26'],
    ['decide', '2025-12-15', PUTTING_OFF],
    ['resubmit', '2026-01-12'],
    ...round({ ask: '2026-01-14', close: '2026-01-19', forward: '2026-01-21' }),
    ['submitToBoard', '2026-01-26'],
    ['decide', '2026-02-10', APPROVAL],
    ['publish', '2026-02-12', { channels: ['网站'] }],
  ]),
  // B3 sent back once for papers, then withdrawn.
  made('B3', { ...b, inDate: '2026-05-06' }, [
    ['receive', '2026-05-06'],
    ['askSupplement', '2026-05-07', { papers: '预算' }],
    ['supplemented', '2026-05-11'],
    ['withdraw', '2026-05-12', { docNo: '民函〔2026〕9号' }],
  ]),
  // B4 in hand at the start, refused by the board on 22 January: 7 + 15 = 22 working days.
  made('B4', { ...b, inDate: '2025-12-22' }, [
    ...toDistrict({ receive: '2025-12-22', ask: '2025-12-24', close: '2025-12-29', forward: '2025-12-31' }),
    ['submitToBoard', '2026-01-05'],
    ['decide', '2026-01-22', REFUSAL],
  ]),
  // C1 存量, valid; renewed on 20 April, its new publication follows in July: valid all the time, no new admission.
  // 30 + 12 of 50 votes were content, 5 did not say.
  made(
    'C1',
    {
      ...c,
      ...stock('2025-01-06', '2025-02-10', '2025-02-14', '2026-04-30'),
      evaluations: [
        {
          id: 'e',
          community: 'donghu',
          evaluatedOn: '2026-03-20',
          satisfied: 30,
          fairlySatisfied: 12,
          dissatisfied: 8,
          noOpinion: 5,
          comments: '入户偏多',
          conclusion: '继续',
        },
      ],
    },
    [
      ['evaluate', '2026-03-10'],
      ['renew', '2026-03-25'],
      ['decideRenewal', '2026-04-20', APPROVAL],
      ['publish', '2026-07-02', { channels: ['文件'] }],
    ],
  ),
  // C2 应急先行 on 22 June: begun, but in hand until it is decided.
  made('C2', { ...c, inDate: '2026-06-22', term: '突发紧急', listMatch: '突发紧急' }, [
    ['receive', '2026-06-22'],
    ['startFirst', '2026-06-22', { actualStart: '2026-06-22' }, '李主任'],
    ['toStreetReview', '2026-06-23'],
    ['forward', '2026-06-24', { content: '同意上报' }, '李主任'],
  ]),
  // C3 sent back by the district office from 25 to 28 May, approved 26 June, published 1 July: 33 − 3 = 30 working days.
  made('C3', { ...c, inDate: '2026-05-11' }, [
    ...toDistrict({ receive: '2026-05-11', ask: '2026-05-13', close: '2026-05-18', forward: '2026-05-20' }),
    ['sendBack', '2026-05-25', { content: '补充论证' }],
    ['resubmit', '2026-05-28'],
    ...round({ ask: '2026-06-01', close: '2026-06-04', forward: '2026-06-08' }),
    ['submitToBoard', '2026-06-10'],
    ['decide', '2026-06-26', APPROVAL],
    ['publish', '2026-07-01', { channels: ['文件'] }],
  ]),
  // C4 approved 6 February (19 working days), given up on 27 February before it was published.
  made('C4', { ...c, inDate: '2026-01-12' }, [
    ...toDistrict({ receive: '2026-01-12', ask: '2026-01-14', close: '2026-01-16', forward: '2026-01-20' }),
    ['submitToBoard', '2026-01-26'],
    ['decide', '2026-02-06', APPROVAL],
    ['exit', '2026-02-27', { reason: '上级收回' }, '区联席会议'],
  ]),
];

const stray = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/1', values });

export const strays: readonly LedgerRecord[] = [
  stray('S1', { date: '2026-02-09', channel: '微信群', sender: 'zhujian', itemName: '填报小区台账', action: '转申请' }),
  stray('S2', {
    date: '2026-03-16',
    channel: '电话',
    sender: 'gongan',
    itemName: '夜间巡逻',
    action: '告知拒绝',
    answeredOn: '2026-03-18',
    refusalReason: '社区不是执法主体',
    letterNo: '街办函〔2026〕3号',
    listMatch: '命中负面',
  }),
  stray('S3', { date: '2026-06-30', channel: '会议', sender: 'gongan', itemName: '反诈入户登记' }),
  stray('S4', { date: '2026-07-01', channel: '会议', sender: 'gongan', itemName: '七月的事' }),
];

/** A context of invented records over the real calendar. */
export function officeContext(
  ledgers: { readonly [ledger: string]: readonly LedgerRecord[] },
  today = '2026-07-10',
): LedgerContext {
  const base = reviewContext(today);
  return {
    ...base,
    records: (ledger) => ledgers[ledger] ?? base.records(ledger),
    record: (ledger, id) => (ledgers[ledger] ?? base.records(ledger)).find((row) => row.id === id),
    nameOf: (_ledger, id) => NAMES[id] ?? id,
  };
}

export const requestOf = (
  ledgers: { readonly [ledger: string]: readonly LedgerRecord[] },
  period = periodOf('halfYear', '2026-03-01'),
): ReportRequest => ({
  context: officeContext(ledgers),
  period,
  office: '某街道办事处',
  signatures: { filler: '张某', filledOn: '2026-07-10' },
});

export const halfYear = requestOf({ application: cases, strayTask: strays });
