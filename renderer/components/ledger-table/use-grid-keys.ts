import { type KeyboardEvent, useState } from 'react';
import { isComposing, isShortcut } from '../shortcuts/keys.ts';

/** Rows a screen moves by, for PageUp and PageDown. */
const PAGE = 15;

const STEPS: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

type Keys = {
  readonly active: number;
  readonly setActive: (place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Arrows, PageUp, PageDown, Home and End move the active row; Enter opens it, F2 to edit it, space ticks it. */
export function useGridKeys(
  total: number,
  reveal: (place: number) => void,
  open: (place: number, toEdit?: boolean) => void,
  tick: (place: number) => void,
): Keys {
  const [active, setActive] = useState(-1);
  const go = (place: number) => {
    const next = Math.min(total - 1, Math.max(0, place));
    setActive(next);
    reveal(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of an input method or of a control inside the grid are not the grid's.
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget || total === 0) return;
    const step = STEPS[event.key];
    if (step !== undefined) go(active + step);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(total - 1);
    else if (event.key === 'Enter' && active >= 0) open(active);
    else if (isShortcut(event.nativeEvent, 'edit') && active >= 0) open(active, true);
    else if (event.key === ' ' && active >= 0) tick(active);
    else return;
    event.preventDefault();
  };
  return { active, setActive, onKeyDown };
}
