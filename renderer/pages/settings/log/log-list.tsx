import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { countWords } from '../../../../shared/kit/numbers.ts';
import words from '../../../components/basics/words.module.css';
import styles from '../settings.module.css';
import { LogRow } from './log-row.tsx';
import type { Batches } from './use-batches.ts';

const ROW_HEIGHT = 36;
const COLUMNS = ['时间', '操作员', '做了什么', '台账', '条数'];

type Props = { readonly batches: Batches; readonly total: number; readonly onUndo: (batch: string) => void };

/** The log as a table of any length: only the rows in view are there, empty ones keep the place of the rest. */
export function LogList({ batches, total, onUndo }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const above = first?.start ?? 0;
  const below = virtual.getTotalSize() - (last?.end ?? 0);
  const { show } = batches;
  useEffect(() => show(first?.index ?? 0, last?.index ?? 0));
  return (
    <>
      <div ref={box} className={styles.log}>
        <table className={styles.logTable} aria-label="操作记录">
          <thead>
            <tr>
              {COLUMNS.map((title) => (
                <th key={title}>{title}</th>
              ))}
              <th aria-label="撤销" />
            </tr>
          </thead>
          <tbody>
            {above > 0 && <tr style={{ height: above }} />}
            {items.map(({ index }) => (
              <LogRow key={index} batch={batches.at(index)} onUndo={onUndo} />
            ))}
            {below > 0 && <tr style={{ height: below }} />}
          </tbody>
        </table>
      </div>
      <div className={words.quiet}>共 {countWords(total)} 步</div>
    </>
  );
}
