import { countedOnce } from '../indicators/counted-once.ts';
import {
  type Ending,
  isEvaluated,
  isHotline,
  isUnsatisfied,
  readSlips,
  type Slip,
  slipsReceivedIn,
  wasClosed,
} from '../indicators/demand-counts.ts';
import { disputesFoundIn, settledBy } from '../indicators/dispute-counts.ts';
import { countRecords, type Figure, rateOf } from '../indicators/figure.ts';
import type { Indicator, IndicatorScope } from '../indicators/indicator.ts';

const DEMAND = 'demand';
const DISPUTE = 'dispute';
const NINGGUO = '宁国市 2022 年 4 月《12345热线留言办理情况统计表》';
const ZHENBA = '镇巴县司法行政系统《矛盾纠纷排查化解基本情况统计表》：按上报月，化解 = 成功 + 部分化解';

type Declared = Pick<Indicator, 'id' | 'title' | 'basis'>;

/** Slips of the hotline that came in within the period. */
const hotlineSlips = countedOnce((records, period, context): readonly Slip[] =>
  slipsReceivedIn(records.filter(isHotline), period, context),
);

const ends =
  (...endings: readonly Ending[]) =>
  ({ ending }: Slip): boolean =>
    endings.includes(ending);

const isKept = ends('onTime', 'late', 'open');
const isClosed = ends('onTime', 'late');

/** What the petitioner said: whoever was unsatisfied in any round is counted so (W3), and not by a better word besides. */
const answered =
  (satisfaction: string) =>
  (slip: Slip): boolean =>
    isClosed(slip) && isEvaluated(slip) && !isUnsatisfied(slip) && slip.values.satisfaction === satisfaction;

/** The numerator of W3, so that number and rate of one form agree. */
const unsatisfied = (slip: Slip): boolean =>
  isKept(slip) && wasClosed(slip) && isEvaluated(slip) && isUnsatisfied(slip);

function ofHotline(declared: Declared, counts: (slip: Slip) => boolean): Indicator {
  const measure = ({ records, period, context }: IndicatorScope): Figure =>
    countRecords(hotlineSlips(records, period, context).filter(counts), { ledger: DEMAND, basis: declared.basis });
  return { ...declared, ledger: DEMAND, unit: 'count', source: NINGGUO, inferred: false, measure, prepare: readSlips };
}

const ON_TIME = '本期接收的 12345 热线工单中按时办结的件数 ÷ 热线派遣数；退单不计';

/** The counts of the hotline's monthly table. 派遣 = 按时办结 + 超时办结 + 未办结; 退单 stands beside them. */
const hotlineCounts: readonly Indicator[] = [
  ofHotline({ id: 'HL1', title: '热线派遣数', basis: '来源为 12345热线、接收时间在本期的工单，退单不计' }, isKept),
  ofHotline({ id: 'HL2', title: '按时办结数', basis: '热线派遣数中在时限内（含批准的延期）办结的' }, ends('onTime')),
  ofHotline({ id: 'HL3', title: '超时办结数', basis: '热线派遣数中超过时限才办结的' }, ends('late')),
  ofHotline({ id: 'HL4', title: '未办结数', basis: '热线派遣数中还没有办结的' }, ends('open')),
  ofHotline({ id: 'HL5', title: '退单数', basis: '来源为 12345热线、接收时间在本期、已退单的' }, ends('returned')),
  ofHotline({ id: 'HL6', title: '热线办结数', basis: '热线派遣数中已办结的（按时 + 超时）' }, isClosed),
  ofHotline(
    { id: 'HL7', title: '热线满意数', basis: '热线办结工单中回访为满意的；不纳入评价和曾有一轮不满意的不计' },
    answered('满意'),
  ),
  ofHotline(
    { id: 'HL8', title: '热线基本满意数', basis: '热线办结工单中回访为基本满意的；不纳入评价和曾有一轮不满意的不计' },
    answered('基本满意'),
  ),
  ofHotline(
    {
      id: 'HL9',
      title: '热线不满意数',
      basis: '热线办结工单中回访为不满意的，同指标“不满意率”的分子：任一轮不满意即计，不纳入评价的不计',
    },
    unsatisfied,
  ),
  {
    id: 'HL10',
    title: '热线按时结案率',
    ledger: DEMAND,
    unit: 'share',
    basis: ON_TIME,
    source: `${NINGGUO}：597 ÷ 601 = 99.3 %`,
    inferred: false,
    measure: ({ records, period, context }) =>
      rateOf(hotlineSlips(records, period, context).filter(isKept), ends('onTime'), { ledger: DEMAND, basis: ON_TIME }),
    prepare: readSlips,
  },
];

function ofDisputes(declared: Declared, counts: (isSettled: boolean) => boolean): Indicator {
  const measure = ({ records, period, context }: IndicatorScope): Figure => {
    const isSettled = settledBy(period, context);
    const counted = disputesFoundIn(records, period).filter((record) => counts(isSettled(record)));
    return countRecords(counted, { ledger: DISPUTE, basis: declared.basis });
  };
  return { ...declared, ledger: DISPUTE, unit: 'count', source: ZHENBA, inferred: false, measure };
}

/** The counts of the monthly table of disputes. 总数 = 化解 + 未化解. */
const disputeCounts: readonly Indicator[] = [
  ofDisputes({ id: 'DC1', title: '矛盾纠纷总数', basis: '排查日期在本期的矛盾纠纷' }, () => true),
  ofDisputes(
    { id: 'DC2', title: '化解数', basis: '排查日期在本期、化解成功的，部分化解按本单位口径' },
    (isSettled) => isSettled,
  ),
  ofDisputes(
    { id: 'DC3', title: '未化解数', basis: '排查日期在本期、未化解或仍在调解的，含导出其他途径的' },
    (isSettled) => !isSettled,
  ),
];

/** What the superiors' monthly tables count and no rate of ours does: each opens its own records. */
export const formCounts: readonly Indicator[] = [...hotlineCounts, ...disputeCounts];
