import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { browserReminder } from '../../../../shared/backup/backup-reminder.ts';
import type { SnapshotInfo } from '../../../../shared/desktop-api.ts';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { copiesProblem } from '../../../components/backup/copies-problem.ts';
import { RestoreFlow } from '../../../components/backup/restore-flow.tsx';
import { SecondCopyFields } from '../../../components/backup/second-copy-fields.tsx';
import { UnreadSnapshots } from '../../../components/backup/unread-snapshots.tsx';
import { useSecondCopy } from '../../../components/backup/use-second-copy.ts';
import { useSnapshots } from '../../../components/backup/use-snapshots.ts';
import { LoadingLines, StateNote } from '../../../components/basics/state-notes.tsx';
import { useStoreStatus } from '../../../components/session/use-store-status.ts';
import { useToday } from '../../../components/session/use-today.ts';
import { isBrowser } from '../../../desktop/desktop.ts';
import { isExample } from '../../../desktop/example-mode.ts';
import { Section } from '../section.tsx';
import { OldDatabases } from './old-databases.tsx';
import { SaveCopyDialog } from './save-copy-dialog.tsx';
import { SeriesLetter } from './series-letter.tsx';

/** 备份: whole copies in the data folder and on another drive, and the way back to one of them. */
export function BackupTab() {
  const status = useStoreStatus();
  if (isExample) return <ExampleNote />;
  const problem = status && copiesProblem(status);
  return (
    <>
      {problem && (
        <Alert color="red" title={problem.short} mb="md">
          {problem.whole}
        </Alert>
      )}
      {isBrowser ? <Downloads /> : <DesktopBackups />}
      <SeriesLetter />
      <OldDatabases />
    </>
  );
}

const ExampleNote = () => (
  <StateNote
    title="示例数据不做备份"
    text={'示例在单独的数据库里，不写日志副本。\n退出示例后，这里可以备份和恢复本单位的数据。'}
  />
);

function Downloads() {
  const snapshots = useSnapshots();
  const lastSnapshot = useStoreStatus()?.lastSnapshot;
  const reminder = browserReminder(lastSnapshot, useToday());
  return (
    <Section
      title="备份"
      hint="现在是在浏览器中使用：记录只存在本浏览器里，仅一份副本。请常下载备份，存到U盘或另一台电脑；桌面版会自动备份。"
      actions={
        <Button loading={snapshots.busy} onClick={snapshots.take}>
          下载备份
        </Button>
      }
    >
      <div>{reminder ?? `最近下载：${momentWords(lastSnapshot ?? '')}`}</div>
      <RestoreFlow {...snapshots} />
    </Section>
  );
}

function DesktopBackups() {
  const snapshots = useSnapshots();
  const { list, unread, problem, busy, take } = snapshots;
  const second = useSecondCopy();
  const [copied, setCopied] = useState<SnapshotInfo>();
  return (
    <>
      <Section
        title="备份"
        hint="启动时、每 15 分钟有改动时，导入、批量删除、恢复和程序更新之前自动备份，写完读回核对后才算数。当天的全部保留，30 天内每天一份，两年内每月一份。"
        actions={
          <Button loading={busy} onClick={take}>
            立即备份
          </Button>
        }
      >
        {problem && <StateNote title="备份文件夹没有读出来" text={problem} />}
        {!list && !problem && <LoadingLines lines={4} />}
        {list?.length === 0 && (
          <StateNote title="还没有备份" text="点“立即备份”存第一份。备份只读不改，可以放心多存几份。" />
        )}
        <UnreadSnapshots names={unread} />
        <RestoreFlow {...snapshots} onSaveCopy={setCopied} />
        {copied && <SaveCopyDialog snapshot={copied} onClose={() => setCopied(undefined)} />}
      </Section>
      <Section
        title="第二份备份"
        hint="放在另一块硬盘、U盘或网络盘上：每次备份后自动复制过去，附件和日志也在内。复制过去的内容不加密，请用单位保管的盘，最好用 BitLocker 加密整块盘。"
      >
        <SecondCopyFields {...second} />
      </Section>
    </>
  );
}
