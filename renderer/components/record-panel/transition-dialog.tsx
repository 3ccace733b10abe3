import { Text } from '@mantine/core';
import { useState } from 'react';
import { isBlank } from '../../../shared/kit/blank.ts';
import { type Complaint, error } from '../../../shared/kit/complaint.ts';
import { date, longText, specsOf, text } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import type { TransitionInput } from '../../../shared/kit/workflow.ts';
import { FormDialog } from '../basics/form-dialog.tsx';
import { FieldBox } from '../record-form/field-box.tsx';
import formStyles from '../record-form/record-form.module.css';
import { useRecordForm } from '../record-form/use-record-form.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { useTask } from '../session/use-task.ts';

type Props = {
  readonly ledger: Ledger;
  readonly record: LedgerRecord;
  readonly transition: string;
  /** What the form starts with beside today, as the store offered it. */
  readonly starts?: Values | undefined;
  /** Answers with what stands against it; nothing where it was taken. */
  readonly onTake: (input: TransitionInput) => Promise<readonly Complaint[]>;
  readonly onClose: () => void;
};

const ON = date('日期').spec;
const NOTE = longText('说明').spec;

/** Asks what a transition needs: the business date, who decided, its own fields. */
export function TransitionDialog({ ledger, record, transition: id, starts, onTake, onClose }: Props) {
  const { today } = useReferenceBook();
  const transition = ledger.workflow?.transitions[id];
  const asks = Object.entries(specsOf(transition?.asks ?? {}));
  const form = useRecordForm({ on: today, ...starts });
  const [refused, setRefused] = useState<readonly Complaint[]>([]);
  const { busy, run } = useTask();
  if (!transition) return null;

  const take = async () => {
    const filled: Values = Object.fromEntries(
      asks.flatMap(([fieldId]) => {
        const value = form.values[fieldId];
        return isBlank(value) ? [] : [[fieldId, value] as const];
      }),
    );
    const { on, by, note } = form.values;
    const complaints = await onTake({
      on: typeof on === 'string' ? on : '',
      ...(typeof by === 'string' && by !== '' ? { by } : {}),
      ...(typeof note === 'string' && note !== '' ? { note } : {}),
      values: filled,
    });
    setRefused(complaints);
  };

  const unread = [...form.unread].map(([path, message]) => error('form/unread', message, path));
  const complaints = [...unread, ...refused];
  const shownFields = new Set(['on', 'by', 'note', ...asks.map(([fieldId]) => fieldId)]);
  const general = complaints.filter(({ field }) => field === undefined || !shownFields.has(field));
  const box = (fieldId: string, field: typeof ON, required: boolean) => (
    <FieldBox
      key={fieldId}
      path={fieldId}
      field={field}
      value={form.values[fieldId]}
      complaints={complaints}
      required={required}
      onChange={(value) => form.set(fieldId, value)}
      onUnread={form.setUnread}
    />
  );
  const title = record.values[ledger.titleField];
  return (
    <FormDialog
      title={`${transition.title}：${typeof title === 'string' ? title : ''}`}
      size="lg"
      problems={general.map(({ message }) => message)}
      act="确定"
      busy={busy}
      onSubmit={() => form.unread.size === 0 && run(take)}
      onClose={onClose}
    >
      {transition.basis && (
        <Text fz={13} c="var(--quiet)">
          依据：{transition.basis}
        </Text>
      )}
      <div className={formStyles.fields}>
        {box('on', ON, true)}
        {transition.signer !== undefined && box('by', text(transition.signer).spec, true)}
        {asks.map(([fieldId, field]) => box(fieldId, field, transition.requires?.includes(fieldId) ?? false))}
        {box('note', NOTE, false)}
      </div>
    </FormDialog>
  );
}
