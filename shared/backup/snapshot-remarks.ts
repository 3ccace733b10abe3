import type { SnapshotInfo } from '../desktop-api.ts';
import { countWords } from '../kit/numbers.ts';
import { isMuchSmaller, recordsOf } from './retention.ts';

/** What is there now, as far as it is known. */
export type Present = {
  readonly office: string;
  readonly records: number;
  readonly version: string;
  /** When something was last saved or backed up. */
  readonly at?: string;
};

/** `0.10.2` as numbers, so that 0.10 comes after 0.9. */
const numbersOf = (version: string): readonly number[] =>
  version.split(/[.-]/).map((part) => Number.parseInt(part, 10));

/** Whether a program version comes after another; an unknown one comes after none. */
export const isLaterVersion = (version: string, than: string): boolean => {
  const [a, b] = [numbersOf(version), numbersOf(than)];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

/**
 * What a clerk must see before going back to a snapshot, the gravest first; nothing where it is the expected one. One of
 * this PC's own folder under another name is the same office before its name was changed.
 */
export const snapshotRemarks = (
  snapshot: Omit<SnapshotInfo, 'id'>,
  present: Present,
  from: 'own folder' | 'a file',
): readonly string[] => {
  const records = recordsOf(snapshot);
  return [
    ...(present.office !== '' && snapshot.office !== present.office
      ? [
          `${from === 'a file' ? '这是另一个单位的备份' : '备份里的单位名称不同'}：“${snapshot.office || '未填单位'}”，现在是“${present.office}”。`,
        ]
      : []),
    ...(isLaterVersion(snapshot.version, present.version)
      ? [`这份备份是更新版本的程序（${snapshot.version}）存的，现在的程序是 ${present.version}。建议先更新程序。`]
      : []),
    ...(isMuchSmaller(records, present.records)
      ? [`这份备份的记录少得多：${countWords(records)} 条，现在有 ${countWords(present.records)} 条。`]
      : []),
    ...(present.at !== undefined && snapshot.at.slice(0, 10) < present.at.slice(0, 10)
      ? [`这份备份较旧（${snapshot.at.slice(0, 10)}），之后的改动不在里面。`]
      : []),
  ];
};
