import { useState } from 'react';
import { desktop } from '../../desktop/desktop.ts';
import type { ExportedFile } from '../../store/export/export-session.ts';
import { messageOf } from '../session/message-of.ts';
import { useNotices } from '../session/notice.tsx';

export type Exporting = {
  readonly busy: boolean;
  /** Has a file made, saves it where the clerk says, and says where it is. */
  readonly run: (make: () => Promise<ExportedFile>, onSaved?: (file: ExportedFile) => Promise<void>) => void;
};

export function useExporting(): Exporting {
  const { say } = useNotices();
  const [busy, setBusy] = useState(false);
  const run: (...given: Parameters<Exporting['run']>) => Promise<void> = async (make, onSaved) => {
    setBusy(true);
    try {
      const file = await make();
      const saved = await desktop().files.save(file.name, file.bytes);
      if (saved === undefined) return;
      say({ text: `已导出 ${saved}`, file: saved });
      await onSaved?.(file);
    } catch (thrown) {
      say({ text: messageOf(thrown), grade: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run: (make, onSaved) => void run(make, onSaved) };
}
