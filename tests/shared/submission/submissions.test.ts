import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../shared/indicators/figure.ts';
import { periodOf } from '../../../shared/indicators/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import {
  formSubject,
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

describe('the record', () => {
  const september = periodOf('month', '2026-09-01');
  const subject = { id: formSubject('f1'), title: '12345办理情况通报表', sentTo: '区政务热线办' };
  const record = (id: string, rev: string, values: Values): LedgerRecord => ({ id, rev, values });
  const sent: Values = { subject: 'form/f1', kind: 'month', from: '2026-09-01', submittedOn: '2026-10-08' };

  test('keeps form, period, file, who, when and to whom', () => {
    const file = { file: '通报表.xlsx', hash: 'sha256:ab', figures: {} };
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
