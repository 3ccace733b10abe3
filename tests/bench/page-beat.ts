import type { Page } from 'playwright';

/**
 * In the page: `gap` is the longest it did not answer since that was set to 0. It is asked every few milliseconds, as
 * urgently as a click would: timers wait behind every key pressed and every frame drawn meanwhile. Text, as it stands.
 */
export const BEAT = `
  window.gap = 0;
  window.beat = performance.now();
  (function ask() {
    const now = performance.now();
    gap = Math.max(gap, now - beat);
    beat = now;
    scheduler.postTask(ask, { priority: 'user-blocking', delay: 4 });
  })();
`;

/** Does something in a page that beats, and answers with what came of it and the longest the page did not answer meanwhile. */
export async function withGap<Result>(page: Page, act: () => Promise<Result>): Promise<readonly [Result, number]> {
  // It answers now: what kept it before is not counted.
  await page.evaluate('gap = 0; beat = performance.now()');
  const result = await act();
  return [result, Number(await page.evaluate('gap'))];
}
