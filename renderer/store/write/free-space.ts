import { MEGABYTE } from '../../../shared/kit/bytes.ts';
import { type Complaint, error, LedgerError } from '../../../shared/kit/complaint.ts';
import type { StoreParts } from '../store-core.ts';

/** Bulk writes stop below this: Chromium has emptied whole databases on full disks. 可调整的默认值 */
const LEAST_FREE_SPACE = 500 * MEGABYTE;

const megabytes = (bytes: number): number => Math.floor(bytes / MEGABYTE);

/** Why a bulk write must not begin; `refused` says what is therefore not done. A disk that cannot be asked bars nothing. */
export async function lackOfSpace(
  { freeSpace }: Pick<StoreParts, 'freeSpace'>,
  refused: string,
): Promise<Complaint | undefined> {
  const free = await freeSpace?.().catch(() => undefined);
  if (free === undefined || free >= LEAST_FREE_SPACE) return undefined;
  const message = `磁盘只剩 ${megabytes(free)} MB，少于 500 MB，${refused}。已保存的数据不受影响，请清理磁盘后重试。`;
  return error('disk/low', message);
}

/**
 * Before many records are written at once.
 * @throws LedgerError disk/low where the disk is nearly full; nothing was written.
 */
export async function requireSpace(parts: Pick<StoreParts, 'freeSpace'>, refused: string): Promise<void> {
  const lack = await lackOfSpace(parts, refused);
  if (lack) throw new LedgerError(lack.code, lack.message);
}
