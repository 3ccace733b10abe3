import { Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { withTable } from '../../../shared/forms/edit-binding.ts';
import styles from './form-picture.module.css';
import { LinePanel } from './line-panel.tsx';
import type { EditedBinding } from './use-edited-binding.ts';
import { ValuePanel } from './value-panel.tsx';

/** Beside the picture of a form: what is to be checked, and what the picked place is filled with. */
export function BindingPanel({ edited }: { readonly edited: EditedBinding }) {
  const { sheet, tables, bound, setBound, place, beside, toCheck, look, pick } = edited;
  return (
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
          {beside ? (
            <Stack gap="xs">
              <Text size="sm">这是并排的另一个表格，现在没有填。</Text>
              <Button variant="default" onClick={() => setBound(withTable(bound, beside.table))}>
                改填这一个表格
              </Button>
            </Stack>
          ) : (
            <ValuePanel binding={bound} place={place} onChange={setBound} />
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => pick(undefined)}>
            看整张表的设置
          </Button>
        </>
      )}
    </Stack>
  );
}
