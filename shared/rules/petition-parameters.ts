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
  ...petitionClocks.map(({ title, unit, limit: { key, otherwise }, basis, inferred }) =>
    limit(key, `信访：${title}`, otherwise, UNITS[unit], basis, inferred),
  ),
  limit(MOST_EXTENSION.key, '信访：延期最长', MOST_EXTENSION.otherwise, '自然日', '信访工作条例 第三十四条', false),
  limit(REPRESENTATIVES.key, '信访：走访代表最多', REPRESENTATIVES.otherwise, '人', '信访工作条例 第二十条', false),
  ...TOPICS.map((topic) => ({
    group: '信访内容分类',
    key: topic,
    title: topic,
    value: topic,
    basis: '常见分类，请按本地信访系统的内容分类增减',
    from: FROM,
    inferred: true,
  })),
];
