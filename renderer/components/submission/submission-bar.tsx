import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { textIn } from '../../../shared/kit/field-values.ts';
import type { Period } from '../../../shared/kit/period.ts';
import type { LedgerRecord } from '../../../shared/kit/values.ts';
import {
  changesSince,
  countChanges,
  type Handed,
  isReturned,
  returnDraft,
  type SentFile,
  type Subject,
  submissionDraft,
  submissionWords,
} from '../../../shared/submission/submissions.ts';
import { useOperator } from '../session/use-operator.ts';
import { useToday } from '../session/use-today.ts';
import styles from './submission.module.css';
import { SubmissionChanges } from './submission-changes.tsx';
import { type Submissions, useSubmissions } from './use-submissions.ts';

type Props = {
  readonly subject: Subject;
  readonly period: Period;
  /** What would be handed in now. */
  readonly handed: Handed;
  /** The file just saved: what is handed in is exactly it. */
  readonly saved: SentFile | undefined;
};

/** 已于 … 上报 · 之后有 n 处变化; after a file was saved one button says that it was handed in. */
export function SubmissionBar({ subject, period, handed, saved }: Props) {
  const submissions = useSubmissions(subject.id, period);
  const { records } = submissions;
  return (
    <>
      <Sending subject={subject} period={period} handed={handed} saved={saved} submissions={submissions} />
      {records.length > 0 && (
        <ul className={styles.list} aria-label="上报情况">
          {records.map((record, place) => (
            <Sent
              key={record.id}
              record={record}
              before={records[place - 1]}
              time={place + 1}
              handed={place === records.length - 1 ? handed : undefined}
              submissions={submissions}
            />
          ))}
        </ul>
      )}
    </>
  );
}

/** What may be said now: 已上报 of a saved file, 再次报送 of one that came back, 零报告 where nothing was said yet. */
function Sending({ subject, period, handed, saved, submissions }: Props & { readonly submissions: Submissions }) {
  const { records, busy, write } = submissions;
  const [operator] = useOperator();
  const today = useToday();
  const [typed, setTyped] = useState<string>();
  const last = records.at(-1);
  const isAgain = isReturned(last);
  const changes = last && changesSince(last, handed);
  const returned = { file: textIn(last?.values ?? {}, 'file'), hash: textIn(last?.values ?? {}, 'fileHash') };
  const isNew = saved !== undefined && !records.some(({ values }) => values.fileHash === saved.hash);
  const isUnchanged = changes !== undefined && countChanges(changes) === 0 && returned.hash !== '';
  const file = isNew || (isAgain && saved) ? saved : isAgain && isUnchanged ? returned : undefined;
  if (file === undefined && records.length > 0 && !isAgain) return null;
  const sentTo = typed ?? (subject.sentTo || submissions.lastSentTo);
  const name = `${subject.title}（${period.label}）`;
  const note = (sent: SentFile | undefined) =>
    write(
      submissionDraft({
        subject: { ...subject, sentTo: sentTo.trim() },
        period,
        on: today,
        clerk: operator,
        isAgain,
        ...(sent ? { sent: { ...sent, handed } } : {}),
      }),
      sent ? `${isAgain ? '再次报送' : '已上报'}《${name}》` : `零报告《${name}》`,
    );
  return (
    <Group gap={8} mb={10}>
      <Text size="sm">报送单位</Text>
      <TextInput
        aria-label="报送单位"
        placeholder="交给谁，如“区政务热线办”"
        w={220}
        value={sentTo}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {file !== undefined && (
        <Button loading={busy} onClick={() => note(file)}>
          {isAgain ? '再次报送' : '已上报'}
        </Button>
      )}
      {records.length === 0 && (
        <Button variant="default" loading={busy} onClick={() => note(undefined)}>
          零报告
        </Button>
      )}
      {isAgain && (
        <Text size="sm" c="var(--quiet)">
          {againWords(file, returned, isUnchanged)}
        </Text>
      )}
    </Group>
  );
}

function againWords(file: SentFile | undefined, returned: SentFile, isUnchanged: boolean): string {
  if (file === undefined) return '退回之后数据有变化，请先另存新的文件，再登记再次报送';
  if (file.hash === returned.hash) return '报送的还是退回的那一份文件，内容没有变化';
  return isUnchanged ? '数据与退回时相同' : '报送刚另存的文件';
}

type SentProps = {
  readonly record: LedgerRecord;
  /** The one sent before it, where there is one. */
  readonly before: LedgerRecord | undefined;
  readonly time: number;
  /** What would be handed in now, of the one that counts: the last. */
  readonly handed: Handed | undefined;
  readonly submissions: Submissions;
};

function Sent({ record, before, time, handed, submissions }: SentProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isReturning, setIsReturning] = useState(false);
  const changes = handed && changesSince(record, handed);
  const count = changes ? countChanges(changes) : 0;
  const { outcome } = record.values;
  return (
    <li>
      <div className={styles.line}>
        <span>{submissionWords(record, time, before)}</span>
        {changes && (
          <span data-testid="changed-since">{count === 0 ? '· 之后没有变化' : `· 之后有 ${count} 处变化`}</span>
        )}
        {count > 0 && (
          <Button variant="subtle" h={24} px={6} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? '收起' : '查看'}
          </Button>
        )}
        {handed && (outcome === '已上报' || outcome === '再次报送') && (
          <Button variant="subtle" h={24} px={6} onClick={() => setIsReturning(!isReturning)}>
            退回
          </Button>
        )}
      </div>
      {changes && changes.notCompared.length > 0 && (
        <Text size="sm" c="var(--quiet)">
          {changes.notCompared.join('；')}。
        </Text>
      )}
      {isOpen && changes && <SubmissionChanges changes={changes} />}
      {isReturning && <Returning record={record} submissions={submissions} onDone={() => setIsReturning(false)} />}
    </li>
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
