import type { Limit } from '../../deadlines/limit.ts';
import { addWorkingDays, workingDaysBetween } from '../../deadlines/working-calendar.ts';
import { type Figure, shareOf } from '../../indicators/figure.ts';
import { type Complaint, error } from '../../kit/complaint.ts';
import { isDay, monthsAfter } from '../../kit/day.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import { date, type FieldMap, percent, specsOf } from '../../kit/fields.ts';
import type { DerivedFields } from '../../kit/ledger.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { rounded } from '../../kit/numbers.ts';
import { stepsOf } from '../../kit/steps.ts';
import { childPath } from '../../kit/validate.ts';
import type { ChildRow, Day, LedgerRecord, Values } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import { decisionInForce } from './decision.ts';
import { limitOfCase, REVIEW_LIMITS } from './review-limits.ts';
import { agreeing, SATISFACTION_RULE, type VoteCounts, validVotes, votesCast, votesOf } from './votes.ts';

const MEANING = { ledger: 'application', basis: SATISFACTION_RULE };

const byDay = (left: ChildRow, right: ChildRow): number =>
  textIn(left, 'evaluatedOn') < textIn(right, 'evaluatedOn') ? -1 : 1;

/** Rows of the last evaluation: those of its period, or of its day where no period is written. */
function latestEvaluation({ values }: LedgerRecord): readonly ChildRow[] {
  const rows = [...rowsIn(values, 'evaluations')].sort(byDay);
  const last = rows.at(-1);
  if (last === undefined) return [];
  const key = textIn(last, 'period') === '' ? 'evaluatedOn' : 'period';
  return rows.filter((row) => textIn(row, key) === textIn(last, key));
}

/** 满意率 over the votes of all communities in the last evaluation, no mean of rates; — without a valid vote. */
export function satisfaction(record: LedgerRecord): Figure {
  const rows = latestEvaluation(record);
  const parts = (of: (votes: VoteCounts) => number) => rows.map((row) => ({ id: record.id, amount: of(votesOf(row)) }));
  return shareOf(parts(agreeing), parts(validVotes), MEANING);
}

/** What is wrong with the rows of 评估: more votes than people, a day to come or before the case. */
export function evaluationComplaints(values: Values, today: Day): readonly Complaint[] {
  const began = textIn(values, 'inDate');
  return rowsIn(values, 'evaluations').flatMap((row, place) => {
    const at = (field: string) => childPath('evaluations', place, field);
    const found: Complaint[] = [];
    const cast = votesCast(votesOf(row));
    const { participants } = row;
    if (typeof participants === 'number' && cast > participants) {
      found.push(
        error('evaluation/votes', `各项票数合计 ${cast}，超过参评数 ${participants}。请核对。`, at('participants')),
      );
    }
    const on = textIn(row, 'evaluatedOn');
    if (on > today) {
      found.push(error('evaluation/future', `评估日期 ${on} 还没有到。请填写实际评估的日期。`, at('evaluatedOn')));
    }
    if (on !== '' && on < began) {
      found.push(error('evaluation/before', `评估日期 ${on} 早于收件日期 ${began}。请核对。`, at('evaluatedOn')));
    }
    return found;
  });
}

/** By when an item is to be evaluated next, and why then. */
export type EvaluationDue = {
  readonly on: Day;
  readonly why: '到期前评估' | '年度评估';
  /** Working days left; negative once it is late. */
  readonly left: number;
};

/** States in which work goes on and nobody is evaluating yet. */
const AT_WORK: ReadonlySet<string> = new Set(['ACTIVE', 'SUSPENDED']);

const startedOn = (record: LedgerRecord): Day | '' =>
  stepsOf(record).find(({ to }) => to === 'ACTIVE')?.on ?? decisionInForce(record.values)?.validFrom ?? '';

const lastEvaluatedOn = ({ values }: LedgerRecord): Day | '' =>
  textIn([...rowsIn(values, 'evaluations')].sort(byDay).at(-1) ?? {}, 'evaluatedOn');

/** The day from which an item at work goes without an evaluation: the last one, or its start. */
export function evaluatedSince(record: LedgerRecord): Day | '' {
  const [last, started] = [lastEvaluatedOn(record), startedOn(record)];
  return last > started ? last : started;
}

/**
 * The next evaluation of an item at work: so many working days before its validity ends (T20), and at least once a year
 * after the start or the last one, whichever comes first. Undefined where none is due. The limits are those of the day
 * the case was received.
 */
export function evaluationDue(record: LedgerRecord, context: LedgerContext): EvaluationDue | undefined {
  const { values } = record;
  if (!AT_WORK.has(textIn(values, STATE_FIELD))) return undefined;
  // A limit of 0 would have every item due at once, for ever.
  const limit = (one: Limit): number => limitOfCase(one, values, context.today, context) || one.otherwise;
  const last = lastEvaluatedOn(record);
  const started = startedOn(record);
  const validTo = decisionInForce(values)?.validTo ?? '';
  const ahead = isDay(validTo) ? addWorkingDays(context.calendar, validTo, -limit(REVIEW_LIMITS.beforeExpiry)) : '';
  // An item valid for no longer than that is evaluated while it lasts.
  const isShort = ahead !== '' && ahead <= started;
  const windowOpens = isShort ? started : ahead;
  const since = evaluatedSince(record);
  // Of 存量 nobody noted when it was evaluated before: its year begins with the first evaluation here.
  const isCounted = isDay(since) && (last !== '' || values.stock !== true);
  const yearly = isCounted ? monthsAfter(since, limit(REVIEW_LIMITS.evaluation)) : '';
  const due = (on: Day, why: EvaluationDue['why']): EvaluationDue => ({
    on,
    why,
    left: workingDaysBetween(context.calendar, context.today, on),
  });
  // An evaluation held since that day is the one before the expiry; a yearly one would come after it.
  if (windowOpens !== '' && last >= windowOpens) return undefined;
  if (windowOpens !== '' && (yearly === '' || windowOpens <= yearly))
    return due(isShort ? validTo : ahead, '到期前评估');
  return yearly === '' ? undefined : due(yearly, '年度评估');
}

const fields: FieldMap = {
  evaluateBy: date('应评估日').automatic().help('到期前评估与年度评估中较早的一日'),
  satisfaction: percent('满意率').automatic().width(8).help(MEANING.basis),
};

/** Computed columns of the evaluation of one case. */
export const evaluationDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: (record, context): Values => {
    const due = evaluationDue(record, context);
    const { value } = satisfaction(record);
    return {
      ...(due === undefined ? {} : { evaluateBy: due.on }),
      ...(value === undefined ? {} : { satisfaction: rounded(value * 100, 1) }),
    };
  },
};
