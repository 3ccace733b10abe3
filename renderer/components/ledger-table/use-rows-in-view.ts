import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { HEAD_HEIGHT } from './use-row-height.ts';

/** Rows drawn above and below those in view, so that scrolling does not run into nothing. */
const BEYOND = 10;

type RowsInView = {
  /** The frame that scrolls: the header, below it all rows. */
  readonly scroll: RefObject<HTMLDivElement | null>;
  /** The rows to draw, with their distance from the header. */
  readonly items: readonly { readonly index: number; readonly start: number }[];
  /** What all rows take, drawn or not. */
  readonly wholeHeight: number;
  readonly reveal: (place: number) => void;
};

/** Of `count` rows those to be drawn; `show` is told which they are, both ends included. */
export function useRowsInView(count: number, height: number, show: (first: number, last: number) => void): RowsInView {
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollPaddingEnd: HEAD_HEIGHT,
  });
  const measure = useEffectEvent(() => virtual.measure());
  useEffect(() => {
    if (height > 0) measure();
  }, [height]);
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const showNow = useEffectEvent(show);
  useEffect(() => showNow(first, last), [first, last]);
  return { scroll, items, wholeHeight: virtual.getTotalSize(), reveal: (place) => virtual.scrollToIndex(place) };
}
