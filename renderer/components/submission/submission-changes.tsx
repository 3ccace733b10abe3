import { Link } from 'wouter';
import type { ListChange } from '../../../shared/submission/handed-lists.ts';
import type { Changes } from '../../../shared/submission/submissions.ts';
import type { FigureChange } from '../../../shared/submission/submitted-figures.ts';
import { figureLink } from '../figures/figure-link.ts';
import styles from './submission.module.css';

/** What is different now from what was handed in: figures cell by cell, rows of lists by their records. */
export function SubmissionChanges({ changes: { figures, lists } }: { readonly changes: Changes }) {
  return (
    <>
      {figures.length > 0 && <Figures changes={figures} />}
      {lists.length > 0 && (
        <ul className={styles.rows} aria-label="上报之后变化的行">
          {lists.map(({ sheet, ledger, kind, ids, columns }) => (
            <li key={`${sheet} ${ledger} ${kind}`}>
              {WORDS[kind]}{' '}
              <Link href={figureLink({ ledger, ids }) ?? '#'} className={styles.link ?? ''}>
                {ids.length} 行
              </Link>
              {columns.length > 0 && `：${columns.join('、')}`}
              {kind === 'changed' && '（上报时的内容不留存，改动见记录的历史）'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const WORDS: { readonly [kind in ListChange['kind']]: string } = {
  added: '现在多出',
  gone: '现在没有了',
  changed: '内容改了',
};

const shownOr = (shown: string | undefined): string => shown ?? '没有这一格';

function Figures({ changes }: { readonly changes: readonly FigureChange[] }) {
  return (
    <table className={styles.changes} aria-label="上报之后的变化">
      <thead>
        <tr>
          <th>格</th>
          <th>上报时</th>
          <th>现在</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ cell, before, after, records }) => (
          <tr key={cell}>
            <td>{cell}</td>
            <td>{shownOr(before)}</td>
            <td>
              {shownOr(after)}
              {records && '（数相同，对应的记录不同）'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
