import { Textarea, TextInput } from '@mantine/core';
import { type FocusEvent, useState } from 'react';
import { convertText } from '../../../shared/kit/convert/convert-text.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { DayPicker } from './day-picker.tsx';
import type { EditorProps } from './editor-props.ts';
import styles from './record-form.module.css';
import { typedText } from './typed-text.ts';

/** Anything typed as text: read when the clerk leaves the field, by the rules an import uses, and said where changed. */
export function TextEditor({ id, name, field, value, onChange, onUnread, hasError }: EditorProps) {
  const { lookup } = useReferenceBook();
  const [text, setText] = useState(() => typedText(value, field));
  const [said, setSaid] = useState<string>();
  const [known, setKnown] = useState(value);
  // A value that changed elsewhere (saved, undone) is shown: leaving the field would write the old text over it.
  if (known !== value) {
    setKnown(value);
    if (typedText(known, field) !== typedText(value, field)) setText(typedText(value, field));
  }

  const read = (raw: string) => {
    const { value: next, complaints, changed } = convertText(raw, field, lookup);
    const wrong = complaints.find(({ severity }) => severity === 'error');
    onUnread(wrong?.message);
    setSaid(wrong ? undefined : (changed ?? complaints[0]?.message));
    if (wrong) return;
    const shown = typedText(next, field);
    // Looked at and left as it was: nothing is kept that would stand against what changes elsewhere later.
    if (shown !== typedText(value, field)) onChange(next);
    if (shown !== text) setText(shown);
  };
  const shared = {
    id,
    'aria-label': name,
    value: text,
    error: hasError,
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => read(event.currentTarget.value),
  };
  const onType = (next: string) => {
    setText(next);
    // Said at once that something was typed, so that the save bar is there before the field is left.
    if (field.kind === 'text' || field.kind === 'longText') onChange(next);
  };
  const unit = field.kind === 'money' ? (field.unit ?? '元') : field.kind === 'percent' ? '%' : undefined;
  const isDate = field.kind === 'date';
  return (
    <>
      {field.kind === 'longText' ? (
        <Textarea
          {...shared}
          classNames={{ input: styles.grows ?? '' }}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          {...shared}
          onChange={(event) => onType(event.currentTarget.value)}
          {...(field.kind === 'moment' ? { placeholder: '如 2026-1-5 9:30' } : {})}
          {...(isDate ? { placeholder: '如 2026-1-5', rightSection: <DayPicker value={value} onPick={read} /> } : {})}
          {...(unit ? { rightSection: <span className={styles.grade}>{unit}</span>, rightSectionWidth: 44 } : {})}
        />
      )}
      {said && <div className={styles.help}>{said}</div>}
    </>
  );
}
