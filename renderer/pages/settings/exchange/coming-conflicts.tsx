import words from '../../../components/basics/words.module.css';
import type { MergePreview } from '../../../store/exchange/exchange-api.ts';
import { ConflictTable } from './conflict-table.tsx';
import { sideOrigin } from './side-origin.ts';

type Props = { readonly preview: Pick<MergePreview, 'conflicts' | 'conflictList'> };

/** The conflicts a package would leave, with the values of both sides: to be read before merging, and decided after. */
export function ComingConflicts({ preview: { conflicts, conflictList } }: Props) {
  if (conflicts === 0) return null;
  return (
    <>
      <ConflictTable label="会有的冲突" conflicts={conflictList} last="各自的值" style={{ margin: '12px 0' }}>
        {({ sides }) =>
          sides.map((side) => (
            <div key={side.batch} style={{ padding: '3px 0' }}>
              <div>{side.text}</div>
              <div className={words.quiet}>{sideOrigin(side)}</div>
            </div>
          ))
        }
      </ConflictTable>
      {conflicts > conflictList.length && (
        <p className={words.quiet}>只列出前 {conflictList.length} 处，并入后可以逐项看到其余的。</p>
      )}
    </>
  );
}
