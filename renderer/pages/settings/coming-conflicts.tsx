import { PlainTable } from '../../components/basics/plain-table.tsx';
import type { MergePreview } from '../../store/exchange/exchange-api.ts';
import styles from './settings.module.css';
import { sideOrigin } from './side-origin.ts';

type Props = { readonly preview: Pick<MergePreview, 'conflicts' | 'conflictList'> };

/** The conflicts a package would leave, with the values of both sides: to be read before merging, and decided after. */
export function ComingConflicts({ preview: { conflicts, conflictList } }: Props) {
  if (conflicts === 0) return null;
  return (
    <>
      <PlainTable aria-label="会有的冲突" style={{ margin: '12px 0' }}>
        <thead>
          <tr>
            <th>台账</th>
            <th>记录</th>
            <th>哪一处</th>
            <th>各自的值</th>
          </tr>
        </thead>
        <tbody>
          {conflictList.map((conflict) => (
            <tr key={conflict.key}>
              <td className={styles.nowrap}>{conflict.ledgerTitle}</td>
              <td>{conflict.title}</td>
              <td className={styles.nowrap}>{conflict.label}</td>
              <td>
                {conflict.sides.map((side) => (
                  <div key={side.batch} style={{ padding: '3px 0' }}>
                    <div>{side.text}</div>
                    <div className={styles.quiet}>{sideOrigin(side)}</div>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {conflicts > conflictList.length && (
        <p className={styles.quiet}>只列出前 {conflictList.length} 处，并入后可以逐项看到其余的。</p>
      )}
    </>
  );
}
