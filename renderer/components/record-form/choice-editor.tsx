import { MultiSelect } from '@mantine/core';
import type { Value } from '../../../shared/kit/values.ts';
import { ClearableSelect } from '../basics/clearable-select.tsx';
import { useReferenceBook } from '../session/reference-book.tsx';
import type { EditorProps } from './editor-props.ts';
import { TextEditor } from './text-editor.tsx';

const textsOf = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The place to type takes what the chosen ones leave, not a line of its own. */
const roomy = { styles: { inputField: { minWidth: 24 } } };

/** One or many of the options in force; a word withdrawn since stays visible. Without any options it is typed. */
export function ChoiceEditor(props: EditorProps) {
  const { id, name, field, value, onChange, hasError } = props;
  const { lookup } = useReferenceBook();
  const options = lookup.options(field).map((option) => option.value);
  const held = field.kind === 'choices' ? textsOf(value) : typeof value === 'string' && value !== '' ? [value] : [];
  const data = [...new Set([...options, ...held])];
  if (options.length === 0) return <TextEditor {...props} />;
  const shared = {
    id,
    'aria-label': name,
    data,
    error: hasError,
    nothingFoundMessage: '没有这一选项',
  };
  if (field.kind === 'choices') {
    return <MultiSelect {...shared} {...roomy} clearable searchable value={held} onChange={(next) => onChange(next)} />;
  }
  return (
    <ClearableSelect
      {...shared}
      searchable={data.length > 8}
      value={held[0] ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
