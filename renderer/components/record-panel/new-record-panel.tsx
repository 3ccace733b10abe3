import { CloseButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Draft } from '../../../shared/history/draft.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import { errorsOf } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { goInto, goToFirst } from '../record-form/go-to-field.ts';
import { RecordForm } from '../record-form/record-form.tsx';
import { useRecordForm } from '../record-form/use-record-form.ts';
import { useUnsaved, useUnsavedForm } from '../session/unsaved.tsx';
import { useOneAtATime } from '../session/use-one-at-a-time.ts';
import { useLeaveKey } from '../shortcuts/use-leave-key.ts';
import styles from './record-panel.module.css';
import { refusalWords } from './refusal-words.ts';
import { SaveBar } from './save-bar.tsx';
import { useRecordActs } from './use-record-acts.ts';

type Props = {
  readonly ledger: Ledger;
  /** What a new record starts with, e.g. 收件日期 today. */
  readonly initial: Values;
  /** What else is written with it, given its id. */
  readonly along?: ((made: string) => readonly Draft[]) | undefined;
  readonly onCreated: (id: string) => void;
  readonly onClose: () => void;
};

/** An empty form beside the list. Only the key is asked for; the rest can follow. */
export function NewRecordPanel({ ledger, initial, along, onCreated, onClose }: Props) {
  const { leave } = useUnsaved();
  const form = useRecordForm(initial);
  const acts = useRecordActs(ledger, onCreated, onClose);
  const [complaints, setComplaints] = useState<readonly Complaint[]>([]);
  const save = useOneAtATime(async () => {
    if (form.unread.size > 0) {
      goToFirst([...form.unread.keys()].map((field) => ({ field })));
      return false;
    }
    const { patch } = form.changes();
    const said = await acts.create({ ...initial, ...patch }, along);
    setComplaints(said);
    goToFirst(errorsOf(said));
    return said.length === 0;
  });
  useUnsavedForm(form.isDirty, save);
  useLeaveKey(() => leave(onClose));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => goInto(panel.current), []);
  return (
    <aside ref={panel} className={styles.panel} aria-label={`新增${ledger.noun}`}>
      <header className={styles.head}>
        <h2 className={styles.title}>新增{ledger.noun}</h2>
        <CloseButton aria-label="关闭" onClick={() => leave(onClose)} />
      </header>
      <div className={styles.body}>
        <div className={styles.form}>
          <RecordForm ledger={ledger} form={form} complaints={complaints} />
        </div>
      </div>
      <SaveBar
        busy={acts.busy}
        hint="先填标“必填”的几栏即可，其余可以以后补。"
        problem={refusalWords(ledger, form, complaints)}
        onSave={() => void save()}
        onDiscard={() => leave(onClose)}
      />
    </aside>
  );
}
