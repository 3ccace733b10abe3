import { LedgerError } from '../kit/complaint.ts';

/** What a program says of data a later version of it wrote: it reads nothing of it and changes nothing. */
export const newerData = (): LedgerError =>
  new LedgerError(
    'data/newer',
    '程序版本过旧：这里的数据是更新版本的程序写的，本程序读不了，也没有改动任何内容。数据都在，请安装新版本后再打开。',
  );

export const isNewerData = (thrown: unknown): thrown is LedgerError =>
  thrown instanceof LedgerError && thrown.code === 'data/newer';
