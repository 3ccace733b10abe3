import { yearOf } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import { numberOrZero } from '../kit/numbers.ts';
import { inPeriod } from '../kit/period.ts';
import type { Day } from '../kit/values.ts';
import { isIntact, isRetired } from '../rules/facility-rules.ts';
import { type Figure, rateOf, shareOf, spreadOver } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';

const monthNumber = (day: Day): number => Number(day.slice(5, 7));

const INTACT_BASIS = '完好台数 ÷ 总台数，按期末前最近一次巡查；停用、待报废的不计';
const UPTIME_BASIS = '实际运行小时 ÷ 应运行小时，维护和故障时间都在分母里；没有记小时数的点位不计';
const OUTREACH_BASIS = '期内发布条数 ÷ 期内已开始的月数；只是发布数，不代表触达人数';

/**
 * Points by what is known of the end of a period: the ledger keeps the last round alone, so one seen again later has no
 * word left of that day.
 */
function seenBy({ records, period }: IndicatorScope) {
  const later = records.filter(({ values }) => textIn(values, 'checkedOn') > period.last);
  const seen = records.filter((one) => !later.includes(one));
  return { seen, excluded: [{ why: '期后又巡查过，当期状态没有留存', ids: later.map(({ id }) => id) }] };
}

/** 监控完好率（台）: how many stand as they should at the end of the period. */
function intactRate(scope: IndicatorScope): Figure {
  const { seen, excluded } = seenBy(scope);
  const used = seen.filter(({ values }) => !isRetired(values));
  const retired = { why: '停用、待报废', ids: seen.filter((one) => !used.includes(one)).map(({ id }) => id) };
  return rateOf(used, ({ values }) => isIntact(values), {
    ledger: 'facility',
    basis: INTACT_BASIS,
    excluded: [retired, ...excluded],
  });
}

/** 在线率（时长）: hours up over hours due, another number than the count. */
function uptimeRate(scope: IndicatorScope): Figure {
  const { seen, excluded } = seenBy(scope);
  const counted = seen.filter(({ values }) => numberOrZero(values.hoursDue) > 0);
  const hours = (field: string) => counted.map(({ id, values }) => ({ id, amount: numberOrZero(values[field]) }));
  const figure = shareOf(hours('hoursUp'), hours('hoursDue'), { ledger: 'facility', basis: UPTIME_BASIS });
  const left = excluded.filter(({ ids }) => ids.length > 0);
  return left.length === 0 ? figure : { ...figure, excluded: left };
}

/** 月均宣传条数: items over the months of the period. */
function monthlyOutreach({ records, period, context }: IndicatorScope): Figure {
  const parts = records
    .filter(({ values }) => inPeriod(period, textIn(values, 'on')))
    .map(({ id, values }) => ({ id, amount: numberOrZero(values.items) }));
  const until = context.today < period.last ? context.today : period.last;
  const begun = 12 * (yearOf(until) - yearOf(period.first)) + monthNumber(until) - monthNumber(period.first) + 1;
  return spreadOver(parts, Math.max(0, begun), { ledger: 'outreach', basis: OUTREACH_BASIS });
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
