import { Checkbox, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import { passwordFault } from '../../../shared/operators/password-rules.ts';
import { momentWords } from '../../components/backup/moment-words.ts';
import { FormDialog } from '../../components/basics/form-dialog.tsx';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useTask } from '../../components/session/use-task.ts';
import { desktop } from '../../desktop/desktop.ts';

type Props = { readonly snapshot: SnapshotInfo; readonly onClose: () => void };

/** Takes a snapshot along to a USB stick or another PC, sealed under a passphrase unless the clerk decides otherwise. */
export function SaveCopyDialog({ snapshot, onClose }: Props) {
  const { store } = useStoreClient();
  const { say } = useNotices();
  const { busy, run } = useTask();
  const [isSealed, setSealed] = useState(true);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const fault = isSealed ? passwordFault(passphrase, '') : undefined;
  const differs = isSealed && passphrase !== again ? '两次输入不一致' : undefined;

  const save = async () => {
    const file = await desktop().sealed.saveSnapshot(snapshot.id, isSealed ? passphrase : undefined);
    if (file === undefined) return;
    // What left the PC stands in the log, under whatever name it was saved.
    await store.noteAccess(`另存${isSealed ? '加密' : '未加密'}备份：${momentWords(snapshot.at)} 的备份`);
    say({ text: `已另存：${file}`, file });
    onClose();
  };

  const submit = () => {
    setTried(true);
    if (fault === undefined && differs === undefined) run(save);
  };

  return (
    <FormDialog
      title={`另存 ${momentWords(snapshot.at)} 的备份`}
      act="选择位置并保存"
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Checkbox label="用口令加密" checked={isSealed} onChange={(event) => setSealed(event.currentTarget.checked)} />
      {isSealed ? (
        <>
          <Text fz={13}>
            这份备份单独设口令，和登录口令无关，程序不保存。忘了它，这个文件就打不开，任何人也没有办法；本机的数据和备份不受影响。
          </Text>
          <PasswordInput
            label="这份备份的口令"
            autoComplete="new-password"
            data-autofocus
            value={passphrase}
            error={tried ? fault : undefined}
            visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <PasswordInput
            label="再输一次"
            autoComplete="new-password"
            value={again}
            error={tried && fault === undefined ? differs : undefined}
            visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        </>
      ) : (
        <Text fz={13} c="var(--mantine-color-error)">
          不加密的备份里有全部记录和个人信息，谁拿到都能看。请只放在单位保管的介质上，用完即删。
        </Text>
      )}
    </FormDialog>
  );
}
