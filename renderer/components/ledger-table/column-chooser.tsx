import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { Icon } from '../basics/icon.tsx';
import { columnLabel } from '../basics/shown-text.ts';
import { possibleColumns } from './columns.ts';
import type { ColumnChoice } from './use-columns.ts';

type Props = { readonly ledger: Ledger; readonly choice: ColumnChoice };

/** Shows and hides columns; the choice is kept on this PC. */
export function ColumnChooser({ ledger, choice }: Props) {
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="subtle" c="#3d4852" px={8} flex="none" leftSection={<Icon name="columns" />}>
          列
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <ScrollArea.Autosize mah={380} type="auto">
          <Stack gap={6} pr="md">
            {possibleColumns(ledger).map(([id, field]) => (
              <Checkbox
                key={id}
                label={columnLabel(field)}
                checked={choice.ids.includes(id)}
                onChange={() => choice.toggle(id)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Button variant="default" fullWidth mt="xs" onClick={choice.reset}>
          恢复默认列
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
