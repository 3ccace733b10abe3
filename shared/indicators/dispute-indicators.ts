import { disputesFoundIn, settledBy } from './dispute-counts.ts';
import { rateOf } from './figure.ts';
import type { Indicator } from './indicator.ts';

const LEDGER = 'dispute';

const BASIS =
  '本期排查的纠纷中化解成功（含部分化解，可在参数“部分化解计入化解”里改）的件数 ÷ 排查总数；未化解、还在调解和导出其他途径的都在分母';

/** D1: how many of the disputes found in the period were settled. */
export const disputeIndicators: readonly Indicator[] = [
  {
    id: 'D1',
    title: '纠纷化解率',
    ledger: LEDGER,
    unit: 'share',
    basis: BASIS,
    source: '镇巴县司法行政系统矛盾纠纷排查化解基本情况统计表',
    inferred: false,
    measure: ({ records, period, context }) =>
      rateOf(disputesFoundIn(records, period), settledBy(period, context), { ledger: LEDGER, basis: BASIS }),
  },
];
