import { recordsOf } from '../../../shared/backup/retention.ts';
import { momentWords } from '../../../shared/kit/moment-words.ts';
import { countWords, sum } from '../../../shared/kit/numbers.ts';
import styles from './recovery.module.css';
import type { RecoveryReason } from './recovery-reason.ts';
import type { FoundCopies } from './use-recovery.ts';

type Line = {
  readonly what: string;
  readonly holds: string;
  readonly at?: string;
  readonly office?: string;
  readonly version?: string;
};

function databaseLine({ note }: FoundCopies, why: RecoveryReason): Line {
  const known = note ? { at: note.at, office: note.office, version: note.version } : {};
  const should = note && note.records > 0 ? `（应有 ${countWords(note.records)} 条）` : '';
  switch (why.kind) {
    case 'newer':
      return { what: '数据库', holds: '出自更新版本的程序', ...known };
    case 'cannotOpen':
      return { what: '数据库', holds: `打不开${should}`, ...known };
    case 'lost':
      return { what: '数据库', holds: `0 条${should}`, ...known };
    case 'behind':
      return { what: '数据库', holds: `少 ${countWords(why.batches)} 次改动`, ...known };
    case 'damaged':
      return { what: '数据库', holds: `${countWords(why.batches)} 次改动已损坏`, ...known };
  }
}

function journalLine({ journal }: FoundCopies): Line {
  const what = '日志副本';
  if (!journal) return { what, holds: '没有' };
  const batches = sum(journal.entries.map(({ sequence }) => sequence));
  const last = journal.entries.flatMap(({ at }) => at ?? []).toSorted();
  const at = last.at(-1);
  return { what, holds: batches === 0 ? '空' : `${countWords(batches)} 次改动`, ...(at === undefined ? {} : { at }) };
}

function snapshotLine({ snapshots }: FoundCopies): Line {
  const [newest] = snapshots;
  if (!newest) return { what: '备份', holds: '没有' };
  const { at, office, version } = newest;
  return {
    what: '备份',
    holds: `${snapshots.length} 份，最新一份 ${countWords(recordsOf(newest))} 条`,
    at,
    office,
    version,
  };
}

function secondLine({ second: { folder, state, newest } }: FoundCopies): Line {
  const what = '第二份备份';
  if (folder === undefined) return { what, holds: '没有设置' };
  const holds = state === 'missing' ? `${folder}（现在找不到，请接上硬盘或U盘）` : folder;
  return { what, holds, ...(newest === undefined ? {} : { at: newest }) };
}

/** Every copy there is, side by side. */
export function FoundTable({ found, why }: { readonly found: FoundCopies; readonly why: RecoveryReason }) {
  const lines = [databaseLine(found, why), journalLine(found), snapshotLine(found), secondLine(found)];
  return (
    <table className={styles.found} aria-label="现有的副本">
      <thead>
        <tr>
          <th>副本</th>
          <th>内容</th>
          <th>最近</th>
          <th>单位</th>
          <th>程序版本</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, holds, at, office, version }) => (
          <tr key={what}>
            <td>{what}</td>
            <td>{holds}</td>
            <td className={styles.moment}>{at === undefined ? '—' : momentWords(at)}</td>
            <td>{office || '—'}</td>
            <td>{version || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
