import { ALL_RECORDS, OWN_RECORDS } from '../../../shared/exchange/office.ts';
import type { Change, Reason } from '../../../shared/history/change.ts';
import { type Complaint, error, LedgerError } from '../../../shared/kit/complaint.ts';
import { adminOnly } from '../../../shared/operators/roster.ts';
import { rosterOf } from '../access.ts';
import type { ExportedFile } from '../export/export-session.ts';
import type { Care } from '../open/care.ts';
import type { Outcome } from '../store-api.ts';
import type { StoreCore } from '../store-core.ts';
import { requireSpace } from '../write/free-space.ts';
import type { JournalRelay } from '../write/journal-relay.ts';
import { finishPurges } from '../write/purge.ts';
import type { ConflictChoice, ExchangeApi, MergePreview, PackageRequest } from './exchange-api.ts';
import { exportTables, takenOut } from './export-tables.ts';
import { type MadeFor, makePackage } from './make-package.ts';
import { mergePrepared, type PreparedMerge, prepareMerge } from './merge-package.ts';
import { previewOf } from './merge-preview.ts';
import { openConflicts, shownConflicts } from './open-conflicts.ts';
import { resolveConflicts } from './resolve-conflicts.ts';
import { lastMerge, undoMerge } from './undo-merge.ts';
import { dropWaiting, keepWaiting, shownWaiting } from './waiting-packages.ts';

type Commit = (changes: readonly Change[], reason: Reason, warnings: readonly Complaint[]) => Promise<Outcome>;

/** What merging needs of the store around it. */
export type ExchangeParts = {
  readonly core: StoreCore;
  readonly journal: JournalRelay;
  readonly care: Care;
  readonly commit: Commit;
  /** Has the log say that something leaves; called within the store's turn. */
  readonly takeOut: (text: string) => Promise<void>;
  /** Tells every screen to ask again. */
  readonly changed: () => Promise<void>;
};

/** 数据交换: packages out and in, what they leave undecided, and the way back. */
export class Exchange implements ExchangeApi {
  readonly #parts: ExchangeParts;
  #made: MadeFor | undefined;
  #prepared: PreparedMerge | undefined;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  readonly setView: ExchangeApi['setView'] = async (view) => {
    const { core, changed } = this.#parts;
    const known = view === OWN_RECORDS || view === ALL_RECORDS || [...core.state.offices.values()].includes(view);
    const next = known ? view : OWN_RECORDS;
    if (core.view === next) return;
    core.view = next;
    await changed();
  };

  readonly receivers: ExchangeApi['receivers'] = async () => {
    const handed = await this.#parts.core.parts.database.handedOver();
    const receivers = Object.entries(handed).map(([name, { at }]) => ({ name, at }));
    return receivers.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  };

  readonly makePackage = (request: PackageRequest) =>
    this.#inTurn('导出交换包', async () => {
      const { file, madeFor } = await makePackage(this.#parts.core, request);
      await this.#parts.takeOut(`生成交换包给“${request.receiver}”，${file.batches} 步`);
      this.#made = madeFor;
      return file;
    });

  readonly packageSaved = (file: string): Promise<Outcome> =>
    this.#inTurn('导出交换包', async () => {
      const { core, commit } = this.#parts;
      const made = this.#made;
      if (!made) return { ok: false, complaints: [nothingMade] };
      const { database, now } = core.parts;
      const value = { ...(await database.handedOver()), [made.receiver]: { at: now(), chains: made.chains } };
      await database.meta.put({ key: 'handedOver', value });
      this.#made = undefined;
      return commit([], { kind: 'edit', text: `导出交换包给“${made.receiver}”：${file}` }, []);
    });

  readonly prepareMerge = (file: Uint8Array): Promise<MergePreview> =>
    this.#inTurn('并入交换包', () => this.#prepare(file));

  readonly waitingPackages: ExchangeApi['waitingPackages'] = async () =>
    shownWaiting(await this.#parts.core.parts.database.waitingPackages());

  readonly prepareWaiting = (key: string): Promise<MergePreview> =>
    this.#inTurn('并入交换包', async () => {
      const { kept } = await this.#parts.core.parts.database.waitingPackages();
      const found = kept.find((one) => one.key === key);
      if (!found) throw new LedgerError(nothingPrepared.code, nothingPrepared.message);
      return this.#prepare(found.bytes);
    });

  readonly dropWaiting = (key: string): Promise<void> =>
    this.#inTurn('移除收好的交换包', () => dropWaiting(this.#parts.core, [key]));

  readonly mergePrepared = (officeName: string | undefined): Promise<Outcome> =>
    this.#inTurn('并入交换包', async () => {
      const { core, journal, care, changed } = this.#parts;
      const prepared = this.#prepared;
      if (!prepared) return { ok: false, complaints: [nothingPrepared] };
      await requireSpace(core.parts, '没有并入交换包');
      await care.snapshotIfChanged('import');
      const outcome = await mergePrepared(core, journal, prepared, officeName);
      if (!outcome.ok) return outcome;
      this.#prepared = undefined;
      // The merge is written: one that is left waiting brings nothing new when it is looked at again.
      await dropWaiting(core, prepared.ended).catch(() => undefined);
      // A journal that cannot be written now keeps a purge noted; it goes on at the next start.
      await finishPurges(core).catch(() => undefined);
      await changed();
      return outcome;
    });

  readonly dropPrepared = async (): Promise<void> => {
    this.#prepared = undefined;
  };

  readonly conflicts: ExchangeApi['conflicts'] = async () => {
    const { core } = this.#parts;
    const open = await openConflicts(core);
    return shownConflicts(core, { state: core.state, offices: core.union.offices }, open);
  };

  readonly resolveConflicts = (choices: readonly ConflictChoice[]): Promise<Outcome> =>
    this.#inTurn('处理数据交换冲突', () => resolveConflicts(this.#parts.core, this.#parts.commit, choices));

  readonly merges: ExchangeApi['merges'] = async () => {
    const last = lastMerge(this.#parts.core)?.batch;
    return this.#parts.core.union.merges
      .map(({ batch, at, operator, office, undone }) => ({
        batch,
        at,
        operator,
        office,
        undone,
        isLast: batch === last,
      }))
      .toReversed();
  };

  readonly undoMerge = (): Promise<Outcome> =>
    this.#inTurn('撤销并入', async () => {
      const { core, journal, care, changed } = this.#parts;
      await requireSpace(core.parts, '没有撤销并入');
      await care.snapshotIfChanged('import');
      const outcome = await undoMerge(core, journal);
      if (outcome.ok) await changed();
      return outcome;
    });

  readonly exportTables = (isMasked: boolean): Promise<ExportedFile> =>
    this.#inTurn('导出数据表', async () => {
      const { core, takeOut } = this.#parts;
      const file = await exportTables(core, isMasked);
      await takeOut(takenOut(isMasked));
      return file;
    });

  async #prepare(file: Uint8Array): Promise<MergePreview> {
    const { core } = this.#parts;
    this.#prepared = undefined;
    const prepared = await prepareMerge(core, file).catch(async (thrown) => {
      throw await keepWaiting(core, file, thrown);
    });
    this.#prepared = prepared;
    return previewOf(core, prepared);
  }

  /** In the store's turn, by those who may. */
  #inTurn<Result>(act: string, task: () => Promise<Result>): Promise<Result> {
    const { core } = this.#parts;
    return core.inTurn(async () => {
      const barred = adminOnly(rosterOf(core), core.operator, act);
      if (barred) throw new LedgerError(barred.code, barred.message);
      return task();
    });
  }
}

const nothingMade = error('exchange/nothing-made', '没有刚生成的交换包。数据没有改动，请重新导出。');
const nothingPrepared = error('exchange/nothing-prepared', '没有预览过的交换包。数据没有改动，请重新选择文件。');
