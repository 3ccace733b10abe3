import type { Ledger } from '../../../shared/kit/ledger.ts';
import { StateNote } from '../basics/state-notes.tsx';
import { useLeaveKey } from '../shortcuts/use-leave-key.ts';

type Props = { readonly ledger: Ledger; readonly onClose: () => void };

/** Beside the list where the record led to is not there any more: deleted, or its entry taken back. */
export function MissingRecord({ ledger, onClose }: Props) {
  useLeaveKey(onClose);
  return (
    <StateNote
      title={`没有这条${ledger.noun}`}
      text={'可能已经删除，或者新增的那一步撤销了；别的记录没有受影响。\n删除的可在设置的回收站找回。'}
      action={{ label: '关闭', run: onClose }}
    />
  );
}
