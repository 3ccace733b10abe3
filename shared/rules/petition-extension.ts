import { limitInForce } from '../deadlines/limit.ts';
import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { addDays } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import type { Transition, TransitionInput } from '../kit/workflow.ts';
import { extensionRequest, GRANTED_FIELDS, granted, isPending } from './extension-request.ts';
import { goesByOpinion, handlingReading, MOST_EXTENSION } from './petition-clocks.ts';
import { petitionHandlingFields } from './petition-parts.ts';

const basis = '信访工作条例 第三十四条';

const { extensionTo, extensionReason, extensionToldOn } = petitionHandlingFields;

/** The matter as it stood before its extension: the limit an extension is measured by. */
const before = (record: LedgerRecord): LedgerRecord => {
  const { extensionTo: _, ...values } = record.values;
  return { ...record, values };
};

/**
 * Why an extension cannot be (第三十四条): approved after the limit was over, longer than it may be, or none at all. Says
 * the day of approval and the new last day by the fields they are asked in.
 */
export function extensionRefusals(
  record: LedgerRecord,
  approvedOn: Day,
  extendedTo: Day,
  fields: { readonly approvedOn: string; readonly extendedTo: string },
  context: LedgerContext,
): readonly Complaint[] {
  const due = handlingReading(before(record), context);
  if (due === undefined) {
    const message = '只有按途径⑥办理、已经受理的才有 60 日期限，不能延期。';
    return extendedTo === '' ? [] : [error('petition/extension-none', message, fields.extendedTo, basis)];
  }
  const { dueOn } = due;
  const days = limitInForce(MOST_EXTENSION, textIn(record.values, 'acceptedOn'), context);
  const latest = addDays(dueOn, days);
  return [
    ...(approvedOn > dueOn
      ? [error('petition/extension-late', `办理期限已于 ${dueOn} 到期，到期之后不能再延期。`, fields.approvedOn, basis)]
      : []),
    ...(extendedTo !== '' && extendedTo <= dueOn
      ? [error('petition/extension-earlier', `延至的日期须晚于办理期限 ${dueOn}。`, fields.extendedTo)]
      : []),
    ...(extendedTo > latest
      ? [error('petition/extension-long', `延长不超过 ${days} 日，最迟到 ${latest}。`, fields.extendedTo, basis)]
      : []),
  ];
}

/** The same of an extension a sheet or the form tells of, with what it must say beside. */
export function writtenExtensionComplaints(record: LedgerRecord, context: LedgerContext): readonly Complaint[] {
  const { values } = record;
  const extendedTo = textIn(values, 'extensionTo');
  if (extendedTo === '') return [];
  const missing = (field: string, message: string) =>
    textIn(values, field) === '' ? [error(`petition/${field}`, message, field, basis)] : [];
  return [
    ...extensionRefusals(
      record,
      textIn(values, 'extensionApprovedOn'),
      extendedTo,
      { approvedOn: 'extensionApprovedOn', extendedTo: 'extensionTo' },
      context,
    ),
    ...(textIn(values, 'extensionApprovedOn') === ''
      ? [
          warning(
            'petition/extension-approved',
            '延期批准日期待补，无法判断是否到期前批准',
            'extensionApprovedOn',
            basis,
          ),
        ]
      : []),
    ...missing('extensionApprover', '延期须经单位负责人批准，请填写批准人。'),
    ...missing('extensionReason', '延期须告知信访人理由，请填写延期理由。'),
  ];
}

const EXTENSION_BASIS = '信访工作条例 第三十四条：经本机关负责人批准，延长不超过 30 日，并告知信访人延期理由';

/** One extension, of what the 60 days run for. */
const mayBeExtended = ({ values }: LedgerRecord): boolean => goesByOpinion(values) && isBlank(values.extensionTo);

const refusalsAt =
  (extendedTo: string) =>
  (record: LedgerRecord, { on, values }: TransitionInput, context: LedgerContext): readonly Complaint[] =>
    extensionRefusals(record, on, textIn(values, extendedTo), { approvedOn: 'on', extendedTo }, context);

const request = extensionRequest({
  number: '访8',
  from: ['HANDLING'],
  reason: { extensionReason },
  enabled: mayBeExtended,
  guard: refusalsAt('extensionAskedTo'),
  basis: EXTENSION_BASIS,
});

const extend: Transition = {
  number: '访8',
  title: '批准延期',
  from: ['HANDLING'],
  to: ['HANDLING'],
  by: 'LEAD',
  decides: ['extensionTo', 'extensionApprover', 'extensionToldOn', ...GRANTED_FIELDS],
  staysPut: true,
  enabled: mayBeExtended,
  signer: '延期批准人',
  asks: { extensionTo, extensionReason, extensionToldOn },
  requires: ['extensionTo', 'extensionReason'],
  starts: ({ values }) =>
    isPending(values) ? { extensionTo: values.extensionAskedTo, extensionReason: values.extensionReason } : {},
  guard: refusalsAt('extensionTo'),
  writes: (_record, { on, by }) => ({ ...granted(on), extensionApprover: by }),
  basis: EXTENSION_BASIS,
};

/** 申请延期, 批准延期 and 不批准延期 of a petition. */
export const extensionActs = {
  applyForExtension: request.applyForExtension,
  extend,
  refuseExtension: request.refuseExtension,
};
