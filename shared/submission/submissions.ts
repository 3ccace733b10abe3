import type { Draft } from '../history/draft.ts';
import type { Period } from '../indicators/period.ts';
import { textIn } from '../kit/steps.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import type { SubmittedFigures } from './submitted-figures.ts';

/** What is handed in: a superior's form by its id, or a report of the program. */
export type Subject = { readonly id: string; readonly title: string; readonly sentTo: string };

export const formSubject = (id: string): string => `form/${id}`;
export const reportSubject = (id: string): string => `report/${id}`;

export type Submitting = {
  readonly subject: Subject;
  readonly period: Period;
  readonly on: Day;
  readonly clerk: string;
  /** Absent of a 零报告. */
  readonly sent?: { readonly file: string; readonly hash: string; readonly figures: SubmittedFigures };
};

/** The clerk says that it was handed in, or that there is nothing to hand in. */
export const submissionDraft = ({ subject, period, on, clerk, sent }: Submitting): Draft => ({
  kind: 'create',
  ledger: 'submission',
  values: {
    title: `${subject.title}（${period.label}）`,
    subject: subject.id,
    kind: period.kind,
    from: period.first,
    outcome: sent ? '已上报' : '零报告',
    submittedOn: on,
    ...(clerk === '' ? {} : { clerk }),
    ...(subject.sentTo === '' ? {} : { sentTo: subject.sentTo }),
    ...(sent ? { file: sent.file, fileHash: sent.hash, figures: JSON.stringify(sent.figures) } : {}),
  },
});

/** 退回, with the superior's reason. */
export const returnDraft = ({ id, rev }: LedgerRecord, on: Day, reason: string): Draft => ({
  kind: 'edit',
  ledger: 'submission',
  id,
  rev,
  patch: { outcome: '已退回', returnedOn: on, returnReason: reason },
});

/** The step of the log that last wrote a record: tells two of one day apart. */
const step = ({ rev }: LedgerRecord): number => Number(rev.split('/')[1] ?? 0);

/** What was handed in of a period, in the order it was: the last one counts. */
export function submissionsOf(
  records: readonly LedgerRecord[],
  subject: string,
  period: Period,
): readonly LedgerRecord[] {
  return records
    .filter(({ values }) => values.subject === subject && values.kind === period.kind && values.from === period.first)
    .sort(
      (a, b) => textIn(a.values, 'submittedOn').localeCompare(textIn(b.values, 'submittedOn')) || step(a) - step(b),
    );
}

/** 已于 2026-10-08 上报区政务热线办（李敏）, 第 2 次 of one that was sent again. */
export function submissionWords(record: LedgerRecord, time: number): string {
  const { values } = record;
  const text = (field: string) => textIn(values, field);
  const who = text('clerk') === '' ? '' : `（${text('clerk')}）`;
  const again = time > 1 ? `第 ${time} 次` : '';
  if (values.outcome === '零报告') return `已于 ${text('submittedOn')} ${again}零报告${who}`;
  const sent = `已于 ${text('submittedOn')} ${again}上报${text('sentTo')}${who}`;
  if (values.outcome !== '已退回') return sent;
  const reason = text('returnReason');
  return `${sent}，${text('returnedOn')} 退回${reason === '' ? '' : `：${reason}`}`;
}
