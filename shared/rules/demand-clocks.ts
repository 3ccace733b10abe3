import type { ClockDefinition, ClockReading, ClockRun, ClockUnit } from '../deadlines/clock.ts';
import { LIMITS_GROUP } from '../deadlines/limit.ts';
import { readClocks } from '../deadlines/read-clock.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { stepsOf } from '../kit/steps.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';

/** One way of counting a demand's limit (办理时限类型). There is no national number: two places' rules are shipped, each an office's own to change. */
export type HandlingLimit = {
  readonly rule: string;
  readonly clock: string;
  readonly unit: ClockUnit;
  readonly limit: number;
  readonly basis: string;
};

export const CITY_RULE = '某市 12345 热线办理办法（地方规定），可按本地改';
const BEIJING_DRAFT = '北京市接诉即办 2021 年征求意见稿（地方），可按本地改';

export const HANDLING_LIMITS = [
  { rule: '突发', clock: 'demandSudden', unit: 'hours', limit: 2, basis: BEIJING_DRAFT },
  { rule: '紧急', clock: 'demandUrgent', unit: 'hours', limit: 24, basis: BEIJING_DRAFT },
  { rule: '咨询求助', clock: 'demandHelp', unit: 'workingDays', limit: 3, basis: CITY_RULE },
  { rule: '投诉建议', clock: 'demandComplaint', unit: 'workingDays', limit: 13, basis: CITY_RULE },
  { rule: '一般', clock: 'demandUsual', unit: 'calendarDays', limit: 7, basis: BEIJING_DRAFT },
  { rule: '复杂', clock: 'demandComplex', unit: 'calendarDays', limit: 15, basis: BEIJING_DRAFT },
] as const satisfies readonly HandlingLimit[];

export type LimitRule = (typeof HANDLING_LIMITS)[number]['rule'];

/** The parameter that holds a limit. */
export const limitKey = (rule: LimitRule): string => `诉求办理·${rule}`;
const RETURN_KEY = '诉求退单';

const BY_CATEGORY: { readonly [category: string]: LimitRule } = {
  咨询: '咨询求助',
  求助: '咨询求助',
  投诉: '投诉建议',
  举报: '投诉建议',
  建议: '投诉建议',
};

/** The limit a demand is held to: as the clerk chose it, else by urgency, else by category. */
export function limitRuleOf(values: Values): LimitRule {
  const chosen = HANDLING_LIMITS.find(({ rule }) => rule === values.limitRule)?.rule;
  if (chosen !== undefined) return chosen;
  const urgency = textIn(values, 'urgency');
  if (urgency === '突发' || urgency === '紧急') return urgency;
  return BY_CATEGORY[textIn(values, 'category')] ?? '一般';
}

export const receivedOn = (values: Values): Day => textIn(values, 'receivedAt').slice(0, 10);

const bindsOn = ({ values }: LedgerRecord): Day | undefined => receivedOn(values) || undefined;

/** The last day as it was set for this round: by an approved extension, or by the slip itself. */
function setDue(values: Values): Pick<ClockRun, 'due'> {
  const extended = textIn(values, 'extendedTo');
  if (extended !== '') return { due: { on: extended, why: '批准延期' } };
  const written = textIn(values, 'dueOn');
  return written === '' ? {} : { due: { on: written, why: '来件写明' } };
}

const stop = (on: string, at: string): Pick<ClockRun, 'stoppedOn' | 'stoppedAt'> => ({
  ...(on === '' ? {} : { stoppedOn: on }),
  ...(on !== '' && at.startsWith(on) ? { stoppedAt: at } : {}),
});

const start = (on: Day, at: string): Pick<ClockRun, 'startedOn' | 'startedAt'> => ({
  startedOn: on,
  ...(at.startsWith(on) ? { startedAt: at } : {}),
});

/** Rounds that ended with 重新办理, and the one in hand; a slip that was returned stops with its return. */
function handlingRuns({ values }: LedgerRecord): readonly ClockRun[] {
  const received = receivedOn(values);
  if (received === '') return [];
  const over = rowsIn(values, 'rounds');
  const begun = [
    start(received, textIn(values, 'receivedAt')),
    ...over.map((row) => start(textIn(row, 'reopenedOn'), textIn(row, 'reopenedAt'))),
  ];
  const rounds = [...over, { ...values, id: '' }];
  return rounds.map((round, place) => ({
    ...(begun[place] ?? start(received, '')),
    ...stop(textIn(round, 'closedOn') || textIn(round, 'returnedOn'), textIn(round, 'closedAt')),
    ...setDue(round),
    pauses: [],
    round: place + 1,
  }));
}

const handlingClocks: readonly ClockDefinition[] = HANDLING_LIMITS.map(({ rule, clock, unit, limit, basis }) => ({
  id: clock,
  title: '办理',
  unit,
  limit: { group: LIMITS_GROUP, key: limitKey(rule), otherwise: limit },
  bindsOn,
  runs: (record) => (limitRuleOf(record.values) === rule ? handlingRuns(record) : []),
  ladder: 'usual',
  basis,
  inferred: true,
}));

/** How long it took to speak with whoever asked (响应), from the day it came in. A closed row of a sheet that does not tell when owes no call. */
export const contactClock: ClockDefinition = {
  id: 'demandContact',
  title: '联系诉求人',
  unit: 'workingDays',
  limit: { group: LIMITS_GROUP, key: '诉求联系', otherwise: 1 },
  bindsOn,
  runs: ({ values }) => {
    const received = receivedOn(values);
    const ended =
      textIn(values, 'closedOn') !== '' || textIn(values, 'returnedOn') !== '' || rowsIn(values, 'rounds').length > 0;
    const contacted = textIn(values, 'contactedOn');
    if (received === '' || (contacted === '' && ended) || values.anonymous === true) return [];
    return [{ startedOn: received, ...stop(contacted, ''), pauses: [], round: 1 }];
  },
  ladder: 'usual',
  basis: '未见文件规定，可调整的默认值',
  inferred: true,
};

/** 办结 → 次日电话回访. Only of what was closed here; a sheet that tells of a closing owes no call. */
export const visitClock: ClockDefinition = {
  id: 'demandVisit',
  title: '回访',
  unit: 'calendarDays',
  limit: { group: LIMITS_GROUP, key: '诉求回访', otherwise: 1 },
  bindsOn,
  runs: (record) => {
    const closing = stepsOf(record).findLast(({ transition }) => transition === 'close');
    const closedOn = textIn(record.values, 'closedOn');
    if (closing?.to !== 'VISITING' || closedOn === '') return [];
    const round = rowsIn(record.values, 'rounds').length + 1;
    return [{ startedOn: closedOn, ...stop(textIn(record.values, 'calledBackOn'), ''), pauses: [], round }];
  },
  ladder: 'usual',
  basis: CITY_RULE,
  inferred: true,
};

/**
 * 退单's last day, where the office's hotline has one; without the parameter there is none. It is no limit of the case:
 * a slip nobody wants to return is late for nothing, so it does not stand among the clocks.
 */
const returnClock: ClockDefinition = {
  id: 'demandReturn',
  title: '退单',
  unit: 'workingDays',
  limit: { group: LIMITS_GROUP, key: RETURN_KEY, otherwise: 1 },
  bindsOn,
  runs: ({ values }, context) => {
    const received = receivedOn(values);
    if (received === '' || context.parameter(LIMITS_GROUP, RETURN_KEY, received) === undefined) return [];
    return [{ startedOn: received, pauses: [], round: 1 }];
  },
  ladder: 'usual',
  basis: '本单位参数“诉求退单”',
  inferred: true,
};

export const demandClocks: readonly ClockDefinition[] = [...handlingClocks, contactClock, visitClock];

/** The limit of every round of handling, oldest first; none where nobody noted when it came in. */
export const handlingReadings = (record: LedgerRecord, context: LedgerContext): readonly ClockReading[] =>
  readClocks(handlingClocks, record, context);

/** Where a demand stands: the limit of its last round. */
export const handlingReading = (record: LedgerRecord, context: LedgerContext): ClockReading | undefined =>
  handlingReadings(record, context).at(-1);

/** The reading of 联系诉求人, where it is judged. */
export const contactReading = (record: LedgerRecord, context: LedgerContext): ClockReading | undefined =>
  readClocks([contactClock], record, context)[0];

/** The last day a slip may be sent back, where the office set a limit. */
export const lastDayToReturn = (record: LedgerRecord, context: LedgerContext): Day | undefined =>
  readClocks([returnClock], record, context)[0]?.dueOn;
