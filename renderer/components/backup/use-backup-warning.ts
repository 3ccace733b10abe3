import { browserReminder } from '../../../shared/backup/backup-reminder.ts';
import { isBrowser } from '../../desktop/desktop.ts';
import { isExample } from '../../desktop/example-mode.ts';
import { useStoreStatus } from '../session/use-store-status.ts';
import { useToday } from '../session/use-today.ts';
import { type CopiesProblem, copiesProblem } from './copies-problem.ts';
import { useSecondCopy } from './use-second-copy.ts';

/** The gravest thing to say of the copies: what went wrong, or what the clerk is reminded of. */
export function useBackupWarning(): CopiesProblem | undefined {
  const status = useStoreStatus();
  const today = useToday();
  const { reminder } = useSecondCopy();
  // The example office keeps no copies.
  if (!status || isExample) return undefined;
  const problem = copiesProblem(status);
  if (problem) return problem;
  const whole = isBrowser ? browserReminder(status.lastSnapshot, today) : reminder;
  return whole === undefined ? undefined : { short: isBrowser ? '该下载备份了' : '第二份备份需要处理', whole };
}
