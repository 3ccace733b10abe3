import { CloseButton } from '@mantine/core';
import { memo, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import { errorsOf } from '../../../shared/kit/complaint.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { stateOf, stateTitle } from '../../../shared/kit/steps.ts';
import type { Rev, Values } from '../../../shared/kit/values.ts';
import type { TransitionInput } from '../../../shared/kit/workflow.ts';
import type { CaseNames, RecordView } from '../../store/store-api.ts';
import { ConfirmDialog } from '../basics/confirm-dialog.tsx';
import { LoadingLines, StateNote } from '../basics/state-notes.tsx';
import { useSteady } from '../basics/use-steady.ts';
import { goInto, goToFirst } from '../record-form/go-to-field.ts';
import { RecordForm } from '../record-form/record-form.tsx';
import { useRecordForm } from '../record-form/use-record-form.ts';
import { WithCaseNames } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useUnsaved, useUnsavedForm } from '../session/unsaved.tsx';
import { useAnswer } from '../session/use-answer.ts';
import { useDataVersion } from '../session/use-data-version.ts';
import { useOneAtATime } from '../session/use-one-at-a-time.ts';
import { useLeaveKey } from '../shortcuts/use-leave-key.ts';
import { conflictFields } from './conflict.ts';
import { ConflictNote } from './conflict-note.tsx';
import { HistoryBlock } from './history-block.tsx';
import { LinksBlock } from './links-block.tsx';
import { MatchBlock } from './match-block.tsx';
import { MissingRecord } from './missing-record.tsx';
import { OtherOffice } from './other-office.tsx';
import { PanelHead } from './panel-head.tsx';
import { RecordAside } from './record-aside.tsx';
import styles from './record-panel.module.css';
import { refusalWords } from './refusal-words.ts';
import { SaveBar } from './save-bar.tsx';
import { TransitionDialog } from './transition-dialog.tsx';
import { useEditBase } from './use-edit-base.ts';
import { useRecordActs } from './use-record-acts.ts';

type Props = {
  readonly ledger: Ledger;
  readonly id: string;
  readonly onClose: () => void;
  /** Opened to be edited: the cursor goes into the form. */
  readonly startsInForm?: boolean;
  /** Further buttons of this ledger's page, e.g. 导出审批表. */
  readonly tools?: ReactNode;
};

/** Cases have acts, limits and relations worth a column of their own; of a register the form is all there is. */
const hasAside = ({ workflow, clocks, leadsTo }: Ledger): boolean =>
  workflow !== undefined || clocks.length > 0 || leadsTo.length > 0;

/** One record beside its list: left the form, right clocks, comparison, acts, timeline and history. */
export function RecordPanel({ ledger, id, onClose, startsInForm = false, tools }: Props) {
  const { store } = useStoreClient();
  const version = useDataVersion();
  const { data, problem, loading } = useAnswer(`${ledger.id} ${id} ${version}`, () => store.view(ledger.id, id));
  const view = data?.row.id === id ? data : undefined;
  if (view) {
    return (
      <WithCaseNames names={namesFor(view)}>
        <LoadedPanel key={id} ledger={ledger} view={view} onClose={onClose} startsInForm={startsInForm} tools={tools} />
      </WithCaseNames>
    );
  }
  return (
    <aside className={styles.panel} data-aside={hasAside(ledger) ? '' : undefined} aria-label={ledger.noun}>
      <header className={styles.head}>
        <h2 className={styles.title}>{ledger.noun}</h2>
        <CloseButton aria-label="关闭" onClick={onClose} />
      </header>
      {problem && <StateNote title="没有读出来" text={problem} />}
      {!problem && !loading && data === undefined && <MissingRecord ledger={ledger} onClose={onClose} />}
      {!problem && loading && <LoadingLines />}
    </aside>
  );
}

/** What the cases are called that the form refers to, or may be made to refer to by one click. */
const namesFor = ({ row, similar }: RecordView): CaseNames => ({
  ...Object.fromEntries(similar.map(({ id, name }) => [id, name])),
  ...row.names,
});

type LoadedProps = Omit<Props, 'id'> & { readonly view: RecordView };

/** Drawn again when the record comes back, not when it is asked for. */
const LoadedPanel = memo(function LoadedPanel({ ledger, view, onClose, startsInForm, tools }: LoadedProps) {
  const { row } = view;
  const { leave } = useUnsaved();
  const form = useRecordForm(row.values);
  const [refused, setRefused] = useState<readonly Complaint[]>([]);
  // Dialogs hold the rev they were opened on: what changed meanwhile has to be looked at first.
  const [taking, setTaking] = useState<{ readonly transition: string; readonly rev: Rev }>();
  const [deleting, setDeleting] = useState<Rev>();
  const acts = useRecordActs(ledger, () => {}, onClose);
  const { base, isStale, expectOwn, seenRev, catchUp } = useEditBase(row, form.isDirty);

  const save = useOneAtATime(async () => {
    if (form.unread.size > 0) {
      goToFirst([...form.unread.keys()].map((field) => ({ field })));
      return false;
    }
    const { patch, clear } = form.changes();
    const complaints = await acts.edit(row.id, base.rev, patch, clear);
    setRefused(complaints);
    goToFirst(errorsOf(complaints));
    if (complaints.length > 0) return false;
    expectOwn();
    form.settle();
    return true;
  });
  useUnsavedForm(form.isDirty, save);
  const leaveRecord = useSteady(() => leave(onClose));
  const startDeleting = useSteady(() => setDeleting(row.rev));
  useLeaveKey(leaveRecord);
  const panel = useRef<HTMLElement>(null);
  const begin = useEffectEvent(() => startsInForm && goInto(panel.current));
  useEffect(() => void begin(), []);
  // The button that asked may be gone after the act: the keys go on at what can be done next.
  const isTaking = taking !== undefined;
  const wasTaking = useRef(false);
  useEffect(() => {
    if (wasTaking.current && !isTaking) panel.current?.querySelector<HTMLElement>('[data-acts]')?.focus();
    wasTaking.current = isTaking;
  }, [isTaking]);
  const take = async (input: TransitionInput): Promise<readonly Complaint[]> => {
    if (!taking) return [];
    const complaints = await acts.take(row.id, seenRev(taking.rev), taking.transition, input);
    if (complaints.length > 0) return complaints;
    expectOwn();
    setTaking(undefined);
    return complaints;
  };

  const fill = (values: Values) => {
    for (const [fieldId, value] of Object.entries(values)) form.set(fieldId, value);
  };

  const conflicts = isStale ? conflictFields(base.values, row.values, form.values) : [];
  const title = textIn(row.values, ledger.titleField) || ledger.noun;
  return (
    <aside ref={panel} className={styles.panel} data-aside={hasAside(ledger) ? '' : undefined} aria-label={title}>
      <PanelHead
        noun={ledger.noun}
        title={title}
        state={ledger.workflow && stateTitle(ledger, stateOf(row, ledger.workflow))}
        isDeletable={row.office === undefined}
        tools={tools}
        onDelete={startDeleting}
        onClose={leaveRecord}
      />
      <div className={styles.body}>
        <fieldset className={styles.form} disabled={row.office !== undefined}>
          {row.office !== undefined && <OtherOffice office={row.office} />}
          <RecordForm
            ledger={ledger}
            form={form}
            complaints={refused.length > 0 ? refused : view.complaints.filter(({ field }) => !isEdited(field, form))}
          />
          {!hasAside(ledger) && <MatchBlock row={row} typed={form.values} onAdopt={fill} />}
          {!hasAside(ledger) && <LinksBlock ledger={ledger} view={view} />}
          {!hasAside(ledger) && <HistoryBlock ledger={ledger} id={row.id} rev={row.rev} />}
        </fieldset>
        {hasAside(ledger) && (
          <RecordAside
            ledger={ledger}
            view={view}
            typed={form.values}
            isDirty={form.isDirty}
            onFill={fill}
            onTake={(transition) => setTaking({ transition, rev: row.rev })}
          />
        )}
      </div>
      {isStale && (
        <ConflictNote
          ledger={ledger}
          fields={conflicts}
          onKeepMine={() => {
            setRefused([]);
            catchUp();
          }}
          onTakeStored={() => {
            setRefused([]);
            catchUp();
            form.drop(conflicts.map(({ field }) => field));
          }}
        />
      )}
      {form.isDirty && (
        <SaveBar
          busy={acts.busy}
          problem={refusalWords(ledger, form, refused)}
          onSave={() => void save()}
          onDiscard={() => {
            setRefused([]);
            form.reset();
          }}
        />
      )}
      {taking !== undefined && (
        <TransitionDialog
          ledger={ledger}
          record={row}
          transition={taking.transition}
          starts={view.offers.find(({ transition }) => transition === taking.transition)?.starts}
          onTake={take}
          onClose={() => setTaking(undefined)}
        />
      )}
      {deleting !== undefined && (
        <ConfirmDialog
          title={`删除“${title}”？`}
          act={`删除这条${ledger.noun}`}
          deletes
          onCancel={() => setDeleting(undefined)}
          onConfirm={() => {
            setDeleting(undefined);
            void acts.remove(row.id, seenRev(deleting));
          }}
        >
          删除后可在设置的回收站找回，修改记录保留。
        </ConfirmDialog>
      )}
    </aside>
  );
});

/** What the store said of the stored value no longer holds for one that is being typed over. */
const isEdited = (field: string | undefined, form: ReturnType<typeof useRecordForm>): boolean => {
  if (field === undefined) return false;
  const { patch, clear } = form.changes();
  return field in patch || clear.includes(field);
};
