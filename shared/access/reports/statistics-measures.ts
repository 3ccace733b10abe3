import {
  countOf,
  countRecords,
  type Figure,
  meanDays,
  type Part,
  shareOf,
  sumOfParts,
} from '../../indicators/figure.ts';
import { dayBefore } from '../../kit/period.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import type { ReportRequest } from '../../reports/report-table.ts';
import { agreeing, validVotes } from '../review/votes.ts';
import { FUNDS_BASIS, fundsDueIn } from './case-funds.ts';
import { type CaseHistory, happened, type Phase, type PhaseEvent, phaseOn, returnsIn } from './case-phases.ts';
import { VOTES_BASIS, votesIn } from './case-votes.ts';
import { STRAY_TASK, wasRefused } from './stray-tasks.ts';
import { daysTaken, decidedIn, onTime } from './timing.ts';

/** What one line of R7 counts: the cases and stray tasks of one department, or of all. */
export type Share = {
  readonly histories: readonly CaseHistory[];
  /** 清单外下派 of the period. */
  readonly strays: readonly LedgerRecord[];
  readonly request: ReportRequest;
};

export type Measure = {
  readonly id: string;
  readonly group?: string;
  readonly label: string;
  readonly width: number;
  readonly of: (share: Share) => Figure;
  /** How the totals line is made; a figure counted over everything when absent. */
  readonly total?: 'sum' | { readonly numerator: string; readonly denominator: string };
};

const CASES = 'application';

const stock =
  (phase: Phase, at: 'opening' | 'closing', basis: string): Measure['of'] =>
  ({ histories, request: { period } }) => {
    const day = at === 'opening' ? dayBefore(period) : period.last;
    const ids = histories.filter((history) => phaseOn(history, day) === phase).map(({ record }) => record.id);
    return countOf(ids, { ledger: CASES, basis: `${day} 的${basis}` });
  };

const flow =
  (event: PhaseEvent, basis: string): Measure['of'] =>
  ({ histories, request: { period } }) =>
    countOf(
      histories.filter((history) => happened(history, event, period)).map(({ record }) => record.id),
      { ledger: CASES, basis },
    );

const returns: Measure['of'] = ({ histories, request: { period } }) => {
  const parts = histories
    .map((history): Part => ({ id: history.record.id, amount: returnsIn(history, period).length }))
    .filter(({ amount }) => amount > 0);
  return sumOfParts(parts, 'count', { ledger: CASES, basis: '本期补正告知和退回补充论证的次数，审定暂缓不计' });
};

const meanTime: Measure['of'] = ({ histories, request: { context, period } }) => {
  const parts = histories.flatMap((history): Part[] => {
    const days = decidedIn(history, period) === undefined ? undefined : daysTaken(history, context);
    return days === undefined ? [] : [{ id: history.record.id, amount: days }];
  });
  return meanDays(parts, {
    ledger: CASES,
    basis: '本期备案、准予、不予的申请，从收件到决定的工作日的平均数，补正和暂缓的时间除外',
  });
};

const timeliness: Measure['of'] = ({ histories, request: { context, period } }) => {
  const judged = histories.flatMap((history): { readonly id: string; readonly kept: boolean }[] => {
    const decided = decidedIn(history, period);
    const kept = decided === undefined ? undefined : onTime(history, decided, context);
    return kept === undefined ? [] : [{ id: history.record.id, kept }];
  });
  const parts = (list: typeof judged) => list.map(({ id }): Part => ({ id, amount: 1 }));
  return shareOf(parts(judged.filter(({ kept }) => kept)), parts(judged), {
    ledger: CASES,
    basis: '形式审查、街道初审、区级审定三个期限都没有超过的 ÷ 本期备案、准予、不予的；存量案件没有办理过程的不计',
  });
};

const funds = ({ histories, request: { period } }: Share, amount: 'planned' | 'paid'): readonly Part[] =>
  histories.flatMap(({ record }) =>
    fundsDueIn(record, period).map((row): Part => ({ id: record.id, amount: row[amount] })),
  );

const FUNDS = { ledger: CASES, basis: FUNDS_BASIS };

const satisfaction: Measure['of'] = ({ histories, request: { period } }) => {
  const votes = histories.flatMap(({ record }) => votesIn(record, period).map((one) => ({ id: record.id, one })));
  return shareOf(
    votes.map(({ id, one }): Part => ({ id, amount: agreeing(one) })),
    votes.map(({ id, one }): Part => ({ id, amount: validVotes(one) })),
    { ledger: CASES, basis: VOTES_BASIS },
  );
};

const strays = ({ strays: all }: Share, basis: string, test: (record: LedgerRecord) => boolean): Figure =>
  countRecords(all.filter(test), { ledger: STRAY_TASK, basis });

const VALID = '有效事项';
const IN_HAND = '在办申请';
const UNPUBLISHED = '已准未公布';
const TIME = '时效';
const MONEY = '经费（元）';
const STRAYS = '清单外下派';

const VALID_BASIS = '有效事项：已公布（或清单内备案）、尚未退出的，续期审核期间仍算有效';
const IN_HAND_BASIS = '在办申请：已收件、尚未备案、准予、不予或撤回的，补正、暂缓和应急先行都算在办';
const UNPUBLISHED_BASIS = '准予后尚未首次公布的申请，单独列出';

/** The columns of R7 after 序号 and 部门, in the order of the table. Everything is counted by business date. */
export const MEASURES: readonly Measure[] = [
  {
    id: 'validOpening',
    group: VALID,
    label: '期初',
    width: 5,
    total: 'sum',
    of: stock('valid', 'opening', VALID_BASIS),
  },
  {
    id: 'listed',
    group: VALID,
    label: '清单内\n备案',
    width: 6.5,
    total: 'sum',
    of: flow('listed', '本期清单内备案'),
  },
  {
    id: 'published',
    group: VALID,
    label: '首次\n公布',
    width: 5,
    total: 'sum',
    of: flow('published', '本期首次公布的清单外事项；续期后再次公布的不计'),
  },
  { id: 'exited', group: VALID, label: '退出', width: 5, total: 'sum', of: flow('exited', '本期退出的有效事项') },
  {
    id: 'validClosing',
    group: VALID,
    label: '期末',
    width: 5,
    total: 'sum',
    of: stock('valid', 'closing', VALID_BASIS),
  },
  {
    id: 'inHandOpening',
    group: IN_HAND,
    label: '期初',
    width: 5,
    total: 'sum',
    of: stock('inHand', 'opening', IN_HAND_BASIS),
  },
  {
    id: 'applied',
    group: IN_HAND,
    label: '本期\n申请',
    width: 5,
    total: 'sum',
    of: flow('applied', '收件日期在本期的申请；暂缓后重新提交的不另计'),
  },
  {
    id: 'approved',
    group: IN_HAND,
    label: '准予',
    width: 5,
    total: 'sum',
    of: flow('approved', '决定日期在本期的准予，续期除外'),
  },
  { id: 'rejected', group: IN_HAND, label: '不予', width: 5, total: 'sum', of: flow('rejected', '本期不予准入') },
  {
    id: 'withdrawn',
    group: IN_HAND,
    label: '撤回',
    width: 5,
    total: 'sum',
    of: flow('withdrawn', '本期在办时撤回的申请，含逾期未补正'),
  },
  {
    id: 'inHandClosing',
    group: IN_HAND,
    label: '期末',
    width: 5,
    total: 'sum',
    of: stock('inHand', 'closing', IN_HAND_BASIS),
  },
  { id: 'returns', group: IN_HAND, label: '退回\n次数', width: 5, total: 'sum', of: returns },
  {
    id: 'unpublishedOpening',
    group: UNPUBLISHED,
    label: '期初',
    width: 5,
    total: 'sum',
    of: stock('unpublished', 'opening', UNPUBLISHED_BASIS),
  },
  {
    id: 'leftUnpublished',
    group: UNPUBLISHED,
    label: '公布前\n退出',
    width: 6.5,
    total: 'sum',
    of: flow('leftUnpublished', '准予后、公布前退出或撤回的'),
  },
  {
    id: 'unpublishedClosing',
    group: UNPUBLISHED,
    label: '期末',
    width: 5,
    total: 'sum',
    of: stock('unpublished', 'closing', UNPUBLISHED_BASIS),
  },
  { id: 'meanTime', group: TIME, label: '平均用时\n工作日', width: 8, of: meanTime },
  { id: 'timeliness', group: TIME, label: '按时办结率', width: 8, of: timeliness },
  {
    id: 'planned',
    group: MONEY,
    label: '应拨',
    width: 13,
    total: 'sum',
    of: (share) => sumOfParts(funds(share, 'planned'), 'money', FUNDS),
  },
  {
    id: 'paid',
    group: MONEY,
    label: '实拨',
    width: 13,
    total: 'sum',
    of: (share) => sumOfParts(funds(share, 'paid'), 'money', FUNDS),
  },
  {
    id: 'paidShare',
    group: MONEY,
    label: '到位率',
    width: 8,
    total: { numerator: 'paid', denominator: 'planned' },
    of: (share) => shareOf(funds(share, 'paid'), funds(share, 'planned'), FUNDS),
  },
  { id: 'satisfaction', label: '满意率', width: 8, of: satisfaction },
  {
    id: 'strays',
    group: STRAYS,
    label: '下派',
    width: 5,
    total: 'sum',
    of: (share) => strays(share, '本期登记的清单外下派', () => true),
  },
  {
    id: 'straysRefused',
    group: STRAYS,
    label: '拒绝',
    width: 5,
    total: 'sum',
    of: (share) => strays(share, '其中告知拒绝的', wasRefused),
  },
];
