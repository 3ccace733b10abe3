import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Period } from '../../../shared/indicators/period.ts';
import { textIn } from '../../../shared/kit/steps.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import { returnDraft, type Subject, submissionDraft, submissionWords } from '../../../shared/submission/submissions.ts';
import {
  type FigureChange,
  figureChanges,
  readFigures,
  type SubmittedFigures,
} from '../../../shared/submission/submitted-figures.ts';
import { useOperator } from '../session/use-operator.ts';
import { useToday } from '../session/use-today.ts';
import styles from './submission.module.css';
import { type Submissions, useSubmissions } from './use-submissions.ts';

/** The file just saved: what is handed in is exactly it. */
export type SavedFile = { readonly file: string; readonly hash: string };

type Props = {
  readonly subject: Subject;
  readonly period: Period;
  readonly figures: SubmittedFigures;
  readonly saved: SavedFile | undefined;
};

/** 已于 … 上报 · 之后有 n 处变化; after a file was saved one button says that it was handed in. */
export function SubmissionBar({ subject, period, figures, saved }: Props) {
  const submissions = useSubmissions(subject.id, period);
  const [operator] = useOperator();
  const today = useToday();
  const { records, busy, write } = submissions;
  const name = `${subject.title}（${period.label}）`;
  const note = (sent: SavedFile | undefined) =>
    write(
      submissionDraft({ subject, period, on: today, clerk: operator, ...(sent ? { sent: { ...sent, figures } } : {}) }),
      sent ? `已上报《${name}》` : `零报告《${name}》`,
    );
  const isNoted = saved !== undefined && records.some(({ values }) => values.fileHash === saved.hash);
  return (
    <>
      {(records.length === 0 || (saved !== undefined && !isNoted)) && (
        <Group gap={8} mb={10}>
          {saved !== undefined && !isNoted && (
            <Button loading={busy} onClick={() => note(saved)}>
              已上报
            </Button>
          )}
          {records.length === 0 && (
            <Button variant="default" loading={busy} onClick={() => note(undefined)}>
              零报告
            </Button>
          )}
        </Group>
      )}
      {records.length > 0 && (
        <ul className={styles.list} aria-label="上报情况">
          {records.map((record, place) => (
            <Sent
              key={record.id}
              record={record}
              time={place + 1}
              figures={place === records.length - 1 ? figures : undefined}
              submissions={submissions}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type SentProps = {
  readonly record: LedgerRecord;
  readonly time: number;
  /** The figures now, of the one that counts: the last. */
  readonly figures: SubmittedFigures | undefined;
  readonly submissions: Submissions;
};

function Sent({ record, time, figures, submissions }: SentProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isReturning, setIsReturning] = useState(false);
  const then = readFigures(textIn(record.values, 'figures'));
  const changes = figures && then ? figureChanges(then, figures) : [];
  return (
    <li>
      <div className={styles.line}>
        <span>{submissionWords(record, time)}</span>
        {figures && then && (
          <span data-testid="changed-since">
            {changes.length === 0 ? '· 之后没有变化' : `· 之后有 ${changes.length} 处变化`}
          </span>
        )}
        {changes.length > 0 && (
          <Button variant="subtle" h={24} px={6} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? '收起' : '查看'}
          </Button>
        )}
        {figures && record.values.outcome === '已上报' && (
          <Button variant="subtle" h={24} px={6} onClick={() => setIsReturning(!isReturning)}>
            退回
          </Button>
        )}
      </div>
      {isOpen && <Changes changes={changes} />}
      {isReturning && <Returning record={record} submissions={submissions} onDone={() => setIsReturning(false)} />}
    </li>
  );
}

const shownOr = (shown: string | undefined): string => shown ?? '没有这一格';

function Changes({ changes }: { readonly changes: readonly FigureChange[] }) {
  return (
    <table className={styles.changes} aria-label="上报之后的变化">
      <thead>
        <tr>
          <th>格</th>
          <th>上报时</th>
          <th>现在</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ cell, before, after, records }) => (
          <tr key={cell}>
            <td>{cell}</td>
            <td>{shownOr(before)}</td>
            <td>
              {shownOr(after)}
              {records && '（数相同，对应的记录不同）'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ReturningProps = {
  readonly record: LedgerRecord;
  readonly submissions: Submissions;
  readonly onDone: () => void;
};

function Returning({ record, submissions, onDone }: ReturningProps) {
  const today = useToday();
  const [reason, setReason] = useState('');
  return (
    <Group gap={8} align="end" my={6}>
      <TextInput label="退回原因" w={360} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button
        loading={submissions.busy}
        disabled={reason.trim() === ''}
        onClick={() => {
          submissions.write(returnDraft(record, today, reason.trim()), `退回《${textIn(record.values, 'title')}》`);
          onDone();
        }}
      >
        登记退回
      </Button>
    </Group>
  );
}
