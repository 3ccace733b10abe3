import { useState } from 'react';
import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { SnapshotTable } from './snapshot-table.tsx';

type Props = {
  readonly list: readonly SnapshotInfo[];
  readonly busy: boolean;
  readonly onRestore: (snapshot: SnapshotInfo) => void;
};

/** The snapshots, each with the way back to it; asks before going. */
export function RestorableSnapshots({ list, busy, onRestore }: Props) {
  const [asked, setAsked] = useState<SnapshotInfo>();
  return (
    <>
      <SnapshotTable list={list} busy={busy} onRestore={setAsked} />
      {asked && (
        <RestoreDialog
          snapshot={asked}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            onRestore(asked);
          }}
        />
      )}
    </>
  );
}
