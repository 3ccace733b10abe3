import { strToU8, zipSync } from 'fflate';
import type { Machine, SecondCopy, SnapshotInfo } from '../desktop-api.ts';
import { type LogLine, lineOf } from './program-log.ts';

/** What the store says of itself, as far as a bundle takes it over. It also knows names; they stay. */
type StoreFacts = {
  readonly chain: string;
  readonly series: string;
  readonly counts: { readonly [ledger: string]: number };
  readonly lastSnapshot?: string;
  readonly snapshotProblem?: string;
  readonly purgeProblem?: string;
  readonly damaged: number;
  readonly journalBehind: number;
  readonly journalAhead: number;
};

/** Everything a bundle is made of, gathered by the page. */
export type DiagnosisParts = {
  readonly at: string;
  readonly version: string;
  readonly platform: string;
  readonly machine: Machine;
  readonly log: readonly LogLine[];
  readonly store: StoreFacts;
  readonly chain: { readonly batches: number; readonly entries: number; readonly brokenAt?: number };
  readonly snapshots: readonly SnapshotInfo[];
  readonly unreadSnapshots: number;
  readonly secondCopy: SecondCopy;
  readonly freeSpace: number | undefined;
  readonly operators: number;
  readonly passwords: number;
  readonly lockAfter: number;
  readonly window: { readonly width: number; readonly height: number; readonly scale: number };
};

/**
 * What is known of the program here, written out word by word: whoever adds something to the parts adds nothing to the
 * bundle. Never names, folders, texts of records or messages.
 */
const diagnosisOf = ({ store, secondCopy, machine, chain, ...parts }: DiagnosisParts) => ({
  format: 1,
  at: parts.at,
  program: { version: parts.version, platform: parts.platform },
  machine: {
    system: machine.system,
    architecture: machine.architecture,
    processors: machine.processors,
    memory: machine.memory,
    electron: machine.electron,
    chromium: machine.chromium,
    node: machine.node,
  },
  window: { width: parts.window.width, height: parts.window.height, scale: parts.window.scale },
  settings: {
    series: store.series,
    operators: parts.operators,
    passwords: parts.passwords,
    lockAfter: parts.lockAfter,
    secondCopy: { state: secondCopy.state, isSameDrive: secondCopy.isSameDrive, newest: secondCopy.newest },
  },
  counts: store.counts,
  chain: {
    id: store.chain,
    batches: chain.batches,
    entries: chain.entries,
    brokenAt: chain.brokenAt,
    damaged: store.damaged,
    journalBehind: store.journalBehind,
    journalAhead: store.journalAhead,
    hasPurgeProblem: store.purgeProblem !== undefined,
  },
  snapshots: {
    last: store.lastSnapshot,
    hasProblem: store.snapshotProblem !== undefined,
    unread: parts.unreadSnapshots,
    kept: parts.snapshots.map(({ at, bytes, version, reason }) => ({ at, bytes, version, reason })),
  },
  freeSpace: parts.freeSpace,
});

const READ_ME = `街道准入台账 诊断包

本包供维护人员查找故障，可以交给他们。里面只有：
diagnostics.json  程序、系统版本，设置中的数字，各台账的记录条数，备份和操作记录链的状态
program.log       程序出错的时间、代码和位置

没有任何记录内容，没有单位、人员、电话、证件号码，没有文件名和文件夹名。用记事本打开即可核对。
`;

/** The bundle as a .zip of three texts; their names are ASCII, which every unpacker reads. */
export const supportBundle = (parts: DiagnosisParts): Uint8Array =>
  zipSync(
    {
      // By its mark older editors know UTF-8.
      'README.txt': strToU8(`\uFEFF${READ_ME.replaceAll('\n', '\r\n')}`),
      'diagnostics.json': strToU8(`${JSON.stringify(diagnosisOf(parts), null, 1)}\n`),
      'program.log': strToU8(parts.log.map(lineOf).join('')),
    },
    { mtime: parts.at.slice(0, 19) },
  );
