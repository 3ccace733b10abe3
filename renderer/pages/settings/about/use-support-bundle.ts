import { readLog } from '../../../../shared/diagnostics/program-log.ts';
import { supportBundle } from '../../../../shared/diagnostics/support-bundle.ts';
import { localMoment } from '../../../../shared/kit/local-moment.ts';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useTask } from '../../../components/session/use-task.ts';
import { desktop } from '../../../desktop/desktop.ts';
import type { StoreApi } from '../../../store/store-api.ts';

/** Everything a support bundle is made of; the chain is checked from its beginning. */
async function gather(store: Pick<StoreApi, 'status' | 'access' | 'verify' | 'batches'>, at: string) {
  const { about, diagnostics, snapshots, secondCopy, freeSpace, operators } = desktop();
  const [{ version, platform }, { machine, log }, status, access] = await Promise.all([
    about(),
    diagnostics.read(),
    store.status(),
    store.access(),
  ]);
  const { entries, broken } = await store.verify();
  const listed = await snapshots.list();
  return {
    at,
    version,
    platform,
    machine,
    log: readLog(log),
    store: status,
    chain: {
      batches: (await store.batches(0, 0)).total,
      entries,
      ...(broken ? { brokenAt: broken.sequence } : {}),
    },
    snapshots: listed.snapshots,
    unreadSnapshots: listed.unread.length,
    secondCopy: await secondCopy.status(),
    freeSpace: await freeSpace().catch(() => undefined),
    operators: access.roster.length,
    passwords: (await operators.withPassword()).length,
    lockAfter: access.lockAfter,
    window: { width: window.innerWidth, height: window.innerHeight, scale: window.devicePixelRatio },
  };
}

/** 诊断包: what a maintainer needs to know of a program that misbehaves, and nothing of what is recorded in it. */
export function useSupportBundle(): { readonly busy: boolean; readonly start: () => void } {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  return {
    busy,
    start: () =>
      run(async () => {
        const at = localMoment(new Date());
        const bytes = supportBundle(await gather(store, at));
        const file = await desktop().files.save(`诊断包-${at.slice(0, 10)}.zip`, bytes);
        if (file !== undefined) say({ text: `已导出诊断包：${file}。里面没有任何记录内容。`, file });
      }),
  };
}
