import { rowsIn, textIn } from '../../kit/field-values.ts';
import { numberOrZero, sum } from '../../kit/numbers.ts';
import { inPeriod, type Period } from '../../kit/period.ts';
import type { Day, LedgerRecord } from '../../kit/values.ts';
import { type CaseHistory, phaseOn, stateOn } from './case-phases.ts';

/** One 经费拨付 row that a period reports on, amounts in fen. */
export type DueFunds = {
  readonly community: string;
  readonly planned: number;
  /** Paid up to the last day of the period; later payments belong to later reports. */
  readonly paid: number;
  readonly paidOn: string;
  readonly whyNot: string;
};

export const FUNDS_BASIS =
  '应拨日期在本期的经费（没有应拨日期的按实拨日期，都没有的按收件日期）；实拨算到期末为止，到位率 = 实拨 ÷ 应拨';

/** Funds that were due in the period, row by row. */
export function fundsDueIn({ values }: LedgerRecord, period: Period): readonly DueFunds[] {
  return rowsIn(values, 'transfers').flatMap((row): DueFunds[] => {
    const paidOn = textIn(row, 'paidDate');
    const dueOn = textIn(row, 'planDate') || paidOn || textIn(values, 'inDate');
    if (dueOn === '' || !inPeriod(period, dueOn)) return [];
    const paidInTime = paidOn <= period.last;
    return [
      {
        community: textIn(row, 'community'),
        planned: numberOrZero(row.planAmount),
        paid: paidInTime ? numberOrZero(row.paidAmount) : 0,
        paidOn: paidInTime ? paidOn : '',
        whyNot: textIn(row, 'whyNot'),
      },
    ];
  });
}

/** What was planned for a day up to then and what came by then, over all communities, in fen. */
function fundsUntil({ values }: LedgerRecord, day: Day): { readonly planned: number; readonly paid: number } {
  const rows = rowsIn(values, 'transfers');
  const total = (dateField: string, amountField: string) =>
    sum(rows.filter((row) => textIn(row, dateField) <= day).map((row) => numberOrZero(row[amountField])));
  return { planned: total('planDate', 'planAmount'), paid: total('paidDate', 'paidAmount') };
}

/** An item that went ahead without its money. */
export type Unfunded = { readonly history: CaseHistory; readonly planned: number; readonly paid: number };

/**
 * 未落实经费,可拒绝: items agreed on or under way on a day for which nothing came, or less than was due, and that name no
 * reason for needing none (自贡市 2016 年试行办法).
 */
export function unfundedOn(histories: readonly CaseHistory[], day: Day): readonly Unfunded[] {
  return histories.flatMap((history): Unfunded[] => {
    const state = stateOn(history, day);
    const underWay = phaseOn(history, day) === 'valid' && state !== 'PUBLISHED' && state !== 'APPROVED';
    if (!underWay || textIn(history.record.values, 'noFundsReason') !== '') return [];
    const { planned, paid } = fundsUntil(history.record, day);
    return paid === 0 || paid < planned ? [{ history, planned, paid }] : [];
  });
}
