import { numberOrZero } from '../../kit/numbers.ts';
import type { Values } from '../../kit/values.ts';

/** Votes of one community in one 评议. */
export type VoteCounts = {
  readonly satisfied: number;
  readonly fairlySatisfied: number;
  readonly dissatisfied: number;
  /** 未表态: took part and said nothing. */
  readonly noOpinion: number;
};

/** How 满意率 is counted, in the words of every report and paper that shows it. */
export const SATISFACTION_RULE = '满意率 =（满意 + 基本满意）÷ 有效票；未表态不计入有效票';

/** The votes a row of 评估 holds. */
export const votesOf = (row: Values): VoteCounts => ({
  satisfied: numberOrZero(row.satisfied),
  fairlySatisfied: numberOrZero(row.fairlySatisfied),
  dissatisfied: numberOrZero(row.dissatisfied),
  noOpinion: numberOrZero(row.noOpinion),
});

/** 满意 and 基本满意. */
export const agreeing = ({ satisfied, fairlySatisfied }: VoteCounts): number => satisfied + fairlySatisfied;

/** 有效票: votes that said something. */
export const validVotes = (votes: VoteCounts): number => agreeing(votes) + votes.dissatisfied;

/** Everyone who voted, 未表态 too. */
export const votesCast = (votes: VoteCounts): number => validVotes(votes) + votes.noOpinion;

/** 参评数 as it was counted; where it was not, everyone who voted. */
export const takingPart = (row: Values): number =>
  typeof row.participants === 'number' ? row.participants : votesCast(votesOf(row));
