import type { DueItem } from '../../store/store-api.ts';

/** Who keeps the ledger: what waits for the clerk is the clerk's own work. */
const CLERK = '经办人';

export type DueGroups = {
  /** Overdue, then close to it. */
  readonly pressing: readonly DueItem[];
  readonly mine: readonly DueItem[];
  readonly others: readonly DueItem[];
};

const isPressing = ({ reading }: DueItem): boolean => reading.level === 'red' || reading.level === 'amber';

const byDue = (a: DueItem, b: DueItem): number => a.reading.dueOn.localeCompare(b.reading.dueOn);

/** Sorts running clocks into what presses, what is the clerk's turn, and what waits for others; earliest first. */
export function dueGroups(items: readonly DueItem[]): DueGroups {
  const sorted = items.toSorted(byDue);
  const calm = sorted.filter((item) => !isPressing(item));
  return {
    pressing: sorted.filter(isPressing),
    mine: calm.filter(({ waitingFor }) => waitingFor === CLERK),
    others: calm.filter(({ waitingFor }) => waitingFor !== CLERK),
  };
}
