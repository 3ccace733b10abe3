import { Select, type SelectProps } from '@mantine/core';
import type { KeyboardEvent } from 'react';

type Props = Omit<SelectProps, 'clearable' | 'onChange' | 'onKeyDown'> & {
  /** Null: emptied. */
  readonly onChange: (value: string | null) => void;
};

/** A choice that can be taken back: by its cross, which only the mouse reaches, or by Delete. */
export function ClearableSelect({ onChange, ...props }: Props) {
  const clearByKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const { readOnly, selectionStart, selectionEnd, value } = event.currentTarget;
    // Within words that are searched for, Delete takes a letter.
    const isWhole = readOnly || (selectionStart === 0 && selectionEnd === value.length);
    if (event.key !== 'Delete' || value === '' || !isWhole) return;
    event.preventDefault();
    onChange(null);
  };
  return <Select {...props} clearable onChange={(value) => onChange(value)} onKeyDown={clearByKey} />;
}
