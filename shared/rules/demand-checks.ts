import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { stepsOf } from '../kit/steps.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { STATE_FIELD } from '../kit/workflow.ts';
import { handlingReading, receivedOn } from './demand-clocks.ts';
import { writtenExtensionComplaints } from './demand-extension.ts';
import { IN_HAND } from './demand-workflow.ts';
import { extensionStatusComplaints, wasAppliedFor, wasExtended, writtenAfterComplaints } from './extension-request.ts';
import { placeComplaints } from './place-checks.ts';
import { findRepeats, repeatSearch, similarRepeats } from './repeats.ts';

const REPEATS = repeatSearch('demand', {
  person: 'person',
  personId: 'personId',
  phone: 'phone',
  community: 'community',
  text: 'content',
});

export const similarDemands = similarRepeats(REPEATS, 'dupOf');

/** Days that cannot precede the one the demand came in on; a day and a moment are compared by their days. */
const AFTER_RECEIPT = [
  ['closedOn', '办结日期', 'demand/closed-before'],
  ['contactedOn', '联系诉求人日期', 'demand/contacted-before'],
  ['returnedOn', '退单日期', 'demand/returned-before'],
  ['dueOn', '应办结日期', 'demand/due-before'],
] as const;

function orderComplaints(values: Values): readonly Complaint[] {
  const received = receivedOn(values);
  return AFTER_RECEIPT.flatMap(([field, label, code]) => {
    const day = textIn(values, field);
    if (received === '' || day === '' || day >= received) return [];
    return [error(code, `${label}（${day}）不能早于接收时间（${received}）`, field)];
  });
}

/** A limit typed by hand replaces the rule's: whoever reads the case later wants to know why. A slip's own needs no word. */
function dueComplaints(record: LedgerRecord, context: LedgerContext): readonly Complaint[] {
  const { values } = record;
  if (isBlank(values.dueOn) || !isBlank(values.dueReason) || !isBlank(values.orderNo)) return [];
  const { dueOn, extendedTo: _, ...rest } = values;
  const counted = handlingReading({ ...record, values: rest }, context)?.dueOn;
  if (counted === undefined || counted === dueOn) return [];
  return [
    warning('demand/due-reason', `按办理时限类型应为 ${counted}。请在“期限说明”写明为什么改为 ${dueOn}。`, 'dueOn'),
  ];
}

function repeatComplaints(values: Values, id: string | undefined, context: LedgerContext): readonly Complaint[] {
  if (!isBlank(values.dupOf)) return [];
  const [first] = findRepeats(values, id, REPEATS, context);
  if (!first) return [];
  const { record, same } = first;
  const number = textIn(record.values, 'demandNo');
  const message = `疑似重复诉求：与${number === '' ? '' : ` ${number}`}（${receivedOn(record.values)}）${same}相同、内容相近。`;
  return [warning('demand/repeat', message, 'content')];
}

/**
 * Of an extension that was written, by no act. Where one was approved on paper and a further one is applied for, the
 * application's day is that of the further one and says nothing about it.
 */
function extensionComplaints(record: LedgerRecord, context: LedgerContext): readonly Complaint[] {
  const { values } = record;
  if (wasExtended(values)) return [];
  if (wasAppliedFor(values) && !isBlank(values.extensionBy)) return writtenAfterComplaints(values, 'extendedTo');
  return [...writtenExtensionComplaints(record, context), ...extensionStatusComplaints(values, 'extendedTo')];
}

/** Rules of one demand: the order of its days, its return and extension, the limit's reason, a likely repetition. */
export function demandComplaints(values: Values, context: LedgerContext, id?: string): readonly Complaint[] {
  const record: LedgerRecord = { id: id ?? '', rev: '', values };
  const steps = stepsOf(record);
  const unrecorded = steps.length > 0 && !isBlank(values.closedOn) && IN_HAND.includes(textIn(values, STATE_FIELD));
  return [
    ...orderComplaints(values),
    ...(values.returned === true && isBlank(values.returnReason)
      ? [warning('demand/return-reason', '退单须写明理由', 'returnReason')]
      : []),
    ...extensionComplaints(record, context),
    ...dueComplaints(record, context),
    ...(values.satisfaction === '不满意' && isBlank(values.unsatisfiedReason)
      ? [warning('demand/unsatisfied-reason', '回访不满意的，请写明原因', 'unsatisfiedReason')]
      : []),
    ...(unrecorded ? [warning('demand/closed-unrecorded', '已填办结日期，“办结”这一环节还没有登记', 'closedOn')] : []),
    ...repeatComplaints(values, id, context),
    ...placeComplaints(values, context),
  ];
}
