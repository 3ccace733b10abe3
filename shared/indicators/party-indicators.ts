import { textIn } from '../kit/field-values.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import { stepsOf } from '../kit/steps.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { MATCH_DAYS, offerProgress } from '../rules/offer-rules.ts';
import { type Figure, rateOf, shareOf } from './figure.ts';
import type { Indicator, IndicatorScope } from './indicator.ts';

const ANHUI = '安徽省物资再生协会解释中办发〔2012〕11号：（单独组建 + 联合组建的企业数）÷ 实体运营的非公企业总数';

/** 实体运营的非公企业: the denominator of all three coverage rates; others are named with their reason. */
function runningFirms({ records: all, period }: IndicatorScope) {
  // The register keeps its last month alone: what was updated after the period says nothing of it any more.
  const later = all.filter(({ values }) => textIn(values, 'countedOn') > period.last);
  const records = all.filter((one) => !later.includes(one));
  const firms = records.filter(({ values }) => textIn(values, 'kind') === '非公企业');
  const running = firms.filter(({ values }) => values.running === true);
  const excluded = [
    { why: '社会组织，另行统计', ids: records.filter((one) => !firms.includes(one)).map(({ id }) => id) },
    { why: '期后更新过，当期情况没有留存', ids: later.map(({ id }) => id) },
    { why: '没有实体运营或没有写明', ids: firms.filter((one) => !running.includes(one)).map(({ id }) => id) },
  ];
  return { running, excluded };
}

const coverageRate =
  (ways: readonly string[], basis: string) =>
  (scope: IndicatorScope): Figure => {
    const { running, excluded } = runningFirms(scope);
    const isCovered = ({ values }: LedgerRecord) => ways.includes(textIn(values, 'coverage'));
    return rateOf(running, isCovered, { ledger: 'newSectorOrganisation', basis, excluded });
  };

function coverageIndicator(id: string, title: string, ways: readonly string[], inferred: boolean): Indicator {
  const basis = `${ways.join('、')}的企业 ÷ 实体运营的非公企业`;
  const measure = coverageRate(ways, basis);
  return { id, title, ledger: 'newSectorOrganisation', unit: 'share', basis, source: ANHUI, inferred, measure };
}

const by = (day: Day, { last }: Period): boolean => day !== '' && day <= last;

const REGISTRATION_BASIS =
  '已报到的在职党员 ÷ 其单位党组织应报到的党员数，截至期末；所在单位没有登记应报到数的党员不计';

/** 报到率: members who registered, over the members their units say should; a member is matched by the unit's or its party organisation's name. */
function registrationRate({ records, period }: IndicatorScope): Figure {
  const registered = records.filter(({ values }) => by(textIn(values, 'reportedOn'), period));
  const ofKind = (kind: string) => registered.filter(({ values }) => textIn(values, 'kind') === kind);
  const units = ofKind('单位党组织').filter(({ values }) => typeof values.members === 'number');
  const names = new Set(units.flatMap(({ values }) => [textIn(values, 'unit'), textIn(values, 'name')]));
  const isExpected = ({ values }: LedgerRecord) => textIn(values, 'unit') !== '' && names.has(textIn(values, 'unit'));
  const members = ofKind('在职党员');
  const figure = shareOf(
    members.filter(isExpected).map(({ id }) => ({ id, amount: 1 })),
    units.map(({ id, values }) => ({ id, amount: Number(values.members) })),
    { ledger: 'doubleRegistration', basis: REGISTRATION_BASIS },
  );
  const left = members.filter((one) => !isExpected(one)).map(({ id }) => id);
  return left.length === 0 ? figure : { ...figure, excluded: [{ why: '所在单位没有登记应报到党员数', ids: left }] };
}

/** A match as it stood when the period ended: what happened later is not known yet. */
const matchUntil = ({ id, rev, values }: LedgerRecord, period: Period): LedgerRecord => ({
  id,
  rev,
  values: Object.fromEntries(
    Object.entries(values).filter(([field]) => !MATCH_DAYS.includes(field) || by(textIn(values, field), period)),
  ),
});

/** Needs published by the end of the period and not withdrawn; how far each had come stands in its matches. */
const needRate =
  (reached: readonly string[], basis: string) =>
  ({ records, period, context }: IndicatorScope): Figure => {
    const matches = context
      .records('match')
      .filter(({ values }) => textIn(values, 'matchedOn') <= period.last)
      .map((one) => matchUntil(one, period));
    const needs = records.filter(
      ({ values }) => textIn(values, 'list') === '需求' && by(textIn(values, 'publishedOn'), period),
    );
    const progress = new Map(needs.map((need) => [need.id, offerProgress(need, matches)]));
    const standing = needs.filter(({ id }) => progress.get(id) !== '取消');
    const excluded = [{ why: '已取消', ids: needs.filter((one) => !standing.includes(one)).map(({ id }) => id) }];
    const isReached = ({ id }: LedgerRecord) => reached.includes(progress.get(id) ?? '');
    return rateOf(standing, isReached, { ledger: 'offer', basis, excluded });
  };

function needIndicator(id: string, title: string, reached: readonly string[], word: string): Indicator {
  const basis = `${word}的需求 ÷ 期末前发布、没有取消的需求，进展按期末`;
  const source = '普陀区“三张清单”做法；计算口径由程序推定';
  const measure = needRate(reached, basis);
  return { id, title, ledger: 'offer', unit: 'share', basis, source, inferred: true, measure };
}

/** The day a wish was published: by its step, else the day it was collected where a sheet says it was checked. */
function publishedOn(record: LedgerRecord): Day {
  const offered = stepsOf(record).find(({ transition }) => transition === 'offer');
  if (offered) return offered.on;
  const { values } = record;
  const known = ['checker', 'claimedOn', 'claimer', 'doneOn'].some((field) => textIn(values, field) !== '');
  return known ? textIn(values, 'collectedOn') : '';
}

const WISH_BASIS = '期内实现的心愿 ÷（期末前公开、期初尚未实现、没有取消的心愿），按实现日期计';

/** 微心愿实现率: a claim can be taken back, so only what was realised counts, on the day it was. */
function wishRate({ records, period }: IndicatorScope): Figure {
  const waiting = records.filter((record) => {
    const done = textIn(record.values, 'doneOn');
    return by(publishedOn(record), period) && (done === '' || done >= period.first);
  });
  const standing = waiting.filter(({ values }) => textIn(values, 'state') !== 'CANCELLED');
  const excluded = [{ why: '已取消', ids: waiting.filter((one) => !standing.includes(one)).map(({ id }) => id) }];
  const isRealised = ({ values }: LedgerRecord) => inPeriod(period, textIn(values, 'doneOn'));
  return rateOf(standing, isRealised, { ledger: 'wish', basis: WISH_BASIS, excluded });
}

export const partyIndicators: readonly Indicator[] = [
  coverageIndicator('P1', '党的组织覆盖率', ['单独组建', '联合组建'], false),
  coverageIndicator('P2', '单独组建率', ['单独组建'], false),
  coverageIndicator('P3', '党的工作覆盖率', ['单独组建', '联合组建', '工作覆盖'], true),
  {
    id: 'P4',
    title: '报到率',
    ledger: 'doubleRegistration',
    unit: 'share',
    basis: REGISTRATION_BASIS,
    source: '佛山市、中江县双报到做法；计算口径由程序推定',
    inferred: true,
    measure: registrationRate,
  },
  needIndicator('P5', '清单认领率', ['已认领', '实施中', '已完成'], '已认领'),
  needIndicator('P5W', '清单完成率', ['已完成'], '已完成'),
  {
    id: 'P6',
    title: '微心愿实现率',
    ledger: 'wish',
    unit: 'share',
    basis: WISH_BASIS,
    source: '志愿服务平台做法：认领可以取消，按实现计',
    inferred: true,
    measure: wishRate,
  },
];
