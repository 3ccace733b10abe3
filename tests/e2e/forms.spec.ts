import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { read, utils } from 'xlsx';
import { writeWorkbook } from '../../shared/workbook/write/write-workbook.ts';
import { expect, test } from './fixture.ts';
import { answerOpen, answerSave, fixture, pasteIntoImport, setUpOffice, tabTo } from './office.ts';

const FORM = fixture('上级表样-12345办理情况通报表.xlsx');

/** The month that is over, `2026-10`: what is reported now. */
function lastMonth(): string {
  const now = new Date();
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1));
  return first.toISOString().slice(0, 7);
}

const HEADINGS = ['来源', '工单编号', '接收时间', '所属社区', '诉求内容', '应办结日期', '办结日期', '满意度'];

/** Two of 晨光 (one late), one open of 东湖, and one that is not the hotline's. */
const slips = (month: string): readonly (readonly string[])[] => [
  ['12345热线', 'A1', `${month}-03`, '晨光社区', '路灯不亮', `${month}-15`, `${month}-10`, '满意'],
  ['12345热线', 'A2', `${month}-03`, '晨光社区', '井盖破损', `${month}-15`, `${month}-20`, '不满意'],
  ['12345热线', 'A3', `${month}-04`, '东湖社区', '噪音扰民', `${month}-15`, '', ''],
  ['窗口', 'A4', `${month}-04`, '东湖社区', '咨询低保', `${month}-15`, `${month}-04`, ''],
];

/** Takes slips in as a clerk would paste them. */
async function pasteSlips(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await pasteIntoImport(page, 'demand', [HEADINGS, ...rows].map((row) => row.join('\t')).join('\n'));
  await page.getByRole('button', { name: `导入 ${rows.length} 条` }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
}

/** Next year's blank form: one heading is worded otherwise. */
function changedForm(to: string): void {
  const parts = unzipSync(readFileSync(FORM));
  const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).replace('超时办结数', '逾期办结数');
  writeFileSync(to, zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings) }));
}

/** A form of two sheets: two ruled tables one above the other, and a list nobody ruled. */
function twoSheets(to: string): void {
  const look = { font: { name: '宋体', size: 11 }, align: { horizontal: 'center' } } as const;
  const words = (...cells: readonly string[]) => ({ cells: cells.map((value) => ({ value, style: look })) });
  const ruled = (...cells: readonly string[]) => ({
    cells: cells.map((value) => ({ value, style: { ...look, border: true } })),
  });
  const beside = (left: readonly string[], right: readonly string[]) => ({
    cells: [...ruled(...left).cells, ...words('').cells, ...ruled(...right).cells],
  });
  const sheet = { widths: [16, 14, 14, 24], merges: [], page: { landscape: false, fitToWidth: true } };
  const summary = [
    words('热线与纠纷月报（    月）'),
    ruled('单位', '派遣数', '未办结数', '办结数'),
    ruled('晨光社区', '', '', ''),
    ruled('东湖社区', '', '', ''),
    ruled('合计', '', '', ''),
    words('矛盾纠纷'),
    beside(['社区', '纠纷总数', '化解数', '未化解数'], ['单位', '派遣数', '办结数']),
    beside(['晨光社区', '', '', ''], ['晨光社区', '', '']),
  ];
  const list = [words('热线工单明细'), words('序号', '所属社区', '工单编号', '诉求内容')];
  const sheets = [
    { ...sheet, name: '汇总', rows: summary },
    { ...sheet, name: '明细', rows: list, page: { paper: 'A3' as const, landscape: true, fitToWidth: true } },
  ];
  writeFileSync(to, writeWorkbook({ sheets }));
}

test('superiors’ forms: registered, one cell corrected, filled, a figure opened, saved; a new version noticed; two sheets at once, a list handed in again', async ({
  launch,
  look,
  shot,
  userData,
}) => {
  test.slow();
  const { app, page } = await launch();
  await page.setViewportSize({ width: 1366, height: 768 });
  await setUpOffice(page);
  const month = lastMonth();
  await pasteSlips(page, slips(month));

  await page.getByRole('link', { name: '上报', exact: true }).click();
  await page.getByRole('link', { name: /登记表样/ }).click();
  await answerOpen(app, FORM);
  await page.getByRole('button', { name: '选择空白表样' }).click();
  const blank = page.getByRole('grid', { name: '通报表（哪一格填什么）' });
  await expect(blank).toContainText('〔填报期的年〕年〔填报期的月〕月份12345');
  await expect(blank).toContainText('热线派遣数');
  await expect(page.getByRole('textbox', { name: '表样名称' })).toHaveValue('12345办理情况通报表');
  await expect(page.getByRole('list', { name: '请核对' })).toContainText('O 列：按“热线按时结案率”从高到低排');
  await look(page, 'form-binding');

  await blank.getByText('热线派遣数').first().click();
  await page.getByRole('combobox', { name: 'C 列填什么' }).click();
  await expect(page.getByRole('option', { name: '按时办结数', exact: true })).toBeVisible();
  await shot(page, 'form-value-list');
  await page.keyboard.press('Escape');

  // A column may be counted over other days, or for one community.
  await blank.getByText('热线派遣数').first().click();
  await page.getByRole('combobox', { name: '计哪一段' }).click();
  await page.getByRole('option', { name: '本年累计' }).click();
  await expect(blank).toContainText('热线派遣数（本年累计）');
  await page.getByRole('combobox', { name: '只计' }).click();
  await expect(page.getByRole('option', { name: '所属社区：东湖' })).toBeVisible();
  await look(page, 'form-column');
  await page.getByRole('option', { name: '所属社区：东湖' }).click();
  await page.getByRole('combobox', { name: '一并计入（几类合成一栏）' }).click();
  await page.getByRole('option', { name: '康平', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: '只计' })).toHaveValue('所属社区为东湖、康平');
  await shot(page, 'form-together');
  await page.getByRole('combobox', { name: '只计' }).click();
  await page.getByRole('option', { name: '全部', exact: true }).click();
  await page.getByRole('combobox', { name: '计哪一段' }).click();
  await page.getByRole('option', { name: '本期' }).click();

  // The one who checks is the same every month; from the place that was clicked the arrows lead to it.
  await tabTo(page, blank);
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(blank.getByRole('gridcell', { name: '审核人：' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'E13填什么' }).click();
  await page.getByRole('option', { name: '固定文字' }).click();
  await page.getByRole('textbox', { name: '固定文字' }).fill('王主任');
  await expect(blank).toContainText('审核人：〔“王主任”〕');
  await page.getByRole('button', { name: '保存', exact: true }).click();

  const filled = page.getByRole('table', { name: '通报表（填好的样子）' });
  await expect(filled).toContainText(
    `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月份12345政务服务便民热线`,
  );
  const chenguang = filled.getByRole('row', { name: /晨光社区/ });
  await expect(chenguang.getByRole('link')).toHaveText(['2', '1', '1', '2', '1', '1']);
  await expect(page.getByRole('list', { name: '填报提示' })).toContainText('文昌社区、新河社区、桃园社区');
  await look(page, 'form-filled');

  const saved = path.join(userData, '通报表.xlsx');
  await answerSave(app, saved);
  await page.getByRole('button', { name: '填好另存' }).click();
  await expect.poll(() => existsSync(saved)).toBe(true);
  const text = utils.sheet_to_csv(read(readFileSync(saved)).Sheets.通报表 ?? {});
  expect(text).toContain('1,晨光社区,2,1,1,0,0,2,1,0,1');
  expect(text).toContain('2,东湖社区,1,0,0,1,0,0,0,0,0');
  expect(text).toContain('审核人：王主任');

  await page.getByRole('button', { name: '打印' }).click();
  const preview = page.getByRole('dialog', { name: '打印预览' });
  await expect(preview).toContainText('A4，共 1 页');
  await expect(preview.getByRole('region', { name: '第 1 页' })).toContainText('审核人：王主任');
  await shot(page, 'print-form');
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  await page.getByRole('button', { name: '已上报' }).click();
  await expect(page.getByRole('list', { name: '上报情况' })).toContainText('上报（李敏）');

  // The figure opens its records, and the way back finds the form.
  await chenguang.getByRole('link').first().click();
  await expect(page.getByText('共 2 条')).toBeVisible();
  await expect(page.getByText('井盖破损')).toBeVisible();
  await page.getByRole('link', { name: '上报', exact: true }).click();
  await page.getByRole('link', { name: /12345办理情况通报表/ }).click();
  await expect(page.getByTestId('changed-since')).toHaveText('· 之后没有变化');

  // A slip comes late: what was handed in is no longer what the records say.
  await pasteSlips(page, [
    ['12345热线', 'A5', `${month}-05`, '晨光社区', '楼道堆物', `${month}-20`, `${month}-18`, '满意'],
  ]);
  await page.getByRole('link', { name: '上报', exact: true }).click();
  await page.getByRole('link', { name: /12345办理情况通报表/ }).click();
  await expect(page.getByTestId('changed-since')).toContainText('· 之后有');
  await page.getByRole('button', { name: '查看' }).click();
  const changed = page.getByRole('table', { name: '上报之后的变化' });
  await expect(changed.getByRole('row', { name: 'C6 2 3' })).toBeVisible();
  await look(page, 'form-submitted');
  await page.getByRole('button', { name: '退回' }).click();
  await page.getByRole('textbox', { name: '退回原因' }).fill('晨光少一件');
  await page.getByRole('button', { name: '登记退回' }).click();
  const told = page.getByRole('list', { name: '上报情况' });
  await expect(told).toContainText('退回：晨光少一件');
  // The slip that came late is no part of the file that came back.
  await expect(page.getByText('退回之后数据有变化，请先另存新的文件，再登记再次报送')).toBeVisible();
  await page.getByRole('button', { name: '对应关系' }).click();

  const renamed = path.join(userData, '新表样.xlsx');
  changedForm(renamed);
  await answerOpen(app, renamed);
  await page.getByRole('button', { name: '换一份空白表样' }).click();
  await expect(page.getByRole('list', { name: '表样改过版' })).toContainText('E4 由“超时办结数”改为“逾期办结数”');
  await expect(blank).toContainText('审核人：〔“王主任”〕');
  await look(page, 'form-changed');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(filled).toContainText('逾期办结数');
  await expect(chenguang.getByRole('link').first()).toHaveText('3');

  // Two sheets, three tables, one of them a list: registered, filled and handed in as one form.
  const monthly = path.join(userData, '热线与纠纷月报.xlsx');
  twoSheets(monthly);
  await page.getByRole('link', { name: /登记表样/ }).click();
  await answerOpen(app, monthly);
  await page.getByRole('button', { name: '选择空白表样' }).click();
  await expect(page.getByRole('combobox', { name: '第 2 个表格（第 8 行起，A 至 D 列）每一行是' })).toHaveValue(
    '一个社区',
  );
  await look(page, 'form-two-tables');
  await expect(page.getByRole('combobox', { name: '第 3 个表格（第 8 行起，F 至 H 列）每一行是' })).toHaveValue(
    '一个社区',
  );
  await shot(page, 'form-beside');
  await page.getByRole('combobox', { name: '工作表' }).click();
  await page.getByRole('option', { name: '明细（程序填）' }).click();
  await expect(page.getByRole('combobox', { name: '台账' })).toHaveValue('诉求与工单');
  await page.getByRole('textbox', { name: '表样名称' }).fill('热线与纠纷月报');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const both = page.getByRole('table', { name: '汇总（填好的样子）' });
  await expect(both.getByRole('row', { name: /晨光社区 3 0/ })).toBeVisible();
  // A total without a formula is the rows added up, and said to be.
  await expect(both.getByRole('row', { name: /合计 ∑ 4/ })).toBeVisible();
  await look(page, 'form-sums');
  // No dispute, and beside it the slips once more: each table counts by itself.
  await expect(both.getByRole('row', { name: /晨光社区 0 0 0 晨光社区 3/ })).toBeVisible();
  await page.getByRole('tab', { name: '明细' }).click();
  const list = page.getByRole('table', { name: '明细（填好的样子）' });
  await expect(list.getByRole('row')).toHaveCount(2 + 5);
  await shot(page, 'form-list');
  const monthlySaved = path.join(userData, '月报.xlsx');
  await answerSave(app, monthlySaved);
  await page.getByRole('button', { name: '填好另存' }).click();
  await page.getByRole('textbox', { name: '报送单位' }).fill('区政务热线办');
  await page.getByRole('button', { name: '已上报' }).click();
  await expect(told).toContainText('上报区政务热线办（李敏）');
  await expect(page.getByTestId('changed-since')).toHaveText('· 之后没有变化');

  // It comes back though nothing is wrong with it: the same file is sent once more.
  await page.getByRole('button', { name: '退回' }).click();
  await page.getByRole('textbox', { name: '退回原因' }).fill('没有盖章');
  await page.getByRole('button', { name: '登记退回' }).click();
  await expect(page.getByText('报送的还是退回的那一份文件，内容没有变化')).toBeVisible();
  await shot(page, 'form-returned');
  await page.getByRole('button', { name: '再次报送' }).click();
  await expect(told).toContainText('再次报送区政务热线办（李敏），文件与上次相同');

  // Sixty more slips: the list is longer than a page.
  const more = Array.from({ length: 60 }, (_, at) => [
    '12345热线',
    `B${at + 1}`,
    `${month}-06`,
    '东湖社区',
    `第 ${at + 1} 处井盖松动`,
    `${month}-20`,
    '',
    '',
  ]);
  await pasteSlips(page, more);
  await page.getByRole('link', { name: '上报', exact: true }).click();
  await page.getByRole('link', { name: /热线与纠纷月报/ }).click();
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page.getByRole('list', { name: '上报之后变化的行' })).toHaveText('现在多出 60 行');
  await shot(page, 'form-list-changed');

  await page.getByRole('tab', { name: '明细' }).click();
  await page.getByRole('button', { name: '打印' }).click();
  const pages = preview.getByRole('region', { name: /^第 \d+ 页$/ });
  await expect(preview).toContainText('A3，共 2 页');
  await expect(pages).toHaveCount(2);
  for (const one of await pages.all()) await expect(one).toContainText('工单编号');
  await expect(pages.last()).toContainText('第 60 处井盖松动');
  const pdf = path.join(userData, '月报.pdf');
  await answerSave(app, pdf);
  await preview.getByRole('button', { name: '存为 PDF' }).click();
  await expect(preview.getByRole('status')).toContainText('已保存');
  expect(readFileSync(pdf, 'latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  // 420 by 297 mm: the form's own paper.
  expect(readFileSync(pdf, 'latin1')).toMatch(/\/MediaBox \[0 0 119\d[.\d]* 84[12]/);
  await shot(page, 'print-list-form');

  // Somebody cleaned the folder of attachments: the blank form is gone, and the records are not.
  await page.keyboard.press('Escape');
  rmSync(path.join(userData, 'attachments'), { recursive: true });
  await page.reload();
  await expect(page.getByText('空白表样的文件不在附件里了。台账数据没有受影响。')).toBeVisible();
  await shot(page, 'form-no-file');
});
