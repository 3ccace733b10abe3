import type { Page } from '@playwright/test';

/** What a screen of 1366 x 768 leaves of the page at 125 and at 150 per cent. */
export const SIZES = [
  { width: 1093, height: 614 },
  { width: 911, height: 512 },
] as const;

/** What on the page has more to the side than is shown; nobody reads a page by scrolling it both ways. */
export const scrollsSideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`),
  );
