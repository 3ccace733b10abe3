import { useEffect, useEffectEvent } from 'react';

/** Ctrl+L locks at once, whatever has the focus. */
export function useLockKey(isOn: boolean, lock: () => void): void {
  const lockNow = useEffectEvent(lock);
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'l' || event.isComposing) return;
      event.preventDefault();
      lockNow();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}
