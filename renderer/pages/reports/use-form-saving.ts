import { type FormBinding, writeBinding } from '../../../shared/forms/form-binding.ts';
import type { PeriodKind } from '../../../shared/kit/period.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useTask } from '../../components/session/use-task.ts';
import { desktop } from '../../desktop/desktop.ts';
import type { EditedForm } from './choose-form.ts';
import { rhythmOf } from './form-record.ts';

type ToSave = {
  readonly form: EditedForm;
  readonly binding: FormBinding;
  readonly title: string;
  readonly usual: PeriodKind;
};

/** Keeps the blank file beside the data and writes the form with its binding, as one batch of the log. */
export function useFormSaving(onSaved: (id: string) => void) {
  const { store } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const save = async ({ form: { file, bytes, record }, binding, title, usual }: ToSave) => {
    const hash = file.hash ?? (await desktop().attachments.put(bytes));
    const values = {
      title,
      rhythm: rhythmOf(usual),
      file: [{ hash, name: file.name, size: file.size }],
      binding: writeBinding(binding),
    };
    const outcome = await (record
      ? store.write([{ kind: 'edit', ledger: 'form', id: record.id, rev: record.rev, patch: values }], {
          kind: 'edit',
          text: `核对表样“${title}”的对应关系`,
        })
      : store.write([{ kind: 'create', ledger: 'form', values }], { kind: 'create', text: `登记表样“${title}”` }));
    if (!outcome.ok) return refuse(outcome);
    say({ text: `已保存表样“${title}”。`, batch: outcome.receipt.batch });
    onSaved(record?.id ?? outcome.receipt.records[0]?.id ?? '');
  };
  return { busy, save: (toSave: ToSave) => run(() => save(toSave)) };
}
