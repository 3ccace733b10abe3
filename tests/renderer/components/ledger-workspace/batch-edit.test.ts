import { expect, test } from 'vitest';
import { batchDrafts, batchPreview } from '../../../../renderer/components/ledger-workspace/batch-edit.ts';
import { error } from '../../../../shared/kit/complaint.ts';

const row = (id: string) => ({ id, rev: `a/${id}`, values: {}, derived: {} });
const rows = [row('1'), row('2'), row('3')];

test('a value goes into one field of every row, a blank one empties it', () => {
  expect(batchDrafts('demand', rows.slice(0, 1), 'topic', '消防安全')).toEqual([
    { kind: 'edit', ledger: 'demand', id: '1', rev: 'a/1', patch: { topic: '消防安全' } },
  ]);
  expect(batchDrafts('demand', rows.slice(0, 1), 'topic', '')).toEqual([
    { kind: 'edit', ledger: 'demand', id: '1', rev: 'a/1', patch: {}, clear: ['topic'] },
  ]);
});

test('the preview tells rows that change from those that stand so already and those that may not', () => {
  const drafts = batchDrafts('demand', rows, 'topic', '消防安全');
  const checked = [[], [error('record/unchanged', '没有改动')], [error('decision/taken', '已由办理环节写入')]];
  expect(batchPreview(rows, drafts, checked)).toEqual({
    changes: [drafts[0]],
    same: 1,
    refused: [{ row: rows[2], why: '已由办理环节写入' }],
  });
});
