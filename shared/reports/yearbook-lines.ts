import type { CommunityLoad } from '../access/community-load.ts';
import { countRecords, type Figure, figureText, spreadOver, sumOfParts } from '../indicators/figure.ts';
import { indicatorById } from '../indicators/indicator-list.ts';
import { isAccusation } from '../indicators/petition-counts.ts';
import { isCertified, rosterDay } from '../indicators/worker-indicators.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import type { LedgerRecord } from '../kit/values.ts';
import { isRetired } from '../rules/facility-rules.ts';
import { matchProgress } from '../rules/offer-rules.ts';
import { SMALL_SAMPLE } from '../rules/survey-rules.ts';
import { isOnDuty } from '../rules/worker-facts.ts';
import type { ReportCell } from './report-table.ts';

/** One community in a year, as every line of its page sees it. */
export type YearOfCommunity = {
  readonly community: LedgerRecord;
  readonly period: Period;
  readonly context: LedgerContext;
  /** Units of the community by level, itself left out. */
  readonly under: (level: string) => readonly LedgerRecord[];
  /** Records of a ledger that name the community or a unit under it. */
  readonly at: (ledger: string) => readonly LedgerRecord[];
  readonly load: CommunityLoad | undefined;
};

/** A line of the yearbook: where it stands, what it is called, and how it is told. */
export type YearbookLine = {
  readonly section: string;
  readonly title: string;
  readonly of: (year: YearOfCommunity) => ReportCell;
};

const ORGANISATION = 'organisation';

/** A figure the community's own row states; its date stands in a line of its own. */
const stated =
  (field: string) =>
  ({ community: { id, values } }: YearOfCommunity): ReportCell => {
    const value = values[field];
    return typeof value === 'number' ? { value, unit: 'count', ledger: ORGANISATION, ids: [id] } : undefined;
  };

const counted = (records: readonly LedgerRecord[], ledger: string, basis?: string): Figure =>
  countRecords(records, { ledger, ...(basis === undefined ? {} : { basis }) });

type Counts = (record: LedgerRecord, year: YearOfCommunity) => boolean;

/** Records that count whenever they began: what the community has. */
const held =
  (ledger: string, counts: Counts = () => true) =>
  (year: YearOfCommunity): ReportCell =>
    counted(
      year.at(ledger).filter((record) => counts(record, year)),
      ledger,
    );

/** Whether a record's day lies in the year. */
const inYear =
  (day: string) =>
  ({ values }: LedgerRecord, { period }: YearOfCommunity): boolean =>
    inPeriod(period, textIn(values, day).slice(0, 10));

/** Records whose day lies in the year: what happened there. */
const happened = (ledger: string, day: string) => held(ledger, inYear(day));

/** What began by the last day of the year, or by today; what has no day was there all along. */
const begunBy =
  (from: string): Counts =>
  ({ values }, year) =>
    textIn(values, from) <= rosterDay(year);

/** What began by the last day of the year and had not ended then, or by today. */
const servesIn =
  (from: string, to: string): Counts =>
  (record, year) => {
    const endedOn = textIn(record.values, to);
    return begunBy(from)(record, year) && (endedOn === '' || endedOn > rosterDay(year));
  };

const isOfParty = ({ values }: LedgerRecord): boolean => values.body === '社区大党委';

const isNeed = ({ values }: LedgerRecord): boolean => values.list === '需求' && values.cancelled !== true;

/** Matches name no community: they are where their need is. */
function needsMet(year: YearOfCommunity): ReportCell {
  const here = new Set(year.at('offer').map(({ id }) => id));
  const done = year.context
    .records('match')
    .filter((match) => here.has(textIn(match.values, 'need')) && matchProgress(match.values) === '已完成')
    .filter((match) => inYear('doneOn')(match, year));
  return counted(done, 'match');
}

/** As X1 to X5 count: without accusations, whoever prints the page. */
const petitionsReceived = held(
  'petition',
  (record, year) => !isAccusation(record) && inYear('receivedOn')(record, year),
);

const summed =
  (ledger: string, amount: string, counts: Counts, unit: 'count' | 'hours' = 'count') =>
  (year: YearOfCommunity): ReportCell => {
    const records = year.at(ledger).filter((record) => counts(record, year));
    const parts = records.flatMap(({ id, values }) => {
      const value = values[amount];
      return typeof value === 'number' ? [{ id, amount: value }] : [];
    });
    return sumOfParts(parts, unit, { ledger });
  };

/** An indicator over what belongs to the community alone. */
const measured =
  (id: string) =>
  ({ at, period, context, community }: YearOfCommunity): ReportCell => {
    const indicator = indicatorById(id);
    return indicator?.measure({ records: at(indicator.ledger), period, context, communities: [community.id] });
  };

/**
 * A rate of the surveys by what was answered in the community: batches name no community, their answers do. One over few
 * answers says so, on paper too.
 */
const surveyed =
  (id: string) =>
  ({ period, context, community }: YearOfCommunity): ReportCell => {
    const records = context.records('survey');
    const figure = indicatorById(id)?.measure({ records, period, context, communities: [community.id] });
    return figure?.caution === undefined ? figure : `${figureText(figure)}（n<${SMALL_SAMPLE}）`;
  };

const onDuty = (year: YearOfCommunity): readonly LedgerRecord[] =>
  year.at('worker').filter((worker) => isOnDuty(worker, rosterDay(year)));

const units = (level: string) => (year: YearOfCommunity) => counted(year.under(level), ORGANISATION);

function householdsPerWorker(year: YearOfCommunity): ReportCell {
  const { id, values } = year.community;
  const { households } = values;
  const parts = typeof households === 'number' ? [{ id, amount: households }] : [];
  return spreadOver(parts, onDuty(year).length, { ledger: ORGANISATION, basis: '户数 ÷ 在岗社区工作者' });
}

const loaded =
  (of: (load: CommunityLoad) => number) =>
  ({ load }: YearOfCommunity): ReportCell =>
    load && { value: of(load), unit: 'count', ledger: 'application', ids: load.items };

/** The page of a community: people, workers, load, cases, party, places, in the order an office tells them. */
export const YEARBOOK_LINES: readonly YearbookLine[] = [
  { section: '人口和辖区', title: '户数', of: stated('households') },
  { section: '人口和辖区', title: '常住人口', of: stated('residents') },
  { section: '人口和辖区', title: '流动人口', of: stated('floating') },
  { section: '人口和辖区', title: '小区（院落）', of: units('小区') },
  { section: '人口和辖区', title: '网格', of: units('网格') },
  {
    section: '人口和辖区',
    title: '统计日期',
    of: ({ community: { values } }) => {
      const on = textIn(values, 'statOn');
      return on === '' ? '未写明' : { day: on };
    },
  },
  { section: '队伍', title: '在岗社区工作者', of: (year) => counted(onDuty(year), 'worker') },
  { section: '队伍', title: '户数/社区工作者', of: householdsPerWorker },
  {
    section: '队伍',
    title: '持社工证人数',
    of: (year) =>
      counted(
        onDuty(year).filter((worker) => isCertified(worker) === true),
        'worker',
      ),
  },
  { section: '队伍', title: '志愿服务小时', of: summed('volunteerRecord', 'hours', inYear('on'), 'hours') },
  { section: '工作负荷', title: '承担的准入事项', of: loaded(({ items }) => items.length) },
  { section: '工作负荷', title: '要填的报表（次）', of: loaded(({ forms }) => forms) },
  { section: '工作负荷', title: '工作量（人·天）', of: loaded(({ personDays }) => personDays) },
  { section: '诉求和矛盾', title: '收到诉求', of: happened('demand', 'receivedAt') },
  { section: '诉求和矛盾', title: '诉求按时结案率', of: measured('W2') },
  { section: '诉求和矛盾', title: '热线不满意率', of: measured('W3') },
  { section: '诉求和矛盾', title: '收到信访（不含检举控告）', of: petitionsReceived },
  { section: '诉求和矛盾', title: '排查纠纷', of: happened('dispute', 'foundOn') },
  { section: '诉求和矛盾', title: '列入领导包案', of: happened('leadCase', 'listedOn') },
  { section: '诉求和矛盾', title: '化解领导包案', of: happened('leadCase', 'closedOn') },
  { section: '民生', title: '确认救助（户）', of: happened('relief', 'confirmedOn') },
  { section: '民生', title: '实现心愿', of: happened('wish', 'doneOn') },
  { section: '民生', title: '微心愿实现率', of: measured('P6') },
  { section: '民生', title: '民意访评满意率', of: surveyed('S1') },
  { section: '民生', title: '民意访评综合满意度', of: surveyed('S2') },
  { section: '民生', title: '测评反映问题', of: happened('surveyFinding', 'foundOn') },
  { section: '民生', title: '完成测评整改', of: happened('surveyFinding', 'mendedOn') },
  { section: '党建', title: '支部和党小组', of: held('partyBranch', servesIn('setOn', 'endedOn')) },
  { section: '党建', title: '支部党员', of: summed('partyBranch', 'members', servesIn('setOn', 'endedOn')) },
  {
    section: '党建',
    title: '大党委成员',
    of: held('committeeMember', (member, year) => isOfParty(member) && servesIn('from', 'to')(member, year)),
  },
  { section: '党建', title: '报到单位和党员', of: held('doubleRegistration', begunBy('reportedOn')) },
  { section: '党建', title: '机关结对', of: held('pairing', servesIn('pairedOn', 'endedOn')) },
  {
    section: '党建',
    title: '发布需求',
    of: held('offer', (offer, year) => isNeed(offer) && inYear('publishedOn')(offer, year)),
  },
  { section: '党建', title: '完成供需对接', of: needsMet },
  { section: '党建', title: '两新组织覆盖率', of: measured('P1') },
  { section: '党建', title: '议事会议', of: happened('meeting', 'heldOn') },
  {
    section: '组织和场所',
    title: '社区社会组织',
    of: held(
      'socialOrganisation',
      (record, year) => textIn(record.values, 'registration') !== '注销' && begunBy('setOn')(record, year),
    ),
  },
  {
    section: '组织和场所',
    title: '技防点位',
    of: held('facility', (record, year) => !isRetired(record.values) && begunBy('installedOn')(record, year)),
  },
  { section: '组织和场所', title: '监控完好率（按台数）', of: measured('G1') },
  { section: '组织和场所', title: '宣传信息（条）', of: summed('outreach', 'items', inYear('on')) },
];
