import { LIMITS_GROUP } from '../deadlines/limit.ts';
import type { ParameterValues } from '../ledgers/parameter.ts';
import { settlingClock } from './lead-case-clocks.ts';
import { SILENCE } from './lead-case-progress.ts';

const FROM = '2024-01-01';

const limit = (key: string, title: string, days: number, basis: string): ParameterValues => ({
  group: LIMITS_GROUP,
  key,
  title,
  value: String(days),
  unit: '自然日',
  basis,
  from: FROM,
  inferred: true,
});

/** 五包 is a slogan whose items every place words itself: five ticks, not five columns of law. */
const FIVE_DUTIES = ['包掌握情况', '包思想教育', '包解决化解', '包跟踪稳控', '包息诉息访'];

export const LEAD_CASE_PARAMETERS: readonly ParameterValues[] = [
  limit(
    settlingClock.limit.key,
    '包案：没有逐案确定期限的',
    settlingClock.limit.otherwise,
    '一地做法一般不超过 3 个月，可按本地规定调整',
  ),
  limit(SILENCE.key, '包案：多少天没有进展就提示', SILENCE.otherwise, '未见文件规定，程序推定，可按本地规定调整'),
  ...FIVE_DUTIES.map((duty) => ({
    group: '五包',
    key: duty,
    title: duty,
    value: duty,
    basis: '常见提法，未核到文件原文，请按本地包案要求改',
    from: FROM,
    inferred: true,
  })),
];
