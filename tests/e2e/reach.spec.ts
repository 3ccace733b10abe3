import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

/** What a screen of 1366 x 768 leaves of the page at 125 and at 150 per cent. */
const SIZES = [
  { width: 1093, height: 614 },
  { width: 911, height: 512 },
] as const;

const PAGES = ['#/', '#/review', '#/ledger/demand', '#/reports', '#/settings/backup'] as const;

/** Controls that lie outside of the window, with nothing to scroll that would bring them into it. */
const outOfReach = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element, axis: 'X' | 'Y'): boolean => {
      for (let around = element.parentElement; around; around = around.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(around)[`overflow${axis}`])) return true;
      return false;
    };
    return [...document.querySelectorAll('button, a[href], input, textarea, [role=tab], [role=option]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((control) => {
        const { left, right, top, bottom, width } = control.getBoundingClientRect();
        // Narrower than this it is there for screen readers only.
        if (width <= 2) return false;
        const isBeside = left < -1 || right > innerWidth + 1;
        const isBeyond = top < -1 || bottom > innerHeight + 1;
        return (isBeside && !scrolls(control, 'X')) || (isBeyond && !scrolls(control, 'Y'));
      })
      .map((control) => `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent}`);
  });

test('at 125 and 150 per cent every control can be reached, and the focus is seen with colours forced and nothing moving', async ({
  launch,
  shot,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const place of PAGES) {
      await page.goto(screen(page, place));
      await expect(page.getByRole('main').getByRole('button').first()).toBeVisible();
      expect(await outOfReach(page), `${place} at ${size.width}`).toEqual([]);
      await shot(page, `reach-${size.width}-${PAGES.indexOf(place)}`);
    }
  }

  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.goto(screen(page, '#/ledger/demand'));
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return { style: outlineStyle, width: Number.parseFloat(outlineWidth) };
    });
    expect(outline.style).not.toBe('none');
    expect(outline.width).toBeGreaterThan(0);
  }
  await shot(page, 'reach-forced-colours');
});
