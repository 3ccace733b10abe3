import type { StoreStatus } from '../../store/store-api.ts';

/** 09:41:07 of a moment. */
const timeOf = (moment: string): string => moment.slice(11, 19);

/** Where the last save stands. It says 已保存 only where as many copies are on the disk as this installation keeps. */
export function savedWords({ lastSaved, journalBehind }: StoreStatus): {
  readonly text: string;
  readonly isWarning: boolean;
} {
  if (journalBehind > 0) return { text: `副本未写（${journalBehind} 批），正在重试`, isWarning: true };
  if (!lastSaved) return { text: '本次启动后尚无改动', isWarning: false };
  const time = timeOf(lastSaved.at);
  if (lastSaved.durability === 'oneCopy') return { text: `已保存 ${time} · 仅一份副本`, isWarning: false };
  if (lastSaved.durability === 'journalPending') return { text: `已保存 ${time} · 副本未写`, isWarning: true };
  return { text: `已保存 ${time}`, isWarning: false };
}
