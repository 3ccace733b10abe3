import { ActionIcon, SegmentedControl } from '@mantine/core';
import { nextPeriod, PERIOD_KINDS, type Period, periodOf, previousPeriod } from '../../../shared/kit/period.ts';
import type { Day } from '../../../shared/kit/values.ts';
import { Icon } from '../basics/icon.tsx';
import styles from './period.module.css';
import { kindOf } from './period-kind.ts';

type Props = { readonly period: Period; readonly today: Day; readonly onChoose: (period: Period) => void };

/** 月, 季度, 半年, 年, and one step back or forth; never beyond the period today lies in. */
export function PeriodPicker({ period, today, onChoose }: Props) {
  const day = period.last < today ? period.last : today;
  return (
    <div className={styles.picker}>
      <SegmentedControl
        aria-label="期别"
        value={period.kind}
        data={PERIOD_KINDS.map(({ kind, title }) => ({ value: kind, label: title }))}
        onChange={(kind) => onChoose(periodOf(kindOf(kind, period.kind), day))}
      />
      <ActionIcon variant="subtle" color="gray.7" aria-label="上一期" onClick={() => onChoose(previousPeriod(period))}>
        <Icon name="fold" />
      </ActionIcon>
      <span className={styles.period} aria-live="polite">
        {period.label}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray.7"
        aria-label="下一期"
        disabled={period.last >= today}
        onClick={() => onChoose(nextPeriod(period))}
      >
        <Icon name="unfold" />
      </ActionIcon>
    </div>
  );
}
