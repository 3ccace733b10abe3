import { Button } from '@mantine/core';
import { LoadingLines, StateNote } from '../../../components/basics/state-notes.tsx';
import { UndoDialog } from '../../../components/session/undo-dialog.tsx';
import { useUndo } from '../../../components/session/use-undo.tsx';
import { Section } from '../section.tsx';
import { useVerify } from '../use-verify.ts';
import { LogList } from './log-list.tsx';
import { useBatches } from './use-batches.ts';
import { useLogExport } from './use-log-export.ts';

/** 操作记录: every step that was ever saved, who did it, and the way back where there is one. */
export function LogTab() {
  const batches = useBatches();
  const undo = useUndo();
  const verify = useVerify();
  const exporting = useLogExport();
  return (
    <Section
      title="操作记录"
      hint="每一步保存都留有记录，只增不改。撤销也是新的一步：之后又改过、或已被别的记录引用的内容不动。"
      actions={
        <>
          <Button variant="default" loading={verify.busy} onClick={verify.start}>
            校验
          </Button>
          <Button variant="default" loading={exporting.busy} onClick={exporting.start}>
            导出
          </Button>
        </>
      }
    >
      {batches.problem && <StateNote title="操作记录没有读出来" text={batches.problem} />}
      {batches.total === undefined && !batches.problem && <LoadingLines />}
      {batches.total === 0 && <StateNote title="还没有操作" text="保存过的每一步会列在这里，可以撤销。" />}
      {batches.total !== undefined && batches.total > 0 && (
        <LogList batches={batches} total={batches.total} onUndo={(batch) => void undo.start(batch)} />
      )}
      <UndoDialog undo={undo} />
    </Section>
  );
}
