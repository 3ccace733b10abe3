import { LoadingLines, StateNote } from '../../../components/basics/state-notes.tsx';
import { Section } from '../section.tsx';
import { TrashTable } from './trash-table.tsx';
import { useTrash } from './use-trash.ts';

/** 回收站: deleted records by ledger, each to be brought back. */
export function TrashTab() {
  const { lists, problem, busy, restore } = useTrash();
  if (problem) return <StateNote title="回收站没有读出来" text={problem} />;
  if (!lists) return <LoadingLines />;
  if (lists.length === 0) {
    return <StateNote title="回收站是空的" text="删除的记录会到这里，编号保留，随时可以恢复。" />;
  }
  return lists.map(({ ledger, records }) => (
    <Section key={ledger.id} title={`${ledger.title}（${records.length}）`}>
      <TrashTable ledger={ledger} records={records} busy={busy} onRestore={restore} />
    </Section>
  ));
}
