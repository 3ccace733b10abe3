import { PasswordInput, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isSealed } from '../../../shared/sealed/sealed-file.ts';
import { desktop } from '../../desktop/desktop.ts';
import { FormDialog } from '../basics/form-dialog.tsx';
import { messageOf } from '../session/message-of.ts';

export type BackupFile = { readonly name: string; readonly file: Uint8Array };
type OnFile = (backup: BackupFile) => Promise<void>;
type Asked = { readonly sealed: BackupFile; readonly onFile: OnFile };

/** Lets the clerk choose a backup from outside; one that is sealed is opened with its passphrase first, by `asking`. */
export function useBackupFile(): { readonly choose: (onFile: OnFile) => Promise<void>; readonly asking: ReactNode } {
  const [asked, setAsked] = useState<Asked>();
  return {
    choose: async (onFile) => {
      const [chosen] = await desktop().files.open('snapshot');
      if (!chosen) return;
      const backup = { name: chosen.name, file: new Uint8Array(chosen.bytes) };
      if (isSealed(backup.file)) setAsked({ sealed: backup, onFile });
      else await onFile(backup);
    },
    asking: asked && <PassphraseDialog {...asked} onClose={() => setAsked(undefined)} />,
  };
}

function PassphraseDialog({ sealed, onFile, onClose }: Asked & { readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { name, bytes } = await desktop().sealed.unseal(sealed.file, passphrase);
      await onFile({ name, file: new Uint8Array(bytes) });
      onClose();
    } catch (thrown) {
      setProblem(messageOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDialog
      title="这份备份是加密的"
      act="打开"
      busy={busy}
      onSubmit={() => passphrase !== '' && void open()}
      onClose={onClose}
    >
      <Text fz={13}>{sealed.name}</Text>
      <PasswordInput
        label="这份备份的口令"
        data-autofocus
        value={passphrase}
        error={problem}
        visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
