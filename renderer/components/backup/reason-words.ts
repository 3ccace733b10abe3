import type { SnapshotReason } from '../../../shared/desktop-api.ts';

const WORDS: { readonly [reason in SnapshotReason]: string } = {
  asked: '手工',
  start: '启动时',
  regular: '定时',
  update: '程序更新前',
  import: '导入前',
  delete: '批量删除前',
  restore: '恢复前',
  restored: '恢复后',
};

/** Why a snapshot was taken, in a clerk's words. */
export const reasonWords = (reason: SnapshotReason | undefined): string =>
  reason === undefined ? '备份' : WORDS[reason];
