import type { LedgerContext } from '../kit/ledger-context.ts';
import { type ClockReading, type Ladder, RUNGS, type Rung } from './clock.ts';

/** Group of the office's own shares, in percent. */
export const LADDER_GROUP = '预警比例';

/** 50/75/85/99 % of the limit, as a petition system ships them (ledgers.md b.3); each may be changed by a parameter. */
export const USUAL_SHARES = [
  { key: '预警', title: '用去办理时限的这一比例起为预警', percent: 50 },
  { key: '警告', title: '用去办理时限的这一比例起为警告', percent: 75 },
  { key: '严重警告', title: '用去办理时限的这一比例起为严重警告', percent: 85 },
  { key: '临期', title: '用去办理时限的这一比例起即将超期，仍为严重警告', percent: 99 },
] as const;

/** Units used and left of a limit; of hours in minutes, so that the shares are exact. */
export type Used = { readonly used: number; readonly left: number; readonly limit: number };

function sharesIn(ladder: Exclude<Ladder, { left: number }>, { parameter, today }: LadderContext): readonly number[] {
  if (ladder !== 'usual') return ladder.shares;
  return USUAL_SHARES.map(({ key, percent }) => {
    const own = Number(parameter(LADDER_GROUP, key, today) ?? percent);
    return (Number.isFinite(own) ? own : percent) / 100;
  });
}

type LadderContext = Pick<LedgerContext, 'today' | 'parameter'>;

/** The rung of a limit that runs and is not over: as many steps up as shares are used, the last two share a word. */
export function rungOf(ladder: Ladder, { used, left, limit }: Used, context: LadderContext): Rung {
  if (ladder !== 'usual' && 'left' in ladder) return left <= ladder.left ? '预警' : '正常';
  const passed = sharesIn(ladder, context).filter((share) => used >= share * limit).length;
  return RUNGS[Math.min(passed, RUNGS.indexOf('严重警告'))] ?? '正常';
}

/** What the colours of a list go by, told by the rung of a running limit. */
export const levelOfRung = (rung: Rung): ClockReading['level'] => {
  if (rung === '超期') return 'red';
  return rung === '正常' ? 'green' : 'amber';
};
