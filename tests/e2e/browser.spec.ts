import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, projectFolder } from '../../build/find-runtime.mjs';
import { expect, test } from './fixture.ts';
import { setUpOffice } from './office.ts';
import { serveOnFreePort } from './served-page.ts';

const browser = findBrowser();

/** The pages as `npm start` serves them where Electron cannot be had; any free port, since the data is the test's own. */
test('in a browser: one copy only and saying so, a second tab that waits its turn, and the office there after closing', async ({
  userData,
}) => {
  test.skip(browser === undefined, 'no Chromium, Chrome or Edge on this machine');
  const server = await serveOnFreePort();
  const { port } = server.address() as AddressInfo;
  const open = () =>
    chromium.launchPersistentContext(userData, {
      executablePath: browser ?? '',
      viewport: { width: 1366, height: 768 },
      chromiumSandbox: process.getuid?.() !== 0,
    });
  const context = await open();
  const first = await context.newPage();
  await first.goto(`http://127.0.0.1:${port}/`);
  await setUpOffice(first);
  await expect(first.getByRole('contentinfo')).toContainText('仅一份副本');

  const second = await context.newPage();
  await second.goto(`http://127.0.0.1:${port}/`);
  await expect(second.getByRole('status')).toContainText('另一个');
  await second.screenshot({ path: path.join(projectFolder, 'test-results/screens/browser-second-tab.png') });
  await first.close();
  await expect(second.getByRole('contentinfo')).toContainText('示例区顺河街道办事处');
  await context.close();

  const again = await open();
  const page = await again.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await expect(page.getByRole('contentinfo')).toContainText('示例区顺河街道办事处');

  // The same backup file as the desktop's, by download, and back from it.
  await expect(page.getByRole('contentinfo')).toContainText('该下载备份了');
  await page.goto(`http://127.0.0.1:${port}/#/settings/backup`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载备份' }).click();
  const file = path.join(userData, (await download).suggestedFilename());
  expect(file).toMatch(/\.slsnap$/);
  await (await download).saveAs(file);
  await expect(page.getByText('备份已下载')).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toContainText('该下载备份了');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '从备份文件恢复…' }).click();
  await (await chooser).setFiles(file);
  await page.screenshot({ path: path.join(projectFolder, 'test-results/screens/browser-restore.png') });
  await page.getByRole('button', { name: '先备份现在，再恢复' }).click();
  await expect(page.getByText(/^已恢复到/)).toBeVisible();

  // Here the browser's own dialog prints, and saves as a PDF.
  await page.goto(`http://127.0.0.1:${port}/#/ledger/department`);
  await page.evaluate(() => {
    Reflect.set(window, 'prints', 0);
    window.print = () => Reflect.set(window, 'prints', Reflect.get(window, 'prints') + 1);
  });
  const prints = () => page.evaluate(() => Reflect.get(window, 'prints'));
  await page.getByRole('button', { name: '打印' }).click();
  const preview = page.getByRole('dialog', { name: '打印预览' });
  await preview.getByRole('button', { name: '打印' }).click();
  await expect.poll(prints).toBe(1);
  await preview.getByRole('button', { name: '存为 PDF' }).click();
  await expect.poll(prints).toBe(2);
  await again.close();
  server.close();
});
