import type { DesktopApi, SnapshotManifest } from '../../shared/desktop-api.ts';
import { joinedBytes } from '../../shared/kit/bytes.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import { browserFiles } from './browser-files.ts';
import { sha256 } from './sha256.ts';

let begun: { readonly manifest: SnapshotManifest; readonly chunks: Uint8Array[] } | undefined;

/** How the file is laid out: read when one is made. */
const layout = () => import('../../shared/backup/snapshot-file.ts');

const notBegun = () =>
  new LedgerError('snapshot/not-begun', '备份的次序不对，没有下载任何内容。数据不受影响，请重试。');

/** Snapshots where there is no folder for them: the very same file, by download. None can be listed or read again. */
export const browserSnapshots: DesktopApi['snapshots'] = {
  list: async () => ({ snapshots: [], unread: [] }),
  begin: async (manifest) => {
    const { manifestLine } = await layout();
    begun = { manifest, chunks: [manifestLine(manifest)] };
  },
  write: async (chunk) => {
    if (begun === undefined) throw notBegun();
    begun.chunks.push(chunk);
  },
  finish: async () => {
    if (begun === undefined) throw notBegun();
    const { manifest, chunks } = begun;
    begun = undefined;
    const { sealOf, snapshotInfo, snapshotName } = await layout();
    const hash = await sha256(joinedBytes(chunks));
    const file = joinedBytes([...chunks, sealOf(hash)]);
    const name = snapshotName(manifest.at, hash);
    await browserFiles.save(name, file);
    return snapshotInfo(name, file.length, hash, manifest);
  },
  read: async () => {
    throw new LedgerError('snapshot/unknown', '浏览器不能自己找到备份文件，请从文件选择。当前数据不受影响。');
  },
};
