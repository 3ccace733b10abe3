import { inPeriod, type Period } from '../../indicators/period.ts';
import { rowsIn, textIn } from '../../kit/steps.ts';
import type { LedgerRecord, Value } from '../../kit/values.ts';

/** One community's vote on an item. */
export type Votes = {
  readonly community: string;
  readonly satisfied: number;
  readonly fairlySatisfied: number;
  readonly dissatisfied: number;
  readonly noOpinion: number;
  /** 参评数 as it was counted; undefined where only votes were written down. */
  readonly participants?: number;
  readonly comments: string;
  readonly conclusion: string;
};

export const VOTES_BASIS = '评估日期在本期的评议；满意率 =（满意 + 基本满意）÷ 有效票，未表态不计入有效票';

const votes = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

/** Evaluations held in the period. */
export function votesIn({ values }: LedgerRecord, period: Period): readonly Votes[] {
  return rowsIn(values, 'evaluations').flatMap((row): Votes[] => {
    const on = textIn(row, 'evaluatedOn');
    if (on === '' || !inPeriod(period, on)) return [];
    return [
      {
        community: textIn(row, 'community'),
        satisfied: votes(row.satisfied),
        fairlySatisfied: votes(row.fairlySatisfied),
        dissatisfied: votes(row.dissatisfied),
        noOpinion: votes(row.noOpinion),
        ...(typeof row.participants === 'number' ? { participants: row.participants } : {}),
        comments: textIn(row, 'comments'),
        conclusion: textIn(row, 'conclusion'),
      },
    ];
  });
}

export const agreeing = ({ satisfied, fairlySatisfied }: Votes): number => satisfied + fairlySatisfied;

/** Votes that said something. */
export const valid = (one: Votes): number => agreeing(one) + one.dissatisfied;
