import type { Draft } from '../history/draft.ts';
import { communityFieldOf } from '../kit/community-field.ts';
import { isDay } from '../kit/day.ts';
import { documentDate } from '../kit/document-date.ts';
import { textIn } from '../kit/field-values.ts';
import type { Ledger } from '../kit/ledger.ts';
import { PERIOD_KINDS, type Period, periodOf } from '../kit/period.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import type { CollectionMark } from '../workbook/export/collection-mark.ts';

/** What has become of one community's sheet in a round. */
export type Standing = '已交' | '零报告' | '未交' | '逾期未交';

export type RoundLine = { readonly record: LedgerRecord; readonly unit: string; readonly standing: Standing };

/** One sheet asked of several communities for one period. */
export type Round = {
  readonly key: string;
  readonly ledger: string;
  readonly title: string;
  readonly period: Period;
  readonly dueOn?: Day;
  readonly lines: readonly RoundLine[];
};

/** Address of a round: ledger, kind of period, first day. */
export const roundKey = (ledger: string, { kind, first }: Period): string => `${ledger}/${kind}/${first}`;

/** The rounds that records of 收表登记 make up, the newest period first. */
export function roundsOf(records: readonly LedgerRecord[], today: Day): readonly Round[] {
  const rounds = new Map<string, Round>();
  for (const record of records) {
    const period = periodIn(record);
    if (period === undefined) continue;
    const { values } = record;
    const ledger = textIn(values, 'ledger');
    const key = roundKey(ledger, period);
    const dueOn = textIn(values, 'dueOn');
    const round = rounds.get(key) ?? {
      key,
      ledger,
      title: textIn(values, 'title'),
      period,
      ...(dueOn === '' ? {} : { dueOn }),
      lines: [],
    };
    const line = { record, unit: textIn(values, 'unit'), standing: standingOf(record, today) };
    rounds.set(key, { ...round, lines: [...round.lines, line] });
  }
  const newest = (a: Round, b: Round) =>
    b.period.first.localeCompare(a.period.first) || a.title.localeCompare(b.title, 'zh');
  return [...rounds.values()].sort(newest);
}

function periodIn({ values }: LedgerRecord): Period | undefined {
  const kind = PERIOD_KINDS.find((one) => one.kind === values.kind)?.kind;
  const from = textIn(values, 'from');
  return kind !== undefined && isDay(from) ? periodOf(kind, from) : undefined;
}

function standingOf({ values }: LedgerRecord, today: Day): Standing {
  if (values.handed === '已交' || values.handed === '零报告') return values.handed;
  const dueOn = textIn(values, 'dueOn');
  return dueOn !== '' && dueOn < today ? '逾期未交' : '未交';
}

export const isMissing = ({ standing }: RoundLine): boolean => standing === '未交' || standing === '逾期未交';

export type NewRound = {
  readonly ledger: Ledger;
  readonly period: Period;
  readonly units: readonly string[];
  readonly dueOn?: Day;
};

/** Ledgers communities fill in: their records belong to one, and the street keeps them. */
export const isCollectible = (ledger: Ledger): boolean =>
  communityFieldOf(ledger) !== undefined && ledger.group !== '上报' && ledger.group !== '基础';

export const roundTitle = ({ title }: Ledger, { label }: Period): string => `${title}（${label}）`;

/** A row for every community asked. */
export const roundDrafts = ({ ledger, period, units, dueOn }: NewRound): readonly Draft[] =>
  units.map((unit) => ({
    kind: 'create',
    ledger: 'collection',
    values: {
      title: roundTitle(ledger, period),
      ledger: ledger.id,
      kind: period.kind,
      from: period.first,
      unit,
      ...(dueOn === undefined ? {} : { dueOn }),
    },
  }));

/** The clerk notes that a community has nothing to report: on the telephone, in the group, by a note. */
export const nilDraft = ({ record }: RoundLine, on: Day, clerk: string): Draft => ({
  kind: 'edit',
  ledger: 'collection',
  id: record.id,
  rev: record.rev,
  patch: { handed: '零报告', handedOn: on, ...(clerk === '' ? {} : { clerk }) },
  clear: ['rows', 'file'],
});

export type HandIn = {
  readonly mark: CollectionMark;
  /** Rows taken from the sheet, by community. */
  readonly rows: ReadonlyMap<string, number>;
  readonly file: string;
  readonly on: Day;
  readonly clerk: string;
};

/** What an import of a collected sheet writes into 收表登记 in the same batch: that these communities have handed in. */
export function handInDrafts(
  { mark, rows, file, on, clerk }: HandIn,
  records: readonly LedgerRecord[],
): readonly Draft[] {
  return records.flatMap(({ id, rev, values }): readonly Draft[] => {
    const taken = rows.get(textIn(values, 'unit'));
    const { kind, first } = mark.period;
    const isAsked = values.ledger === mark.ledger && values.kind === kind && values.from === first;
    if (!isAsked || taken === undefined) return [];
    const patch = { handed: '已交', handedOn: on, rows: taken, file, ...(clerk === '' ? {} : { clerk }) };
    return [{ kind: 'edit', ledger: 'collection', id, rev, patch }];
  });
}

/** 催报: who is missing, what, and by when, to be pasted into the group. '' where nobody is. */
export function reminderText(round: Round, nameOf: (unit: string) => string, office: string, today: Day): string {
  const missing = round.lines.filter(isMissing).map(({ unit }) => nameOf(unit));
  if (missing.length === 0) return '';
  return [
    `【催报】《${round.title}》还有 ${missing.length} 个单位未报：${missing.join('、')}。`,
    `${dueWords(round.dueOn, today)}本期没有内容的，请告知记“零报告”。`,
    `${office}　${documentDate(today)}`,
  ].join('\n');
}

function dueWords(dueOn: Day | undefined, today: Day): string {
  if (dueOn === undefined) return '请尽快报送。';
  if (dueOn < today) return `交表期限 ${documentDate(dueOn)} 已过，请今天补报。`;
  return dueOn === today ? '今天是交表期限，请今天报送。' : `请于 ${documentDate(dueOn)} 前报送。`;
}
