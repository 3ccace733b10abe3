import { countWords } from '../../../shared/kit/numbers.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { PlainTable } from '../basics/plain-table.tsx';
import words from '../basics/words.module.css';

type Counts = { readonly [ledger: string]: number };

type Props = {
  /** What there is now; undefined where the database does not open. */
  readonly now: Counts | undefined;
  readonly then: Counts;
  /** Heading of the second column: 备份时, 恢复后. */
  readonly title: string;
};

const signed = (difference: number): string =>
  difference === 0 ? '—' : `${difference > 0 ? '+' : '−'}${countWords(Math.abs(difference))}`;

/** Records by ledger, as they are and as they would be. */
export function CountsTable({ now, then, title }: Props) {
  const ids = [...new Set([...Object.keys(now ?? {}), ...Object.keys(then)])];
  const shown = ids.filter((id) => (now?.[id] ?? 0) > 0 || (then[id] ?? 0) > 0);
  return (
    <PlainTable>
      <thead>
        <tr>
          <th>台账</th>
          {now && <th className={words.number}>现在</th>}
          <th className={words.number}>{title}</th>
          {now && <th className={words.number}>相差</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map((id) => (
          <tr key={id}>
            <td>{ledgerById(id)?.title ?? id}</td>
            {now && <td className={words.number}>{countWords(now[id] ?? 0)}</td>}
            <td className={words.number}>{countWords(then[id] ?? 0)}</td>
            {now && <td className={words.number}>{signed((then[id] ?? 0) - (now[id] ?? 0))}</td>}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
