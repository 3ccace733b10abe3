import type { ParameterValues } from '../ledgers/parameter.ts';
import { settlingClock } from './lead-case-clocks.ts';
import { SILENCE } from './lead-case-progress.ts';
import { limitRow, UNIT_NAMES, wordRows } from './parameter-rows.ts';

/** 五包 is a slogan whose items every place words itself: five ticks, not five columns of law. */
const FIVE_DUTIES = ['包掌握情况', '包思想教育', '包解决化解', '包跟踪稳控', '包息诉息访'];

export const LEAD_CASE_PARAMETERS: readonly ParameterValues[] = [
  limitRow(
    settlingClock.limit,
    '包案：没有逐案确定期限的',
    UNIT_NAMES.calendarDays,
    '一地做法一般不超过 3 个月，可按本地规定调整',
  ),
  limitRow(SILENCE, '包案：多少天没有进展就提示', UNIT_NAMES.calendarDays, '未见文件规定，程序推定，可按本地规定调整'),
  ...wordRows('五包', FIVE_DUTIES, '常见提法，未核到文件原文，请按本地包案要求改'),
];
