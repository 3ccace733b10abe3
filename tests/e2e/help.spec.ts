import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../build/find-runtime.mjs';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';
import { serveOnFreePort } from './served-page.ts';

test('F1 and the menu open the manual at the chapter of the page, with its pictures and links', async ({
  launch,
  shot,
}) => {
  const { app, page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/collection'));
  await expect(page.getByRole('button', { name: '发起收表' }).first()).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { level: 1, name: '收表', exact: true }).last()).toBeVisible();
  const picture = page.getByRole('img').last();
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1000);
  await shot(page, 'help-collection');

  const contents = page.getByRole('navigation', { name: '目录' });
  await contents.getByRole('link', { name: '备份与恢复' }).click();
  await expect(page.getByRole('heading', { name: '程序自己做的' })).toBeVisible();
  await contents.getByRole('link', { name: '打不开、变空了' }).click();
  await expect(page.getByRole('heading', { name: '打不开、变空了' })).toBeInViewport();
  await shot(page, 'help-backup');

  await page.goto(screen(page, '#/indicators'));
  await expect(page.getByRole('button', { name: '导出 Excel' })).toBeVisible();
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('manual')?.click());
  await expect(page.getByRole('heading', { name: '上报与表样' })).toBeVisible();

  // The page grows in steps, and no further than 150 %.
  const zoom = (item: string) =>
    app.evaluate(({ BrowserWindow, Menu }, id) => {
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
      return BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor();
    }, item);
  for (const factor of [1.1, 1.25, 1.5, 1.5]) expect(await zoom('zoomIn')).toBe(factor);
  expect(await zoom('zoomOut')).toBe(1.25);
  expect(await zoom('zoomReset')).toBe(1);
  expect(await zoom('zoomOut')).toBe(1);

  await page.goto(screen(page, '#/help/no-such-chapter'));
  await expect(page.getByText('手册里没有这一章')).toBeVisible();
});

test('in a browser the manual is pages of its own; the quick card prints on one A4', async () => {
  const browserFile = findBrowser();
  test.skip(browserFile === undefined, 'no Chromium, Chrome or Edge on this machine');
  const server = await serveOnFreePort();
  const browser = await chromium.launch({
    executablePath: browserFile ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security Policy') && problems.push(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/manual/14-quick-card.html`);
  await expect(page.getByRole('heading', { name: '快速卡片' })).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.getByRole('link', { name: '开始使用' }).click();
  await expect(page.getByRole('heading', { name: '先记住四句话' })).toBeVisible();
  expect(problems).toEqual([]);
  await browser.close();
  server.close();
});
