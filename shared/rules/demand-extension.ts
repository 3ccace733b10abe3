import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord, Values } from '../kit/values.ts';
import { handlingReading } from './demand-clocks.ts';

const BASIS = '延期须在到期之前申请（某市 12345 热线办理办法）';

/** The limit an extension moved, an earlier extension's among them: it is kept beside what the extension wrote. */
export const beforeExtension = ({ values: { extendedFrom } }: LedgerRecord): Values =>
  isBlank(extendedFrom) ? {} : { extendedTo: extendedFrom };

/**
 * Why an extension cannot be: applied for after the limit was over, or no extension at all. `on` is the day it was applied
 * for, `toField` where the new last day is asked. A limit in hours that ended earlier today is over too, where the minute is known.
 */
export function extensionRefusals(
  record: LedgerRecord,
  on: Day,
  extendedTo: Day,
  context: LedgerContext,
  toField = 'extendedTo',
): readonly Complaint[] {
  const due = handlingReading(record, context);
  if (due === undefined) return [];
  const { dueOn, dueAt } = due;
  const isOver = on > dueOn || (on === context.today && dueAt !== undefined && (context.now ?? '') > dueAt);
  return [
    ...(isOver
      ? [error('demand/extension-late', `办理期限已于 ${dueOn} 到期，到期之后不能再申请延期。`, 'on', BASIS)]
      : []),
    ...(extendedTo !== '' && extendedTo <= dueOn
      ? [error('demand/extension-earlier', `延至的日期须晚于现在的期限 ${dueOn}。`, toField)]
      : []),
  ];
}

/** The same of one applied for before: whether that was in time is judged by its own day, not by that of the answer. */
export function pendingRefusals(record: LedgerRecord, extendedTo: Day, context: LedgerContext): readonly Complaint[] {
  // The present moment says nothing about a day that was written down.
  const { now: _, ...byDays } = context;
  return extensionRefusals(record, textIn(record.values, 'extensionAppliedOn'), extendedTo, byDays);
}

/** The same of an extension a sheet or the form tells of: its fields stand beside each other, the limit is the one before it. */
export function writtenExtensionComplaints(record: LedgerRecord, context: LedgerContext): readonly Complaint[] {
  const { values } = record;
  const extendedTo = textIn(values, 'extendedTo');
  if (extendedTo === '') return [];
  const { extendedTo: _, ...before } = values;
  const refusals = pendingRefusals({ ...record, values: before }, extendedTo, context).map((one) =>
    one.field === 'on' ? { ...one, field: 'extensionAppliedOn' } : one,
  );
  return [
    ...refusals,
    ...(isBlank(values.extensionAppliedOn)
      ? [warning('demand/extension-applied', '延期申请日期待补，无法判断是否到期前申请', 'extensionAppliedOn', BASIS)]
      : []),
    ...(isBlank(values.extensionBy)
      ? [error('demand/extension-approver', '延期须写明批准人。', 'extensionBy', BASIS)]
      : []),
  ];
}
