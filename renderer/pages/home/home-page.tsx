import { useLocation } from 'wouter';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useStoreStatus } from '../../components/session/use-store-status.ts';
import { DraftNote } from './draft-note.tsx';
import { DueCard } from './due-card.tsx';
import { dueGroups } from './due-groups.ts';
import styles from './home.module.css';
import { MonthCard } from './month-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

/** 工作台: what is late and due, what waits for others, the month in figures. */
export function HomePage() {
  const [, navigate] = useLocation();
  const { store } = useStoreClient();
  const version = useDataVersion();
  const status = useStoreStatus();
  const { data, problem } = useAnswer(`due ${version}`, () => store.due());
  if (problem) return <StateNote title="没有读出来" text={problem} />;
  if (!data || !status) return <LoadingLines />;
  if ((status.counts.application ?? 0) === 0) {
    return (
      <StateNote
        title="还没有准入申请"
        text={
          '部门发来的申报表，可以直接从 Excel 导入；只有公文的，到“准入审核”里新增。\n登记以后，超期的、快到期的、在等谁的，都会列在这里。'
        }
        action={{ label: '导入部门申报表', run: () => navigate('/import/application') }}
      />
    );
  }
  const { pressing, mine } = dueGroups(data);
  return (
    <div className={styles.page}>
      <DueCard title="超期和临期" items={pressing} none="没有超期或快到期的事项。" />
      <DraftNote />
      <WaitingCard />
      <DueCard title="等我办理" items={mine} />
      <MonthCard />
    </div>
  );
}
