import { useEffect, useEffectEvent } from 'react';
import { isShortcut } from './keys.ts';

/** Lists, menus and small windows that Esc closes before anything behind them. */
const POPUPS = '[role="listbox"], [role="menu"], [role="dialog"]';

const isPopupOpen = (): boolean => [...document.querySelectorAll(POPUPS)].some((popup) => popup.checkVisibility());

/** Esc, where nothing lies over what is left by it. */
export function useLeaveKey(leave: () => void): void {
  const leaveNow = useEffectEvent(leave);
  useEffect(() => {
    // Looked at before anybody hears the key: whatever it closes is gone afterwards.
    let isCovered = false;
    const look = () => {
      isCovered = isPopupOpen();
    };
    const onKey = (event: KeyboardEvent) => {
      if (isCovered || event.defaultPrevented || !isShortcut(event, 'leave')) return;
      event.preventDefault();
      leaveNow();
    };
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
