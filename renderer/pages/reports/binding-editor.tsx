import { Button, Select, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { adoptedBinding } from '../../../shared/forms/adopt-binding.ts';
import { type FormPlace, placeOf, sheetBinding, withSheet, withTable } from '../../../shared/forms/edit-binding.ts';
import { type FormBinding, type SheetBinding, writeBinding } from '../../../shared/forms/form-binding.ts';
import { readLayout } from '../../../shared/forms/form-layout.ts';
import type { FormSheet } from '../../../shared/forms/form-look.ts';
import { mainSheet } from '../../../shared/forms/propose-binding.ts';
import { leftBeside } from '../../../shared/forms/side-by-side.ts';
import { PERIOD_KINDS, type PeriodKind, periodOf, previousPeriod } from '../../../shared/indicators/period.ts';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { messageOf } from '../../components/session/message-of.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useToday } from '../../components/session/use-today.ts';
import { desktop } from '../../desktop/desktop.ts';
import { BoundPicture } from './bound-picture.tsx';
import { chooseForm, type EditedForm, titleOfFile } from './choose-form.ts';
import { FilledForm } from './filled-form.tsx';
import styles from './form-picture.module.css';
import { bindingChanges, rhythmOf } from './form-record.ts';
import { LinePanel } from './line-panel.tsx';
import { ValuePanel } from './value-panel.tsx';

type Props = {
  readonly start: EditedForm;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
};

const TABS = [
  { id: 'binding', title: '哪一格填什么' },
  { id: 'filled', title: '填好的样子' },
];

/** The blank form as a picture, each place with what it is filled with; a click chooses another value. */
export function BindingEditor({ start, onSaved, onCancel }: Props) {
  const today = useToday();
  const { forms } = useStoreClient();
  const { say } = useNotices();
  const [form, setForm] = useState(start);
  const [binding, setBinding] = useState<FormBinding>(start.binding ?? start.proposed.binding);
  const [title, setTitle] = useState(start.record?.title ?? titleOfFile(start.file.name));
  const [usual, setUsual] = useState<PeriodKind>(start.record?.usual ?? start.proposed.usual);
  const [chosen, setChosen] = useState(() => mainSheet(start.sheets)?.name);
  const [picked, setPicked] = useState<{ readonly row: number; readonly column: number }>();
  const [tab, setTab] = useState('binding');
  const saving = useSaving();
  const sheet = form.sheets.find(({ name }) => name === chosen) ?? form.sheets[0];
  const tables = sheet ? readLayout(sheet).tables : [];
  const place: FormPlace | undefined = sheet && picked && placeOf(sheet, tables, picked.row, picked.column);
  const left = leftBeside(form.proposed.beside, binding);
  const toCheck =
    form.binding === undefined
      ? [...form.proposed.toCheck, ...left.map((one) => ({ ...one, row: one.table.top, column: one.columns[0] ?? 0 }))]
      : [];
  const other =
    place?.kind === 'column'
      ? left.find((one) => one.sheet === sheet?.name && one.columns.includes(place.column))
      : undefined;
  const bound = sheet && sheetBinding(binding, sheet);
  const setBound = (next: SheetBinding) => setBinding(withSheet(binding, next, form.sheets));

  const look = (name: string | null, at?: { readonly row: number; readonly column: number }) => {
    setChosen(name ?? chosen);
    setPicked(at);
  };

  /** Another blank form for the same report: what was chosen goes along wherever it still has its place. */
  const replace = async () => {
    try {
      const other = await chooseForm(forms);
      if (other === undefined) return;
      const changes = bindingChanges(binding, other.sheets);
      setForm({ ...other, changes, ...(form.record ? { record: form.record } : {}) });
      setBinding(adoptedBinding(binding, form.sheets, other.proposed.binding, other.sheets));
      setPicked(undefined);
      say({
        text:
          changes.length === 0
            ? '新表样和原来的一样，对应关系照旧。'
            : `新表样有 ${changes.length} 处不同，请核对后保存。`,
      });
    } catch (thrown) {
      say({ text: messageOf(thrown), grade: 'problem' });
    }
  };

  const period = previousPeriod(periodOf(usual, today));
  return (
    <div className={styles.editor} style={{ padding: '12px 16px 16px' }}>
      <div className={styles.canvas}>
        <div className={styles.heads}>
          <TextInput
            label="表样名称"
            w={240}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <Select
            label="填报周期"
            w={90}
            allowDeselect={false}
            value={usual}
            data={PERIOD_KINDS.map(({ kind, title: word }) => ({ value: kind, label: word }))}
            onChange={(kind) => setUsual(PERIOD_KINDS.find((one) => one.kind === kind)?.kind ?? usual)}
          />
          {form.sheets.length > 1 && (
            <Select
              label="工作表"
              w={160}
              allowDeselect={false}
              value={sheet?.name ?? null}
              data={form.sheets.map(({ name }) => ({ value: name, label: sheetLabel(name, binding) }))}
              onChange={(name) => look(name)}
            />
          )}
          <Button variant="default" onClick={() => void replace()}>
            换一份空白表样
          </Button>
          <Button variant="default" ml="auto" onClick={onCancel}>
            取消
          </Button>
          <Button
            loading={saving.busy}
            disabled={title.trim() === ''}
            onClick={() => saving.save({ form, binding, title: title.trim(), usual }, onSaved)}
          >
            保存
          </Button>
        </div>
        <Changes changes={form.changes ?? []} />
        <ViewTabs views={TABS} here={tab} onChoose={setTab} />
        {tab === 'filled' ? (
          <FilledForm
            title={title}
            extension={form.file.name.split('.').at(-1) ?? 'xlsx'}
            bytes={form.bytes}
            sheets={form.sheets}
            binding={binding}
            period={period}
          />
        ) : (
          <>
            {sheet && bound && (
              <BoundPicture
                sheet={sheet}
                binding={bound}
                toCheck={toCheck.filter((one) => one.sheet === sheet.name)}
                here={picked}
                onPick={(row, column) => setPicked({ row, column })}
              />
            )}
            <Text size="sm" c="var(--quiet)">
              点任何一格看它填什么；键盘用方向键选格，按回车看。
              <span className={styles.key} style={{ background: '#eef4fb' }} />
              程序填
              <span className={styles.key} style={{ background: '#fff4d6' }} />
              请核对
            </Text>
          </>
        )}
      </div>
      {tab === 'binding' && (
        <Stack className={styles.panel ?? ''} gap="md">
          {toCheck.length > 0 && (
            <ul className={styles.notes} aria-label="请核对">
              {toCheck.map(({ sheet: name, row, column, why }) => (
                <li key={`${name} ${row} ${column}`}>
                  <UnstyledButton onClick={() => look(name, { row, column })}>
                    {name === sheet?.name ? why : `“${name}”${why}`}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )}
          {bound && place === undefined && <LinePanel binding={bound} tables={tables} onChange={setBound} />}
          {bound && place !== undefined && (
            <>
              {other ? (
                <Stack gap="xs">
                  <Text size="sm">这是并排的另一个表格，现在没有填。</Text>
                  <Button variant="default" onClick={() => setBound(withTable(bound, other.table))}>
                    改填这一个表格
                  </Button>
                </Stack>
              ) : (
                <ValuePanel binding={bound} place={place} onChange={setBound} />
              )}
              <Button variant="subtle" size="compact-sm" onClick={() => setPicked(undefined)}>
                看整张表的设置
              </Button>
            </>
          )}
        </Stack>
      )}
    </div>
  );
}

const sheetLabel = (name: FormSheet['name'], { sheets }: FormBinding): string =>
  sheets.some(({ sheet }) => sheet === name) ? `${name}（程序填）` : name;

function Changes({ changes }: { readonly changes: readonly string[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="表样改过版">
      <li>表样和上次核对时不一样，下面已按新版面重新提出，请核对后保存：</li>
      {changes.slice(0, 8).map((change) => (
        <li key={change}>{change}</li>
      ))}
      {changes.length > 8 && <li>……共 {changes.length} 处</li>}
    </ul>
  );
}

type ToSave = {
  readonly form: EditedForm;
  readonly binding: FormBinding;
  readonly title: string;
  readonly usual: PeriodKind;
};

/** Keeps the blank file beside the data and writes the form with its binding, as one batch of the log. */
function useSaving() {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const [busy, setBusy] = useState(false);
  const save = async ({ form, binding, title, usual }: ToSave, onSaved: (id: string) => void) => {
    setBusy(true);
    try {
      const hash = form.file.hash ?? (await desktop().attachments.put(form.bytes));
      const file = [{ hash, name: form.file.name, size: form.file.size }];
      const values = { title, rhythm: rhythmOf(usual), file, binding: writeBinding(binding) };
      const { record } = form;
      const outcome = await (record
        ? store.write([{ kind: 'edit', ledger: 'form', id: record.id, rev: record.rev, patch: values }], {
            kind: 'edit',
            text: `核对表样“${title}”的对应关系`,
          })
        : store.write([{ kind: 'create', ledger: 'form', values }], { kind: 'create', text: `登记表样“${title}”` }));
      if (outcome.ok) {
        say({ text: `已保存表样“${title}”。`, batch: outcome.receipt.batch });
        onSaved(record?.id ?? outcome.receipt.records[0]?.id ?? '');
      } else say({ text: outcome.complaints.map(({ message }) => message).join('；'), grade: 'problem' });
    } catch (thrown) {
      say({ text: messageOf(thrown), grade: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  return { busy, save: (toSave: ToSave, onSaved: (id: string) => void) => void save(toSave, onSaved) };
}
