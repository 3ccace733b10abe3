import type { Page } from '@playwright/test';
import { openRecord } from './case.ts';
import { expect, test } from './fixture.ts';
import { openLedger, pasteIntoImport, screen, setUpOffice } from './office.ts';
import { SIZES } from './sizes.ts';

const PAGES = ['#/', '#/review', '#/reports', '#/settings/backup'] as const;

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

/** The outline of what a selector finds, as the browser draws it. */
const outlineOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).outlineStyle);

/** Two of a day long gone, so that they are late, and one that a place cannot be read in. */
const DEMANDS = [
  '来源\t接收时间\t所属社区\t诉求人\t诉求内容',
  '窗口\t2026-01-05 09:30\t晨光社区\t李军\t路灯不亮',
  '窗口\t2026-01-06 10:00\t东湖社区\t王强\t井盖破损',
  '窗口\t2026-01-07 10:00\t不知道的社区\t赵敏\t楼道堆物',
].join('\n');

test('at 125 and 150 per cent every control can be reached; with colours forced and nothing moving all is still told apart', async ({
  launch,
  shot,
}) => {
  test.slow();
  const { page } = await launch();
  await setUpOffice(page);
  const reachesAll = async (name: string) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect(await outOfReach(page), `${name} at ${size.width}`).toEqual([]);
      await shot(page, `reach-${size.width}-${name}`);
    }
  };
  const forced = { reducedMotion: 'reduce', forcedColors: 'active' } as const;
  const usual = { reducedMotion: null, forcedColors: null } as const;

  await pasteIntoImport(page, 'demand', DEMANDS);
  await reachesAll('preview');
  await page.emulateMedia(forced);
  expect(await outlineOf(page, 'td[data-mark="wrong"]')).toBe('solid');
  expect(await outlineOf(page, 'td:not([data-mark])')).toBe('none');
  await shot(page, 'reach-forced-preview');
  await page.emulateMedia(usual);
  await page.getByRole('button', { name: '导入 2 条' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();

  for (const place of PAGES) {
    await page.goto(screen(page, place));
    await expect(page.getByRole('main').getByRole('button').first()).toBeVisible();
    await reachesAll(place.replaceAll(/\W+/g, '-'));
  }
  await openLedger(page, 'demand');
  await openRecord(page, '路灯不亮');
  await reachesAll('record');
  await page.keyboard.press('Escape');

  // A row ticked, the next one under the arrow keys; what is late says so in words.
  await page.emulateMedia(forced);
  await page.getByRole('checkbox', { name: '选择 井盖破损' }).check();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await shot(page, 'reach-forced-list');
  expect(await outlineOf(page, '[role=row][data-active]')).toBe('dashed');
  expect(await outlineOf(page, '[role=row][data-selected]:not([data-active])')).toBe('solid');
  expect(await outlineOf(page, '[role=row]:not([data-active], [data-selected])')).toBe('none');
  const late = await page.locator('[role=gridcell][class*="_late_"]').allTextContents();
  expect(late.length).toBeGreaterThan(0);
  for (const words of late) expect(words).toMatch(/超期|^-\d/);
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Tab');
    expect(await outlineOf(page, ':focus')).not.toBe('none');
  }
});
