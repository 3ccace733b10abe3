import type { BatchSummary, StoreApi } from '../../store/store-api.ts';

/** Batches asked for at once: the log is looked through from its newest end. */
const AT_ONCE = 500;

/** The newest import of a file of this content, or undefined where there is none. */
export async function importedBefore(batches: StoreApi['batches'], hash: string): Promise<BatchSummary | undefined> {
  for (let offset = 0; ; offset += AT_ONCE) {
    const { batches: some, total } = await batches(offset, AT_ONCE);
    const found = some.find(({ reason }) => reason.of === hash && ['import', 'opening'].includes(reason.kind));
    if (found !== undefined || some.length === 0 || offset + some.length >= total) return found;
  }
}

/** 这个文件已于 2026-11-23 09:41 由李敏导入过。 */
export function beforeWords({ at, operator, changes, undone }: BatchSummary): string {
  const when = `${at.slice(0, 10)} ${at.slice(11, 16)}`;
  const who = operator === '' ? '' : `由${operator}`;
  const what = `这个文件已于 ${when} ${who}导入过，写入 ${changes} 条`;
  return undone ? `${what}，后来已撤销。` : `${what}。已导入的行会认作重复，不会写第二遍。`;
}
