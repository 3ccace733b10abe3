import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { Icon } from '../basics/icon.tsx';
import { columnLabel } from '../basics/shown-text.ts';
import { possibleColumns } from './columns.ts';
import type { ColumnChoice } from './use-columns.ts';
import { type RowSpacing, useRowHeight } from './use-row-height.ts';

type Props = { readonly ledger: Ledger; readonly choice: ColumnChoice };

const SPACINGS: readonly { readonly value: RowSpacing; readonly label: string }[] = [
  { value: 'compact', label: '紧凑' },
  { value: 'normal', label: '标准' },
  { value: 'loose', label: '宽松' },
];

/** Shows, hides and orders columns, and sets how close the rows stand; remembered for this operator on this PC. */
export function ColumnChooser({ ledger, choice }: Props) {
  const { spacing, setSpacing } = useRowHeight();
  const { ids } = choice;
  const known = new Map(possibleColumns(ledger));
  // Those shown in their order, then the others.
  const listed = [...ids, ...[...known.keys()].filter((id) => !ids.includes(id))];
  return (
    <Popover position="bottom-end" width={340} trapFocus>
      <Popover.Target>
        <Button variant="subtle" c="var(--plain)" px={8} flex="none" leftSection={<Icon name="columns" />}>
          列
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <ScrollArea.Autosize mah={300} type="auto">
          <Stack gap={2} pr="md">
            {listed.map((id) => {
              const field = known.get(id);
              const place = ids.indexOf(id);
              if (!field) return null;
              const label = columnLabel(field);
              return (
                <Group key={id} gap={4} wrap="nowrap" mih={26}>
                  <Checkbox label={label} checked={place >= 0} onChange={() => choice.toggle(id)} flex={1} />
                  {place > 0 && (
                    <ActionIcon
                      variant="subtle"
                      color="gray.7"
                      aria-label={`${label} 移到前面`}
                      onClick={() => choice.place(id, ids[place - 1])}
                    >
                      <Icon name="up" size={14} />
                    </ActionIcon>
                  )}
                  {place >= 0 && place < ids.length - 1 && (
                    <ActionIcon
                      variant="subtle"
                      color="gray.7"
                      aria-label={`${label} 移到后面`}
                      onClick={() => choice.place(id, ids[place + 2])}
                    >
                      <Icon name="down" size={14} />
                    </ActionIcon>
                  )}
                </Group>
              );
            })}
          </Stack>
        </ScrollArea.Autosize>
        <Text fz={12} c="var(--quiet)" mt="xs">
          也可以直接拖动表头：拖名称换位置，拖右边线改宽度，双击边线最合适。用键盘：按 Tab 到列名，Alt+Shift+← →
          改宽度。
        </Text>
        <Button variant="default" fullWidth mt="xs" onClick={choice.reset}>
          恢复默认列
        </Button>
        <Text fz={13} mt="sm" mb={4}>
          行高
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          transitionDuration={0}
          aria-label="行高"
          data={[...SPACINGS]}
          value={spacing}
          onChange={(next) => setSpacing(SPACINGS.find(({ value }) => value === next)?.value ?? 'normal')}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
