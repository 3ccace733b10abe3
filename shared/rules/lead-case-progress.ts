import { LIMITS_GROUP, type Limit, limitInForce } from '../deadlines/limit.ts';
import { isBlank } from '../kit/blank.ts';
import { type Complaint, warning } from '../kit/complaint.ts';
import { daysBetween } from '../kit/day.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import { date, type FieldMap, integer, specsOf } from '../kit/fields.ts';
import type { DerivedFields } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';

/** Days without a word of progress after which the program reminds. Leaders ask every week; no rule sets the number. */
export const SILENCE: Limit = { group: LIMITS_GROUP, key: '包案进展', otherwise: 30 };

/** The latest row of progress, by its day. */
const latest = (values: Values) =>
  rowsIn(values, 'progress')
    .toSorted((a, b) => (textIn(a, 'on') < textIn(b, 'on') ? -1 : 1))
    .at(-1);

/** Since when nothing was heard: the last progress, else the day the leader was given the case. */
const heardOn = (values: Values): Day => textIn(latest(values) ?? {}, 'on') || textIn(values, 'servedOn');

const isInHand = (values: Values): boolean => isBlank(values.closedOn) && !isBlank(values.servedOn);

function silenceOf(values: Values, context: Pick<LedgerContext, 'today'>): number | undefined {
  const since = heardOn(values);
  return isInHand(values) && since !== '' ? Math.max(0, daysBetween(since, context.today)) : undefined;
}

/** What is said beside 工作进展: nothing heard for long, or a next step whose day is over. */
export function progressComplaints(values: Values, context: LedgerContext): readonly Complaint[] {
  const silence = silenceOf(values, context);
  if (silence === undefined) return [];
  const most = limitInForce(SILENCE, context.today, context);
  const { next, nextOn } = {
    next: textIn(latest(values) ?? {}, 'next'),
    nextOn: textIn(latest(values) ?? {}, 'nextOn'),
  };
  return [
    ...(silence > most
      ? [warning('leadCase/silent', `已 ${silence} 天没有登记进展（超过 ${most} 天提示），请补记或催办。`, 'progress')]
      : []),
    ...(nextOn !== '' && nextOn < context.today
      ? [
          warning(
            'leadCase/next-step',
            `下一节点“${next || '未写明'}”定在 ${nextOn}，已经过了，请登记进展。`,
            'progress',
          ),
        ]
      : []),
  ];
}

const fields: FieldMap = {
  lastProgressOn: date('最近进展').automatic(),
  silentDays: integer('未更新天数').automatic().width(10).help('化解中的案件，距最近一次进展的天数'),
};

export const progressDerived: DerivedFields = {
  fields: specsOf(fields),
  compute: ({ values }: LedgerRecord, context) => {
    const lastOn = textIn(latest(values) ?? {}, 'on');
    const silentDays = silenceOf(values, context);
    return {
      ...(lastOn === '' ? {} : { lastProgressOn: lastOn }),
      ...(silentDays === undefined ? {} : { silentDays }),
    };
  },
};
