import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DocumentRequest, MadeDocument } from '../../../shared/documents/make-document.ts';
import { type Complaint, error } from '../../../shared/kit/complaint.ts';
import { date } from '../../../shared/kit/fields.ts';
import { BAR_LABEL } from '../../components/basics/bar-label.ts';
import { FieldBox } from '../../components/record-form/field-box.tsx';
import type { CaseDocument } from '../../store/services/document-service.ts';
import styles from './case-document-page.module.css';

const ON = date('成文日期').spec;

type Choice = Partial<DocumentRequest>;

type Props = {
  readonly shown: CaseDocument;
  readonly made: MadeDocument & { readonly ok: true };
  /** What a record of the ledger is called: 申请, 诉求. */
  readonly noun: string;
  /** What the clerk chose; the rest is proposed. */
  readonly chosen: Choice;
  /** What stands against issuing it as it is. */
  readonly refused: readonly Complaint[];
  readonly onChoose: (change: (before: Choice) => Choice) => void;
  readonly onBack: () => void;
};

/** What a paper is, and what the clerk decides of it: number, date, and which of several rows it is about. */
export function DocumentHead({ shown, made, noun, chosen, refused, onChoose, onBack }: Props) {
  const [unread, setUnread] = useState<readonly Complaint[]>([]);
  const choose = (change: Choice) => onChoose((before) => ({ ...before, ...change }));
  const { number, nextNumber } = made;
  const typed = chosen.number ?? number ?? '';
  const against = refused.find(({ field }) => field === 'docNo')?.message;
  return (
    <header className={styles.head}>
      <Button variant="default" onClick={onBack}>
        ‹ 返回{noun}
      </Button>
      <div className={styles.name}>
        <h2 className={styles.title}>{shown.title}</h2>
        <div className={styles.case} title={shown.caseName}>
          {shown.caseNo} {shown.caseName}
        </div>
      </div>
      {shown.about.length > 1 && (
        <Select
          className={styles.field ?? ''}
          label="哪一份"
          labelProps={BAR_LABEL}
          data={shown.about.map(({ id, title }) => ({ value: id, label: title }))}
          value={chosen.about ?? shown.about.at(-1)?.id ?? null}
          // Each row is a paper of its own: the number typed for another one stays with that one.
          onChange={(row) => row !== null && onChoose(({ number: _, ...before }) => ({ ...before, about: row }))}
        />
      )}
      {shown.numbered && (
        <TextInput
          className={styles.field ?? ''}
          label="文号"
          labelProps={BAR_LABEL}
          error={against}
          placeholder="留空由人手填"
          value={typed}
          description={nextNumber !== undefined && nextNumber !== typed ? `下一个可用的号：${nextNumber}` : undefined}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          onChange={(event) => choose({ number: event.currentTarget.value })}
        />
      )}
      <div className={styles.field}>
        <FieldBox
          path="on"
          field={ON}
          value={made.on}
          complaints={unread}
          onChange={(value) => typeof value === 'string' && choose({ on: value })}
          onUnread={(path, message) => setUnread(message === undefined ? [] : [error('form/unread', message, path)])}
        />
      </div>
    </header>
  );
}
