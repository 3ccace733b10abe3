import type { ClockDefinition } from '../deadlines/clock.ts';
import { type Complaint, error } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { type FieldMap, integer, specsOf, text } from '../kit/fields.ts';
import { groupedByEach } from '../kit/grouped.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import type { MatchValues } from '../ledgers/match.ts';
import { dateClock } from './date-clock.ts';

/** The days a match is judged by. */
export const MATCH_DAYS: readonly string[] = ['claimedOn', 'startedOn', 'doneOn', 'cancelledOn'];

/** How far a match has come, told by its own days. */
export function matchProgress(values: Values): '取消' | '已完成' | '实施中' | '已认领' | '对接中' {
  if (textIn(values, 'cancelledOn') !== '') return '取消';
  if (textIn(values, 'doneOn') !== '') return '已完成';
  if (textIn(values, 'startedOn') !== '') return '实施中';
  return textIn(values, 'claimedOn') === '' ? '对接中' : '已认领';
}

const FARTHEST = ['已完成', '实施中', '已认领', '对接中'] as const;

/** The matches of every entry of the three lists, built once for all records of one reading. */
const matchesByOffer = new WeakMap<readonly LedgerRecord[], ReadonlyMap<string, readonly LedgerRecord[]>>();

function matchesOf(matches: readonly LedgerRecord[], offerId: string): readonly LedgerRecord[] {
  let known = matchesByOffer.get(matches);
  if (!known) {
    known = groupedByEach(matches, ({ values }) =>
      ['need', 'supply'].map((field) => textIn(values, field)).filter((id) => id !== ''),
    );
    matchesByOffer.set(matches, known);
  }
  return known.get(offerId) ?? [];
}

/** An entry stands as far as its farthest match; without one it is published. */
export function offerProgress({ id, values }: LedgerRecord, matches: readonly LedgerRecord[]): string {
  if (values.cancelled === true) return '取消';
  const reached = new Set(matchesOf(matches, id).map((match) => matchProgress(match.values)));
  return FARTHEST.find((one) => reached.has(one)) ?? '已发布';
}

const offerFields: FieldMap = {
  progress: text('进展').automatic().width(8).help('按“供需对接”里的登记推算'),
  matchCount: integer('对接数').automatic().width(8),
};

export const offerDerived: DerivedFields = {
  fields: specsOf(offerFields),
  compute: (record, context) => {
    const matches = context.records('match');
    return { progress: offerProgress(record, matches), matchCount: matchesOf(matches, record.id).length };
  },
};

const matchFields: FieldMap = {
  progress: text('进展').automatic().width(8),
  needTitle: text('需求名称').automatic().width(18),
  supplyTitle: text('资源（项目）名称').automatic().width(20),
};

/** Entries of the lists are called by their numbers; a clerk knows them by what they are about. */
export const matchDerived: DerivedFields = {
  fields: specsOf(matchFields),
  compute: ({ values }, context) => {
    const titleOf = (field: string) => textIn(context.record('offer', textIn(values, field))?.values ?? {}, 'title');
    return { progress: matchProgress(values), needTitle: titleOf('need'), supplyTitle: titleOf('supply') };
  },
};

export const matchClocks: readonly ClockDefinition[] = [
  dateClock({
    id: 'DJ1',
    title: '承诺完成',
    unit: 'calendarDays',
    from: 'claimedOn',
    until: ['doneOn', 'cancelledOn'],
    due: { field: 'promiseOn', why: '认领时承诺的日期' },
    basis: '认领方承诺的完成日期',
    inferred: false,
  }),
];

/** Done is done only after it was claimed. */
export function matchComplaints({ claimedOn, startedOn, doneOn }: MatchValues): readonly Complaint[] {
  if (claimedOn !== undefined) return [];
  const field = doneOn !== undefined ? 'doneOn' : startedOn !== undefined ? 'startedOn' : undefined;
  if (field === undefined) return [];
  return [error('match/not-claimed', '还没有认领日期，不能登记实施或完成。请先填写认领日期。', field)];
}
