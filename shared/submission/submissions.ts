import type { Draft } from '../history/draft.ts';
import { textIn } from '../kit/field-values.ts';
import { sum } from '../kit/numbers.ts';
import type { Period } from '../kit/period.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { type KeptList, type ListChange, listChanges, notCompared, readLists } from './handed-lists.ts';
import { type FigureChange, figureChanges, readFigures, type SubmittedFigures } from './submitted-figures.ts';

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
  readonly sent?: SentFile & { readonly handed: Handed };
  /** What was sent before it was returned, to be sent once more. */
  readonly isAgain?: boolean;
};

export type SentFile = { readonly file: string; readonly hash: string };

/** What is kept of what was handed in, to tell later what changed: figures at their places, lists by their records. */
export type Handed = { readonly figures: SubmittedFigures; readonly lists: readonly KeptList[] };

/** The clerk says that it was handed in, or that there is nothing to hand in. */
export const submissionDraft = ({ subject, period, on, clerk, sent, isAgain }: Submitting): Draft => ({
  kind: 'create',
  ledger: 'submission',
  values: {
    title: `${subject.title}（${period.label}）`,
    subject: subject.id,
    kind: period.kind,
    from: period.first,
    outcome: sent ? (isAgain ? '再次报送' : '已上报') : '零报告',
    submittedOn: on,
    ...(clerk === '' ? {} : { clerk }),
    ...(subject.sentTo === '' ? {} : { sentTo: subject.sentTo }),
    ...(sent ? { file: sent.file, fileHash: sent.hash, ...keptValues(sent.handed) } : {}),
  },
});

const keptValues = ({ figures, lists }: Handed) => ({
  figures: JSON.stringify(figures),
  lists: JSON.stringify(lists),
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
    .filter(
      ({ values }) =>
        textIn(values, 'subject') === subject && values.kind === period.kind && values.from === period.first,
    )
    .sort(
      (a, b) => textIn(a.values, 'submittedOn').localeCompare(textIn(b.values, 'submittedOn')) || step(a) - step(b),
    );
}

/** What changed under a submitted period since, and what cannot be told. */
export type Changes = {
  readonly figures: readonly FigureChange[];
  readonly lists: readonly ListChange[];
  readonly notCompared: readonly string[];
};

/** Compares what a submission kept with what would be handed in now; undefined where it kept nothing (零报告). */
export function changesSince({ values }: LedgerRecord, now: Handed): Changes | undefined {
  const figures = readFigures(textIn(values, 'figures'));
  if (figures === undefined) return undefined;
  const lists = readLists(textIn(values, 'lists'));
  return {
    figures: lists === undefined ? olderChanges(figures, now.figures) : figureChanges(figures, now.figures),
    lists: lists === undefined ? [] : listChanges(lists, now.lists),
    notCompared: notCompared(lists, now.lists),
  };
}

/** Before lists were kept, their figures were among the others and ranks were not: only cells that both have are compared. */
function olderChanges(then: SubmittedFigures, now: SubmittedFigures): readonly FigureChange[] {
  const shared = (figures: SubmittedFigures) =>
    Object.fromEntries(Object.entries(figures).filter(([cell]) => cell in then && cell in now));
  return figureChanges(shared(then), shared(now));
}

/** How many places of a form are different now: cells with figures, and rows of lists. */
export const countChanges = ({ figures, lists }: Changes): number =>
  figures.length + sum(lists.map(({ ids }) => ids.length));

/** Whether the last one came back, so that it is to be sent again. */
export const isReturned = (record: LedgerRecord | undefined): boolean => record?.values.outcome === '已退回';

/** To whom it was sent last: proposed the next time, too. */
export function lastSentTo(records: readonly LedgerRecord[], subject: string): string {
  const own = records.filter(({ values }) => values.subject === subject && textIn(values, 'sentTo') !== '');
  const last = own.toSorted((a, b) => textIn(a.values, 'submittedOn').localeCompare(textIn(b.values, 'submittedOn')));
  return textIn(last.at(-1)?.values ?? {}, 'sentTo');
}

/**
 * 已于 2026-10-08 上报区政务热线办（李敏）, 第 2 次 of one that was sent again; `before` is the one sent before it, whose file
 * may be the very same.
 */
export function submissionWords(record: LedgerRecord, time: number, before?: LedgerRecord): string {
  const { values } = record;
  const text = (field: string) => textIn(values, field);
  const who = text('clerk') === '' ? '' : `（${text('clerk')}）`;
  const again = time > 1 ? `第 ${time} 次` : '';
  if (values.outcome === '零报告') return `已于 ${text('submittedOn')} ${again}零报告${who}`;
  const isSame = before !== undefined && text('fileHash') !== '' && before.values.fileHash === values.fileHash;
  const same = isSame ? '，文件与上次相同' : '';
  const act = values.outcome === '再次报送' ? `再次报送${text('sentTo')}` : `${again}上报${text('sentTo')}`;
  const sent = `已于 ${text('submittedOn')} ${act}${who}${same}`;
  if (values.outcome !== '已退回') return sent;
  const reason = text('returnReason');
  return `${sent}，${text('returnedOn')} 退回${reason === '' ? '' : `：${reason}`}`;
}
