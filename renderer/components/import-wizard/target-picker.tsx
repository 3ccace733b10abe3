import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { type ColumnTarget, fieldsOf, type MappedColumn } from '../../../shared/workbook/import/mapping.ts';
import styles from './import-wizard.module.css';
import {
  firstFieldOf,
  secondOptions,
  type TargetOption,
  targetFrom,
  targetKey,
  targetLabel,
  targetOptions,
  withSecondField,
} from './target-options.ts';

type Props = {
  readonly ledger: Ledger;
  readonly mapped: MappedColumn;
  readonly onTarget: (column: number, target: ColumnTarget) => void;
};

/** Which field a column goes to, and, where the clerk wishes, which second one takes something of the same cell. */
export function TargetPicker({ ledger, mapped, onTarget }: Props) {
  const { target, column, header, why, sure } = mapped;
  const first = firstFieldOf(target);
  const [, second = ''] = fieldsOf(target);
  return (
    <div className={styles.target}>
      <Picker
        label={`“${header}”对应的字段`}
        className={styles.picker}
        shown={targetLabel(ledger, target)}
        isIdle={target.kind === 'ignore'}
        options={() => targetOptions(ledger, target)}
        value={targetKey(target)}
        onChoose={(key) => onTarget(column, targetFrom(key))}
      />
      {first !== undefined && (
        <Picker
          label={`“${header}”同时填入的字段`}
          className={styles.second}
          shown={second === '' ? '＋ 同时填另一栏' : '改为只填一栏或另一栏'}
          options={() => secondOptions(ledger, first)}
          value={second}
          onChoose={(field) => onTarget(column, withSecondField(ledger, target, field))}
        />
      )}
      <Text size="xs" c={sure ? 'dimmed' : 'orange.8'} lineClamp={2} title={why}>
        {why}
      </Text>
    </div>
  );
}

type PickerProps = {
  readonly label: string;
  readonly className: string | undefined;
  readonly shown: string;
  readonly isIdle?: boolean;
  readonly options: () => readonly TargetOption[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
};

/** A list to choose from that is made only when it is asked for: one for each of twenty columns would hold the page. */
function Picker({ label, className, shown, isIdle = false, options, value, onChoose }: PickerProps) {
  const [choosing, setChoosing] = useState(false);
  if (!choosing) {
    return (
      <button
        type="button"
        aria-label={label}
        aria-haspopup="listbox"
        className={className}
        data-idle={isIdle || undefined}
        title={shown}
        onClick={() => setChoosing(true)}
      >
        {shown}
      </button>
    );
  }
  return (
    <Select
      aria-label={label}
      size="xs"
      searchable
      autoFocus
      defaultDropdownOpened
      data={[...options()]}
      value={value}
      onChange={(chosen) => chosen !== null && onChoose(chosen)}
      onDropdownClose={() => setChoosing(false)}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
    />
  );
}
