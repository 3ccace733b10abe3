import { Button, UnstyledButton } from '@mantine/core';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import { rowsIn } from '../../../shared/kit/field-values.ts';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import { childPath } from '../../../shared/kit/validate.ts';
import type { ChildRow, Value } from '../../../shared/kit/values.ts';
import { FieldBox } from './field-box.tsx';
import styles from './record-form.module.css';

type Props = {
  readonly fieldId: string;
  readonly field: FieldSpec;
  readonly value: Value | undefined;
  readonly complaints: readonly Complaint[];
  readonly onChange: (rows: readonly ChildRow[]) => void;
  readonly onUnread: (path: string, message: string | undefined) => void;
};

/** Rows inside a record, one card a row: the panel is narrower than a paper form's table. */
export function ChildrenEditor({ fieldId, field, value, complaints, onChange, onUnread }: Props) {
  const rows = value === undefined ? [] : rowsIn({ [fieldId]: value }, fieldId);
  const set = (row: ChildRow, childId: string, next: Value | undefined) =>
    onChange(rows.map((one) => (one.id === row.id ? { ...one, [childId]: next } : one)));
  return (
    <div>
      {rows.map((row, place) => (
        <div key={row.id} className={styles.childRow}>
          <div className={styles.childHead}>
            <span>第 {place + 1} 条</span>
            <UnstyledButton
              className={styles.link ?? ''}
              onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
            >
              移除这一条
            </UnstyledButton>
          </div>
          <div className={styles.fields}>
            {Object.entries(field.childFields ?? {}).map(([childId, child]) => (
              <FieldBox
                key={childId}
                path={childPath(fieldId, place, childId)}
                field={child}
                value={row[childId]}
                complaints={complaints}
                onChange={(next) => set(row, childId, next)}
                onUnread={onUnread}
              />
            ))}
          </div>
        </div>
      ))}
      <Button
        variant="default"
        aria-label={`${field.label} 增加一条`}
        onClick={() => onChange([...rows, { id: crypto.randomUUID() }])}
      >
        增加一条
      </Button>
    </div>
  );
}
