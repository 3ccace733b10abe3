import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../shared/history/draft.ts';
import type { Figure } from '../../../shared/indicators/figure.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { keptLists } from '../../../shared/submission/handed-lists.ts';
import {
  changesSince,
  countChanges,
  formSubject,
  isReturned,
  lastSentTo,
  returnDraft,
  submissionDraft,
  submissionsOf,
  submissionWords,
} from '../../../shared/submission/submissions.ts';
import { figureChanges, readFigures, submittedFigures } from '../../../shared/submission/submitted-figures.ts';

const figure = (value: number | undefined, ...ids: string[]): Figure => ({
  unit: 'count',
  ledger: 'demand',
  ids,
  ...(value === undefined ? {} : { value }),
});

describe('what changed since', () => {
  const then = submittedFigures([
    { row: 4, column: 2, figure: figure(2, 'a', 'b') },
    { row: 4, column: 3, figure: figure(1, 'a') },
    { row: 4, column: 4, figure: figure(undefined) },
  ]);

  test('nothing, where the same records give the same figures in whatever order', () => {
    const now = submittedFigures([
      { row: 4, column: 2, figure: figure(2, 'b', 'a') },
      { row: 4, column: 3, figure: figure(1, 'a') },
      { row: 4, column: 4, figure: figure(undefined) },
    ]);
    expect(figureChanges(then, now)).toEqual([]);
  });

  test('figures old and new, cells come and gone, and the same number of other records', () => {
    const now = submittedFigures([
      { row: 4, column: 2, figure: figure(3, 'a', 'b', 'c') },
      { row: 4, column: 3, figure: figure(1, 'c') },
      { row: 5, column: 2, figure: figure(1, 'c') },
    ]);
    expect(figureChanges(then, now)).toEqual([
      { cell: 'C5', before: '2', after: '3', records: false },
      { cell: 'D5', before: '1', after: '1', records: true },
      { cell: 'E5', before: '—', after: undefined, records: false },
      { cell: 'C6', before: undefined, after: '1', records: false },
    ]);
  });

  test('is told from what a record keeps, and ids of records are not kept', () => {
    const kept = JSON.stringify(then);
    expect(figureChanges(readFigures(kept) ?? {}, then)).toEqual([]);
    expect(kept).not.toContain('"a"');
    expect(readFigures('')).toBeUndefined();
  });

  test('cells of a further sheet say so', () => {
    expect(Object.keys(submittedFigures([{ sheet: 1, row: 0, column: 0, figure: figure(1) }]))).toEqual(['表2 A1']);
  });
});

const valuesOf = (draft: Draft): Values => ('values' in draft ? draft.values : {});

describe('the record', () => {
  const september = periodOf('month', '2026-09-01');
  const subject = { id: formSubject('f1'), title: '12345办理情况通报表', sentTo: '区政务热线办' };
  const record = (id: string, rev: string, values: Values): LedgerRecord => ({ id, rev, values });
  const sent: Values = { subject: 'form/f1', kind: 'month', from: '2026-09-01', submittedOn: '2026-10-08' };

  test('keeps form, period, file, who, when and to whom', () => {
    const file = { file: '通报表.xlsx', hash: 'sha256:ab', handed: { figures: {}, lists: [] } };
    const draft = submissionDraft({ subject, period: september, on: '2026-10-08', clerk: '李敏', sent: file });
    expect(draft).toEqual({
      kind: 'create',
      ledger: 'submission',
      values: {
        ...sent,
        title: '12345办理情况通报表（2026年9月）',
        outcome: '已上报',
        clerk: '李敏',
        sentTo: '区政务热线办',
        file: '通报表.xlsx',
        fileHash: 'sha256:ab',
        figures: '{}',
        lists: '[]',
      },
    });
    const nil = submissionDraft({ subject, period: september, on: '2026-10-08', clerk: '' });
    expect(nil).toMatchObject({ values: { outcome: '零报告' } });
  });

  test('of one period in the order they were sent, two of a day by the log', () => {
    const records = [
      record('second', 'a/12/0', { ...sent, outcome: '已上报' }),
      record('first', 'a/11/0', { ...sent, outcome: '已退回' }),
      record('august', 'a/9/0', { ...sent, from: '2026-08-01' }),
      record('other', 'a/9/0', { ...sent, subject: 'report/R3' }),
    ];
    expect(submissionsOf(records, 'form/f1', september).map(({ id }) => id)).toEqual(['first', 'second']);
  });

  test('says 再次报送 of one that came back, and that it is the very same file', () => {
    const file = { file: '通报表.xlsx', hash: 'sha256:ab', handed: { figures: {}, lists: [] } };
    const of = { subject, period: september, on: '2026-10-11', clerk: '李敏', sent: file, isAgain: true };
    const values = { ...sent, ...valuesOf(submissionDraft(of)) };
    expect(values.outcome).toBe('再次报送');
    const first = record('a', '', { ...sent, outcome: '已退回', fileHash: 'sha256:ab' });
    expect(isReturned(first)).toBe(true);
    expect(submissionWords(record('b', '', values), 2, first)).toBe(
      '已于 2026-10-11 再次报送区政务热线办（李敏），文件与上次相同',
    );
    const other = record('b', '', { ...values, fileHash: 'sha256:cd' });
    expect(submissionWords(other, 2, first)).not.toContain('相同');
  });

  test('proposes to whom the same report went last', () => {
    const records = [
      record('old', 'a/1/0', { ...sent, submittedOn: '2026-08-08', sentTo: '区委办' }),
      record('new', 'a/2/0', { ...sent, submittedOn: '2026-10-08', sentTo: '区政务热线办' }),
      record('nobody', 'a/3/0', { ...sent, submittedOn: '2026-11-08' }),
      record('other', 'a/4/0', { ...sent, subject: 'report/R3', submittedOn: '2026-12-08', sentTo: '区民政局' }),
    ];
    expect(lastSentTo(records, 'form/f1')).toBe('区政务热线办');
    expect(lastSentTo(records, 'report/R9')).toBe('');
  });

  test('tells figures and rows apart in what changed, and what cannot be compared', () => {
    const list = {
      sheet: 0,
      ledger: 'dispute',
      columns: ['社区'],
      left: ['剩余天数'],
      rows: [{ id: 'a', cells: ['晨光社区'] }],
    };
    const handed = { figures: {}, lists: keptLists([list]) };
    const values = valuesOf(
      submissionDraft({
        subject,
        period: september,
        on: '2026-10-08',
        clerk: '',
        sent: { file: '明细.xlsx', hash: 'h', handed },
      }),
    );
    const kept = record('a', '', values);
    expect(changesSince(kept, handed)).toEqual({
      figures: [],
      lists: [],
      notCompared: ['剩余天数由程序按当天算出，没有比较'],
    });
    const now = { figures: {}, lists: keptLists([{ ...list, rows: [{ id: 'a', cells: ['东湖社区'] }] }]) };
    const changes = changesSince(kept, now);
    expect(changes && countChanges(changes)).toBe(1);
    expect(changesSince(record('nil', '', { ...sent, outcome: '零报告' }), now)).toBeUndefined();
    // Handed in by a program that did not keep lists yet, and kept their figures by cell.
    const { lists: _, ...rest } = values;
    const before = { ...rest, figures: '{"A5":["1","x"]}' };
    expect(changesSince(record('old', '', before), now)?.figures).toEqual([]);
    expect(changesSince(record('old', '', before), now)?.notCompared).toEqual(['上报时没有留存明细，清单部分没有比较']);
  });

  test('is said in one line, returned and sent again', () => {
    const values = { ...sent, outcome: '已上报', clerk: '李敏', sentTo: '区政务热线办' };
    expect(submissionWords(record('a', '', values), 1)).toBe('已于 2026-10-08 上报区政务热线办（李敏）');
    const back = { ...values, outcome: '已退回', returnedOn: '2026-10-10', returnReason: '合计不平' };
    expect(submissionWords(record('a', '', back), 1)).toBe(
      '已于 2026-10-08 上报区政务热线办（李敏），2026-10-10 退回：合计不平',
    );
    expect(submissionWords(record('a', '', values), 2)).toContain('第 2 次上报');
    expect(submissionWords(record('a', '', { ...values, outcome: '零报告' }), 1)).toBe(
      '已于 2026-10-08 零报告（李敏）',
    );
    expect(returnDraft(record('a', 'r', values), '2026-10-10', '合计不平')).toMatchObject({
      patch: { outcome: '已退回', returnedOn: '2026-10-10', returnReason: '合计不平' },
    });
  });
});
