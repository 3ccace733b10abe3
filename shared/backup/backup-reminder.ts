import type { SecondCopy } from '../desktop-api.ts';
import { daysBetween, isDay } from '../kit/day.ts';
import type { Day } from '../kit/values.ts';

/** 可调整的默认值: no source. A second copy a week old loses a week; a browser's only copy should not. */
export const PATIENCE = { secondCopyDays: 7, browserDays: 3 } as const;

const daysSince = (moment: string | undefined, today: Day): number => {
  const day = moment?.slice(0, 10) ?? '';
  return isDay(day) ? daysBetween(day, today) : Number.POSITIVE_INFINITY;
};

/** What is to be said of the second folder; nothing where it is as it should be. */
export const secondCopyReminder = (
  { folder, state, isSameDrive, newest }: SecondCopy,
  lastSnapshot: string | undefined,
  today: Day,
): string | undefined => {
  if (folder === undefined) return '还没有第二份备份：硬盘坏了就全没有了。请选另一块硬盘、U盘或网络盘上的文件夹。';
  const days = daysSince(newest, today);
  const late = Number.isFinite(days) ? `，最近一次复制在 ${days} 天前` : '';
  if (state === 'missing') return `第二份备份的文件夹现在找不到${late}。请接上硬盘或U盘，或另选一个文件夹。`;
  if (state === 'refused') return '第二份备份没有写成：文件夹写不进去或空间不足。请检查后点“现在复制”。';
  if (isSameDrive) return '第二份备份和数据在同一块盘上，坏了会一起坏。请选另一块硬盘、U盘或网络盘。';
  // Nothing new to copy is no reason to complain.
  const isBehind = lastSnapshot !== undefined && (newest ?? '') < lastSnapshot;
  return isBehind && days >= PATIENCE.secondCopyDays ? `第二份备份已有 ${days} 天没有更新。` : undefined;
};

/** The same for a plain browser, where a download is the only other copy. */
export const browserReminder = (lastSnapshot: string | undefined, today: Day): string | undefined => {
  if (lastSnapshot === undefined) return '还没有下载过备份：记录只在本浏览器里，清除浏览数据会一并删除。';
  const days = daysSince(lastSnapshot, today);
  return days >= PATIENCE.browserDays ? `已有 ${days} 天没有下载备份：记录只在本浏览器里，请下载一份。` : undefined;
};
