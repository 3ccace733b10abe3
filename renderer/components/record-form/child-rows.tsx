import { rowsIn } from '../../../shared/kit/field-values.ts';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import styles from './record-form.module.css';

type Props = { readonly field: FieldSpec; readonly value: Value | undefined };

/**
 * Rows inside a record that are only read: opinions, decisions, corrections. Blank fields are left out, and what the program
 * keeps for itself: the id of a record that was handed over.
 */
export function ChildRows({ field, value }: Props) {
  const { nameOf } = useReferenceBook();
  const rows = value === undefined ? [] : rowsIn({ rows: value }, 'rows');
  return (
    <div>
      {rows.map((row) => (
        <div key={row.id} className={`${styles.childRow} ${styles.childFacts}`}>
          {Object.entries(field.childFields ?? {}).map(([childId, child]) => {
            const text = formatValue(row[childId], child, nameOf);
            return (
              text !== '' &&
              !child.automatic && (
                <span key={childId}>
                  <b>{child.label}</b> {text}
                </span>
              )
            );
          })}
        </div>
      ))}
    </div>
  );
}
