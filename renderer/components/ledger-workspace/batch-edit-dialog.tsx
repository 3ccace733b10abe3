import { Button, Group, Modal, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Value } from '../../../shared/kit/values.ts';
import type { Row } from '../../store/store-api.ts';
import { cellText } from '../basics/shown-text.ts';
import { isEntered } from '../entry-grid/entry-field.ts';
import { ValueEditor } from '../record-form/value-editor.tsx';
import { useNotices } from '../session/notice.tsx';
import { useReferenceBook } from '../session/reference-book.tsx';
import { refusalOf } from '../session/refusal-of.ts';
import { useStoreClient } from '../session/store-context.tsx';
import { useAnswer } from '../session/use-answer.ts';
import { useFormTask } from '../session/use-task.ts';
import { batchDrafts, batchPreview } from './batch-edit.ts';

/** The rest is a number: a dialog is no list. */
const MOST = 8;

type Props = { readonly ledger: Ledger; readonly rows: readonly Row[]; readonly onClose: () => void };

/** 批量修改: one field of many rows gets one value, after everything it would do was shown; one step in the log. */
export function BatchEditDialog({ ledger, rows, onClose }: Props) {
  const { store } = useStoreClient();
  const { nameOf } = useReferenceBook();
  const { say } = useNotices();
  const [fieldId, setFieldId] = useState<string | null>(null);
  const [value, setValue] = useState<Value>();
  const [unread, setUnread] = useState<string>();
  const { busy, problem, setProblem, run } = useFormTask();
  const field = fieldId === null ? undefined : ledger.fields[fieldId];
  const question = fieldId === null || unread !== undefined ? undefined : JSON.stringify([fieldId, value]);
  const { data, loading } = useAnswer(question, async () => {
    const drafts = batchDrafts(ledger.id, rows, fieldId ?? '', value);
    return { question, ...batchPreview(rows, drafts, await store.check(drafts, 'edit')) };
  });
  const preview = data?.question === question && !loading ? data : undefined;

  const write = async () => {
    if (!preview || !field) return;
    const count = preview.changes.length;
    const text = `批量修改 ${count} 条${ledger.noun}的${field.label}`;
    const outcome = await store.write(preview.changes, { kind: 'edit', text });
    if (!outcome.ok) return setProblem(refusalOf(outcome));
    say({ text: `已${text}。`, batch: outcome.receipt.batch });
    onClose();
  };

  const fields = Object.entries(ledger.fields).filter(([id]) => isEntered(ledger, id));
  return (
    <Modal opened onClose={onClose} title={`批量修改 ${rows.length} 条${ledger.noun}`} size="md">
      <Select
        label="改哪一栏"
        placeholder="办理结果和自动填写的栏不在其中"
        searchable
        data={fields.map(([id, { label }]) => ({ value: id, label }))}
        value={fieldId}
        onChange={(next) => {
          setFieldId(next);
          setValue(undefined);
          setUnread(undefined);
          setProblem(undefined);
        }}
      />
      {field && (
        <div style={{ marginTop: 12 }}>
          <Text component="label" htmlFor="batch-value" fw={500}>
            都改为（留空即清空这一栏）
          </Text>
          <ValueEditor
            key={fieldId}
            id="batch-value"
            name="都改为"
            field={field}
            value={value}
            onChange={setValue}
            onUnread={setUnread}
            hasError={unread !== undefined}
          />
        </div>
      )}
      {(unread ?? problem) && (
        <Text c="var(--mantine-color-error)" mt={4} role="alert">
          {unread ?? problem}
        </Text>
      )}
      {preview && (
        <div role="status" aria-label="预览" style={{ marginTop: 12 }}>
          <Text>
            {preview.changes.length} 条会改
            {preview.same > 0 && `，${preview.same} 条本来就是这样`}
            {preview.refused.length > 0 && `，${preview.refused.length} 条不能改，保持不变：`}
          </Text>
          <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
            {preview.refused.slice(0, MOST).map(({ row, why }) => (
              <li key={row.id}>
                {cellText(ledger, ledger.titleField, row.values[ledger.titleField], nameOf)}：{why}
              </li>
            ))}
          </ul>
          {preview.refused.length > MOST && <Text>……以及另外 {preview.refused.length - MOST} 条</Text>}
        </div>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <Button loading={busy} disabled={!preview || preview.changes.length === 0} onClick={() => run(write)}>
          {preview ? `修改 ${preview.changes.length} 条` : '修改'}
        </Button>
      </Group>
    </Modal>
  );
}
