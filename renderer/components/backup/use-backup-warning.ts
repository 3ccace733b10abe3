import { browserReminder } from '../../../shared/backup/backup-reminder.ts';
import { isBrowser } from '../../desktop/desktop.ts';
import { isExample } from '../../desktop/example-mode.ts';
import { useStoreStatus } from '../session/use-store-status.ts';
import { useToday } from '../session/use-today.ts';
import { useSecondCopy } from './use-second-copy.ts';

/** The gravest thing to say of the copies, short for the status bar and whole; nothing where all is as it should be. */
export function useBackupWarning(): { readonly short: string; readonly whole: string } | undefined {
  const status = useStoreStatus();
  const today = useToday();
  const { reminder } = useSecondCopy();
  // The example office keeps no copies.
  if (!status || isExample) return undefined;
  const { damaged, snapshotProblem, purgeProblem, lastSnapshot } = status;
  if (damaged > 0) {
    const short = `${damaged} 次改动已损坏`;
    return { short, whole: `${short}，没有计入。损坏之前的备份里可能还有，可从备份恢复。` };
  }
  if (snapshotProblem !== undefined) return { short: '自动备份没有完成', whole: snapshotProblem };
  if (purgeProblem !== undefined) return { short: '个人信息没有清完', whole: purgeProblem };
  const whole = isBrowser ? browserReminder(lastSnapshot, today) : reminder;
  return whole === undefined ? undefined : { short: isBrowser ? '该下载备份了' : '第二份备份需要处理', whole };
}
