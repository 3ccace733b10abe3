import { defineLedger } from '../kit/define-ledger.ts';
import { choice, code, date, longText, reference, text, type ValuesOf } from '../kit/fields.ts';
import { matchClocks, matchComplaints, matchDerived } from '../rules/offer-rules.ts';

const fields = {
  matchNo: code('对接编号').automatic().alias('编号').width(14),
  matchedOn: date('对接日期').key().alias('日期'),
  need: reference('需求', { ledger: 'offer', where: { field: 'list', is: ['需求'] } })
    .key()
    .width(22),
  supply: reference('资源或项目', { ledger: 'offer', where: { field: 'list', is: ['资源', '项目'] } })
    .key()
    .alias('资源', '项目')
    .width(22),
  claimer: text('认领单位').alias('认领方').width(18),
  claimedOn: date('认领日期').wanted().notBefore('matchedOn'),
  promiseOn: date('承诺完成日期').notBefore('claimedOn'),
  startedOn: date('实施日期').notBefore('claimedOn'),
  doneOn: date('完成日期').past().notBefore('claimedOn'),
  outcome: longText('完成情况').alias('成效'),
  rating: choice('需求方评价', ['满意', '基本满意', '不满意']).neededFor('report').alias('评价').width(10),
  cancelledOn: date('取消日期').notBefore('claimedOn'),
  remark: text('备注').width(16),
};

export type MatchValues = ValuesOf<typeof fields>;

/** 供需对接: one need joined to one project or resource, claimed, carried out and judged by whoever needed it. */
export const match = defineLedger({
  id: 'match',
  title: '供需对接',
  noun: '对接',
  group: '党建',
  version: 1,
  fields,
  titleField: 'matchNo',
  numbering: { field: 'matchNo', pattern: 'DJ-{year}-{0000}', yearFrom: 'matchedOn' },
  sameAs: ['need', 'supply'],
  columns: ['matchNo', 'matchedOn', 'needTitle', 'supplyTitle', 'claimer', 'promiseOn', 'progress', 'doneOn', 'rating'],
  sortedBy: { field: 'matchNo', descending: true },
  derived: matchDerived,
  clocks: matchClocks,
  check: matchComplaints,
});
