import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { SnapshotTable } from './snapshot-table.tsx';
import type { Restorable, Snapshots } from './use-snapshots.ts';

type Props = Snapshots & {
  /** Takes a copy along; absent where there is nothing to take. */
  readonly onSaveCopy?: (snapshot: SnapshotInfo) => void;
};

/** The way back to a snapshot of the folder or of a file; asks before going. */
export function RestoreFlow({ list, busy, bring, asking, restore, onSaveCopy }: Props) {
  const [asked, setAsked] = useState<Restorable>();
  return (
    <>
      {list && list.length > 0 && (
        <SnapshotTable
          list={list}
          busy={busy}
          onRestore={(info) => setAsked({ info, source: { id: info.id } })}
          onSaveCopy={onSaveCopy}
        />
      )}
      <Button variant="default" mt="xs" disabled={busy} onClick={() => bring(setAsked)}>
        从备份文件恢复…
      </Button>
      {asking}
      {asked && (
        <RestoreDialog
          asked={asked}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            restore(asked);
          }}
        />
      )}
    </>
  );
}
