import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { StoreCore } from '../store-core.ts';

/**
 * Packages are made of the log, and merging folds it from nothing. Records that stand on a snapshot of another PC have no
 * log before it, nor have those that were recovered without some batch.
 * @throws LedgerError exchange/log-incomplete
 */
export async function requireWholeLog(core: StoreCore): Promise<void> {
  if (!(await isLogWhole(core))) throw incomplete();
}

/** Whether every batch the records stand for is here. */
export async function isLogWhole({ parts: { database }, state }: StoreCore): Promise<boolean> {
  const held = new Map<string, number>();
  for (const [chain] of await database.closings()) held.set(chain, (held.get(chain) ?? 0) + 1);
  return [...state.positions].every(([chain, { sequence }]) => (held.get(chain) ?? 0) >= sequence);
}

const incomplete = (): LedgerError =>
  new LedgerError(
    'exchange/log-incomplete',
    '本机缺少一段操作记录（数据是从另一台电脑的备份恢复来的，或者恢复时有几步读不出来），不能做数据交换。数据没有改动；请在另一台数据完整的电脑上导出，或把那台电脑的整个数据文件夹复制过来使用。',
  );
