import type { Complaint } from '../../../shared/kit/complaint.ts';
import { hasError } from '../../../shared/kit/complaint.ts';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { controlId } from './control-id.ts';
import styles from './record-form.module.css';
import { ValueEditor } from './value-editor.tsx';

type Props = {
  /** Field id, or the path of a child row's field. Complaints name it; the control carries it as id. */
  readonly path: string;
  readonly field: FieldSpec;
  readonly value: Value | undefined;
  readonly complaints: readonly Complaint[];
  readonly required?: boolean;
  /** How much the field is required, where it is not simply 必填. */
  readonly grade?: string | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly onUnread: (path: string, message: string | undefined) => void;
};

const WIDE: ReadonlySet<FieldSpec['kind']> = new Set(['longText', 'attachments', 'references']);

/** One field with its label, grade, editor, help and whatever speaks against it. */
export function FieldBox({ path, field, value, complaints, required, grade, onChange, onUnread }: Props) {
  const own = complaints.filter((complaint) => complaint.field === path);
  const isRequired = required ?? field.key ?? false;
  const id = controlId(path);
  return (
    <div className={`${styles.field} ${WIDE.has(field.kind) ? styles.wide : ''}`}>
      <label className={styles.label} htmlFor={id}>
        <span>{field.label}</span>
        {isRequired ? (
          <span className={styles.grade} data-key="">
            必填
          </span>
        ) : (
          grade && <span className={styles.grade}>{grade}</span>
        )}
      </label>
      <ValueEditor
        id={id}
        name={field.label}
        field={field}
        value={value}
        onChange={onChange}
        onUnread={(message) => onUnread(path, message)}
        hasError={hasError(own)}
      />
      {own.map(({ code, message, basis }) => (
        <div key={code + message} className={styles.complaint} title={basis}>
          {message}
        </div>
      ))}
      {field.help && <div className={styles.help}>{field.help}</div>}
    </div>
  );
}
