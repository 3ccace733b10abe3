import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/basics/confirm-dialog.tsx';

/** The last resort, asked for twice. Nothing is deleted by it either. */
export function StartEmpty({ onConfirm }: { readonly onConfirm: () => void }) {
  const [asked, setAsked] = useState(0);
  const cancel = () => setAsked(0);
  return (
    <>
      <Button variant="subtle" px={8} h={30} onClick={() => setAsked(1)}>
        从空白开始…
      </Button>
      {asked === 1 && (
        <ConfirmDialog title="从空白开始？" act="继续" onConfirm={() => setAsked(2)} onCancel={cancel}>
          程序将从首次设置开始，原来的记录都不显示。原来的数据库、日志副本和备份不删除，以后仍可从备份恢复。
        </ConfirmDialog>
      )}
      {asked === 2 && (
        <ConfirmDialog
          title="再确认一次：不恢复原来的记录？"
          act="不恢复，从空白开始"
          onConfirm={onConfirm}
          onCancel={cancel}
        >
          如果不确定，请点“取消”，先联系维护人员。副本都在，不着急。
        </ConfirmDialog>
      )}
    </>
  );
}
