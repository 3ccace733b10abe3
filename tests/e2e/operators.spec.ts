import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { screen, setUpOffice } from './office.ts';

const ADMIN = '滨河路上有棵大槐树';
const CLERK = '小溪边的三块石头';

const openTab = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '操作员' }).click();
};

const enter = async (page: Page, operator: string, password: string): Promise<void> => {
  await page.getByLabel('操作员', { exact: true }).selectOption({ label: operator });
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '进入' }).click();
};

const register = async (page: Page, name: string, role?: string): Promise<void> => {
  await page.getByRole('button', { name: '新增操作员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '登记' }).click();
  await expect(dialog.getByLabel('姓名')).toBeFocused();
  await dialog.getByLabel('姓名').fill(name);
  if (role !== undefined) {
    await dialog.getByRole('combobox', { name: '角色' }).click();
    await page.getByRole('option', { name: role }).click();
  }
  await dialog.getByRole('button', { name: '登记' }).click();
  await expect(page.getByRole('table', { name: '操作员' }).getByRole('row', { name: new RegExp(name) })).toBeVisible();
};

test('an office takes up passwords, locks, forgets one and finds every record where it was', async ({
  launch,
  userData,
  look,
  shot,
}) => {
  const first = await launch();
  const { page } = first;
  await setUpOffice(page);
  await openTab(page);
  await expect(page.getByText('名册是空的')).toBeVisible();
  await shot(page, 'operators-none');
  await register(page, '王晓', '管理员');
  await register(page, '李敏');

  // The first password, and the printed way back.
  await page.getByRole('button', { name: '设口令 王晓' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('新口令').fill('12345678');
  await dialog.getByRole('button', { name: '设口令' }).click();
  await expect(dialog.getByText('不要用顺着数的数字')).toBeVisible();
  await look(page, 'operators-first-password');
  await dialog.getByLabel('新口令').fill(ADMIN);
  await dialog.getByLabel('再输一次').fill(ADMIN);
  await dialog.getByRole('button', { name: '设口令' }).click();
  const sheet = page.getByRole('dialog', { name: '恢复码' });
  const code = (await sheet.getByText(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/).textContent()) ?? '';
  await look(page, 'operators-recovery-code');
  await sheet.getByLabel('已打印或抄好').check();
  await sheet.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('操作员 王晓');
  await page.getByRole('button', { name: '设口令 李敏' }).click();
  await dialog.getByLabel('您自己的口令').fill(ADMIN);
  await dialog.getByLabel('新口令').fill(CLERK);
  await dialog.getByLabel('再输一次').fill(CLERK);
  await dialog.getByRole('button', { name: '设口令' }).click();
  await expect(page.getByText('李敏的口令已设好')).toBeVisible();
  await look(page, 'operators-guarded');
  const kept = readFileSync(path.join(userData, 'operators.json'), 'utf8');
  const journal = readFileSync(path.join(userData, 'journal/current.log'), 'utf8');
  for (const secret of [ADMIN, CLERK, code]) expect(kept + journal).not.toContain(secret);
  expect(journal).toContain('启用口令，先为王晓设口令');

  // Locked: with a dialog open, nothing of the data on screen, and nothing told to the page.
  await page.goto(screen(page, '#/ledger/organisation'));
  await page.getByText('晨光社区').first().click();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.keyboard.press('Control+L');
  await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('晨光社区', { useInnerText: true });
  await look(page, 'locked');
  await enter(page, '王晓（管理员）', 'not the password');
  await expect(page.getByText('口令不对，请重新输入')).toBeVisible();
  await enter(page, '王晓（管理员）', ADMIN);
  await expect(page.getByRole('complementary', { name: '晨光社区' })).toBeVisible();

  // The clerk works, and does not keep the roster.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+L');
  await page.getByLabel('操作员', { exact: true }).selectOption({ label: '李敏（经办人）' });
  await expect(page.getByText('换人登录会关闭王晓打开的画面')).toBeVisible();
  await shot(page, 'locked-other');
  await enter(page, '李敏（经办人）', CLERK);
  await openTab(page);
  await expect(page.getByRole('contentinfo')).toContainText('操作员 李敏');
  await expect(page.getByRole('button', { name: '新增操作员' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '改口令 李敏' })).toBeVisible();
  await expect(page.getByRole('button', { name: '改口令 王晓' })).toHaveCount(0);
  await first.app.close();

  // Started again it is locked; the printed code opens it, and the log says so.
  const second = await launch();
  await second.page.clock.install();
  await expect(second.page.getByRole('heading', { name: '已锁定' })).toBeVisible();
  await second.page.getByLabel('操作员', { exact: true }).selectOption({ label: '王晓（管理员）' });
  await second.page.getByRole('button', { name: '忘记口令' }).click();
  await second.page.getByLabel('恢复码').fill(code.toLowerCase());
  await second.page.getByLabel('新口令').fill('新的口令也要够长');
  await second.page.getByLabel('再输一次').fill('新的口令也要够长');
  await look(second.page, 'locked-forgotten');
  await second.page.getByRole('button', { name: '重设并进入' }).click();
  await expect(second.page.getByRole('contentinfo')).toContainText('操作员 王晓');
  await second.page.getByRole('link', { name: '设置' }).click();
  await second.page.getByRole('tab', { name: '操作记录' }).click();
  await expect(second.page.getByRole('row', { name: /王晓凭恢复码重设口令/ })).toBeVisible();
  await second.page.goto(screen(second.page, '#/ledger/organisation'));
  await expect(second.page.getByText('晨光社区').first()).toBeVisible();

  // Nobody touches it for ten minutes: it locks by itself, and the store with it.
  await second.page.mouse.move(300, 300);
  await second.page.clock.fastForward('09:30');
  await expect(second.page.getByText('晨光社区').first()).toBeVisible();
  await second.page.clock.fastForward('00:31');
  await expect(second.page.getByRole('heading', { name: '已锁定' })).toBeVisible();
  await expect(second.page.locator('body')).not.toContainText('晨光社区', { useInnerText: true });
  await enter(second.page, '王晓（管理员）', '新的口令也要够长');
  await expect(second.page.getByText('晨光社区').first()).toBeVisible();
});
