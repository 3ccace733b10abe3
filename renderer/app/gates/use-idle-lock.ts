import { useEffect, useEffectEvent } from 'react';
import { watchIdle } from './watch-idle.ts';

/** Locks after so many minutes without a touch. 0 never does. */
export function useIdleLock(minutes: number, lock: () => void): void {
  const lockNow = useEffectEvent(lock);
  useEffect(() => (minutes === 0 ? undefined : watchIdle(window, minutes, () => lockNow())), [minutes]);
}
