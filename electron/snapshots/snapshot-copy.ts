import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openSnapshot, SNAPSHOT_NAME } from '../../shared/backup/snapshot-file.ts';
import type { DesktopApi } from '../../shared/desktop-api.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { sha256 } from '../disk/sha256.ts';

/** Name of a sealed file: what is inside keeps its own name there. */
const sealedName = (name: string): string => `${name.replace(/\.[^.]*$/, '')}.slsealed`;

/**
 * A copy of a snapshot to take along: read and verified, sealed where a passphrase is given, and saved where the clerk
 * says. Its bytes do not pass through the page.
 */
export const createSnapshotCopy =
  (
    folder: string,
    files: Pick<DesktopApi['files'], 'save'>,
    sealed: Pick<DesktopApi['sealed'], 'seal'>,
  ): DesktopApi['sealed']['saveSnapshot'] =>
  async (id, passphrase) => {
    if (!SNAPSHOT_NAME.test(id))
      throw new LedgerError('snapshot/unknown', '没有这份备份。数据不受影响，请刷新备份列表。');
    const file = await readFile(path.join(folder, id)).catch(() => {
      throw new LedgerError('snapshot/unknown', '这份备份已不在备份文件夹中。数据不受影响，请刷新备份列表。');
    });
    // A damaged one is not passed on.
    const { manifest } = openSnapshot(file, sha256);
    const name = `备份_${manifest.office}_${manifest.at.slice(0, 16).replaceAll(/[-:T]/g, '')}.slsnap`;
    if (passphrase === undefined) return files.save(name, file);
    return files.save(sealedName(name), await sealed.seal(name, file, passphrase));
  };
