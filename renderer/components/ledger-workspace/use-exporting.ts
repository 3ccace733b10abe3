import { desktop } from '../../desktop/desktop.ts';
import type { ExportedFile } from '../../store/export/export-session.ts';
import { useNotices } from '../session/notice.tsx';
import { useTask } from '../session/use-task.ts';

export type Exporting = {
  readonly busy: boolean;
  /** Has a file made, saves it where the clerk says, and says where it is. */
  readonly run: (make: () => Promise<ExportedFile>, onSaved?: (file: ExportedFile) => Promise<void>) => void;
};

/** The one way a file goes out of a page. */
export function useExporting(): Exporting {
  const { say } = useNotices();
  const { busy, run } = useTask();
  return {
    busy,
    run: (make, onSaved) =>
      run(async () => {
        const file = await make();
        const saved = await desktop().files.save(file.name, file.bytes);
        if (saved === undefined) return;
        say({ text: `已导出 ${saved}`, file: saved });
        await onSaved?.(file);
      }),
  };
}
