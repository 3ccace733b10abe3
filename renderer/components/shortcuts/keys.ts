import { SHORTCUTS, type ShortcutId } from './shortcuts.ts';

/** What of a key event decides; React's and the DOM's both have it. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>;

/** What Chromium says of a key that an input method took: it is typing, whatever else the event claims. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Whether an input method is at work: Enter then chooses a word, and no key is the program's. */
export const isComposing = ({ isComposing: composing, keyCode }: KeyPress): boolean =>
  composing || keyCode === TAKEN_BY_INPUT_METHOD;

/** Keys that give another character with a Chinese layout or on the number pad; Shift says nothing of them. */
const SIGNS: { readonly [key: string]: readonly string[] } = {
  ';': ['Semicolon'],
  '/': ['Slash', 'NumpadDivide'],
  '=': ['Equal', 'NumpadAdd'],
  '-': ['Minus', 'NumpadSubtract'],
  '0': ['Digit0', 'Numpad0'],
};

const NAMES: { readonly [written: string]: string } = { Esc: 'Escape', '←': 'ArrowLeft', '→': 'ArrowRight' };

function isPressed(event: KeyPress, written: string): boolean {
  const parts = written.split('+');
  const key = parts.at(-1) ?? '';
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  if ((event.ctrlKey || event.metaKey) !== has('Ctrl') || event.altKey !== has('Alt')) return false;
  const codes = SIGNS[key];
  if (codes) return event.key === key || codes.includes(event.code);
  return event.shiftKey === has('Shift') && event.key.toLowerCase() === (NAMES[key] ?? key).toLowerCase();
}

/** Whether a key event is this shortcut. Never while an input method is at work. */
export const isShortcut = (event: KeyPress, id: ShortcutId): boolean =>
  !isComposing(event) && SHORTCUTS[id].keys.some((written) => isPressed(event, written));
