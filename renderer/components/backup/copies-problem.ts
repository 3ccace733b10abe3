import type { StoreStatus } from '../../store/store-api.ts';

/** Something wrong with the copies: short for the status bar, and whole. */
export type CopiesProblem = { readonly short: string; readonly whole: string };

/** The gravest thing that went wrong with the copies of the records; nothing where all is as it should be. */
export function copiesProblem({
  damaged,
  journalProblem,
  snapshotProblem,
  purgeProblem,
}: Pick<StoreStatus, 'damaged' | 'journalProblem' | 'snapshotProblem' | 'purgeProblem'>): CopiesProblem | undefined {
  if (damaged > 0) {
    const short = `${damaged} 次改动已损坏`;
    return { short, whole: `${short}，没有计入。损坏之前的备份里可能还有，可从备份恢复。` };
  }
  // The bar says 副本未写 itself.
  if (journalProblem !== undefined) return { short: '请检查磁盘', whole: journalProblem };
  if (snapshotProblem !== undefined) return { short: '自动备份没有完成', whole: snapshotProblem };
  if (purgeProblem !== undefined) return { short: '个人信息没有清完', whole: purgeProblem };
  return undefined;
}
