import path from 'node:path';
import { LedgerError } from '../../shared/kit/complaint.ts';

const SAFE = '台账数据不受影响，没有留下半个文件。';

type Words = { readonly code: string; readonly why: (file: string) => string; readonly next: string };

const IN_USE: Words = {
  code: 'file/in-use',
  why: () => '目标文件正被 WPS 或 Excel 打开，或没有写入权限',
  next: '请关闭它再试，或换一个文件名或文件夹。',
};
const FULL: Words = {
  code: 'file/disk-full',
  why: (file) => `“${path.dirname(file)}”所在的磁盘已满`,
  next: '请清理磁盘，或存到另一个盘。',
};
const GONE: Words = {
  code: 'file/folder-gone',
  why: (file) => `文件夹“${path.dirname(file)}”不在了，可能是移动盘已拔出或网络盘已断开`,
  next: '请接好后再试，或换一个文件夹。',
};
const READ_ONLY: Words = {
  code: 'file/read-only',
  why: (file) => `“${path.dirname(file)}”所在的盘是只读的`,
  next: '请去掉写保护，或存到另一个盘。',
};
const OTHER: Words = { code: 'file/not-written', why: () => '磁盘无法写入', next: '请换一个位置再试。' };

/** What the system's codes for a file that cannot be written mean to a clerk. */
const MEANINGS: { readonly [systemCode: string]: Words } = {
  EBUSY: IN_USE,
  EPERM: IN_USE,
  EACCES: IN_USE,
  ETXTBSY: IN_USE,
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOENT: GONE,
  ENOTDIR: GONE,
  ENODEV: GONE,
  ENXIO: GONE,
  EROFS: READ_ONLY,
};

/** Why a file was not saved, by the system's own code: what happened, what is safe, what to do. */
export function saveFailure(file: string, systemCode: string): LedgerError {
  const { code, why, next } = MEANINGS[systemCode] ?? OTHER;
  return new LedgerError(code, `“${path.basename(file)}”没有保存：${why(file)}。${SAFE}${next}`);
}
