import {
  type Ending,
  HOTLINE,
  isClosed,
  isEvaluated,
  isHotline,
  isReturned,
  isUnsatisfied,
  type Slip,
  slipsReceivedIn,
  wasClosed,
} from '../indicators/demand-counts.ts';
import { countRecords, type Figure, rateOf } from '../indicators/figure.ts';
import { textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { ReportColumn } from '../workbook/export/report-frame.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type ReportTable,
  type TracedWorkbook,
  tracedWorkbook,
} from './report-table.ts';

const TITLE = '12345热线留言办理情况统计表';
const LEDGER = 'demand';
const FORUM = '政民互动';

const ALL = '派遣案件总数';
const ENDINGS = ['按时办结', '超时办结', '未办结'] as const;
const BY_WORD: { readonly [word in (typeof ENDINGS)[number]]: Ending } = {
  按时办结: 'onTime',
  超时办结: 'late',
  未办结: 'open',
};

const column = (label: string, width: number, ...group: readonly string[]): ReportColumn => ({
  label,
  width,
  ...(group.length === 0 ? {} : { group }),
});

/** The sixteen columns of 宁国市's table, under a heading of three rows. */
const COLUMNS: readonly ReportColumn[] = [
  { ...column('序号', 6), align: 'center' },
  { ...column('单位', 18), align: 'left' },
  column('总计', 8, ALL),
  ...ENDINGS.map((word) => column(word, 9, ALL, HOTLINE)),
  ...ENDINGS.map((word) => column(word, 9, ALL, FORUM)),
  column('按时办结数', 11),
  column('超时办结数', 11),
  column('未办结数', 9),
  column('结案率', 9),
  column('按时结案率', 11),
  column('不满意数', 9),
  column('不满意率', 9),
];

const count = (slips: readonly Slip[]): Figure => countRecords(slips, { ledger: LEDGER });

const ended = (slips: readonly Slip[], word: (typeof ENDINGS)[number]): readonly Slip[] =>
  slips.filter(({ ending }) => ending === BY_WORD[word]);

/** A line from 总计 on. 不满意率 is over closed hotline slips only: the published rows agree with that alone. */
function figuresOf(slips: readonly Slip[]): readonly Figure[] {
  const closedHotline = slips.filter((slip) => isHotline(slip) && wasClosed(slip) && isEvaluated(slip));
  return [
    count(slips),
    ...ENDINGS.map((word) => count(ended(slips.filter(isHotline), word))),
    ...ENDINGS.map((word) =>
      count(
        ended(
          slips.filter((slip) => !isHotline(slip)),
          word,
        ),
      ),
    ),
    ...ENDINGS.map((word) => count(ended(slips, word))),
    rateOf(slips, isClosed, { ledger: LEDGER, basis: '已办结 ÷ 派遣案件总数' }),
    rateOf(slips, ({ ending }) => ending === 'onTime', { ledger: LEDGER, basis: '按时办结 ÷ 派遣案件总数' }),
    count(closedHotline.filter(isUnsatisfied)),
    rateOf(closedHotline, isUnsatisfied, { ledger: LEDGER, basis: '不满意 ÷ 已办结的 12345 热线工单' }),
  ];
}

const NOBODY = '（未填承办单位和社区）';

/** Who a slip was sent to: the department, else the community it belongs to. */
function unitOf({ values }: Slip, { nameOf }: LedgerContext): string {
  const unit = textIn(values, 'unit');
  if (unit !== '') return nameOf('department', unit);
  const community = textIn(values, 'community');
  return community === '' ? NOBODY : nameOf('organisation', community);
}

/**
 * 12345 办理情况 by unit, for the slips of the hotline and of 政民互动 that came in within the period; what was sent back is
 * not counted, what came by other ways has its own tables. Known good: 宁国市 2022-04, 住建局 8 of 87 unsatisfied are 9 %.
 */
export function demandMonthTable(request: ReportRequest): TracedWorkbook {
  const { context, period } = request;
  const slips = slipsReceivedIn(context.records(LEDGER), period, context).filter(
    (slip) => !isReturned(slip) && [HOTLINE, FORUM].includes(textIn(slip.values, 'source')),
  );
  const byUnit = [...grouped(slips, (slip) => unitOf(slip, context))].sort(
    ([left, ours], [right, theirs]) => theirs.length - ours.length || (left < right ? -1 : 1),
  );
  const whole = figuresOf(slips);
  const table: ReportTable = {
    title: `${TITLE}（${period.label}）`,
    sheetName: '12345办理情况',
    unit: '件',
    size: 10.5,
    columns: COLUMNS,
    rows: byUnit.map(([unit, own], place): readonly ReportCell[] => [
      lineNumber(place, LEDGER),
      unit,
      ...figuresOf(own),
    ]),
    totals: ['合计', undefined, ...whole.map((figure) => (figure.unit === 'count' ? { sumOf: figure } : figure))],
  };
  return tracedWorkbook(TITLE, [table], request);
}
