import { countOf, countRecords, type Figure, figureText, meanOf, type Part, rateOf } from '../indicators/figure.ts';
import {
  establishmentOf,
  isCertified,
  isPartyMember,
  paidIn,
  rosterDay,
  workerIndicators,
} from '../indicators/worker-indicators.ts';
import { textIn } from '../kit/field-values.ts';
import { numberOrZero, sum } from '../kit/numbers.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { communitiesOn } from '../rules/communities.ts';
import { establishmentRule } from '../rules/establishment.ts';
import { type WageFloor, wageFloor } from '../rules/wage-floor.ts';
import { AGE_BANDS, ageOn, hasDegree, isOnDuty, isOnRoster } from '../rules/worker-facts.ts';
import {
  lineNumber,
  type ReportCell,
  type ReportRequest,
  type ReportTable,
  type TotalCell,
  type TracedWorkbook,
  tracedWorkbook,
} from './report-table.ts';

const TITLE = '社区工作者队伍情况统计表';
const WORKER = 'worker';
const COMMUNITY = 'organisation';

/** One community with its people on the day of the report. */
type Line = {
  readonly community: LedgerRecord;
  readonly workers: readonly LedgerRecord[];
  readonly onDuty: readonly LedgerRecord[];
};

type Column = {
  readonly label: string;
  readonly width: number;
  readonly group?: string;
  readonly of: (line: Line) => ReportCell;
  /** What stands in the totals line; the sum of the column where it is a count and nothing else is said. */
  readonly total?: TotalCell;
};

function linesOf({ context }: ReportRequest, on: Day): readonly Line[] {
  const workers = context.records(WORKER);
  return communitiesOn(context, on).map((community) => {
    const own = workers.filter((one) => one.values.community === community.id && isOnRoster(one, on));
    return { community, workers: own, onDuty: own.filter((record) => isOnDuty(record, on)) };
  });
}

const count = (records: readonly LedgerRecord[]): Figure => countRecords(records, { ledger: WORKER });

const those = (test: (record: LedgerRecord) => boolean | undefined) => (line: Line) =>
  line.onDuty.filter((record) => test(record) === true);

/** A number the community's own row states. */
const stated =
  (field: string) =>
  ({ community: { id, values } }: Line): ReportCell => {
    const value = values[field];
    return typeof value === 'number' ? { value, unit: 'count', ledger: COMMUNITY, ids: [id] } : undefined;
  };

const isFigure = (cell: ReportCell): cell is Figure => typeof cell === 'object' && 'ids' in cell;

/** The totals of a column of counts: the sum of what stands above, opening all of it. */
function sumOf(cells: readonly ReportCell[]): TotalCell {
  const figures = cells.filter(isFigure);
  const [first] = figures;
  if (!first || figures.every(({ value }) => value === undefined)) return first;
  const value = sum(figures.map((figure) => figure.value ?? 0));
  return { sumOf: { ...first, value, ids: figures.flatMap(({ ids }) => ids) } };
}

function tableOf(title: string, sheetName: string, columns: readonly Column[], lines: readonly Line[]): ReportTable {
  const cells = columns.map(({ of }) => lines.map(of));
  return {
    title,
    sheetName,
    size: 10.5,
    columns: [
      { label: '序号', width: 6, align: 'center' },
      { label: '社区', width: 16, align: 'left' },
      ...columns.map(({ label, width, group }) => ({ label, width, ...(group === undefined ? {} : { group }) })),
    ],
    rows: lines.map(({ community: { id, values } }, place) => [
      lineNumber(place, COMMUNITY, id),
      textIn(values, 'name'),
      ...cells.map((column) => column[place]),
    ]),
    totals: ['合计', '', ...columns.map(({ total }, place) => total ?? sumOf(cells[place] ?? []))],
  };
}

/** Total, on duty, missing, against what the community should have. */
function staffingTable(request: ReportRequest, lines: readonly Line[], on: Day): ReportTable {
  const rule = establishmentRule(request.context, on);
  const posts = ({ community }: Line): Figure => {
    if ('why' in rule) return { unit: 'count', ledger: COMMUNITY, ids: [], basis: rule.why };
    const { parts, untold } = establishmentOf(rule, [community]);
    const [part] = parts;
    if (!part) return { unit: 'count', ledger: COMMUNITY, ids: [], basis: untold[0]?.why ?? '' };
    return { value: part.amount, unit: 'count', ledger: COMMUNITY, ids: [community.id], basis: rule.words };
  };
  const missing = (line: Line): Figure => {
    const { value, basis } = posts(line);
    const figure = { ...count(line.onDuty), basis: basis ?? '' };
    const { value: _, ...untold } = figure;
    return value === undefined ? untold : { ...figure, value: Math.max(0, value - line.onDuty.length) };
  };
  const rate = (line: Line): Figure => {
    const { value: denominator = 0, basis } = posts(line);
    const numerator = line.onDuty.length;
    const share = { ...count(line.onDuty), unit: 'share' as const, numerator, denominator, basis: basis ?? '' };
    const { value: _, ...untold } = share;
    return denominator === 0 ? untold : { ...share, value: numerator / denominator };
  };
  const perWorker = (line: Line): Figure => {
    const households = numberOrZero(line.community.values.households);
    const figure = {
      ...count(line.onDuty),
      unit: 'mean' as const,
      numerator: households,
      denominator: line.onDuty.length,
    };
    const { value: _, ...untold } = figure;
    return line.onDuty.length === 0 || households === 0
      ? untold
      : { ...figure, value: households / line.onDuty.length };
  };
  return tableOf(
    `${TITLE}（一）配备`,
    '配备',
    [
      { label: '户数', width: 9, of: stated('households') },
      { label: '常住人口', width: 10, of: stated('residents') },
      { label: '基数统计日期', width: 12, of: ({ community }) => textIn(community.values, 'statOn'), total: '' },
      { label: '应配', width: 8, of: posts },
      { label: '总数', width: 8, of: ({ workers }) => count(workers) },
      { label: '在岗', width: 8, of: ({ onDuty }) => count(onDuty) },
      { label: '缺额', width: 8, of: missing },
      { label: '配备率', width: 9, of: rate, total: indicatorFigure('R1', request) },
      { label: '人均联系户数', width: 10, of: perWorker, total: indicatorFigure('R2', request) },
      { label: '男', width: 7, of: (line) => count(those(({ values }) => values.sex === '男')(line)) },
      { label: '女', width: 7, of: (line) => count(those(({ values }) => values.sex === '女')(line)) },
      { label: '党员', width: 7, of: (line) => count(those(isPartyMember)(line)) },
    ],
    lines,
  );
}

/** Ages and education on the day. */
function peopleTable(request: ReportRequest, lines: readonly Line[], on: Day): ReportTable {
  const aged = (record: LedgerRecord) => ageOn(record, on);
  const mean = ({ onDuty }: Line): Figure => {
    const ages = onDuty.flatMap((record): Part[] => {
      const age = aged(record);
      return age === undefined ? [] : [{ id: record.id, amount: age }];
    });
    return meanOf(ages, 'mean', { ledger: WORKER, basis: `${on} 周岁，不知道出生年月的不计` });
  };
  const share = (test: (record: LedgerRecord) => boolean | undefined) => (line: Line) =>
    rateOf(
      line.onDuty.filter((record) => test(record) !== undefined),
      (record) => test(record) === true,
      { ledger: WORKER, basis: '没有填写的不计' },
    );
  const college = (record: LedgerRecord) => hasDegree(record, '大专');
  const bachelor = (record: LedgerRecord) => hasDegree(record, '本科');
  return tableOf(
    `${TITLE}（二）年龄、学历、持证`,
    '年龄学历',
    [
      { label: '在岗', width: 8, of: ({ onDuty }) => count(onDuty) },
      { label: '平均年龄', width: 9, of: mean, total: indicatorFigure('R5', request) },
      ...AGE_BANDS.map(({ title, from, to }) => ({
        label: title,
        width: 10,
        group: '年龄',
        of: (line: Line) =>
          count(
            line.onDuty.filter((record) => {
              const age = aged(record);
              return age !== undefined && age >= from && age <= to;
            }),
          ),
      })),
      {
        label: '不详',
        width: 7,
        group: '年龄',
        of: ({ onDuty }) => count(onDuty.filter((record) => aged(record) === undefined)),
      },
      { label: '人数', width: 8, group: '大专及以上', of: (line) => count(those(college)(line)) },
      { label: '占比', width: 9, group: '大专及以上', of: share(college), total: indicatorFigure('R5b', request) },
      { label: '人数', width: 8, group: '本科及以上', of: (line) => count(those(bachelor)(line)) },
      { label: '占比', width: 9, group: '本科及以上', of: share(bachelor), total: indicatorFigure('R5c', request) },
      { label: '人数', width: 8, group: '社工持证', of: (line) => count(those(isCertified)(line)) },
      { label: '占比', width: 9, group: '社工持证', of: share(isCertified), total: indicatorFigure('R3', request) },
    ],
    lines,
  );
}

/** Pay of those whose pay and post are known, against the floor of the same people. */
function payTable(request: ReportRequest, lines: readonly Line[], on: Day): ReportTable {
  const floor = wageFloor(request.context, on);
  const paid = (records: readonly LedgerRecord[]) => paidIn(records, 'why' in floor ? false : floor.countsInsurance);
  const meanPay = (records: readonly LedgerRecord[]) =>
    meanOf(paid(records), 'money', { ledger: WORKER, basis: '有薪酬数的在岗人员，年应发合计或月应发×12' });
  const below = (of: WageFloor, records: readonly LedgerRecord[]) =>
    records.filter((record) => {
      const least = of.floorOf(textIn(record.values, 'postKind'));
      const [own] = paid([record]);
      return own !== undefined && least !== undefined && own.amount < least;
    });
  const atFloor = (records: readonly LedgerRecord[]): Figure => {
    const ask = workerIndicators.find(({ id }) => id === 'R4');
    const { context, period } = request;
    return ask ? ask.measure({ records, context, period }) : meanPay([]);
  };
  const underFloor = ({ onDuty }: Line): Figure => {
    if (!('why' in floor)) return { ...count(below(floor, onDuty)), basis: floor.words };
    return { unit: 'count', ledger: WORKER, ids: [], basis: floor.why };
  };
  const everyone = lines.flatMap(({ onDuty }) => onDuty);
  return {
    ...tableOf(
      `${TITLE}（三）薪酬`,
      '薪酬',
      [
        { label: '在岗', width: 10, of: ({ onDuty }) => count(onDuty) },
        {
          label: '有薪酬数',
          width: 10,
          of: ({ onDuty }) => count(onDuty.filter((record) => paid([record]).length > 0)),
        },
        { label: '人均年薪酬', width: 16, of: ({ onDuty }) => meanPay(onDuty), total: meanPay(everyone) },
        { label: '达到工资基数', width: 14, of: ({ onDuty }) => atFloor(onDuty), total: atFloor(everyone) },
        { label: '低于应达到数的人数', width: 14, of: underFloor },
      ],
      lines,
    ),
    unit: '元',
  };
}

const indicatorFigure = (id: string, request: ReportRequest): Figure | undefined =>
  workerIndicators
    .find((one) => one.id === id)
    ?.measure({ records: request.context.records(WORKER), period: request.period, context: request.context });

/** A side of a rate as it is written out. */
const side = (value: number | undefined): string => (value === undefined ? '—' : String(Math.round(value * 100) / 100));

/** R1 to R5 in words: what was divided by what, what stayed out and why; on paper the number alone cannot be defended. */
function basisTable(request: ReportRequest): ReportTable {
  return {
    title: `${TITLE}（四）指标和口径`,
    sheetName: '指标口径',
    size: 10.5,
    columns: [
      { label: '序号', width: 6, align: 'center' },
      { label: '指标', width: 16, align: 'left' },
      { label: '数值', width: 10, align: 'right' },
      { label: '分子', width: 14, align: 'right' },
      { label: '分母', width: 14, align: 'right' },
      { label: '计入人数', width: 10 },
      { label: '口径', width: 46, align: 'left' },
      { label: '未计入', width: 24, align: 'left' },
      { label: '依据', width: 26, align: 'left' },
    ],
    rows: workerIndicators.map(({ id, title, source }, place) => {
      const figure = indicatorFigure(id, request);
      return [
        String(place + 1),
        title,
        figure ? figureText(figure) : '—',
        side(figure?.numerator),
        side(figure?.denominator),
        figure && countOf(figure.ids, { ledger: WORKER }),
        figure?.basis ?? '',
        (figure?.excluded ?? []).map(({ why, ids }) => `${why} ${ids.length} 人`).join('；'),
        source,
      ];
    }),
  };
}

/** 社区工作者队伍情况: headcount, people, pay and the indicators with their 口径, by community, on the last day of the period. */
export function workerStatistics(request: ReportRequest): TracedWorkbook {
  const on = rosterDay(request);
  const lines = linesOf(request, on);
  return tracedWorkbook(
    TITLE,
    [
      staffingTable(request, lines, on),
      peopleTable(request, lines, on),
      payTable(request, lines, on),
      basisTable(request),
    ],
    request,
  );
}
