import { LedgerError } from './kit/complaint.ts';

/**
 * The bridge between preload and page keeps nothing of an error but its message. So the code travels in the message,
 * before a dash, and the page takes the two apart again; what the bridge may put in front does not matter.
 */
const SEPARATOR = ' \u2014 ';
const CODED = /(?:^|\s)([a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*) \u2014 ([\s\S]*)$/;

/** The one text that carries a code and its message across the bridge. */
export const toBridgeMessage = (code: string, message: string): string => `${code}${SEPARATOR}${message}`;

/** The LedgerError a failed bridge call stands for; a failure without a code becomes `desktop/failed`. */
export const fromBridgeError = (thrown: unknown): LedgerError => {
  if (thrown instanceof LedgerError) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const [, code, message] = CODED.exec(text) ?? [];
  return code === undefined || message === undefined
    ? new LedgerError('desktop/failed', `程序外壳没有完成这一步（${text}）。已保存的数据不受影响，请重试。`)
    : new LedgerError(code, message);
};
