import type { ClockReading, ClockUnit } from '../../../shared/deadlines/clock.ts';

export const unitWord = (unit: ClockUnit): string => (unit === 'workingDays' ? '个工作日' : '天');

/** Where a clock stands, in a few words: 还剩 3 个工作日, 今天到期, 已超期 2 个工作日, 暂停计时, 按时办结. */
export function clockWords({ level, left, unit }: ClockReading): string {
  if (level === 'met') return '按时办结';
  if (level === 'missed') return '超期办结';
  if (level === 'paused') return '暂停计时';
  if (left < 0) return `已超期 ${-left} ${unitWord(unit)}`;
  return left === 0 ? '今天到期' : `还剩 ${left} ${unitWord(unit)}`;
}
