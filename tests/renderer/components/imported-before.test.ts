import { expect, test } from 'vitest';
import { beforeWords, importedBefore } from '../../../renderer/components/import-wizard/imported-before.ts';
import { fileHash } from '../../../renderer/desktop/file-hash.ts';
import type { BatchSummary } from '../../../renderer/store/store-api.ts';

const batch = (more: Partial<BatchSummary>): BatchSummary => ({
  batch: 'a/1',
  at: '2026-11-23T09:41:07+08:00',
  operator: '李敏',
  reason: { kind: 'import', text: '导入 九月.xlsx', of: 'sha256:a' },
  changes: 38,
  ledgers: ['demand'],
  undone: false,
  ...more,
});

const logOf = (all: readonly BatchSummary[]) => async (offset: number, limit: number) => ({
  total: all.length,
  batches: all.slice(offset, offset + limit),
});

test('the hash is of the content: the well-known one of no bytes at all', async () => {
  expect(await fileHash(new ArrayBuffer(0))).toBe(
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});

test('the import of the same content is found, however far back, and nothing else that bears its hash', async () => {
  const others = Array.from({ length: 1200 }, () => batch({ reason: { kind: 'edit', text: '修改', of: 'sha256:b' } }));
  const log = logOf([...others, batch({ reason: { kind: 'import', text: '', of: 'sha256:b' } })]);
  expect((await importedBefore(log, 'sha256:b'))?.reason.kind).toBe('import');
  expect(await importedBefore(log, 'sha256:c')).toBeUndefined();
  expect(await importedBefore(logOf([]), 'sha256:c')).toBeUndefined();
});

test('who imported it when, and whether it was taken back', () => {
  expect(beforeWords(batch({}))).toBe(
    '这个文件已于 2026-11-23 09:41 由李敏导入过，写入 38 条。已导入的行会认作重复，不会写第二遍。',
  );
  expect(beforeWords(batch({ undone: true, operator: '' }))).toBe(
    '这个文件已于 2026-11-23 09:41 导入过，写入 38 条，后来已撤销。',
  );
});
