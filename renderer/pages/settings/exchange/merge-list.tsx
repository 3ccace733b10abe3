import { Button } from '@mantine/core';
import { useState } from 'react';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { ConfirmDialog } from '../../../components/basics/confirm-dialog.tsx';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import words from '../../../components/basics/words.module.css';
import { useNotices } from '../../../components/session/notice.tsx';
import { useStoreClient } from '../../../components/session/store-context.tsx';
import { useAnswer } from '../../../components/session/use-answer.ts';
import { useTask } from '../../../components/session/use-task.ts';
import type { ShownMerge } from '../../../store/exchange/exchange-api.ts';
import { Section } from '../section.tsx';

type Props = { readonly round: string; readonly onUndone: () => void };

/** 并入记录: what was merged, the latest first; the last one can be taken back. */
export function MergeList({ round, onUndone }: Props) {
  const { exchange } = useStoreClient();
  const { say, refuse } = useNotices();
  const { busy, run } = useTask();
  const { data: merges = [] } = useAnswer(`merges ${round}`, () => exchange.merges());
  const [asked, setAsked] = useState<ShownMerge>();
  if (merges.length === 0) return null;
  const undo = async () => {
    setAsked(undefined);
    const outcome = await exchange.undoMerge();
    if (!outcome.ok) return refuse(outcome);
    say({ text: '已撤销这次并入，它带来的改动都已退出。同一个交换包以后还可以再并入。' });
    onUndone();
  };
  return (
    <Section
      title="并入记录"
      hint="最后一次并入可以整个撤销，条件是并入以后本机没有再改过、引用过它带来的记录；改过的，请直接更正。"
    >
      <PlainTable aria-label="并入记录">
        <thead>
          <tr>
            <th>时间</th>
            <th>单位</th>
            <th>经办人</th>
            <th aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {merges.map((merge) => (
            <tr key={merge.batch}>
              <td className={words.nowrap}>{momentWords(merge.at)}</td>
              <td>{merge.office}</td>
              <td>{merge.operator}</td>
              <td className={words.act}>
                {merge.undone && <span className={words.quiet}>已撤销</span>}
                {merge.isLast && (
                  <Button variant="subtle" px={8} h={26} disabled={busy} onClick={() => setAsked(merge)}>
                    撤销并入
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {asked && (
        <ConfirmDialog
          title={`撤销并入“${asked.office}”的交换包？`}
          act="撤销这次并入"
          onCancel={() => setAsked(undefined)}
          onConfirm={() => run(undo)}
        >
          这次并入带来的改动全部退出，本单位自己登记的不受影响。撤销前自动备份一份。
        </ConfirmDialog>
      )}
    </Section>
  );
}
