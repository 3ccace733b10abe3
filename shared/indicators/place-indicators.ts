import { textIn } from '../kit/steps.ts';
import type { Value } from '../kit/values.ts';
import { isIntact, isRetired } from '../rules/facility-rules.ts';
import { type Figure, rateOf, shareOf, spreadOver } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';
import { inPeriod, PERIOD_KINDS } from './period.ts';

const numberIn = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

const INTACT_BASIS = '完好台数 ÷ 总台数，按期末前最近一次巡查；停用、待报废的不计';
const UPTIME_BASIS = '实际运行小时 ÷ 应运行小时，维护和故障时间都在分母里；没有记小时数的点位不计';
const OUTREACH_BASIS = '期内发布条数 ÷ 期内月数；只是发布数，不代表触达人数';

/** 监控完好率（台）: how many stand as they should at the end of the period. */
function intactRate({ records, period }: IndicatorScope): Figure {
  const seen = records.filter(({ values }) => textIn(values, 'checkedOn') <= period.last);
  const used = seen.filter(({ values }) => !isRetired(values));
  const excluded = [{ why: '停用、待报废', ids: seen.filter((one) => !used.includes(one)).map(({ id }) => id) }];
  return rateOf(used, ({ values }) => isIntact(values), { ledger: 'facility', basis: INTACT_BASIS, excluded });
}

/** 在线率（时长）: hours up over hours due, another number than the count. */
function uptimeRate({ records, period }: IndicatorScope): Figure {
  const counted = records.filter(
    ({ values }) => numberIn(values.hoursDue) > 0 && textIn(values, 'checkedOn') <= period.last,
  );
  const hours = (field: string) => counted.map(({ id, values }) => ({ id, amount: numberIn(values[field]) }));
  return shareOf(hours('hoursUp'), hours('hoursDue'), { ledger: 'facility', basis: UPTIME_BASIS });
}

/** 月均宣传条数: items over the months of the period. */
function monthlyOutreach({ records, period }: IndicatorScope): Figure {
  const parts = records
    .filter(({ values }) => inPeriod(period, textIn(values, 'on')))
    .map(({ id, values }) => ({ id, amount: typeof values.items === 'number' ? values.items : 1 }));
  const months = PERIOD_KINDS.find(({ kind }) => kind === period.kind)?.months ?? 1;
  return spreadOver(parts, months, { ledger: 'outreach', basis: OUTREACH_BASIS });
}

export const placeIndicators: readonly Indicator[] = [
  {
    id: 'G1',
    title: '监控完好率（按台数）',
    ledger: 'facility',
    unit: 'share',
    basis: INTACT_BASIS,
    source: '源文件“完好率 95% 以上”没有写明公式，按台数推定',
    inferred: true,
    measure: intactRate,
  },
  {
    id: 'G1T',
    title: '监控在线率（按时长）',
    ledger: 'facility',
    unit: 'share',
    basis: UPTIME_BASIS,
    source: '完好率 = 正常运行时间 ÷ 总时间，例：25/(25+5+2) = 89.29 %',
    inferred: true,
    measure: uptimeRate,
  },
  {
    id: 'G2',
    title: '月均宣传条数',
    ledger: 'outreach',
    unit: 'mean',
    basis: OUTREACH_BASIS,
    source: '源文件只写“月均”，数字缺失；口径由程序推定',
    inferred: true,
    measure: monthlyOutreach,
  },
];
