import type { SnapshotInfo } from '../desktop-api.ts';
import { addDays, monthsAfter } from '../kit/day.ts';
import { sum } from '../kit/numbers.ts';
import type { Day } from '../kit/values.ts';

/** 可调整的默认值: no source; what comparable programs keep, and a little more. */
const RETENTION = { daysWithOneADay: 30, monthsWithOneAMonth: 24, neverFewerThan: 10 } as const;

type Kept = Pick<SnapshotInfo, 'id' | 'at' | 'version' | 'counts'>;

export const recordsOf = ({ counts }: Pick<SnapshotInfo, 'counts'>): number => sum(Object.values(counts));

/** Much smaller: fewer than half the records, where that is more than a clerk deletes by hand. */
export const isMuchSmaller = (now: number, before: number): boolean => now < before / 2 && before - now >= 10;

/** The last of each group, the snapshots standing in the order of time. */
const lastOfEach = (snapshots: readonly Kept[], groupOf: (snapshot: Kept) => string): readonly Kept[] => [
  ...new Map(snapshots.map((snapshot) => [groupOf(snapshot), snapshot])).values(),
];

const dayOf = ({ at }: Kept): string => at.slice(0, 10);
const monthOf = ({ at }: Kept): string => at.slice(0, 7);

/**
 * Which snapshots may go: not those of today or later (a clock set back), not the last of each of the 30 days and of
 * the 24 months before, not the last one of each program version, not the last one before the records became much
 * fewer, and never so many that fewer than ten are left. Whatever order they come in, the answer is oldest first.
 */
export const superseded = (snapshots: readonly Kept[], today: Day): readonly string[] => {
  const inTime = snapshots.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const firstDay = addDays(today, -RETENTION.daysWithOneADay);
  const firstMonth = monthsAfter(today, -RETENTION.monthsWithOneAMonth).slice(0, 7);
  const kept = new Set([
    ...inTime.filter((one) => dayOf(one) >= today),
    ...lastOfEach(inTime, dayOf).filter((one) => dayOf(one) >= firstDay),
    ...lastOfEach(inTime, monthOf).filter((one) => monthOf(one) >= firstMonth),
    ...lastOfEach(inTime, ({ version }) => version),
    ...inTime.filter((one, at) => {
      const next = inTime[at + 1];
      return next !== undefined && isMuchSmaller(recordsOf(next), recordsOf(one));
    }),
    ...inTime.slice(-RETENTION.neverFewerThan),
  ]);
  return inTime.filter((one) => !kept.has(one)).map(({ id }) => id);
};
