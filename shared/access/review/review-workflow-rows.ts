import { addDays, monthsAfter } from '../../kit/day.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { NAME_RULES, RULES_GROUP } from '../../kit/rules-group.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import type { Transition, TransitionInput } from '../../kit/workflow.ts';
import { roundOf } from './review-clocks.ts';
import { limitOfCase, REVIEW_LIMITS } from './review-limits.ts';
import { silentCommunities } from './review-workflow-guards.ts';

type Appends = NonNullable<Transition['appends']>;
type Starts = NonNullable<Transition['starts']>;

/** What stands in every row about who signed and when. */
const signed = (record: LedgerRecord, input: TransitionInput): Values => ({
  ...(input.by ? { signer: input.by } : {}),
  signDate: input.on,
  round: roundOf(record),
});

/** One opinion of a stage; `result` where the transition itself says what it is. */
export const opinionRow =
  (stage: string, result?: string): Appends =>
  (record, input) => ({
    opinions: [{ ...input.values, stage, ...(result === undefined ? {} : { result }), ...signed(record, input) }],
  });

/** T6: communities that let the time pass. */
export const silenceRows: Appends = (record, input) => ({
  opinions: silentCommunities(record).map((org) => ({
    stage: '社区',
    org,
    result: '逾期未反馈',
    signDate: input.on,
    round: roundOf(record),
  })),
});

export const missingPaperRow: Appends = (record, input) => ({
  missingPapers: [{ ...input.values, notifiedOn: input.on, round: roundOf(record) }],
});

const decision = (record: LedgerRecord, input: TransitionInput): Values => ({
  kind: '审定',
  ...input.values,
  decideDate: input.on,
  round: roundOf(record),
});

export const decisionRow: Appends = (record, input) => ({ decisions: [decision(record, input)] });

/** T13, T21a: the board as the office's rules call it today, so that it is not typed for every item. */
export const boardInForce: Starts = (_record, context) => {
  const body = context.parameter(RULES_GROUP, NAME_RULES.decidingBody, context.today);
  return body === undefined ? {} : { body };
};

/** T21 refused: the item leaves with the decision. */
export const renewalRows: Appends = (record, input) => ({
  decisions: [decision(record, input)],
  ...(textIn(input.values, 'result') === '准予'
    ? {}
    : { exits: [{ reason: '到期', approver: textIn(input.values, 'body'), exitDate: input.on }] }),
});

/** Last valid day of a 备案: that of the catalogue item, else so many months of the list's own rhythm (苏州: yearly). */
function listedUntil(record: LedgerRecord, on: Day, context: LedgerContext): Day {
  const item = context.record('catalogueItem', textIn(record.values, 'listItem'))?.values ?? {};
  const written = textIn(item, 'effectiveTo');
  if (written !== '') return written;
  const months = limitOfCase(REVIEW_LIMITS.validity, record.values, on, context);
  const end = monthsAfter(on, months);
  // Where that month has no such date its last day is the end already: from 29 February to 28 February.
  return end.slice(8) < on.slice(8) ? end : addDays(end, -1);
}

/** T10: the street's own entry of a listed item is a decision of kind 备案, so that it expires like any other. */
export const listedDecisionRow: Appends = (record, input, context) => ({
  decisions: [
    {
      kind: '备案',
      result: '准予',
      ...input.values,
      ...(input.by ? { body: input.by } : {}),
      decideDate: input.on,
      validFrom: input.on,
      validTo: listedUntil(record, input.on, context),
      round: roundOf(record),
    },
  ],
});

export const publicationRow: Appends = (_record, input) => ({
  publications: [{ ...input.values, publishedOn: input.on }],
});

export const agreementRow: Appends = (_record, input) => ({ agreements: [{ ...input.values, signDate: input.on }] });

/** T20a: the conclusion is an opinion of the 评估 stage; 调整 carries its text. */
export const evaluationOpinionRow: Appends = (record, input) => ({
  opinions: [
    {
      stage: '评估',
      result: textIn(input.values, 'conclusion') === '调整' ? '有条件同意' : '同意',
      content: textIn(input.values, 'content') || textIn(input.values, 'conclusion'),
      ...signed(record, input),
    },
  ],
});

export const exitRow: Appends = (_record, input) => ({
  exits: [{ ...input.values, ...(input.by ? { approver: input.by } : {}), exitDate: input.on }],
});

export const correctionRow: Appends = (_record, input) => ({
  corrections: [{ ...input.values, correctedOn: input.on }],
});
