import type { SnapshotInfo } from '../../../../shared/desktop-api.ts';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { SealingFields, useSealing } from '../../../components/backup/sealing-fields.tsx';
import { FormDialog } from '../../../components/basics/form-dialog.tsx';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useTask } from '../../../components/session/use-task.ts';
import { desktop } from '../../../desktop/desktop.ts';

type Props = { readonly snapshot: SnapshotInfo; readonly onClose: () => void };

/** Takes a snapshot along to a USB stick or another PC, sealed under a passphrase unless the clerk decides otherwise. */
export function SaveCopyDialog({ snapshot, onClose }: Props) {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const sealing = useSealing();

  const save = async () => {
    const { passphrase } = sealing;
    await store.takeOut(`另存${passphrase === undefined ? '未加密' : '加密'}备份：${momentWords(snapshot.at)} 的备份`);
    const file = await desktop().sealed.saveSnapshot(snapshot.id, passphrase);
    if (file === undefined) return;
    say({ text: `已另存：${file}`, file });
    onClose();
  };

  return (
    <FormDialog
      title={`另存 ${momentWords(snapshot.at)} 的备份`}
      act="选择位置并保存"
      busy={busy}
      onSubmit={() => sealing.ready() && run(save)}
      onClose={onClose}
    >
      <SealingFields
        sealing={sealing}
        file="这份备份"
        forgotten="本机的数据和备份不受影响"
        bare="不加密的备份里有全部记录和个人信息，谁拿到都能看。请只放在单位保管的介质上，用完即删。"
      />
    </FormDialog>
  );
}
