import { expect, test } from 'vitest';
import { PackageGap, tooManyWaiting } from '../../../shared/exchange/package-fault.ts';

const MEGABYTE = 1024 * 1024;
const MOST = { count: 20, bytes: 50 * MEGABYTE };

test('a package that is too large by itself is told as that, whatever waits: there is nothing to remove for it', () => {
  const gap = new PackageGap('城东街道', 1, 3);
  const refused = { office: '城东街道', at: '2026-01-05T09:41:00+08:00', bytes: 61.5 * MEGABYTE };
  for (const kept of [
    { count: 0, bytes: 0 },
    { count: 2, bytes: 3 * MEGABYTE },
  ]) {
    expect(tooManyWaiting(gap, refused, kept, MOST).message).toBe(
      '中间缺一个交换包：城东街道的第 1 至 3 批还没有收到。“城东街道”2026-01-05 09:41 导出的这个包（61.5 MB）也没有收好：最多能收好 50 MB。没有并入任何内容，本机数据没有改动。请先并入前一个交换包，再选这个包，或让对方选“全部”重新导出。',
    );
  }
});
