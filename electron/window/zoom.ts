/** How large the page may be shown, in steps: smaller is not read, and beyond the last no screen of an office holds a page. */
export const ZOOMS = [1, 1.1, 1.25, 1.5] as const;

/** Chromium keeps a factor as a rounded power. */
const ALIKE = 0.01;

/** The next larger (`1`) or smaller (`-1`) step; the outermost where there is none. */
export function nextZoom(factor: number, direction: 1 | -1): number {
  if (direction === 1) return ZOOMS.find((zoom) => zoom > factor + ALIKE) ?? ZOOMS[ZOOMS.length - 1] ?? 1;
  return ZOOMS.findLast((zoom) => zoom < factor - ALIKE) ?? ZOOMS[0];
}

/** The step nearest to a factor, so that nothing outside of the steps is ever shown. */
export const nearestZoom = (factor: number): number =>
  ZOOMS.reduce<number>((near, zoom) => (Math.abs(zoom - factor) < Math.abs(near - factor) ? zoom : near), ZOOMS[0]);
