import { useState } from 'react';
import type { SentFile } from '../../../shared/submission/submissions.ts';
import { fileHash } from '../../desktop/file-hash.ts';
import type { ExportedFile } from '../../store/export/export-session.ts';

export type SavedFileState = {
  readonly saved: SentFile | undefined;
  readonly keep: (file: ExportedFile) => Promise<void>;
};

/** The file last saved of what `key` names; of another form or period it is not the one that would be handed in. */
export function useSavedFile(key: string): SavedFileState {
  const [kept, setKept] = useState<SentFile & { readonly key: string }>();
  return {
    saved: kept?.key === key ? kept : undefined,
    keep: async ({ name, bytes }) => setKept({ key, file: name, hash: await fileHash(bytes.buffer) }),
  };
}
