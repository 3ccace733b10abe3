import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { RadarChoice } from '../../../shared/workbench/radar.ts';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { DraftNote } from './draft-note.tsx';
import { FiguresCard } from './figures-card.tsx';
import styles from './home.module.css';
import { MonthCard } from './month-card.tsx';
import { PlacesCard } from './places-card.tsx';
import { RadarCard } from './radar-card.tsx';
import { useRadar } from './use-radar.ts';
import { WaitingCard } from './waiting-card.tsx';

/** 工作台: over all ledgers what is late and due, where, who is waited for, and the month beside the last. */
export function HomePage() {
  const [, navigate] = useLocation();
  const { workbench } = useStoreClient();
  const version = useDataVersion();
  const { data: figures, problem } = useAnswer(`figures ${version}`, () => workbench.figures());
  const [choice, setChoice] = useState<RadarChoice>({});
  const view = useRadar(choice);
  const top = useRef<HTMLDivElement>(null);
  if (problem) return <StateNote title="没有读出来" text={problem} />;
  if (!figures) return <LoadingLines />;
  if (figures.length === 0) {
    return (
      <StateNote
        title="还没有登记过事项"
        text={
          '诉求、信访、纠纷、准入申请登记或导入以后，超期的、快到期的、在等谁的、本月收了多少，都会列在这里。\n从左边打开一本台账，点“新增”登记；手上有 Excel 表的，点“导入”。'
        }
        action={{ label: '导入部门申报表', run: () => navigate('/import/application') }}
      />
    );
  }
  /** Numbers further down lead up to the rows they count. */
  const look = (next: RadarChoice) => {
    setChoice(next);
    top.current?.scrollTo({ top: 0 });
  };
  return (
    <div ref={top} className={styles.page}>
      <RadarCard view={view} choice={choice} onChoose={setChoice} />
      <DraftNote />
      <PlacesCard view={view} choice={choice} onChoose={look} />
      <WaitingCard />
      <FiguresCard figures={figures} />
      {figures.some(({ ledger }) => ledger === 'application') && <MonthCard />}
    </div>
  );
}
