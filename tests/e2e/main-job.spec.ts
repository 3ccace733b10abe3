import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { read, utils } from 'xlsx';
import { fillIn, openRecord, take } from './case.ts';
import { expect, test } from './fixture.ts';
import { answerSave, importApplications, screen, setUpOffice } from './office.ts';

const ADMITTED = '消防安全宣传教育';
const REFUSED = '疑似群租房排查登记';

/** Every text of a saved workbook's first sheet, joined. */
function textsOf(file: string): string {
  const { Sheets, SheetNames } = read(readFileSync(file));
  const sheet = Sheets[SheetNames[0] ?? ''];
  if (!sheet) throw new Error(`${file} has no sheet`);
  return utils.sheet_to_csv(sheet);
}

const review = (page: Page) => page.goto(screen(page, '#/review'));

test('the main job: from the department’s sheet to 实施中 and to a refusal, over a kill, out to .xlsx', async ({
  launch,
  kill,
  shot,
  userData,
}) => {
  test.setTimeout(180_000);
  const first = await launch();
  const { app, page } = first;
  await setUpOffice(page);

  await importApplications(app, page);
  await page.getByRole('button', { name: '查看准入审核' }).click();

  // On the catalogue, off it, forbidden: each says why.
  const offList = await openRecord(page, REFUSED);
  await expect(offList.getByRole('region', { name: '清单比对' })).toContainText('清单外');
  const forbidden = await openRecord(page, '报刊订阅任务');
  await expect(forbidden.getByRole('region', { name: '清单比对' })).toContainText('负面');
  await expect(forbidden.getByRole('region', { name: '清单比对' })).toContainText('命中');
  const listed = await openRecord(page, ADMITTED);
  await expect(listed.getByRole('region', { name: '清单比对' })).toContainText('QD-001');

  // The straight path.
  await expect(listed.getByRole('button', { name: '登记收件', exact: true })).toBeDisabled();
  await fillIn(listed, page, {
    来文方式: '公文',
    清单比对结果: '清单内',
    对应清单条目: ADMITTED,
    部门职责: '组织消防安全宣传，提供资料',
    保障措施: '物资',
  });
  await take(listed, page, '登记收件', '已收件');
  await take(listed, page, '直接转街道初审', '街道初审');
  await take(listed, page, '同意上报', '区级审核', { 签批人: '赵建国', 意见: '同意上报' });
  await take(listed, page, '提交审定', '审定中');
  await shot(page, 'record-deciding');
  await take(listed, page, '审定', '准予准入', {
    审定结果: '准予',
    审定机构: '区社区工作事项准入联席会议',
    决定文号: '准入办〔2026〕12号',
    有效期起: '2027-01-01',
    有效期止: '2027-12-31',
  });
  await take(listed, page, '公布', '已公布', { 公布方式: '公开栏' });
  await take(listed, page, '签订委托协议', '已签协议', {
    协议编号: '协〔2026〕3号',
    甲方: '区住房和城乡建设局',
    乙方: '晨光社区居民委员会',
    委托范围: '消防安全宣传',
    经费条款: '按季拨付',
  });
  // Neither money nor a reason for none: it cannot start.
  await expect(listed.getByRole('button', { name: '启动实施', exact: true })).toBeDisabled();
  await fillIn(listed, page, { 不需经费的理由: '随消防宣传月开展，资料由部门提供' });
  await take(listed, page, '启动实施', '实施中');
  await shot(page, 'record-active');

  // A refusal by the street, with its reason.
  await review(page);
  const stray = await openRecord(page, REFUSED);
  await fillIn(stray, page, { 来文方式: '公文', 清单比对结果: '清单外长期' });
  await take(stray, page, '登记收件', '已收件');
  await take(stray, page, '发函征求社区意见', '征求社区意见');
  for (const community of ['晨光社区', '东湖社区'])
    await take(stray, page, '录入社区意见', '征求社区意见', { 社区: community, 意见: '不同意' });
  await take(stray, page, '社区意见收齐', '街道初审');
  await take(stray, page, '街道不同意', '不予准入', { 签批人: '赵建国', 理由: '没有法律依据，且入户登记属于部门职责' });

  // One more in hand, so that something is due.
  await review(page);
  const waiting = await openRecord(page, '居民二次供水设施巡查');
  await fillIn(waiting, page, { 来文方式: '公文' });
  await take(waiting, page, '登记收件', '已收件');
  await page.goto(screen(page, '#/'));
  await expect(page.getByText('居民二次供水设施巡查').first()).toBeVisible();
  await shot(page, 'home-due');

  await kill(first);
  const second = await launch();
  await review(second.page);
  const kept = await openRecord(second.page, ADMITTED);
  await expect(kept.getByLabel('状态')).toHaveText('实施中');
  await expect(kept.getByRole('region', { name: '办理过程' })).toContainText('准入办〔2026〕12号');

  const form = path.join(userData, 'form.xlsx');
  await answerSave(second.app, form);
  await kept.getByRole('button', { name: '导出审批表' }).click();
  await expect.poll(() => existsSync(form)).toBe(true);
  expect(textsOf(form)).toContain('准入办〔2026〕12号');

  const ledger = path.join(userData, 'ledger.xlsx');
  await answerSave(second.app, ledger);
  await second.page.getByRole('button', { name: '更多', exact: true }).click();
  await second.page.getByRole('menuitem', { name: /审核台账/ }).click();
  await expect.poll(() => existsSync(ledger)).toBe(true);
  expect(textsOf(ledger)).toContain(REFUSED);
});
