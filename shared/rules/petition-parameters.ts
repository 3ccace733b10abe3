import type { ParameterValues } from '../ledgers/parameter.ts';
import { clockRows, limitRow, UNIT_NAMES, wordRows } from './parameter-rows.ts';
import { REPRESENTATIVES } from './petition-checks.ts';
import { MOST_EXTENSION, petitionClocks } from './petition-clocks.ts';

/** 信访工作条例 came into force on this day. */
const IN_FORCE_FROM = '2022-05-01';

/** Every city's system sorts petitions its own way; this list is a beginning. */
const TOPICS = [
  '征地拆迁',
  '城乡建设',
  '劳动社保',
  '民政救助',
  '物业管理',
  '环境保护',
  '教育医疗',
  '交通出行',
  '农村农业',
  '涉法涉诉',
  '组织人事',
  '其他',
];

/** Every limit of petitions as a dated parameter, its article as the basis, and the words of 内容分类. */
export const PETITION_PARAMETERS: readonly ParameterValues[] = [
  ...clockRows('信访', petitionClocks),
  {
    ...limitRow(MOST_EXTENSION, '信访：延期最长', UNIT_NAMES.calendarDays, '信访工作条例 第三十四条'),
    inferred: false,
  },
  { ...limitRow(REPRESENTATIVES, '信访：走访代表最多', '人', '信访工作条例 第二十条'), inferred: false },
  ...wordRows('信访内容分类', TOPICS, '常见分类，请按本地信访系统的内容分类增减'),
].map((row) => ({ ...row, from: IN_FORCE_FROM }));
