import { inPeriod, type Period } from '../../indicators/period.ts';
import { rowsIn, textIn } from '../../kit/steps.ts';
import type { LedgerRecord, Value } from '../../kit/values.ts';

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

const fen = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

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
        planned: fen(row.planAmount),
        paid: paidInTime ? fen(row.paidAmount) : 0,
        paidOn: paidInTime ? paidOn : '',
        whyNot: textIn(row, 'whyNot'),
      },
    ];
  });
}
