import { useEffect, useEffectEvent } from 'react';
import { isShortcut } from './keys.ts';
import type { ShortcutId } from './shortcuts.ts';

type Options = {
  readonly isOn?: boolean;
  /** Works while a dialog is open, too: nothing behind a dialog hears a key otherwise. */
  readonly inDialog?: boolean;
  /** Leaves the key to the field it was pressed in: Ctrl+Z there takes back typed letters. */
  readonly notInText?: boolean;
};

/** A cell of a sheet that only waits for typing is no text to edit: it says so by this attribute. */
const WAITS_FOR_TYPING = 'data-waits';

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !target.hasAttribute(WAITS_FOR_TYPING) &&
  target.matches('textarea, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button])');

const isDialogOpen = (): boolean => document.querySelector('[aria-modal="true"]') !== null;

/** Does something on a shortcut of the table, wherever in the window it is pressed. */
export function useShortcut(id: ShortcutId, run: () => void, options: Options = {}): void {
  const { isOn = true, inDialog = false, notInText = false } = options;
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !isShortcut(event, id)) return;
    if ((!inDialog && isDialogOpen()) || (notInText && isText(event.target))) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => hear(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}
