import { Button, Text, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { textIn } from '../../../../shared/kit/field-values.ts';
import { LoadingLines } from '../../../components/basics/state-notes.tsx';
import styles from '../settings.module.css';
import { useOfficeNames } from './use-office-names.ts';
import { useOfficeUnits } from './use-office-units.ts';

const FIELDS = [
  ['name', '全称'],
  ['shortName', '简称'],
] as const;

/** Full and short names of the district and the street. */
export function OfficeNames() {
  const units = useOfficeUnits();
  const { textOf, set, isDirty, busy, problem, save } = useOfficeNames(units);
  if (units.length === 0) return <LoadingLines lines={2} />;
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {units.map((unit) => (
        <Fragment key={unit.id}>
          {FIELDS.map(([field, title]) => (
            <TextInput
              key={field}
              label={`${textIn(unit.values, 'level')}${title}`}
              value={textOf(unit, field)}
              onChange={(event) => set(unit, field, event.currentTarget.value)}
            />
          ))}
        </Fragment>
      ))}
      {problem && (
        <Text c="var(--mantine-color-error)" role="alert" className={styles.whole ?? ''}>
          {problem}
        </Text>
      )}
      {isDirty && (
        <div className={styles.whole}>
          <Button type="submit" loading={busy}>
            保存名称
          </Button>
        </div>
      )}
    </form>
  );
}
