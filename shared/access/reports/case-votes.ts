import { rowsIn, textIn } from '../../kit/field-values.ts';
import { inPeriod, type Period } from '../../kit/period.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { SATISFACTION_RULE, takingPart, type VoteCounts, votesOf } from '../review/votes.ts';

/** One community's vote on an item. */
export type Votes = VoteCounts & {
  readonly community: string;
  readonly participants: number;
  readonly comments: string;
  readonly conclusion: string;
};

export const VOTES_BASIS = `评估日期在本期的评议；${SATISFACTION_RULE}`;

/** Evaluations held in the period. */
export function votesIn({ values }: LedgerRecord, period: Period): readonly Votes[] {
  return rowsIn(values, 'evaluations').flatMap((row): Votes[] => {
    const on = textIn(row, 'evaluatedOn');
    if (on === '' || !inPeriod(period, on)) return [];
    return [
      {
        ...votesOf(row),
        community: textIn(row, 'community'),
        participants: takingPart(row),
        comments: textIn(row, 'comments'),
        conclusion: textIn(row, 'conclusion'),
      },
    ];
  });
}
