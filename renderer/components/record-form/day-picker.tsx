import { Popover, UnstyledButton } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { isDay } from '../../../shared/kit/day.ts';
import type { Day, Value } from '../../../shared/kit/values.ts';
import { Icon } from '../basics/icon.tsx';

type Props = { readonly value: Value | undefined; readonly onPick: (day: Day) => void };

/** The small calendar beside a date field, for whoever would rather point than type. Weeks start on Monday. */
export function DayPicker({ value, onPick }: Props) {
  const [open, setOpen] = useState(false);
  const day = typeof value === 'string' && isDay(value) ? value : null;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <UnstyledButton
          tabIndex={-1}
          aria-label="选择日期"
          onClick={() => setOpen(!open)}
          style={{ display: 'grid', placeItems: 'center', color: 'var(--quiet)' }}
        >
          <Icon name="calendar" size={15} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          locale="zh-cn"
          firstDayOfWeek={1}
          value={day}
          {...(day ? { defaultDate: day } : {})}
          onChange={(next) => {
            setOpen(false);
            if (next) onPick(next);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
