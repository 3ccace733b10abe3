import { ConfirmDialog } from '../basics/confirm-dialog.tsx';
import { UndoWords } from './undo-words.tsx';
import type { Undo } from './use-undo.tsx';

/** Asks before an undo that touches several records or leaves some as they are; shows nothing while there is nothing to ask. */
export function UndoDialog({ undo: { asked, confirm, cancel } }: { readonly undo: Undo }) {
  if (!asked) return null;
  const { undoable } = asked;
  return (
    <ConfirmDialog
      title={undoable > 0 ? '撤销这一步？' : '这一步不能撤销'}
      act={undoable > 0 ? `撤销 ${undoable} 条` : '知道了'}
      onConfirm={undoable > 0 ? confirm : cancel}
      onCancel={cancel}
    >
      <UndoWords plan={asked} />
    </ConfirmDialog>
  );
}
