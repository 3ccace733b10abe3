import { LedgerError } from '../kit/complaint.ts';

/** What a program says of data a later version of it wrote: it reads nothing of it and changes nothing. */
export const newerData = (): LedgerError =>
  new LedgerError(
    'data/newer',
    '程序版本过旧：这里的数据是更新版本的程序写的，本程序读不了，也没有改动任何内容。数据都在，请安装新版本后再打开。',
  );

export const isNewerData = (thrown: unknown): thrown is LedgerError =>
  thrown instanceof LedgerError && thrown.code === 'data/newer';

const VERSION = /^(\d+)\.(\d+)\.(\d+)/;

const numbersOf = (version: string): readonly number[] => (VERSION.exec(version) ?? []).slice(1).map(Number);

/**
 * Whether a program of the version `writer` is later than one of the version `reader`. What is no version (the browser
 * has none) is neither later nor earlier.
 */
export function isLaterProgram(writer: string, reader: string): boolean {
  const [written, own] = [numbersOf(writer), numbersOf(reader)];
  if (written.length === 0 || own.length === 0) return false;
  const at = written.findIndex((number, index) => number !== own[index]);
  return at !== -1 && (written[at] ?? 0) > (own[at] ?? 0);
}
