import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { utils, write } from 'xlsx';
import { expect, test } from './fixture.ts';
import { answerOpen, answerSave, fixture, screen, setUpOffice } from './office.ts';

const CHENGUANG = fixture('社区上报-群众诉求-晨光社区-2026年9月.xlsx');
const DONGHU = fixture('社区上报-群众诉求-东湖社区-2026年9月.xls');
const KANGPING = fixture('社区上报-群众诉求-康平社区-2026年9月.xlsx');

const words = (page: Page) => page.getByTestId('import-words');

async function openImport(app: ElectronApplication, page: Page, files: readonly string[]): Promise<void> {
  await answerOpen(app, ...files);
  await page.goto(screen(page, '#/import/demand'));
  await page.getByRole('button', { name: '选择文件' }).click();
}

test('three communities’ returns into one ledger, one after the other, and one of them a second time', async ({
  launch,
  look,
  shot,
  userData,
}) => {
  test.slow();
  const { app, page } = await launch();
  await page.setViewportSize({ width: 1366, height: 768 });
  await setUpOffice(page);
  await openImport(app, page, [CHENGUANG, DONGHU, KANGPING]);
  await expect(words(page)).toContainText('表头在第 3 至 4 行，下面有 41 行诉求');
  await expect(page.getByText('没有记录、不导入的工作表：填表说明。')).toBeVisible();
  await look(page, 'import-demands-columns');
  // What is left out is told row by row; a row taken for a record is one more, until it is left out again.
  await page.getByRole('button', { name: '查看略过的 3 行' }).click();
  const signature = page.getByRole('checkbox', { name: '第 48 行作为记录' });
  await signature.check();
  await expect(words(page)).toContainText('下面有 42 行诉求');
  await look(page, 'import-left-out');
  await signature.uncheck();
  await expect(words(page)).toContainText('下面有 41 行诉求');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(words(page)).toHaveText('将新增 38 条诉求，3 行不导入。点“导入”之前不会写入任何数据。');

  // A row left out by hand is counted, and taken back where it stands.
  await page.getByRole('button', { name: '略过第 6 行' }).click();
  await expect(words(page)).toContainText('将新增 37 条诉求，4 行不导入（其中 1 行由您略过）');
  await page.getByRole('button', { name: '取回第 6 行' }).click();
  await expect(words(page)).toContainText('将新增 38 条诉求，3 行不导入。');

  // A destroyed number is mended where it stands, and its row is taken.
  await page.getByRole('tab', { name: '暂不导入 2' }).click();
  // Until the tab's own rows are there, those of the one before still stand: a cell opened among them would close again.
  await expect(page.getByRole('grid', { name: '预览' }).getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: /^第 14 行身份证号/ }).press('Enter');
  await page.getByRole('textbox', { name: '修改第 14 行身份证号' }).fill('990311199605273358');
  await page.getByRole('textbox', { name: '修改第 14 行身份证号' }).press('Enter');
  await expect(page.getByRole('tab', { name: '暂不导入 1' })).toBeVisible();
  await look(page, 'import-demands-preview');
  await page.getByRole('button', { name: '导入 39 条' }).click();
  await expect(page.getByText('新增 39 条，更新 0 条，未导入 2 行。')).toBeVisible();
  const saved = path.join(userData, '未导入.xlsx');
  await answerSave(app, saved);
  await page.getByRole('button', { name: '导出未导入的 1 行' }).click();
  await expect.poll(() => sizeOf(saved)).toBeGreaterThan(2000);
  await shot(page, 'import-demands-result');

  for (const { next, fresh, name } of [
    { next: '东湖', fresh: 67, name: '东湖社区' },
    { next: '康平', fresh: 93, name: '康平社区' },
  ]) {
    await page.getByRole('button', { name: new RegExp(`下一个文件：.*${next}`) }).click();
    await expect(page.getByText(new RegExp(`写明“${name}`))).toBeVisible();
    await page.getByRole('button', { name: '下一步：预览' }).click();
    await page.getByRole('button', { name: `导入 ${fresh} 条` }).click();
    await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  }

  await answerOpen(app, DONGHU);
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByTestId('imported-before')).toContainText('由李敏导入过，写入 67 条');
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(page.getByRole('tab', { name: '已有相同 67' })).toBeVisible();
  await expect(page.getByRole('tab', { name: '重复 1' })).toBeVisible();
  await expect(page.getByRole('button', { name: '导入 0 条' })).toBeDisabled();

  await page.goto(screen(page, '#/ledger/demand'));
  await expect(page.getByText('共 199 条')).toBeVisible();
  await shot(page, 'ledger-demand');
});

/** A year in one file: a sheet a month, columns as the office names them, and one sheet without records. */
function yearOfDemands(): Uint8Array {
  const book = utils.book_new(utils.aoa_to_sheet([['每月一张']]), '填表说明');
  for (let month = 1; month <= 9; month += 1) {
    const day = `2026-${String(month).padStart(2, '0')}-05`;
    const rows = [`G${month}1`, `G${month}2`].map((order) => [
      order,
      day,
      '李军',
      `路灯不亮 ${order}`,
      '晨光社区3号楼',
    ]);
    const sheet = utils.aoa_to_sheet([['工单编号', '接收时间', '诉求人', '诉求内容', '地址'], ...rows]);
    utils.book_append_sheet(book, sheet, `${month}月`);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

/** A sheet as long as an office's yearly export, in the form that is read fastest. */
function longTable(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => `G${at},2026-09-01 08:00,居民${at},路灯不亮 ${at}`);
  return `工单编号,接收时间,诉求人,诉求内容\r\n${lines.join('\r\n')}\r\n`;
}

/** Begins an import of a long sheet again and again, each time stopping it one step further: nothing of it is left. */
async function stopOnTheWay(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const district = path.join(folder, '全区.csv');
  const street = path.join(folder, '全街道.csv');
  writeFileSync(district, longTable(90_000));
  writeFileSync(street, longTable(25_000));
  await openImport(app, page, [district]);
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('已取消，没有存入任何数据');
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(words(page)).toContainText('下面有 90000 行诉求');
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(words(page)).toContainText(/正在核对 \d+ \/ 90000 行/);
  await page.getByRole('button', { name: '取消核对' }).click();
  await expect(page.getByRole('alert')).toContainText('已取消核对，没有写入任何数据');

  await answerOpen(app, street);
  await page.getByRole('button', { name: '换一个文件' }).click();
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await page.getByRole('button', { name: '导入 25000 条' }).click();
  await expect(words(page)).toContainText(/正在写入 \d+ \/ 25000 条/);
  await page.getByRole('button', { name: '取消导入' }).click();
  await expect(page.getByRole('alert')).toContainText('已取消，没有写入任何数据');
  await page.goto(screen(page, '#/ledger/demand'));
  await expect(page.getByText('还没有诉求')).toBeVisible();
}

test('pointing at another header row shows its effect at once; the months of a year go in together; a long sheet can be stopped', async ({
  launch,
  look,
  userData,
}) => {
  const { app, page } = await launch();
  await page.setViewportSize({ width: 1366, height: 768 });
  await setUpOffice(page);
  await page.goto(screen(page, '#/import/demand'));
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
  await look(page, 'import-choose');
  await openImport(app, page, [CHENGUANG]);
  await expect(words(page)).toContainText('表头在第 3 至 4 行');
  await page.getByRole('button', { name: '把第 4 行作为表头' }).click();
  await expect(words(page)).toContainText('表头在第 4 行');
  await page.getByRole('button', { name: '把第 3 行作为表头' }).click();
  await page.getByRole('button', { name: '把第 4 行作为表头' }).click({ modifiers: ['Shift'] });
  await expect(words(page)).toContainText('表头在第 3 至 4 行，下面有 41 行诉求');

  const year = path.join(userData, '全年.xlsx');
  writeFileSync(year, yearOfDemands());
  await answerOpen(app, year);
  await page.getByRole('button', { name: '换一个文件' }).click();
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(words(page)).toContainText('下面有 2 行诉求');
  await page.getByRole('button', { name: '“地址”对应的字段' }).click();
  await page.getByRole('option', { name: '备注', exact: true }).click();
  await page.getByRole('button', { name: '“地址”同时填入的字段' }).click();
  await page.getByRole('option', { name: '所属社区', exact: true }).click();
  await page.getByRole('button', { name: '全部一起' }).click();
  await expect(words(page)).toContainText('9 张工作表里共有 18 行诉求；5 列有对应');
  await look(page, 'import-year-columns');
  await page.getByRole('button', { name: '下一步：预览' }).click();
  const last = page.getByRole('row', { name: /^9月 3/ });
  await expect(last).toContainText('路灯不亮 G92');
  await expect(last.getByRole('button', { name: /从“晨光社区3号楼”里认出“晨光社区”/ })).toBeVisible();
  await look(page, 'import-year-preview');
  await page.getByRole('button', { name: '导入 18 条' }).click();
  await expect(page.getByText('新增 18 条，更新 0 条，未导入 0 行。')).toBeVisible();
  await page.getByRole('button', { name: '撤销本次导入' }).click();
  await expect(page.getByRole('heading', { name: '已撤销本次导入' })).toBeVisible();

  // The columns as they were set stand for the next file of the form, said, until the clerk goes back.
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByTestId('recalled')).toContainText('已照上次的设置：对应列。');
  await expect(words(page)).toContainText('5 列有对应');
  await look(page, 'import-recalled');
  await page.getByRole('button', { name: '改回程序找到的' }).click();
  await expect(page.getByTestId('recalled')).toBeHidden();
  await page.goto(screen(page, '#/ledger/demand'));
  await expect(page.getByText('共 18 条')).toBeHidden();
  await stopOnTheWay(app, page, userData);
});

test('files dropped together come one after the other, and cells copied in a sheet are taken too', async ({
  launch,
}) => {
  const { page } = await launch();
  await setUpOffice(page);
  await page.goto(screen(page, '#/import/demand'));
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
  const bytes = [CHENGUANG, DONGHU].map(
    (file) => [path.basename(file), readFileSync(file).toString('base64')] as const,
  );
  await page.evaluate((files) => {
    const dropped = new DataTransfer();
    for (const [name, text] of files) {
      dropped.items.add(new File([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))], name));
    }
    const place = document.querySelector('[class*="drop"]');
    place?.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  }, bytes);
  await expect(words(page)).toContainText('下面有 41 行诉求');
  await page.getByRole('button', { name: '跳过，下一个文件' }).click();
  await expect(words(page)).toContainText('下面有 71 行诉求');
  await page.getByRole('button', { name: '换一个文件' }).click();
  // What is refused is named, and does not take the others along.
  await page.evaluate(([name, text]) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1)], '全年.xlsx'));
    dropped.items.add(new File([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))], name));
    const place = document.querySelector('[class*="drop"]');
    place?.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  }, bytes[0] ?? ['', '']);
  await expect(page.getByRole('alert')).toContainText('“全年.xlsx”有 51 MB，超过 50 MB 的上限，没有读取。');
  await page.getByRole('button', { name: /下一个文件/ }).click();
  await expect(words(page)).toContainText('下面有 41 行诉求');
  await page.getByRole('button', { name: '换一个文件' }).click();
  await page.evaluate(() => {
    const copied = new DataTransfer();
    copied.setData('text/plain', '接收时间\t姓名\t诉求内容\n2026.9.1\t李军\t路灯不亮\n');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true }));
  });
  await expect(words(page)).toContainText('表头在第 1 行，下面有 1 行诉求');
});

test('the roster and the list of disputes stand in their ledgers', async ({ launch, shot }) => {
  const { app, page } = await launch();
  await page.setViewportSize({ width: 1366, height: 768 });
  await setUpOffice(page);
  await answerOpen(app, fixture('社区工作者花名册.xls'));
  await page.goto(screen(page, '#/import/worker'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('checkbox', { name: /所属社区.*有 84 格空白/ }).check();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  // The office registered three of the six communities.
  await page.getByRole('button', { name: '导入 44 条' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await page.goto(screen(page, '#/ledger/worker'));
  await expect(page.getByText('共 44 条')).toBeVisible();
  await shot(page, 'ledger-worker');
  await answerOpen(app, fixture('矛盾纠纷排查-网格上报.csv'));
  await page.goto(screen(page, '#/import/dispute'));
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await expect(page.getByTestId('import-plan')).toBeVisible();
  await shot(page, 'import-disputes-preview');
  await page.getByRole('button', { name: '导入 57 条' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await page.goto(screen(page, '#/ledger/dispute'));
  await expect(page.getByText('共 57 条')).toBeVisible();
  await shot(page, 'ledger-dispute');
});

function sizeOf(file: string): number {
  try {
    return readFileSync(file).length;
  } catch {
    return 0;
  }
}
