import { Button } from '@mantine/core';
import { useState } from 'react';
import { RestoreDialog } from './restore-dialog.tsx';
import { SnapshotTable } from './snapshot-table.tsx';
import type { Restorable, Snapshots } from './use-snapshots.ts';

/** The way back to a snapshot of the folder or of a file; asks before going. */
export function RestoreFlow({ list, busy, bring, restore }: Snapshots) {
  const [asked, setAsked] = useState<Restorable>();
  return (
    <>
      {list && list.length > 0 && (
        <SnapshotTable list={list} busy={busy} onRestore={(info) => setAsked({ info, source: { id: info.id } })} />
      )}
      <Button variant="default" mt="xs" disabled={busy} onClick={() => bring(setAsked)}>
        从备份文件恢复…
      </Button>
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
