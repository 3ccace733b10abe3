import type { SnapshotReason } from '../../../shared/desktop-api.ts';
import type { Change, Reason } from '../../../shared/history/change.ts';
import { isLaterProgram, newerData } from '../../../shared/history/newer-data.ts';
import { isPurge } from '../../../shared/history/purge.ts';
import { type Complaint, LedgerError } from '../../../shared/kit/complaint.ts';
import { countWords, sum } from '../../../shared/kit/numbers.ts';
import type { SnapshotMark } from '../database.ts';
import type { StoreCore } from '../store-core.ts';
import { BULK } from '../write/commit.ts';
import { lackOfSpace } from '../write/free-space.ts';
import { officeName } from './office-name.ts';
import { takeSnapshot } from './office-snapshot.ts';

/** From so many deletions on a snapshot comes first. 可调整的默认值 */
const MANY_DELETIONS = 20;

/**
 * What is done for the records beside keeping them: snapshots before what may go wrong and from time to time, the note
 * outside the database, a look at the disk. In a plain browser there is nobody to hand a file to: nothing is taken.
 */
export class Care {
  readonly #core: StoreCore;
  /** Why the last snapshot nobody asked for was not written. */
  #problem: string | undefined;
  #notedAt = -1;
  #lastSnapshot: SnapshotMark | undefined;

  constructor(core: StoreCore) {
    this.#core = core;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  /**
   * When the last snapshot was taken: of a database that cannot be read now what it said last. A full disk has Chromium
   * let go of the database after a save was committed, and asking this must not make the save look unsaved.
   */
  async lastSnapshot(): Promise<SnapshotMark | undefined> {
    const { database } = this.#core.parts;
    this.#lastSnapshot = await database.lastSnapshot().catch(() => this.#lastSnapshot);
    return this.#lastSnapshot;
  }

  /** Takes a snapshot where anything changed since the last. A failure stops nothing: it is told. */
  async snapshotIfChanged(reason: SnapshotReason): Promise<void> {
    const { parts, state } = this.#core;
    if (!parts.journal || !parts.snapshots || state.positions.size === 0) return;
    const last = await this.lastSnapshot();
    if (last && last.lamport >= state.lamport) return;
    try {
      await takeSnapshot(this.#core, reason);
      this.#problem = undefined;
    } catch (thrown) {
      this.#problem =
        thrown instanceof LedgerError ? thrown.message : '自动备份没有完成。数据不受影响，请手工备份一次。';
    }
  }

  /**
   * The first start of another version: a snapshot before it writes anything.
   * @throws LedgerError data/newer where a later program was here: what it may have written more is not known here.
   */
  async noteProgram(): Promise<void> {
    const { database, version } = this.#core.parts;
    const before = await database.program();
    if (before === version) return;
    if (before !== undefined && isLaterProgram(before, version)) throw newerData();
    if (before !== undefined) await this.snapshotIfChanged('update');
    await database.meta.put({ key: 'program', value: version });
  }

  /** Before a batch is written: refuses a bulk one, and every import, where the disk is nearly full, and takes a snapshot before it. */
  async before(changes: readonly Change[], reason: Reason): Promise<Complaint | undefined> {
    const isBulk = changes.length >= BULK || reason.kind === 'import' || reason.kind === 'opening';
    const refused = `没有写入这 ${countWords(changes.length)} 条`;
    const lack = isBulk ? await lackOfSpace(this.#core.parts, refused) : undefined;
    if (lack) return lack;
    // A snapshot would keep just what a purge takes out.
    const deletions = isPurge(reason) ? 0 : changes.filter(({ kind }) => kind === 'delete').length;
    if (deletions >= MANY_DELETIONS) await this.snapshotIfChanged('delete');
    else if (isBulk) await this.snapshotIfChanged('import');
    return undefined;
  }

  /** Has the next note written though no record changed: what it says of this PC did. */
  noteAnew(): Promise<void> {
    this.#notedAt = -1;
    return this.keepNote();
  }

  /** Brings the note up to the records. An empty database writes none: the note of a lost one must stay. */
  async keepNote(): Promise<void> {
    const { parts, state, installation } = this.#core;
    if (!parts.note || state.positions.size === 0 || this.#notedAt === state.lamport) return;
    const { database, read, write } = parts.note;
    const left = (await read())?.left ?? [];
    await write({
      format: 1,
      database,
      office: officeName(state),
      records: sum([...state.tables().values()].map(({ records }) => records.size)),
      version: parts.version,
      at: parts.now(),
      series: installation.series,
      folder: installation.folder ?? '',
      left: left.filter((old) => old.database !== database),
    });
    this.#notedAt = state.lamport;
  }
}
