import { UnstyledButton } from '@mantine/core';
import { memo, useId } from 'react';
import { type Complaint, error } from '../../../shared/kit/complaint.ts';
import { decidedFields, decidedWords } from '../../../shared/kit/decisions.ts';
import type { FieldSpec } from '../../../shared/kit/fields.ts';
import { formatValue } from '../../../shared/kit/format.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { useReferenceBook } from '../session/reference-book.tsx';
import { ChildRows } from './child-rows.tsx';
import { ChildrenEditor } from './children-editor.tsx';
import { FieldBox } from './field-box.tsx';
import styles from './record-form.module.css';
import { gradeOf, isTyped, sectionsOf } from './sections.ts';
import type { RecordForm as Form } from './use-record-form.ts';

type Props = {
  readonly ledger: Ledger;
  readonly form: Form;
  readonly complaints: readonly Complaint[];
};

/** A record in the sections of its paper form. Grades and complaints stand beside the fields they are about. */
export function RecordForm({ ledger, form, complaints }: Props) {
  const anchor = useId();
  const sections = sectionsOf(ledger, form.values);
  const decided = decidedFields(ledger.workflow, form.values);
  const unread = [...form.unread].map(([path, message]) => error('form/unread', message, path));
  // What cannot be read is said first; what the store says of the old value would only confuse.
  const said = [...unread, ...complaints.filter(({ field }) => field === undefined || !form.unread.has(field))];
  return (
    <div key={form.round}>
      {sections.length > 2 && (
        <nav className={styles.links} aria-label="栏目">
          {sections.map(({ title }) => (
            <UnstyledButton
              key={title}
              className={styles.link ?? ''}
              onClick={() => document.getElementById(`${anchor}${title}`)?.scrollIntoView()}
            >
              {title}
            </UnstyledButton>
          ))}
        </nav>
      )}
      {sections.map(({ title, fields }) => (
        <section key={title} id={`${anchor}${title}`} className={styles.section} aria-label={title}>
          <h3 className={styles.sectionTitle}>{title}</h3>
          <div className={styles.fields}>
            {fields.map(([fieldId, field]) => (
              <OneField
                key={fieldId}
                ledger={ledger}
                fieldId={fieldId}
                field={field}
                value={form.values[fieldId]}
                isDecided={decided.has(fieldId)}
                complaints={complaintsOf(said, fieldId)}
                onChange={form.set}
                onUnread={form.setUnread}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

const NONE: readonly Complaint[] = [];

/** What is said of a field and of its rows. Nothing is always the same nothing, so that such a field is not drawn again. */
function complaintsOf(said: readonly Complaint[], fieldId: string): readonly Complaint[] {
  const own = said.filter(({ field }) => field === fieldId || field?.startsWith(`${fieldId}[`));
  return own.length > 0 ? own : NONE;
}

type OneProps = {
  readonly ledger: Ledger;
  readonly fieldId: string;
  readonly field: FieldSpec;
  readonly value: Value | undefined;
  /** Written by an act: to be read only. */
  readonly isDecided: boolean;
  readonly complaints: readonly Complaint[];
  readonly onChange: (fieldId: string, value: Value | undefined) => void;
  readonly onUnread: (path: string, message: string | undefined) => void;
};

/** One field. Drawn again where something of it changed, not with every letter typed into another of fifty. */
const OneField = memo(function OneField(props: OneProps) {
  const { ledger, fieldId, field, value, isDecided, complaints, onChange, onUnread } = props;
  const { nameOf } = useReferenceBook();
  if (field.kind === 'children') {
    return (
      <div className={styles.wide}>
        <div className={styles.label}>{field.label}</div>
        {field.help && <div className={styles.help}>{field.help}</div>}
        {isTyped(field) ? (
          <ChildrenEditor
            fieldId={fieldId}
            field={field}
            value={value}
            complaints={complaints}
            onChange={(rows) => onChange(fieldId, rows)}
            onUnread={onUnread}
          />
        ) : (
          <ChildRows field={field} value={value} />
        )}
      </div>
    );
  }
  if (!isTyped(field)) {
    return (
      <div className={styles.field}>
        <div className={styles.label}>{field.label}</div>
        <div className={styles.readOnly}>{formatValue(value, field, nameOf)}</div>
      </div>
    );
  }
  if (isDecided) {
    return (
      <div className={styles.field} title={decidedWords(field.label)}>
        <div className={styles.label}>
          {field.label}
          <span className={styles.grade}>改错用“更正”</span>
        </div>
        <output className={styles.readOnly} aria-label={field.label}>
          {formatValue(value, field, nameOf)}
        </output>
      </div>
    );
  }
  return (
    <FieldBox
      path={fieldId}
      field={field}
      value={value}
      complaints={complaints.filter(({ code }) => code !== 'field/wanted')}
      grade={gradeOf(ledger, fieldId, field, value)}
      onChange={(next) => onChange(fieldId, next)}
      onUnread={onUnread}
    />
  );
});
