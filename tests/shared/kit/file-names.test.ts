import { expect, test } from 'vitest';
import { exportFileName, fileStamp, safeFileName } from '../../../shared/kit/file-names.ts';

test('a file name says ledger, office and local time, without what file systems refuse', () => {
  expect(exportFileName('台账: a/b', '某街道 办事处', '2026-11-23T09:41:07+08:00')).toBe(
    '台账ab_某街道办事处_20261123_0941.xlsx',
  );
});

test('what Windows forbids in names is replaced, line breaks too', () => {
  expect(safeFileName('函: a/b\n“二”')).toBe('函_ a_b_“二”');
});

test('a stamp is the local minute', () => {
  expect(fileStamp('2026-11-23T09:41:07+08:00')).toBe('20261123_0941');
});
