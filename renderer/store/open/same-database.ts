import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { LedgerDatabase } from '../database.ts';

/**
 * Keeps a database that was opened to itself. Where Chromium lets go of one, on a full disk or a damaged file, Dexie opens
 * the name again with the next question: what comes may be an empty database. Written on it would be a checkpoint of what
 * changed last that claims to cover everything, and nobody would miss the rest. One that came back as it was goes on.
 */
export function refuseAnEmptied(database: LedgerDatabase): void {
  const requireInstallation = async () => {
    if (!(await database.installation())) throw emptied();
  };
  // Asked each time it is opened again.
  database.on('ready', requireInstallation, true);
}

const emptied = () =>
  new LedgerError(
    'store/emptied',
    '没有保存：数据库已被系统清空（常见于磁盘已满或损坏）。以前保存的在日志副本和备份里，没有丢。请不要再录入，关闭程序重新打开，按提示找回。',
  );

/** What this program itself said, where Dexie tells of it as the reason of its own error. */
export function ownReason(thrown: unknown): LedgerError | undefined {
  if (thrown instanceof LedgerError) return thrown;
  return thrown instanceof Error && 'inner' in thrown ? ownReason(thrown.inner) : undefined;
}
