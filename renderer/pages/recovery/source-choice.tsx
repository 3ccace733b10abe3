import { Button, Checkbox, Radio, Select } from '@mantine/core';
import { useState } from 'react';
import { recordsOf } from '../../../shared/backup/retention.ts';
import { snapshotRemarks } from '../../../shared/backup/snapshot-remarks.ts';
import type { SnapshotInfo } from '../../../shared/desktop-api.ts';
import { momentWords } from '../../../shared/kit/moment-words.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import { reasonWords } from '../../components/backup/reason-words.ts';
import { useSealedFile } from '../../components/backup/use-sealed-file.tsx';
import words from '../../components/basics/words.module.css';
import { messageOf } from '../../components/session/message-of.ts';
import type { RebuildSource } from '../../store/open/rebuild.ts';
import type { RescueApi } from '../../store/open/rescue.ts';
import styles from './recovery.module.css';
import type { FoundCopies } from './use-recovery.ts';

type Props = {
  readonly found: FoundCopies;
  readonly rescue: RescueApi;
  readonly onMake: (source: RebuildSource) => void;
};

type Kind = 'latest' | 'snapshot' | 'file';
type Brought = { readonly name: string; readonly file: Uint8Array; readonly info: SnapshotInfo };

const labelOf = (snapshot: SnapshotInfo): string =>
  `${momentWords(snapshot.at)} · ${countWords(recordsOf(snapshot))} 条 · ${reasonWords(snapshot.reason)}`;

/** What the records are to be made from; the first choice takes back everything that can be taken back. */
export function SourceChoice({ found, rescue, onMake }: Props) {
  const { snapshots, note, about } = found;
  const hasAny = snapshots.length > 0 || (found.journal?.entries.length ?? 0) > 0;
  const [kind, setKind] = useState<Kind>(hasAny ? 'latest' : 'file');
  const [id, setId] = useState(snapshots[0]?.id ?? '');
  const [withJournal, setWithJournal] = useState(true);
  const [brought, setBrought] = useState<Brought>();
  const [problem, setProblem] = useState<string>();
  const { choose, asking } = useSealedFile('snapshot');

  const bring = async () => {
    setProblem(undefined);
    await choose(async ({ name, file }) => {
      setBrought({ name, file, info: await rescue.describeSnapshot({ file }) });
      setKind('file');
    });
  };

  const snapshot =
    kind === 'file' ? brought?.info : kind === 'snapshot' ? snapshots.find((one) => one.id === id) : undefined;
  const present = { office: note?.office ?? '', records: note?.records ?? 0, version: about.version };
  const remarks = snapshot
    ? snapshotRemarks(
        snapshot,
        { ...present, ...(note ? { at: note.at } : {}) },
        kind === 'file' ? 'a file' : 'own folder',
      )
    : [];
  const source: RebuildSource | undefined =
    kind === 'latest'
      ? { kind }
      : kind === 'snapshot'
        ? { kind, from: { id }, withJournal }
        : brought && { kind: 'snapshot', from: { file: brought.file }, withJournal };

  return (
    <>
      <h2>恢复什么</h2>
      <div className={styles.source}>
        <Radio
          checked={kind === 'latest'}
          disabled={!hasAny}
          onChange={() => setKind('latest')}
          label="取回全部：能读到的记录都取回，程序自己选最完整的副本（推荐）"
        />
      </div>
      <div className={styles.source}>
        <Radio
          checked={kind === 'snapshot'}
          disabled={snapshots.length === 0}
          onChange={() => setKind('snapshot')}
          label="从一份备份恢复"
        />
        {kind === 'snapshot' && (
          <Select
            aria-label="选择备份"
            w={420}
            data={snapshots.map((one) => ({ value: one.id, label: labelOf(one) }))}
            value={id}
            onChange={(next) => next && setId(next)}
          />
        )}
      </div>
      <div className={styles.source}>
        <Radio checked={kind === 'file'} onChange={() => setKind('file')} label="从别处的备份文件恢复" />
        <Button variant="default" h={30} onClick={() => void bring().catch((thrown) => setProblem(messageOf(thrown)))}>
          选择文件
        </Button>
        {brought && kind === 'file' && (
          <span>
            {brought.info.office} · {labelOf(brought.info)}
          </span>
        )}
      </div>
      {asking}
      {kind !== 'latest' && found.journal && (
        <div className={styles.source}>
          <Checkbox
            checked={withJournal}
            onChange={({ currentTarget }) => setWithJournal(currentTarget.checked)}
            label="并取回这份备份之后、日志副本里还有的改动"
          />
        </div>
      )}
      {remarks.length > 0 && <div className={styles.problem}>{remarks.join('\n')}</div>}
      {problem && (
        <div className={styles.problem} role="alert">
          {problem}
        </div>
      )}
      <div className={styles.acts}>
        <Button disabled={!source} onClick={() => source && onMake(source)}>
          先恢复出来核对
        </Button>
        <span className={words.quiet}>
          恢复到一个新的数据库里，核对无误再启用；现有的数据库、日志和备份都原样保留。
        </span>
      </div>
    </>
  );
}
