import { useState } from 'react';
import type { StrayAnswer } from '../../../shared/access/stray-task-rules.ts';
import { type Complaint, error } from '../../../shared/kit/complaint.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { Day } from '../../../shared/kit/values.ts';
import { strayTask } from '../../../shared/ledgers/stray-task.ts';
import { FormDialog } from '../../components/basics/form-dialog.tsx';
import { FieldBox } from '../../components/record-form/field-box.tsx';
import formStyles from '../../components/record-form/record-form.module.css';
import { useRecordForm } from '../../components/record-form/use-record-form.ts';
import { useTask } from '../../components/session/use-task.ts';

type Props = {
  readonly title: string;
  readonly needsReason: boolean;
  readonly today: Day;
  /** Answers with what stands against it; nothing where it was written. */
  readonly onAnswer: (entered: StrayAnswer) => Promise<readonly Complaint[]>;
  readonly onClose: () => void;
};

const FIELDS = ['answeredOn', 'letterNo', 'refusalReason'];

/** Asks when and why a stray task was refused or passed on, with the letter's number where it has one already. */
export function StrayAnswerDialog({ title, needsReason, today, onAnswer, onClose }: Props) {
  const form = useRecordForm({ answeredOn: today });
  const [refused, setRefused] = useState<readonly Complaint[]>([]);
  const { busy, run } = useTask();
  const complaints = [...[...form.unread].map(([path, message]) => error('form/unread', message, path)), ...refused];
  const send = async () => {
    const told = (fieldId: string) => textIn(form.values, fieldId);
    setRefused(await onAnswer({ on: told('answeredOn'), letterNo: told('letterNo'), reason: told('refusalReason') }));
  };
  return (
    <FormDialog
      title={title}
      size="lg"
      problems={complaints
        .filter(({ field }) => field === undefined || !FIELDS.includes(field))
        .map(({ message }) => message)}
      act="确定"
      busy={busy}
      onSubmit={() => form.unread.size === 0 && run(send)}
      onClose={onClose}
    >
      <div className={formStyles.fields}>
        {FIELDS.map((fieldId) => {
          const field = strayTask.fields[fieldId];
          return (
            field && (
              <FieldBox
                key={fieldId}
                path={fieldId}
                field={field}
                value={form.values[fieldId]}
                complaints={complaints}
                required={fieldId === 'answeredOn' || (needsReason && fieldId === 'refusalReason')}
                onChange={(value) => form.set(fieldId, value)}
                onUnread={form.setUnread}
              />
            )
          );
        })}
      </div>
    </FormDialog>
  );
}
