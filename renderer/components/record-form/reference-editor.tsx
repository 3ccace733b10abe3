import { type ComboboxItem, MultiSelect, type OptionsFilter, UnstyledButton } from '@mantine/core';
import { isCaseLedger } from '../../../shared/kit/case-links.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { isWithdrawn } from '../../../shared/kit/in-use.ts';
import type { LedgerRecord, Value } from '../../../shared/kit/values.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { ClearableSelect } from '../basics/clearable-select.tsx';
import { type ReferenceBook, useReferenceBook } from '../session/reference-book.tsx';
import { CaseEditor } from './case-editor.tsx';
import type { EditorProps } from './editor-props.ts';
import styles from './record-form.module.css';

/** More are found by typing. */
const MOST_SHOWN = 100;

type Item = ComboboxItem & { readonly title: string; readonly words: string; readonly isOver: boolean };

function itemOf(book: ReferenceBook, ledgerId: string, { id, values }: LedgerRecord): Item {
  const ledger = ledgerById(ledgerId);
  const title = textIn(values, ledger?.titleField ?? 'name');
  const called = book.nameOf(ledgerId, id);
  const isOver = isWithdrawn(values, book.today);
  const ended = isOver ? `（${textIn(values, 'offFrom')} 停用）` : '';
  const code = textIn(values, 'code');
  const words = [title, code, ...(ledger?.alsoCalled ?? []).map((fieldId) => textIn(values, fieldId))].join(' ');
  return { value: id, label: `${called}${ended}`, title: `${title}${ended}`, words: words.toLowerCase(), isOver };
}

const byWords: OptionsFilter = ({ options, search }) => {
  const wanted = search.trim().toLowerCase();
  return options.filter((option) => {
    if (!('value' in option)) return false;
    const words = 'words' in option && typeof option.words === 'string' ? option.words : '';
    return option.label.toLowerCase().includes(wanted) || words.includes(wanted);
  });
};

/** The list says the full name; the field, once chosen, the short one the office uses. */
const renderOption = ({ option }: { readonly option: ComboboxItem }) => (
  <span>{'title' in option && typeof option.title === 'string' ? option.title : option.label}</span>
);

const idsOf = (value: Value | undefined): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

/** Chooses records of another ledger: of a register by name, short name, alias or code, cases by searching for them. */
export function ReferenceEditor(props: EditorProps) {
  const { id, name, field, value, onChange, hasError } = props;
  const book = useReferenceBook();
  const { target } = field;
  if (!target) return null;
  const ledger = ledgerById(target.ledger);
  if (ledger && isCaseLedger(ledger)) return <CaseEditor {...props} ledger={ledger} />;
  const { where } = target;
  const held = idsOf(value);
  const own = book.recordsOf(target.ledger);
  const others = held
    .flatMap((one) => book.record(target.ledger, one) ?? [])
    .filter(({ office }) => office !== undefined);
  const allowed = [...own, ...others].filter(
    ({ id: one, values }) => held.includes(one) || !where || where.is.includes(textIn(values, where.field)),
  );
  const inUse = allowed.filter(({ id: one, values }) => held.includes(one) || values.inUse !== false);
  const items = inUse.map((record) => itemOf(book, target.ledger, record));
  const data = items.toSorted((a, b) => Number(a.isOver) - Number(b.isOver));
  const shared = {
    id,
    'aria-label': name,
    data,
    searchable: true,
    limit: MOST_SHOWN,
    renderOption,
    filter: byWords,
    error: hasError,
    nothingFoundMessage: '没有找到，可先到对应台账新增',
  };
  if (field.kind === 'reference') {
    return <ClearableSelect {...shared} value={held[0] ?? null} onChange={(next) => onChange(next ?? undefined)} />;
  }
  return (
    <>
      <MultiSelect
        {...shared}
        clearable
        styles={{ inputField: { minWidth: 24 } }}
        value={held}
        onChange={(next) => onChange(next)}
      />
      {target.allWords && data.length > 1 && held.length < data.length && (
        <UnstyledButton className={styles.link ?? ''} onClick={() => onChange(data.map((item) => item.value))}>
          全部（{data.length} 个）
        </UnstyledButton>
      )}
    </>
  );
}
