import { Button } from '@mantine/core';
import { RestorableSnapshots } from '../../components/backup/restorable-snapshots.tsx';
import { useSnapshots } from '../../components/backup/use-snapshots.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { isBrowser } from '../../desktop/desktop.ts';
import { Section } from './section.tsx';

/** 备份: whole copies in the data folder, and the way back to one of them. */
export function BackupTab() {
  return isBrowser ? <BrowserNote /> : <DesktopBackups />;
}

function BrowserNote() {
  return (
    <StateNote
      title="备份需要桌面版"
      text={
        '现在是在浏览器中使用：记录只存在本浏览器里，仅一份副本，清除浏览数据会一并删除。\n' +
        '桌面版会把每一步同时写入日志副本，并能备份到文件夹、从备份恢复。在浏览器中请常用“导出”留存。'
      }
    />
  );
}

function DesktopBackups() {
  const { list, problem, busy, take, restore } = useSnapshots();
  return (
    <Section
      title="备份"
      hint="每份备份是全部记录在那一刻的完整副本，写完读回核对后才算数。平时的每一步另有日志副本，不用天天手工备份；大批导入、换电脑之前备份一次。"
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
      {list && list.length > 0 && <RestorableSnapshots list={list} busy={busy} onRestore={restore} />}
    </Section>
  );
}
