import { ConfirmDialog } from '../basics/confirm-dialog.tsx';
import type { PastedCells } from './pasted-cells.ts';

type Props = {
  readonly asked: PastedCells;
  readonly noun: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks before a paste registers rows or loses columns; every row is shown once more before anything is written. */
export function PasteDialog({ asked: { over, added, leftOut }, noun, onConfirm, onCancel }: Props) {
  return (
    <ConfirmDialog title={`粘贴 ${over + added} 行？`} act="看预览" onConfirm={onConfirm} onCancel={onCancel}>
      {over > 0 && (
        <p>
          {over} 行对应已有的{noun}，核对后更新。
        </p>
      )}
      {added > 0 && (
        <p>
          {added} 行下面没有已有的{noun}，核对后作为新的{noun}登记。
        </p>
      )}
      {leftOut > 0 && <p>右边多出的 {leftOut} 列没有地方放，不粘贴。</p>}
      <p>现在还不写入，下一步先看每一行的预览。</p>
    </ConfirmDialog>
  );
}
