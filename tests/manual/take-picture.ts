import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectFolder } from '../../build/find-runtime.mjs';

const PICTURES = path.join(projectFolder, 'docs/manual/pictures');
/** Sharp letters at a tenth of a PNG's size. */
const QUALITY = 70;

/** Where the data lies on the clerk's PC, shown in the place of the folder the pictures are taken with. */
const DATA_FOLDER = String.raw`C:\Users\…\AppData\Roaming\StreetLedger`;

const showDataFolder = (page: Page, userData: string): Promise<void> =>
  page.evaluate(
    ([here = '', there = '']) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        if (text.nodeValue?.includes(here)) text.nodeValue = text.nodeValue.replace(here, there);
    },
    [userData, DATA_FOLDER],
  );

/** Puts what the window shows into docs/manual/pictures as <name>.webp, without a blinking cursor and moving parts. */
export async function takePicture(page: Page, name: string, userData: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.addStyleTag({ content: '* { caret-color: transparent !important; animation: none !important; }' });
  await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return document.fonts.ready.then(() => undefined);
  });
  await showDataFolder(page, userData);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await session.detach();
  writeFileSync(path.join(PICTURES, `${name}.webp`), Buffer.from(data, 'base64'));
}
