import { useState } from 'react';
import { useLocation } from 'wouter';
import { strayTask } from '../../../shared/ledgers/stray-task.ts';
import { LedgerWorkspace } from '../../components/ledger-workspace/ledger-workspace.tsx';
import { ViewTabs } from '../../components/ledger-workspace/view-tabs.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import { useOperator } from '../../components/session/use-operator.ts';
import { useToday } from '../../components/session/use-today.ts';
import { SenderCounts } from './sender-counts.tsx';
import { StrayTaskTools } from './stray-task-tools.tsx';
import { BY_SENDER, STRAY_TASK_VIEWS } from './stray-task-views.ts';

const PURPOSE =
  '部门没有走准入、直接用微信群、电话、会议派给社区的事，在这里留下凭证：谁派的、要求什么、怎么答复。\n群消息截图复制后，在表单里按 Ctrl+V 就能贴进“凭证”。';

const PATH = '/ledger/strayTask';

/** 清单外下派: what came around the admission, and what was answered. */
export function StrayTasksPage({ open }: { readonly open?: string | undefined }) {
  const [, navigate] = useLocation();
  const { leave } = useUnsaved();
  const [operator] = useOperator();
  const today = useToday();
  const [view, setView] = useState('all');
  const chosen = STRAY_TASK_VIEWS.find(({ id }) => id === view);
  const tabs = (
    <ViewTabs
      views={[...STRAY_TASK_VIEWS, BY_SENDER]}
      here={view}
      onChoose={(id) =>
        leave(() => {
          setView(id);
          navigate(PATH);
        })
      }
    />
  );
  if (view === BY_SENDER.id) return <SenderCounts views={tabs} today={today} />;
  return (
    <LedgerWorkspace
      key={view}
      ledger={strayTask}
      path={PATH}
      open={open}
      view={chosen?.filters ?? []}
      views={tabs}
      initial={{ date: today, action: '待处理', ...(operator === '' ? {} : { clerk: operator }) }}
      purpose={PURPOSE}
      recordTools={(id) => <StrayTaskTools id={id} />}
    />
  );
}
