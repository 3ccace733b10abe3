import { expect, test } from 'vitest';
import { decodeText } from '../../../../shared/workbook/read/text-encoding.ts';

/** 张三 in GB 18030. */
const ZHANG_SAN = [0xd5, 0xc5, 0xc8, 0xfd];

test('a file of GB 18030 whose first 100 KB are nothing but ASCII', () => {
  const ascii = '2026-09-01,12345\r\n'.repeat(6000);
  expect(ascii.length).toBeGreaterThan(100 * 1024);
  const bytes = Uint8Array.from([...new TextEncoder().encode(ascii), ...ZHANG_SAN]);
  expect(decodeText(bytes)).toBe(`${ascii}张三`);
});
