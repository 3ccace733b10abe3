import { TextInput } from '@mantine/core';
import type { FirstOfficeField, FirstOfficeState } from './use-first-office.ts';

type Props = {
  readonly state: FirstOfficeState;
  readonly field: FirstOfficeField;
  readonly label: string;
  readonly example: string;
  readonly required?: boolean;
};

/** A one-line field of the form with what is said against it. */
export function LineField({ state, field, label, example, required = false }: Props) {
  return (
    <TextInput
      label={label}
      placeholder={example}
      withAsterisk={required}
      value={state.form[field]}
      error={state.said(field)}
      onChange={(event) => state.set(field, event.currentTarget.value)}
    />
  );
}
