import type { Draft } from '../history/draft.ts';
import { type Complaint, error } from '../kit/complaint.ts';
import { addDays, isDay } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { numberComplaints } from './parameter-checks.ts';

const PARAMETER = 'parameter';

/** One parameter through time: every row of the same group, name and scope, earliest first. */
export type ParameterSeries = {
  readonly group: string;
  readonly key: string;
  readonly rows: readonly LedgerRecord[];
};

export type ParameterChange = {
  readonly value: string;
  /** First day of the new value. */
  readonly from: Day;
  readonly basis: string;
};

const seriesOf = ({ group, key, scope }: Values): string => JSON.stringify([group, key, scope ?? '']);

/** The rows of one group as series, in the order the office gave them. */
export function parameterSeries(records: readonly LedgerRecord[], group: string): readonly ParameterSeries[] {
  const rows = records
    .filter(({ values }) => values.group === group)
    .toSorted((a, b) => (textIn(a.values, 'from') < textIn(b.values, 'from') ? -1 : 1));
  const orderOf = (series: readonly LedgerRecord[]) => Number(series[0]?.values.order ?? Number.MAX_SAFE_INTEGER);
  return [...grouped(rows, ({ values }) => seriesOf(values)).values()]
    .toSorted((a, b) => orderOf(a) - orderOf(b))
    .map((series) => ({ group, key: textIn(series[0]?.values ?? {}, 'key'), rows: series }));
}

/** The row in force on a day: the latest begun that has not ended. */
export const rowOn = ({ rows }: ParameterSeries, on: Day): LedgerRecord | undefined =>
  rows.findLast(({ values }) => textIn(values, 'from') <= on && on <= (textIn(values, 'to') || on));

/** The first row that begins after a day: a change already decided. */
export const rowAfter = ({ rows }: ParameterSeries, on: Day): LedgerRecord | undefined =>
  rows.find(({ values }) => textIn(values, 'from') > on);

/** What is missing or cannot be: the day must lie after the beginning of the row it ends. */
export function parameterChangeComplaints(series: ParameterSeries, change: ParameterChange): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const value = change.value.trim();
  if (value === '') complaints.push(error('parameter/value', '请填写新的值', 'value'));
  else complaints.push(...numberComplaints({ group: series.group, value }));
  if (change.basis.trim() === '') complaints.push(error('parameter/basis', '请写明依据，如文件名称和文号', 'basis'));
  if (!isDay(change.from)) return [...complaints, error('parameter/from', '请填写生效日期，如 2026-07-01', 'from')];
  const first = textIn(series.rows[0]?.values ?? {}, 'from');
  const same = series.rows.some(({ values }) => values.from === change.from);
  if (same || change.from < first) {
    const message = same
      ? `${change.from} 已有一次改动从这天起生效，请换一天；要改那一次本身，请到“基础参数”台账`
      : `生效日期须晚于最早一条的生效日期 ${first}`;
    complaints.push(error('parameter/from', message, 'from'));
  }
  const current = rowOn(series, change.from);
  if (current && textIn(current.values, 'value') === value) {
    complaints.push(error('parameter/same', '新的值和那时的值相同，不用改', 'value'));
  }
  return complaints;
}

/**
 * The drafts of a dated change: the row in force on that day ends the day before, a new row begins. Cases keep the
 * limits of the day they were accepted, so nothing is overwritten. A later change that was already entered stays.
 */
export function parameterChangeDrafts(series: ParameterSeries, change: ParameterChange): readonly Draft[] {
  const closed = rowOn(series, change.from);
  const next = rowAfter(series, change.from);
  const pattern = closed ?? next ?? series.rows.at(-1);
  const to = closed ? textIn(closed.values, 'to') : '';
  const end = next && to === '' ? addDays(textIn(next.values, 'from'), -1) : to;
  const { to: _, ...kept } = pattern?.values ?? { group: series.group, key: series.key };
  const values: Values = {
    ...kept,
    value: change.value.trim(),
    basis: change.basis.trim(),
    from: change.from,
    inferred: false,
    ...(end === '' ? {} : { to: end }),
  };
  const create: Draft = { kind: 'create', ledger: PARAMETER, values };
  if (!closed) return [create];
  const { id, rev } = closed;
  return [{ kind: 'edit', ledger: PARAMETER, id, rev, patch: { to: addDays(change.from, -1) } }, create];
}
