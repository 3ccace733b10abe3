import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { caseName } from '../../../shared/kit/case-links.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { ClearableSelect } from '../basics/clearable-select.tsx';
import { cellText } from '../basics/shown-text.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { useStoreClient } from '../session/store-context.tsx';
import { useAnswer } from '../session/use-answer.ts';
import type { EditorProps } from './editor-props.ts';

type Props = EditorProps & { readonly ledger: Ledger };

const MOST_SHOWN = 20;
/** Milliseconds of rest before what was typed is looked for. */
const REST = 150;

type Item = { readonly value: string; readonly label: string; readonly about: string };

/** Looks for one case of a ledger that is too long to list: by its number, a name, words of its text. */
export function CaseEditor({ id, name, value, onChange, hasError, ledger }: Props) {
  const { store } = useStoreClient();
  const { nameOf } = useReferenceBook();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Item>();
  const [isOpen, setOpen] = useState(false);
  const [search] = useDebouncedValue(typed, REST);
  const { data } = useAnswer(isOpen ? `${ledger.id} ${search}` : undefined, () =>
    store.window({ ledger: ledger.id, ...(search === '' ? {} : { search }) }, 0, MOST_SHOWN),
  );
  const itemOf = (record: LedgerRecord): Item => ({
    value: record.id,
    label: caseName(ledger, record),
    about: ledger.columns
      .slice(1, 6)
      .map((fieldId) => cellText(ledger, fieldId, record.values[fieldId], nameOf))
      .filter((words) => words !== '')
      .join(' · '),
  });
  const found = (data?.rows ?? []).map(itemOf);
  const held = typeof value === 'string' && value !== '' ? value : undefined;
  const shown =
    held === undefined
      ? undefined
      : (found.find((item) => item.value === held) ??
        (chosen?.value === held ? chosen : { value: held, label: nameOf(ledger.id, held), about: '' }));
  return (
    <ClearableSelect
      id={id}
      aria-label={name}
      data={shown && !found.includes(shown) ? [shown, ...found] : found}
      value={held ?? null}
      searchable
      error={hasError}
      placeholder={`按编号、姓名或内容查找${ledger.noun}`}
      nothingFoundMessage={`没有找到这样的${ledger.noun}`}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onSearchChange={(words) => setTyped(words === shown?.label ? '' : words)}
      // The store has filtered already.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <div>
          {option.label}
          <div style={{ fontSize: 12, color: 'var(--quiet)' }}>
            {found.find(({ value: one }) => one === option.value)?.about}
          </div>
        </div>
      )}
      onChange={(next) => {
        setChosen(found.find((item) => item.value === next));
        onChange(next ?? undefined);
      }}
    />
  );
}
