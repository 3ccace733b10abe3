import type { LedgerContext } from './ledger-context.ts';
import type { Day } from './values.ts';

/** Group of dated parameters that answer 是 or 否 where no rule says how to count. */
export const COUNTING_GROUP = '计算规则';

/** A question of counting that the sources leave open, and what is usual until the office answers it. */
export type CountingRule = {
  readonly key: string;
  readonly title: string;
  readonly usual: boolean;
  readonly basis: string;
};

/** 信访工作条例 counts calendar days and does not say what becomes of a last day that is a rest day. */
export const REST_DAY_MOVES: CountingRule = {
  key: '逢休息日顺延',
  title: '按自然日计算的期限，最后一日是休息日的，顺延到下一个工作日',
  usual: true,
  basis: '民法典第二百零三条；信访工作条例未作规定，请按本地口径改',
};

export const BASICALLY_COUNTS: CountingRule = {
  key: '基本满意计入满意',
  title: '满意率的分子除“满意”外，也计“基本满意”',
  usual: true,
  basis: '各地口径不一，未见全国规定，请按本地考核办法改',
};

export const PARTLY_COUNTS: CountingRule = {
  key: '部分化解计入化解',
  title: '纠纷化解率的分子除“化解成功”外，也计“部分化解”',
  usual: true,
  basis: '镇巴县统计口径：化解数为化解成功加部分化解；各地不一，请按本地口径改',
};

export const NOT_DUE_LEFT_OUT: CountingRule = {
  key: '结案率不计未到期',
  title: '指标“结案率”不计还在办理时限内、没有办结的工单',
  usual: false,
  basis: '宁国市的表以派遣总数为分母，丰城市不计未到期的；各地不一，请按本地口径改',
};

export const COUNTING_RULES: readonly CountingRule[] = [
  REST_DAY_MOVES,
  BASICALLY_COUNTS,
  PARTLY_COUNTS,
  NOT_DUE_LEFT_OUT,
];

/** The office's answer in force on a day. */
export function countsSo(
  { key, usual }: CountingRule,
  { parameter }: Pick<LedgerContext, 'parameter'>,
  on: Day,
): boolean {
  const answer = parameter(COUNTING_GROUP, key, on);
  return answer === undefined ? usual : answer === '是';
}
