import type { Page } from 'playwright';
import { withGap } from './page-beat.ts';

/** Milliseconds each. */
export type EntryTimes = {
  /** From an arrow key to the next cell painted. */
  readonly arrows: readonly number[];
  /** The longest the page did not answer, by what the clerk did. */
  readonly gaps: readonly { readonly what: string; readonly times: readonly number[] }[];
};

const ROWS = 1_000;

/** 1,000 rows of ten columns, as cells copied in a spreadsheet. */
const COPIED = Array.from({ length: ROWS }, (_, row) =>
  ['窗口', '2026-11-02 09:30', '晨光社区', '李军', `第 ${row} 处路灯不亮`, '', '', '', '', ''].join('\t'),
).join('\n');

const PRESS_DOWN = `(() => {
  const input = document.activeElement;
  const before = input.getAttribute('aria-label');
  return until(
    () => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })),
    () => document.activeElement.getAttribute('aria-label') !== before,
  );
})()`;

const paste = (text: string): string => `(() => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', ${JSON.stringify(text)});
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
})()`;

/** Types in the sheet of the ledger whose list is open: arrows, letters, rows saved, a table pasted at the end. The page beats. */
export async function entered(page: Page): Promise<EntryTimes> {
  const gapWhile = async (act: () => Promise<unknown>): Promise<number> => (await withGap(page, act))[1];
  const cell = page.getByRole('combobox', { name: /，第 [\d]+ 行$/ });
  const opened = await gapWhile(async () => {
    await page.getByRole('button', { name: '表格录入' }).click();
    await cell.waitFor();
    await page.getByRole('gridcell').first().waitFor();
  });
  const arrows: number[] = [];
  for (let step = 0; step < 60; step += 1) arrows.push(Number(await page.evaluate(PRESS_DOWN)));
  const typed: number[] = [];
  const saved: number[] = [];
  for (let row = 0; row < 10; row += 1) {
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown');
    // Never what stands there already: that would not be saved.
    for (const letter of `路灯不亮${Date.now() % 1000}`)
      typed.push(await gapWhile(() => page.keyboard.insertText(letter)));
    saved.push(
      await gapWhile(async () => {
        await page.keyboard.press('Enter');
        await page.getByText('已保存 1 条诉求').last().waitFor();
      }),
    );
  }
  const end = await gapWhile(async () => {
    await page.keyboard.press('Control+End');
    await page.getByRole('combobox', { name: /，第 100001 行$/ }).waitFor();
  });
  await page.keyboard.press('Home');
  const asked = await gapWhile(async () => {
    await page.evaluate(paste(COPIED));
    await page.getByRole('dialog', { name: /^粘贴/ }).waitFor();
  });
  const planned = await gapWhile(async () => {
    await page.getByRole('button', { name: '看预览' }).click();
    await page.getByTestId('import-plan').waitFor({ timeout: 60_000 });
  });
  return {
    arrows,
    gaps: [
      { what: 'the sheet was opened', times: [opened] },
      { what: 'a letter was typed', times: typed },
      { what: 'a row was left and saved', times: saved },
      { what: 'the last of 100,000 rows was gone to', times: [end] },
      { what: '1,000 rows of ten columns were pasted', times: [asked] },
      { what: 'the preview of what was pasted was made', times: [planned] },
    ],
  };
}
