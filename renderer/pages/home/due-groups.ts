import type { DueItem } from '../../store/store-api.ts';

/** Who keeps the ledger: what waits for the clerk is the clerk's own work. */
const CLERK = '经办人';

export type DueGroups = {
  /** Overdue, then close to it. */
  readonly pressing: readonly DueItem[];
  readonly mine: readonly DueItem[];
};

const isPressing = ({ reading }: DueItem): boolean => reading.level === 'red' || reading.level === 'amber';

const byDue = (a: DueItem, b: DueItem): number => a.reading.dueOn.localeCompare(b.reading.dueOn);

/** Sorts running clocks into what presses and what is the clerk's turn, earliest first. Who else is waited for stands in 在等谁. */
export function dueGroups(items: readonly DueItem[]): DueGroups {
  const sorted = items.toSorted(byDue);
  return {
    pressing: sorted.filter(isPressing),
    mine: sorted.filter((item) => !isPressing(item) && item.waitingFor === CLERK),
  };
}
