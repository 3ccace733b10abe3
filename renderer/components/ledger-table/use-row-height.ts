import type { CSSProperties } from 'react';
import { useKept } from '../session/use-kept.ts';

/** How close rows stand, in pixels. */
const ROW_HEIGHTS = { compact: 28, normal: 36, loose: 44 } as const;

export type RowSpacing = keyof typeof ROW_HEIGHTS;

/** The line with the column labels, above the rows. */
export const HEAD_HEIGHT = 36;

/** Tells the rows of a list their height. */
export const rowHeightStyle = (height: number): CSSProperties => ({ ['--row-height' as string]: `${height}px` });

/** How close the rows of every list stand for this operator. */
export function useRowHeight() {
  const [spacing, setSpacing] = useKept<RowSpacing>('row-height', 'normal');
  return { spacing, setSpacing, height: ROW_HEIGHTS[spacing] };
}
