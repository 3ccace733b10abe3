import type { ParameterValues } from '../ledgers/parameter.ts';
import { REPRESENTATIVES } from './petition-checks.ts';
import { MOST_EXTENSION, petitionClocks } from './petition-clocks.ts';

/** 信访工作条例 came into force on this day. */
const FROM = '2022-05-01';

const UNITS = { calendarDays: '自然日', workingDays: '工作日', hours: '小时' } as const;

const limit = (key: string, title: string, value: number, unit: string, basis: string, inferred: boolean) => ({
  group: '时限',
  key,
  title,
  value: String(value),
  unit,
  basis,
  from: FROM,
  inferred,
});

/** Every limit of petitions as a dated parameter, its article as the basis. */
export const PETITION_PARAMETERS: readonly ParameterValues[] = [
  ...petitionClocks.map(({ title, unit, limit: { key, otherwise }, basis, inferred }) =>
    limit(key, `信访：${title}`, otherwise, UNITS[unit], basis, inferred),
  ),
  limit(MOST_EXTENSION.key, '信访：延期最长', MOST_EXTENSION.days, '自然日', MOST_EXTENSION.basis, false),
  limit(REPRESENTATIVES.key, '信访：走访代表最多', REPRESENTATIVES.most, '人', REPRESENTATIVES.basis, false),
];
