import type { ClockDefinition, ClockReading, ClockRun, ClockUnit } from '../deadlines/clock.ts';
import { LIMITS_GROUP, type Limit } from '../deadlines/limit.ts';
import { readClock } from '../deadlines/read-clock.ts';
import { isBlank } from '../kit/blank.ts';
import { addDays } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { stepsOf } from '../kit/steps.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { STATE_FIELD } from '../kit/workflow.ts';

/** The one route whose limit the regulation sets (第三十一条第六项); ① to ⑤ follow their own statutes. */
export const OPINION_ROUTE = '⑥信访处理意见书';

/** Sources that hand a matter over; only of those can the street say that it is not its own. */
const HANDED_OVER: readonly string[] = ['信访部门转送', '上级交办', '系统派发'];

export const isHandedOver = (values: Values): boolean => HANDED_OVER.includes(textIn(values, 'source'));

/**
 * Whether the matter asks for a decision: the routes of 第三十一条 are for those alone. Suggestions and accusations are
 * studied, dealt with and answered (第二十九条、第三十条). One of no known kind is taken to ask.
 */
export const asksForDecision = (values: Values): boolean => ['', '申诉求决'].includes(textIn(values, 'kind'));

/** Whether its route is one of ① to ⑤, which follow their own statutes. */
export const isRouted = (values: Values): boolean => !['', OPINION_ROUTE].includes(textIn(values, 'route'));

/**
 * Whether 60 days count: route ⑥. A matter accepted before anybody noted its route is counted too, and the form says so:
 * a deadline that is missing from the list is worse than one that falls away.
 */
export const goesByOpinion = (values: Values): boolean => asksForDecision(values) && !isRouted(values);

/** The first of these dates that is filled. */
const firstOf = (values: Values, ...fields: readonly string[]): Day =>
  fields.map((field) => textIn(values, field)).find((day) => day !== '') ?? '';

/** The earliest of these dates. */
const earliestOf = (values: Values, ...fields: readonly string[]): Day =>
  fields
    .map((field) => textIn(values, field))
    .filter((day) => day !== '')
    .toSorted()[0] ?? '';

function run(startedOn: Day, stoppedOn: Day, more: Partial<ClockRun> = {}): readonly ClockRun[] {
  if (startedOn === '') return [];
  return [{ startedOn, ...(stoppedOn === '' ? {} : { stoppedOn }), pauses: [], round: 1, ...more }];
}

type Rule = {
  readonly id: string;
  readonly title: string;
  /** Name of the dated parameter. */
  readonly key: string;
  readonly days: number;
  readonly unit?: ClockUnit;
  readonly basis: string;
  /** Not read in the text of a rule. */
  readonly inferred?: true;
  /** The day whose parameters bind the matter. */
  readonly boundBy?: string;
};

const clock = (rule: Rule, runs: (values: Values) => readonly ClockRun[]): ClockDefinition => ({
  id: rule.id,
  title: rule.title,
  unit: rule.unit ?? 'calendarDays',
  limit: { group: LIMITS_GROUP, key: rule.key, otherwise: rule.days },
  bindsOn: ({ values }) => textIn(values, rule.boundBy ?? 'receivedOn') || undefined,
  runs: ({ values }) => runs(values),
  ladder: 'usual',
  basis: rule.basis,
  inferred: rule.inferred ?? false,
});

/**
 * A right somebody may use until a day; `usedOn` is the field that tells when. Unused, it lapses and nothing is late, so
 * its clock is gone, whatever became of the matter afterwards.
 */
const lapsing = (right: ClockDefinition, usedOn: string): ClockDefinition => ({
  ...right,
  runs: (record, context) => {
    const runs = right.runs(record, context);
    if (!isBlank(record.values[usedOn])) return runs;
    return readClock(right, record, context).some(({ level }) => level === 'red' || level === 'missed') ? [] : runs;
  },
});

/** A right the petitioner may use or not: the office waits for it, and owes nothing by it. */
const theirs = (right: ClockDefinition, usedOn: string): ClockDefinition => ({
  ...lapsing(right, usedOn),
  isTheirs: true,
});

/** The day of an objection that was not refused. */
const standingObjection = (values: Values): Day =>
  textIn(values, STATE_FIELD) === 'REGISTERED' ? '' : textIn(values, 'objectedOn');

/** The day the matter was over where that came not before the stage began: withdrawn in the middle of it, say. */
const overSince = (values: Values, began: string): Day => {
  const closedOn = textIn(values, 'closedOn');
  return closedOn >= textIn(values, began) ? closedOn : '';
};

/**
 * Told: by the notice itself, or by what ends the duty. Acceptance does not, for whoever is accepted is to be told so in
 * writing; nor does an objection that was refused.
 */
const toldOn = (values: Values): Day =>
  firstOf(values, 'notifiedOn', 'transferredOn', 'closedOn') || standingObjection(values);

/** Whoever left neither name nor address need not be told (第二十三条). */
const needsNoNotice = (values: Values): boolean => textIn(values, 'noticeWay') === '住址不清不告知';

const notice = clock(
  { id: 'petitionNotice', title: '书面告知', key: '信访告知', days: 15, basis: '信访工作条例 第二十三条' },
  (values) => (isHandedOver(values) || needsNoNotice(values) ? [] : run(textIn(values, 'receivedOn'), toldOn(values))),
);

const handedOverNotice = clock(
  {
    id: 'petitionReceiptNotice',
    title: '告知接收情况',
    key: '转送交办告知',
    days: 15,
    basis: '信访工作条例 第二十三条',
  },
  (values) => (isHandedOver(values) && !needsNoNotice(values) ? run(textIn(values, 'receivedOn'), toldOn(values)) : []),
);

/** Whoever is accepted, told or done with is objected to no more. */
const objection = lapsing(
  clock(
    {
      id: 'petitionObjection',
      title: '提出异议',
      key: '信访异议',
      days: 5,
      unit: 'workingDays',
      basis: '信访工作条例 第二十三条',
    },
    (values) =>
      isHandedOver(values)
        ? run(
            textIn(values, 'receivedOn'),
            textIn(values, 'objectedOn') || earliestOf(values, 'notifiedOn', 'acceptedOn', 'closedOn'),
          )
        : [],
  ),
  'objectedOn',
);

/** Runs only for what was passed on: whether it will be is not known before. */
const transfer = clock(
  { id: 'petitionTransfer', title: '登记转送', key: '信访转送', days: 15, basis: '信访工作条例 第二十二条' },
  (values) => (isBlank(values.transferredOn) ? [] : run(textIn(values, 'receivedOn'), textIn(values, 'transferredOn'))),
);

/** Accepted, passed on, given back, refused or withdrawn: each is a decision. */
const decidedOn = (values: Values): Day =>
  firstOf(values, 'acceptedOn', 'transferredOn', 'closedOn') ||
  standingObjection(values) ||
  (stepsOf({ id: '', rev: '', values }).find(({ to }) => to === 'DECLINED')?.on ?? '');

const simpleDecision = clock(
  {
    id: 'petitionSimpleDecision',
    title: '简易办理决定',
    key: '简易办理决定',
    days: 3,
    unit: 'workingDays',
    basis: '信访事项简易办理办法（试行），未核到原文',
    inferred: true,
  },
  (values) => (values.simple === true ? run(textIn(values, 'receivedOn'), decidedOn(values)) : []),
);

const simpleAnswer = clock(
  {
    id: 'petitionSimpleAnswer',
    title: '简易办理答复',
    key: '简易办理答复',
    days: 10,
    unit: 'workingDays',
    basis: '信访事项简易办理办法（试行），未核到原文',
    inferred: true,
    boundBy: 'acceptedOn',
  },
  (values) =>
    values.simple === true ? run(textIn(values, 'acceptedOn'), firstOf(values, 'opinionOn', 'closedOn')) : [],
);

/** 60 days from acceptance, not from receipt; an approved extension sets the last day anew. */
export const handlingClock = clock(
  {
    id: 'petitionHandling',
    title: '办理',
    key: '信访办理',
    days: 60,
    basis: '信访工作条例 第三十四条',
    boundBy: 'acceptedOn',
  },
  (values) => {
    if (!goesByOpinion(values)) return [];
    const extendedTo = textIn(values, 'extensionTo');
    const due = extendedTo === '' ? {} : { due: { on: extendedTo, why: '批准延期' } };
    return run(textIn(values, 'acceptedOn'), firstOf(values, 'opinionOn', 'closedOn'), due);
  },
);

const reviewRequest = theirs(
  clock(
    {
      id: 'petitionReviewRequest',
      title: '信访人申请复查',
      key: '申请复查',
      days: 30,
      basis: '信访工作条例 第三十五条',
      boundBy: 'acceptedOn',
    },
    (values) => run(textIn(values, 'deliveredOn'), textIn(values, 'reviewAskedOn')),
  ),
  'reviewAskedOn',
);

const review = clock(
  {
    id: 'petitionReview',
    title: '复查意见',
    key: '复查意见',
    days: 30,
    basis: '信访工作条例 第三十五条',
    boundBy: 'acceptedOn',
  },
  (values) => run(textIn(values, 'reviewAskedOn'), textIn(values, 'reviewOn') || overSince(values, 'reviewAskedOn')),
);

const rereviewRequest = theirs(
  clock(
    {
      id: 'petitionRereviewRequest',
      title: '信访人申请复核',
      key: '申请复核',
      days: 30,
      basis: '信访工作条例 第三十六条',
      boundBy: 'acceptedOn',
    },
    (values) => run(firstOf(values, 'reviewDeliveredOn', 'reviewOn'), textIn(values, 'rereviewAskedOn')),
  ),
  'rereviewAskedOn',
);

/** Days of a hearing do not count; both its first and its last day are days of it. */
function hearing(values: Values): Pick<ClockRun, 'pauses'> {
  const from = textIn(values, 'hearingFrom');
  if (from === '') return { pauses: [] };
  const to = textIn(values, 'hearingTo');
  return { pauses: [{ from, ...(to === '' ? {} : { to: addDays(to, 1) }), why: '听证' }] };
}

const rereview = clock(
  {
    id: 'petitionRereview',
    title: '复核意见',
    key: '复核意见',
    days: 30,
    basis: '信访工作条例 第三十六条',
    boundBy: 'acceptedOn',
  },
  (values) =>
    run(
      textIn(values, 'rereviewAskedOn'),
      textIn(values, 'rereviewOn') || overSince(values, 'rereviewAskedOn'),
      hearing(values),
    ),
);

/** Every limit of the regulation that runs by the days of the matter itself. */
export const petitionClocks: readonly ClockDefinition[] = [
  notice,
  handedOverNotice,
  objection,
  transfer,
  simpleDecision,
  simpleAnswer,
  handlingClock,
  reviewRequest,
  review,
  rereviewRequest,
  rereview,
];

/** The 60 days of a matter as they stand; undefined where they do not count. */
export const handlingReading = (record: LedgerRecord, context: LedgerContext): ClockReading | undefined =>
  readClock(handlingClock, record, context)[0];

/** The last day to object; undefined for what nobody handed over. */
export const objectionDue = ({ id, rev, values }: LedgerRecord, context: LedgerContext): Day | undefined => {
  // Judged as of its first day, by what was known then: on that day the right has not lapsed.
  const { source, receivedOn } = values;
  const atReceipt = { ...context, today: textIn(values, 'receivedOn') };
  return readClock(objection, { id, rev, values: { source, receivedOn } }, atReceipt)[0]?.dueOn;
};

/** The limit of the notice, of either kind, as 及时受理 is judged by it: kept by being accepted as well as by being told. */
export function receptionReading(record: LedgerRecord, context: LedgerContext): ClockReading | undefined {
  const { values } = record;
  const [first] = [textIn(values, 'notifiedOn'), textIn(values, 'acceptedOn')].filter((day) => day !== '').toSorted();
  const received = first === undefined ? record : { ...record, values: { ...values, notifiedOn: first } };
  return [notice, handedOverNotice].flatMap((one) => readClock(one, received, context))[0];
}

/** Whether the petitioner may still ask: the last day, of a request for review or for re-review. */
export const requestDue = (
  stage: 'review' | 'rereview',
  { id, rev, values }: LedgerRecord,
  context: LedgerContext,
): Day | undefined => {
  const from = stage === 'review' ? 'deliveredOn' : 'reviewDeliveredOn';
  const atStart = { ...context, today: textIn(values, from) || textIn(values, 'reviewOn') };
  return readClock(stage === 'review' ? reviewRequest : rereviewRequest, { id, rev, values }, atStart)[0]?.dueOn;
};

/** How long an extension may be (第三十四条), as it stood when the matter was accepted. */
export const MOST_EXTENSION: Limit = { group: LIMITS_GROUP, key: '信访延期', otherwise: 30 };
