import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  actionOf,
  refuseStrayTask,
  reportStrayTask,
  type StrayAct,
  type StrayAnswer,
  strayTaskToApplication,
} from '../../../shared/access/stray-task-rules.ts';
import type { Complaint } from '../../../shared/kit/complaint.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { messageOf } from '../../components/session/message-of.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useUnsaved } from '../../components/session/unsaved.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useOperator } from '../../components/session/use-operator.ts';
import { useToday } from '../../components/session/use-today.ts';
import { StrayAnswerDialog } from './stray-answer-dialog.tsx';

const DONE = { 转申请: '已转为申请，两边互相关联。', 告知拒绝: '已登记告知拒绝。', 报区: '已登记报区。' } as const;

type Done = keyof typeof DONE;

/** What can be done about one stray task: 转为申请, 告知拒绝, 报区; afterwards the way to its application. */
export function StrayTaskTools({ id }: { readonly id: string }) {
  const { store } = useStoreClient();
  const { say, refuse } = useNotices();
  const { leave } = useUnsaved();
  const [, navigate] = useLocation();
  const [operator] = useOperator();
  const today = useToday();
  const version = useDataVersion();
  const [asking, setAsking] = useState<'告知拒绝' | '报区'>();
  const { data } = useAnswer(`strayTask ${id} ${version}`, () => store.view('strayTask', id));
  const record = data?.row.id === id ? data.row : undefined;
  if (!record) return null;

  const write = async (act: StrayAct, done: Done): Promise<readonly Complaint[]> => {
    if ('complaints' in act) return act.complaints;
    try {
      const outcome = await store.write(act.writes, { kind: 'edit', text: `清单外下派：${done}` });
      if (!outcome.ok) return outcome.complaints;
      say({ text: DONE[done], batch: outcome.receipt.batch });
      return [];
    } catch (thrown) {
      return [{ severity: 'error', code: 'store/failed', message: messageOf(thrown) }];
    }
  };

  const convert = async () => {
    const applicationId = crypto.randomUUID();
    const complaints = await write(strayTaskToApplication(record, { today, operator }, applicationId), '转申请');
    if (complaints.length > 0) refuse({ complaints });
    else navigate(`/review/view/all/${applicationId}`);
  };

  const answer = async (entered: StrayAnswer): Promise<readonly Complaint[]> => {
    const act = asking === '报区' ? reportStrayTask : refuseStrayTask;
    const complaints = await write(act(record, entered, today), asking ?? '告知拒绝');
    if (complaints.length === 0) setAsking(undefined);
    return complaints;
  };

  const application = textIn(record.values, 'application');
  if (application !== '') {
    return (
      <Button variant="default" onClick={() => leave(() => navigate(`/review/view/all/${application}`))}>
        查看转成的申请
      </Button>
    );
  }
  if (actionOf(record.values) !== '待处理') return null;
  return (
    <>
      <Button onClick={() => leave(() => void convert())}>转为申请</Button>
      <Button variant="default" onClick={() => leave(() => setAsking('告知拒绝'))}>
        告知拒绝
      </Button>
      <Button variant="default" onClick={() => leave(() => setAsking('报区'))}>
        报区
      </Button>
      {asking && (
        <StrayAnswerDialog
          title={`${asking}：${textIn(record.values, 'itemName')}`}
          needsReason={asking === '告知拒绝'}
          today={today}
          onAnswer={answer}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
