import { expect, test } from 'vitest';
import { verdictWords } from '../../../../renderer/pages/settings/verdict-words.ts';

const broken = {
  format: 1,
  chain: 'a',
  sequence: 12,
  part: 0,
  lamport: 12,
  previous: '',
  operator: '王晓',
  at: '2026-11-23T09:41:07+08:00',
  reason: { kind: 'edit', text: '' },
  ledgers: [],
  versions: {},
  changes: 1,
} as const;

test('a whole log is said with how much of it was looked at', () => {
  expect(verdictWords({ entries: 1234 })).toBe('校验完成：1,234 段操作记录逐段核对，首尾相接，没有改动、缺失或调换。');
});

test('a broken one says from which step, when and whose, and what to do', () => {
  const words = verdictWords({ entries: 12, broken });
  expect(words).toContain('第 12 步（2026-11-23 09:41:07，王晓）起对不上');
  expect(words).toContain('先用备份恢复');
});
