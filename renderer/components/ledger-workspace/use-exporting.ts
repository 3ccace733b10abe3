import { useState } from 'react';
import { desktop } from '../../desktop/desktop.ts';
import type { ExportedFile } from '../../store/export-session.ts';
import { messageOf } from '../session/message-of.ts';
import { useNotices } from '../session/notice.tsx';

export type Exporting = {
  readonly busy: boolean;
  /** Has a file made, saves it where the clerk says, and says where it is. */
  readonly run: (make: () => Promise<ExportedFile>) => void;
};

export function useExporting(): Exporting {
  const { say } = useNotices();
  const [busy, setBusy] = useState(false);
  const run = async (make: () => Promise<ExportedFile>) => {
    setBusy(true);
    try {
      const { name, bytes } = await make();
      const saved = await desktop().files.save(name, bytes);
      if (saved !== undefined) say({ text: `已导出 ${saved}`, file: saved });
    } catch (thrown) {
      say({ text: messageOf(thrown), grade: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run: (make) => void run(make) };
}
