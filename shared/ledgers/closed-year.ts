import { type Complaint, error } from '../kit/complaint.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import { children, code, date, integer, longText, text, type ValuesOf } from '../kit/fields.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';

const fields = {
  year: code('年度').key().ofYear().width(8).help('四位年份，如 2025'),
  closedOn: date('结转日期').key(),
  approver: text('批准人').wanted().width(10),
  clerk: text('经办人').width(10),
  counts: children('结转时的数', {
    ledger: text('台账'),
    received: integer('收件'),
    closed: integer('办结'),
    carried: integer('结转下年'),
  }).automatic(),
  remark: longText('备注'),
};

export type ClosedYearValues = ValuesOf<typeof fields>;

function yearComplaints(
  { year, closedOn }: ClosedYearValues,
  context: LedgerContext,
  id?: string,
): readonly Complaint[] {
  if (year === undefined) return [];
  if (!/^20\d{2}$/.test(year)) return [error('year/form', '年度写四位数字，如 2025', 'year')];
  if (closedOn !== undefined && closedOn.slice(0, 4) <= year) {
    return [error('year/not-over', `${year} 年还没有结束，次年才能结转`, 'year')];
  }
  const isClosed = context.records('closedYear').some((one) => one.id !== id && one.values.year === year);
  return isClosed ? [error('year/closed', `${year} 年已经结转过`, 'year')] : [];
}

/**
 * 年度结转: a year whose closed cases are only read from now on. Open ones carry over; what is entered for it later is marked
 * 补录. Deleting the row opens the year again, and the log says who did.
 */
export const closedYear = defineLedger({
  id: 'closedYear',
  title: '年度结转',
  noun: '年度',
  group: '基础',
  version: 1,
  isSetting: true,
  fields,
  titleField: 'year',
  sameAs: ['year'],
  columns: ['year', 'closedOn', 'approver', 'clerk', 'remark'],
  sortedBy: { field: 'year', descending: true },
  check: yearComplaints,
});
