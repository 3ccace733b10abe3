import { Textarea } from '@mantine/core';
import styles from './first-start.module.css';
import type { FirstOfficeState } from './use-first-office.ts';

type Props = {
  readonly state: FirstOfficeState;
  readonly field: 'communities' | 'departments';
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly required?: boolean;
};

/** A list, one line a row; rows copied out of a sheet can be pasted as they are. */
export function ListField({ state, field, label, hint, example, required = false }: Props) {
  const error = state.said(field);
  return (
    <Textarea
      label={label}
      description={hint}
      placeholder={example}
      withAsterisk={required}
      rows={7}
      value={state.form[field]}
      error={error && <span style={{ whiteSpace: 'pre-line' }}>{error}</span>}
      classNames={{ input: styles.lines ?? '' }}
      onChange={(event) => state.set(field, event.currentTarget.value)}
    />
  );
}
