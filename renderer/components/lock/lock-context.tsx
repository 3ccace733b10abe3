import { createContext, useContext } from 'react';
import type { Operator } from '../../../shared/operators/roster.ts';

/** Who works here, and the lock over the program where the office uses passwords. */
export type Lock = {
  readonly roster: readonly Operator[];
  /** Whether passwords are asked for; else a name is all. */
  readonly isGuarded: boolean;
  /** Whoever unlocked the program, as the roster has them now; undefined where no passwords are asked for. */
  readonly operator: Operator | undefined;
  readonly lock: () => void;
  /** Goes on as an operator who shows the own password otherwise than at the lock: having just set the first one. */
  readonly workAs: (operator: Operator, password: string) => Promise<void>;
};

export const LockContext = createContext<Lock | undefined>(undefined);

/** @throws Error outside of LockGate. */
export function useLock(): Lock {
  const lock = useContext(LockContext);
  if (!lock) throw new Error('useLock outside of LockGate');
  return lock;
}
