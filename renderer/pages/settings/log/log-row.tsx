import { Button } from '@mantine/core';
import { isPurge } from '../../../../shared/history/purge.ts';
import { momentWords } from '../../../../shared/kit/moment-words.ts';
import { countWords } from '../../../../shared/kit/numbers.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { REASON_TITLES } from '../../../../shared/workbook/export/log-workbook.ts';
import words from '../../../components/basics/words.module.css';
import type { BatchSummary } from '../../../store/store-api.ts';

type Props = { readonly batch: BatchSummary | undefined; readonly onUndo: (batch: string) => void };

/** One step of the log. A step without changes of its own, such as a restore, has nothing to take back. */
export function LogRow({ batch, onUndo }: Props) {
  if (!batch) {
    return (
      <tr aria-busy="true">
        <td colSpan={6} />
      </tr>
    );
  }
  const { reason, undone, changes } = batch;
  const what = reason.text || REASON_TITLES[reason.kind];
  // 新增操作员“李敏” says whom already.
  const about = batch.about?.split(' ').some((word) => what.includes(word)) ? undefined : batch.about;
  const named = about === undefined ? what : `${what} ${about}`;
  const where = batch.ledgers.map((id) => ledgerById(id)?.title ?? id).join('、');
  return (
    <tr data-undone={undone ? '' : undefined}>
      <td>{momentWords(batch.at)}</td>
      <td>{batch.operator || '未署名'}</td>
      <td title={named}>
        {what}
        {about !== undefined && <span className={words.quiet}>　{about}</span>}
      </td>
      <td title={where}>{where}</td>
      <td>{countWords(changes)}</td>
      <td>
        {undone && '已撤销'}
        {!undone && changes > 0 && !isPurge(reason) && (
          <Button variant="subtle" px={8} h={26} aria-label={`撤销：${named}`} onClick={() => onUndo(batch.batch)}>
            撤销
          </Button>
        )}
      </td>
    </tr>
  );
}
