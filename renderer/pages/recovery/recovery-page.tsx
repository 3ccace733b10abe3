import { Button } from '@mantine/core';
import { UnreadSnapshots } from '../../components/backup/unread-snapshots.tsx';
import words from '../../components/basics/words.module.css';
import { useAnswer } from '../../components/session/use-answer.ts';
import { isBrowser } from '../../desktop/desktop.ts';
import type { RescueApi } from '../../store/open/rescue.ts';
import type { StoreClient } from '../../store/store-client.ts';
import { FoundTable } from './found-table.tsx';
import { MadeView } from './made-view.tsx';
import styles from './recovery.module.css';
import type { RecoveryReason } from './recovery-reason.ts';
import { recoveryWords } from './recovery-words.ts';
import { SourceChoice } from './source-choice.tsx';
import { StartEmpty } from './start-empty.tsx';
import { useRecovery } from './use-recovery.ts';

type Props = {
  readonly why: RecoveryReason;
  readonly rescue: RescueApi;
  /** The opened store, where the database opened all the same. */
  readonly client: StoreClient | undefined;
  /** Goes on with the database as it is. */
  readonly onOpen: () => void;
};

/** Stands in place of the program while the records have to be brought back: what there is, from what, what came of it. */
export function RecoveryPage({ why, rescue, client, onOpen }: Props) {
  const recovery = useRecovery(rescue);
  const { found, step, problem, isStoreBroken } = recovery;
  const { data: status } = useAnswer(client ? 'status' : undefined, async () => client?.store.status());
  if (step.kind === 'made') {
    const { made } = step;
    return (
      <Box>
        <MadeView
          made={made}
          now={status?.counts}
          onUse={() => recovery.use(made)}
          onDrop={() => recovery.drop(made)}
        />
      </Box>
    );
  }
  if (step.kind !== 'choosing') {
    return (
      <Box>
        <h1>{step.kind === 'making' ? '正在恢复并核对' : '正在启用'}</h1>
        <div role="status">请不要关闭程序。中途断电也没有关系：现有的数据一点都没有改动。</div>
      </Box>
    );
  }
  const { title, text } = recoveryWords(why);
  const mayOpen = client !== undefined && why.kind !== 'lost';
  return (
    <Box>
      <h1>{title}</h1>
      <div className={styles.text}>{text}</div>
      {found && (
        <>
          <h2>这台电脑上现在有</h2>
          <FoundTable found={found} why={why} />
          <UnreadSnapshots names={found.unread} />
          <div className={words.quiet}>数据文件夹：{found.about.dataFolder}（请不要删除，也不要用清理软件处理）</div>
          {why.kind !== 'newer' && <SourceChoice found={found} rescue={rescue} onMake={recovery.make} />}
        </>
      )}
      {problem && (
        <div className={styles.problem} role="alert">
          {problem}
        </div>
      )}
      {isStoreBroken && !isBrowser && (
        <div className={styles.acts}>
          <Button onClick={recovery.setStoreAside}>移开打不开的数据库，重新启动</Button>
          <span className={words.quiet}>只移到数据文件夹的 store-set-aside 里，不删除；重新启动后再从副本恢复。</span>
        </div>
      )}
      <div className={styles.acts}>
        <Button variant="default" onClick={() => window.location.reload()}>
          重试打开
        </Button>
        {mayOpen && (
          <Button variant="default" onClick={onOpen}>
            暂不恢复，先打开
          </Button>
        )}
        {why.kind !== 'newer' && <StartEmpty onConfirm={recovery.startEmpty} />}
      </div>
    </Box>
  );
}

function Box({ children }: { readonly children: React.ReactNode }) {
  return (
    <div className={styles.screen}>
      <main className={styles.box}>{children}</main>
    </div>
  );
}
