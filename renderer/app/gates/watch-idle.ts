const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
/** Between two looks at the clock. Milliseconds. */
const LOOK = 5_000;
const MINUTE = 60_000;

/**
 * Calls `lock` after so many minutes in which `window` saw no sign of life, by the clock on the wall: a PC that slept was not
 * used. The answer ends the watch.
 */
export function watchIdle(window: EventTarget, minutes: number, lock: () => void): () => void {
  let touched = Date.now();
  const look = () => {
    if (Date.now() - touched >= minutes * MINUTE) lock();
  };
  const touch = () => {
    // The first touch after the PC slept comes too late.
    look();
    touched = Date.now();
  };
  const timer = setInterval(look, LOOK);
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch, { capture: true });
  };
}
