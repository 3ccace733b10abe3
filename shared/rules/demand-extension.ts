import type { ClockReading } from '../deadlines/clock.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { textIn } from '../kit/steps.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { handlingReading } from './demand-clocks.ts';

const BASIS = '延期须在到期之前申请（某市 12345 热线办理办法）';

/**
 * The limit an extension moves. Of one that is judged anew, for a correction, the record comes without what it wrote: then
 * the limit it moved is the one kept beside it, an earlier extension's among them.
 */
function limitBefore(record: LedgerRecord, context: LedgerContext): Pick<ClockReading, 'dueOn' | 'dueAt'> | undefined {
  const moved = textIn(record.values, 'extendedFrom');
  return moved !== '' && textIn(record.values, 'extendedTo') === ''
    ? { dueOn: moved }
    : handlingReading(record, context);
}

/**
 * Why an extension cannot be: applied for after the limit was over, or no extension at all. `on` is the day it was applied
 * for. A limit in hours that ended earlier today is over too, where the minute is known.
 */
export function extensionRefusals(
  record: LedgerRecord,
  on: Day,
  extendedTo: Day,
  context: LedgerContext,
): readonly Complaint[] {
  const due = limitBefore(record, context);
  if (due === undefined) return [];
  const { dueOn, dueAt } = due;
  const isOver = on > dueOn || (on === context.today && dueAt !== undefined && (context.now ?? '') > dueAt);
  return [
    ...(isOver
      ? [error('demand/extension-late', `办理期限已于 ${dueOn} 到期，到期之后不能再申请延期。`, 'on', BASIS)]
      : []),
    ...(extendedTo !== '' && extendedTo <= dueOn
      ? [error('demand/extension-earlier', `延至的日期须晚于现在的期限 ${dueOn}。`, 'extendedTo')]
      : []),
  ];
}

/** The same of an extension a sheet or the form tells of: its fields stand beside each other, the limit is the one before it. */
export function writtenExtensionComplaints(record: LedgerRecord, context: LedgerContext): readonly Complaint[] {
  const { values } = record;
  const extendedTo = textIn(values, 'extendedTo');
  if (extendedTo === '') return [];
  const { extendedTo: _, ...before } = values;
  const refusals = extensionRefusals(
    { ...record, values: before },
    textIn(values, 'extensionAppliedOn'),
    extendedTo,
    // When it was applied for is a day of the sheet; the present moment says nothing about it.
    { ...context, today: '' },
  ).map((one) => (one.field === 'on' ? { ...one, field: 'extensionAppliedOn' } : one));
  const isBlankOf = (field: string) => textIn(values, field) === '';
  return [
    ...refusals,
    ...(isBlankOf('extensionAppliedOn')
      ? [warning('demand/extension-applied', '延期申请日期待补，无法判断是否到期前申请', 'extensionAppliedOn', BASIS)]
      : []),
    ...(isBlankOf('extensionBy')
      ? [error('demand/extension-approver', '延期须写明批准人。', 'extensionBy', BASIS)]
      : []),
  ];
}
