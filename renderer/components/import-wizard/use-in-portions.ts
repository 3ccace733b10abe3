import { useEffect, useState } from 'react';

/** Rows of some twenty cells that are drawn between two frames without the page standing still. */
const PORTION = 5;

/** More and more of the items, a portion a frame, until all are there; then all, also when they change. */
export function useInPortions<Item>(items: readonly Item[]): readonly Item[] {
  const [count, setCount] = useState(PORTION);
  const isWhole = count >= items.length;
  useEffect(() => {
    if (isWhole) return;
    const frame = requestAnimationFrame(() => setCount(count + PORTION));
    return () => cancelAnimationFrame(frame);
  }, [isWhole, count]);
  return isWhole ? items : items.slice(0, count);
}
