import type { ClockReading, ClockUnit } from './clock.ts';

const UNITS: { readonly [unit in ClockUnit]: string } = {
  hours: '小时',
  calendarDays: '天',
  workingDays: '个工作日',
};

/** What stands beside a limit that is a right of the person the case is about. */
export const THEIRS = '对方权利';

export const unitWord = (unit: ClockUnit): string => UNITS[unit];

/** Where a clock stands, in a few words: 还剩 3 个工作日, 今天到期, 已超期 2 个工作日, 暂停计时, 按时办结. */
export function clockWords({ level, left, unit }: ClockReading): string {
  if (level === 'met') return '按时办结';
  if (level === 'missed') return '超期办结';
  if (level === 'paused') return '暂停计时';
  if (left < 0) return `已超期 ${-left} ${unitWord(unit)}`;
  if (left > 0) return `还剩 ${left} ${unitWord(unit)}`;
  return unit === 'hours' ? '还剩不足 1 小时' : '今天到期';
}

/**
 * How a limit that is over was used: 用 12 / 15 个工作日. Done on a rest day after the last one, no more units were used than
 * the limit has, and 超期办结 beside them would read as a mistake: what was late says its days.
 */
export function overWords(reading: ClockReading): string {
  const { level, used, limit, unit, stoppedOn } = reading;
  if (level === 'missed' && stoppedOn !== undefined) return `到期 ${dueWords(reading)}，${stoppedOn} 办结`;
  return `用 ${used} / ${limit} ${unitWord(unit)}`;
}

/** The last day of a limit; of one in hours the minute too: 2026-01-05 11:12. */
export const dueWords = ({ dueOn, dueAt }: Pick<ClockReading, 'dueOn' | 'dueAt'>): string =>
  dueAt === undefined ? dueOn : `${dueOn} ${dueAt.slice('yyyy-mm-ddT'.length, 'yyyy-mm-ddThh:mm'.length)}`;
