import type { CSSProperties, ReactNode } from 'react';
import { PlainTable } from '../../../components/basics/plain-table.tsx';
import words from '../../../components/basics/words.module.css';
import type { ShownConflict } from '../../../store/exchange/exchange-api.ts';

type Props = {
  readonly label: string;
  readonly conflicts: readonly ShownConflict[];
  /** What the last column is called, and what it shows of a conflict. */
  readonly last: string;
  readonly children: (conflict: ShownConflict) => ReactNode;
  readonly style?: CSSProperties;
};

/** Conflicts one a line: where each stands, and what both sides wrote. */
export function ConflictTable({ label, conflicts, last, children, style }: Props) {
  return (
    <PlainTable aria-label={label} {...(style ? { style } : {})}>
      <thead>
        <tr>
          <th>台账</th>
          <th>记录</th>
          <th>哪一处</th>
          <th>{last}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => (
          <tr key={conflict.key}>
            <td className={words.nowrap}>{conflict.ledgerTitle}</td>
            <td>{conflict.title}</td>
            <td className={words.nowrap}>{conflict.label}</td>
            <td>{children(conflict)}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
