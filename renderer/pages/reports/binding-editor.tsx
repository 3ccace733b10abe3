import { Button, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormBinding } from '../../../shared/forms/form-binding.ts';
import { PERIOD_KINDS, type PeriodKind, periodOf, previousPeriod } from '../../../shared/kit/period.ts';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { useToday } from '../../components/session/use-today.ts';
import { BindingPanel } from './binding-panel.tsx';
import { BoundPicture } from './bound-picture.tsx';
import { type EditedForm, titleOfFile } from './choose-form.ts';
import { FilledForm } from './filled-form.tsx';
import styles from './form-picture.module.css';
import { useEditedBinding } from './use-edited-binding.ts';
import { useFormSaving } from './use-form-saving.ts';

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
  const edited = useEditedBinding(start);
  const { form, binding, sheet, bound, toCheck, picked, pick, look, replace } = edited;
  const [title, setTitle] = useState(start.record?.title ?? titleOfFile(start.file.name));
  const [usual, setUsual] = useState<PeriodKind>(start.record?.usual ?? start.proposed.usual);
  const [tab, setTab] = useState('binding');
  const { busy, save } = useFormSaving(onSaved);
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
            value={usual}
            data={PERIOD_KINDS.map(({ kind, title: word }) => ({ value: kind, label: word }))}
            onChange={(kind) => setUsual(PERIOD_KINDS.find((one) => one.kind === kind)?.kind ?? usual)}
          />
          {form.sheets.length > 1 && (
            <Select
              label="工作表"
              w={160}
              value={sheet?.name ?? null}
              data={form.sheets.map(({ name }) => ({ value: name, label: sheetLabel(name, binding) }))}
              onChange={(name) => look(name)}
            />
          )}
          <Button variant="default" onClick={replace}>
            换一份空白表样
          </Button>
          <Button variant="default" ml="auto" onClick={onCancel}>
            取消
          </Button>
          <Button
            loading={busy}
            disabled={title.trim() === ''}
            onClick={() => save({ form, binding, title: title.trim(), usual })}
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
            period={previousPeriod(periodOf(usual, today))}
          />
        ) : (
          <>
            {sheet && bound && (
              <BoundPicture
                sheet={sheet}
                binding={bound}
                toCheck={toCheck.filter((one) => one.sheet === sheet.name)}
                here={picked}
                onPick={(row, column) => pick({ row, column })}
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
      {tab === 'binding' && <BindingPanel edited={edited} />}
    </div>
  );
}

const sheetLabel = (name: string, { sheets }: FormBinding): string =>
  sheets.some(({ sheet }) => sheet === name) ? `${name}（程序填）` : name;

/** More of them say nothing new. */
const MOST_CHANGES = 8;

function Changes({ changes }: { readonly changes: readonly string[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="表样改过版">
      <li>表样和上次核对时不一样，下面已按新版面重新提出，请核对后保存：</li>
      {changes.slice(0, MOST_CHANGES).map((change) => (
        <li key={change}>{change}</li>
      ))}
      {changes.length > MOST_CHANGES && <li>……共 {changes.length} 处</li>}
    </ul>
  );
}
