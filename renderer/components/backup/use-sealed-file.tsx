import { PasswordInput, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FileKind } from '../../../shared/desktop-api.ts';
import { isSealed } from '../../../shared/sealed/sealed-file.ts';
import { openedFile } from '../../desktop/browser-files.ts';
import { desktop } from '../../desktop/desktop.ts';
import { FormDialog } from '../basics/form-dialog.tsx';
import { useFormTask } from '../session/use-task.ts';

export type OutsideFile = { readonly name: string; readonly file: Uint8Array };
type OnFile = (file: OutsideFile) => Promise<void>;
type Asked = { readonly kind: SealableKind; readonly sealed: OutsideFile; readonly onFile: OnFile };

/** Kinds of files that may be sealed under a passphrase. */
export type SealableKind = Extract<FileKind, 'snapshot' | 'package'>;

/** What the clerk calls a file of each kind. */
const WORDS = { snapshot: '这份备份', package: '这个交换包' } as const satisfies {
  readonly [kind in SealableKind]: string;
};

/** Lets the clerk choose a file from outside; one that is sealed is opened with its passphrase first, by `asking`. */
export function useSealedFile(kind: SealableKind): {
  readonly choose: (onFile: OnFile) => Promise<void>;
  readonly asking: ReactNode;
} {
  const [asked, setAsked] = useState<Asked>();
  return {
    choose: async (onFile) => {
      const [chosen] = await desktop().files.open(kind);
      if (!chosen) return;
      const { name, bytes } = openedFile(chosen);
      const outside = { name, file: new Uint8Array(bytes) };
      if (isSealed(outside.file)) setAsked({ kind, sealed: outside, onFile });
      else await onFile(outside);
    },
    asking: asked && <PassphraseDialog {...asked} onClose={() => setAsked(undefined)} />,
  };
}

function PassphraseDialog({ kind, sealed, onFile, onClose }: Asked & { readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const { busy, problem, run } = useFormTask();
  const open = async () => {
    const { name, bytes } = await desktop().sealed.unseal(sealed.file, passphrase);
    await onFile({ name, file: new Uint8Array(bytes) });
    onClose();
  };
  return (
    <FormDialog
      title={`${WORDS[kind]}是加密的`}
      act="打开"
      busy={busy}
      onSubmit={() => passphrase !== '' && run(open)}
      onClose={onClose}
    >
      <Text fz={13}>{sealed.name}</Text>
      <PasswordInput
        label={`${WORDS[kind]}的口令`}
        value={passphrase}
        error={problem}
        visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
