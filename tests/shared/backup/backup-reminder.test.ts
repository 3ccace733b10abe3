import { expect, test } from 'vitest';
import { browserReminder, secondCopyReminder } from '../../../shared/backup/backup-reminder.ts';
import type { SecondCopy } from '../../../shared/desktop-api.ts';

const TODAY = '2026-01-20';
const at = (day: string) => `${day}T09:00:00+08:00`;
const whole: SecondCopy = { folder: 'E:\\备份', state: 'whole', isSameDrive: false, newest: at('2026-01-20') };

test.each<[string, SecondCopy, string | undefined, string | undefined]>([
  ['up to date', whole, at('2026-01-20'), undefined],
  ['none chosen', { state: 'none', isSameDrive: false }, at('2026-01-20'), '还没有第二份备份'],
  ['unplugged', { ...whole, state: 'missing', newest: at('2026-01-12') }, at('2026-01-20'), '最近一次复制在 8 天前'],
  [
    'never copied to and unplugged',
    { folder: 'E:\\备份', state: 'missing', isSameDrive: false },
    undefined,
    '找不到。',
  ],
  ['full', { ...whole, state: 'refused' }, at('2026-01-20'), '没有写成'],
  ['on the same drive', { ...whole, isSameDrive: true }, at('2026-01-20'), '同一块盘'],
  ['a week behind', { ...whole, newest: at('2026-01-13') }, at('2026-01-20'), '已有 7 天没有更新'],
  ['six days behind', { ...whole, newest: at('2026-01-14') }, at('2026-01-20'), undefined],
  ['old, with nothing newer to copy', { ...whole, newest: at('2025-06-01') }, at('2025-06-01'), undefined],
])('a second folder that is %s', (_what, second, last, words) => {
  const said = secondCopyReminder(second, last, TODAY);
  if (words === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(words);
});

test.each([
  [undefined, '还没有下载过备份'],
  [at('2026-01-17'), '已有 3 天'],
  [at('2026-01-18'), undefined],
])('a browser whose last download was %s', (last, words) => {
  const said = browserReminder(last, TODAY);
  if (words === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(words);
});
