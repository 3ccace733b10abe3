import { useState } from 'react';
import { secondCopyReminder } from '../../../shared/backup/backup-reminder.ts';
import type { SecondCopy } from '../../../shared/desktop-api.ts';
import { desktop, isBrowser } from '../../desktop/desktop.ts';
import { useAnswer } from '../session/use-answer.ts';
import { useStoreStatus } from '../session/use-store-status.ts';
import { useToday } from '../session/use-today.ts';

export type SecondCopyState = {
  /** Undefined until the shell answered, and in a browser. */
  readonly second: SecondCopy | undefined;
  readonly reminder: string | undefined;
  /** Tells of a folder that was chosen or copied to just now. */
  readonly tell: (second: SecondCopy) => void;
};

/** The second folder as it stands: asked anew with every snapshot, which is copied there. */
export function useSecondCopy(): SecondCopyState {
  const lastSnapshot = useStoreStatus()?.lastSnapshot;
  const today = useToday();
  const [told, setTold] = useState<{ readonly after: string | undefined; readonly second: SecondCopy }>();
  const key = isBrowser ? undefined : `second copy ${lastSnapshot} ${today}`;
  const { data } = useAnswer(key, () => desktop().secondCopy.status());
  const second = told && told.after === lastSnapshot ? told.second : data;
  return {
    second,
    reminder: second && secondCopyReminder(second, lastSnapshot, today),
    tell: (next) => setTold({ after: lastSnapshot, second: next }),
  };
}
