import type { ClockReading } from '../deadlines/clock.ts';
import { isBlank } from '../kit/blank.ts';
import { textIn } from '../kit/field-values.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import { stepsOf } from '../kit/steps.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { handlingReading, receptionReading } from '../rules/petition-clocks.ts';
import { ACCUSATION } from '../rules/petition-parts.ts';
import type { Figure } from './figure.ts';
import type { IndicatorScope } from './indicator.ts';

type LeftOut = NonNullable<Figure['excluded']>[number];

const idsOf = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);

export const isAccusation = ({ values }: LedgerRecord): boolean => values.kind === ACCUSATION;

/** The petitions that count. Accusations do not, whoever asks: the figures of one office are the same for everybody. */
export const counted = ({ records }: IndicatorScope): readonly LedgerRecord[] =>
  records.filter((record) => !isAccusation(record));

/** The accusations of the period, those the operator may not see among them: how many a figure leaves out. */
export function accusations({ records, period, context, communities }: IndicatorScope): LeftOut {
  const seen = records.filter(
    (record) => isAccusation(record) && inPeriod(period, textIn(record.values, 'receivedOn')),
  );
  // Of what is hidden nobody may learn the community either.
  const hidden = communities === undefined ? (context.hidden?.('petition') ?? []) : [];
  return { why: '检举控告（受限）', ids: [...idsOf(seen), ...idsOf(hidden.filter(({ on }) => inPeriod(period, on)))] };
}

export const receivedIn = (records: readonly LedgerRecord[], period: Period): readonly LedgerRecord[] =>
  records.filter(({ values }) => inPeriod(period, textIn(values, 'receivedOn')));

/** The day the street answered: the written opinion, else the end. */
const answeredOn = (values: Values): string => textIn(values, 'opinionOn') || textIn(values, 'closedOn');

/** What a rate is made of: the records of its base, which of them count, and what stands aside. */
export type Base = {
  readonly of: readonly LedgerRecord[];
  readonly isHit: (record: LedgerRecord) => boolean;
  readonly excluded: readonly LeftOut[];
};

/** Records judged by a limit: kept or not, while those that still have time stand aside. */
function judgedBy(
  records: readonly LedgerRecord[],
  readingOf: (record: LedgerRecord) => ClockReading | undefined,
  waiting: string,
): Base {
  const levels = new Map(records.map((record) => [record.id, readingOf(record)?.level]));
  const isWaiting = ({ id }: LedgerRecord) => ['green', 'amber', 'paused'].includes(levels.get(id) ?? '');
  return {
    of: records.filter((record) => levels.get(record.id) !== undefined && !isWaiting(record)),
    isHit: ({ id }) => levels.get(id) === 'met',
    excluded: [{ why: waiting, ids: idsOf(records.filter(isWaiting)) }],
  };
}

/** Received in the period, by whether they were accepted or told in time; whoever need not be told counts on neither side. */
export function noticesIn(scope: IndicatorScope): Base {
  const received = receivedIn(counted(scope), scope.period);
  const reading = (record: LedgerRecord) => receptionReading(record, scope.context);
  const judged = judgedBy(received, reading, '告知期限未到');
  const unclear = received.filter((record) => reading(record) === undefined);
  return { ...judged, excluded: [...judged.excluded, { why: '姓名住址不清，不需告知', ids: idsOf(unclear) }] };
}

/** Taken back by the petitioner before there was an opinion. */
const isTakenBack = (record: LedgerRecord): boolean =>
  isBlank(record.values.opinionOn) && stepsOf(record).some(({ transition }) => transition === 'withdraw');

/**
 * Those whose 60 days, approved extensions in, end in the period, by whether the opinion came by then. Of what was taken
 * back in that time nobody owes one: no answer in time, and none that is missing.
 */
export function answersDueIn(scope: IndicatorScope): Base {
  const reading = (record: LedgerRecord) => handlingReading(record, scope.context);
  const due = counted(scope).filter((record) => inPeriod(scope.period, reading(record)?.dueOn ?? ''));
  const takenBack = due.filter((record) => isTakenBack(record) && reading(record)?.level === 'met');
  const judged = judgedBy(
    due.filter((record) => !takenBack.includes(record)),
    reading,
    '未到期',
  );
  return { ...judged, excluded: [...judged.excluded, { why: '期限内撤回，没有处理意见', ids: idsOf(takenBack) }] };
}

/** Whether the petitioner said what he thinks of it. */
export const isEvaluated = ({ values }: LedgerRecord): boolean =>
  !isBlank(values.satisfaction) || values.participated === true;

/** Routes to court and to arbitration: their matters are never asked about (国信发〔2014〕16号). */
const NEVER_ASKED: readonly string[] = ['①诉讼、复议、检察、公安程序', '②仲裁'];

/** Of this route only 行政复议 is not asked about, and the route does not tell: asked where the clerk marked 纳入评价. */
const ASKED_IF_MARKED = '④行政复议、裁决、确认、许可、处罚';

function isAsked({ values }: LedgerRecord): boolean {
  const route = textIn(values, 'route');
  if (NEVER_ASKED.includes(route) || values.inEvaluation === false) return false;
  return route !== ASKED_IF_MARKED || values.inEvaluation === true;
}

/** Those answered in the period whose petitioner is to be asked, by route and by what the clerk marked (纳入评价). */
export function eligibleIn(scope: IndicatorScope): Pick<Base, 'of' | 'excluded'> {
  const answered = counted(scope).filter(({ values }) => inPeriod(scope.period, answeredOn(values)));
  return {
    of: answered.filter(isAsked),
    excluded: [{ why: '不纳入评价', ids: idsOf(answered.filter((one) => !isAsked(one))) }],
  };
}

export const isRepeat = ({ values }: LedgerRecord): boolean => values.repeat === true || !isBlank(values.repeatOf);
