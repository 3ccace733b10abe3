import { expect, test } from 'vitest';
import { isLaterVersion, snapshotRemarks } from '../../../shared/backup/snapshot-remarks.ts';

const snapshot = {
  at: '2026-01-20T09:00:00+08:00',
  bytes: 1,
  sha256: '',
  office: '顺河街道',
  counts: { application: 100 },
  version: '1.2.0',
};
const present = { office: '顺河街道', records: 100, version: '1.2.0', at: '2026-01-20T10:00:00+08:00' };

test.each<[string, Partial<typeof snapshot>, readonly string[]]>([
  ['the expected one', {}, []],
  ['another office', { office: '东湖街道' }, ['另一个单位']],
  ['an older one', { at: '2025-12-31T09:00:00+08:00' }, ['较旧（2025-12-31）']],
  ['of a later program', { version: '1.10.0' }, ['更新版本的程序（1.10.0）']],
  ['of an earlier program', { version: '1.1.9' }, []],
  ['with far fewer records', { counts: { application: 40 } }, ['记录少得多：40 条，现在有 100 条']],
])('a backup that is %s is named for it', (_what, more, words) => {
  const remarks = snapshotRemarks({ ...snapshot, ...more }, present, 'a file');
  expect(remarks).toHaveLength(words.length);
  for (const [at, word] of words.entries()) expect(remarks[at]).toContain(word);
});

test('one of the own folder under another name is the office before it was renamed', () => {
  const [remark] = snapshotRemarks({ ...snapshot, office: '旧名街道' }, present, 'own folder');
  expect(remark).toContain('单位名称不同：“旧名街道”');
});

test('on a fresh machine no office is another one', () => {
  expect(snapshotRemarks(snapshot, { office: '', records: 0, version: '1.2.0' }, 'a file')).toEqual([]);
});

test.each([
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '1.0.0', false],
  ['0.9.9', '0.10.0', false],
  ['1.0.0', '', false],
])('%s after %s: %s', (version, than, answer) => {
  expect(isLaterVersion(version, than)).toBe(answer);
});
