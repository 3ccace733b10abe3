import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import frame from '../../components/basics/page-frame.module.css';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useFormTask } from '../../components/session/use-task.ts';
import { BindingEditor } from './binding-editor.tsx';
import { chooseForm, type EditedForm, type OpenedForm } from './choose-form.ts';
import { bindingChanges, type FormRecord, formRecord } from './form-record.ts';
import { useFormFile } from './use-form-file.ts';

/** 登记表样: choose the blank form, correct what the program proposes, save. */
export function NewFormPage() {
  const { forms } = useStoreClient();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<OpenedForm>();
  const { busy, problem, run } = useFormTask();
  const choose = () => run(async () => setOpened((await chooseForm(forms)) ?? opened));
  return (
    <div className={frame.page}>
      <section className={frame.main} aria-label="登记表样">
        {opened ? (
          <BindingEditor
            key={opened.file.name}
            start={opened}
            onSaved={(id) => navigate(`/reports/form/${id}`)}
            onCancel={() => setOpened(undefined)}
          />
        ) : (
          <>
            <StateNote
              title="登记上级表样"
              text={
                '选择上级发来的空白 .xlsx。程序读它的版面，提出哪一格填什么；您点格子核对，保存后每月点一下就能填。\n填的是副本，样式、公式、隐藏表都原样保留。'
              }
            />
            <div style={{ textAlign: 'center' }}>
              <Button loading={busy} onClick={choose}>
                选择空白表样
              </Button>
              {problem !== undefined && <StateNote title="没有登记" text={problem} />}
            </div>
          </>
        )}
      </section>
    </div>
  );
}

/** 对应关系 of a registered form. */
export function FormBindingPage({ id }: { readonly id: string }) {
  const { store } = useStoreClient();
  const { data, problem } = useAnswer(id, () => store.view('form', id));
  return (
    <div className={frame.page}>
      {data ? (
        <Existing record={formRecord(data.row)} />
      ) : (
        <section className={frame.main}>
          {problem === undefined ? <LoadingLines /> : <StateNote title="没有这张表样" text={problem} />}
        </section>
      )}
    </div>
  );
}

function Existing({ record }: { readonly record: FormRecord }) {
  const { forms } = useStoreClient();
  const [, navigate] = useLocation();
  const { data, problem } = useFormFile(record.file);
  const key = data && `${record.rev} ${record.file?.hash}`;
  const start = useAnswer(key, async (): Promise<EditedForm | undefined> => {
    if (data === undefined || record.file === undefined) return undefined;
    const proposed = await forms.proposeForm(data.sheets);
    const changes = record.binding ? bindingChanges(record.binding, data.sheets) : [];
    return {
      record,
      file: { name: record.file.name, hash: record.file.hash, size: record.file.size },
      bytes: data.bytes,
      sheets: data.sheets,
      proposed,
      changes,
      ...(record.binding && changes.length === 0 ? { binding: record.binding } : {}),
    };
  });
  const wrong = problem ?? start.problem;
  return (
    <section className={frame.main} aria-label={record.title}>
      {wrong !== undefined && <StateNote title="表样打不开" text={wrong} />}
      {start.data && (
        <BindingEditor
          key={record.rev}
          start={start.data}
          onSaved={() => navigate(`/reports/form/${record.id}`)}
          onCancel={() => navigate(`/reports/form/${record.id}`)}
        />
      )}
    </section>
  );
}
