import type { Reason } from '../../../shared/history/change.ts';
import { type Complaint, error, LedgerError } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { faultyRowsModel } from '../../../shared/workbook/import/faulty-rows.ts';
import {
  type ImportChoices,
  NO_CHOICES,
  rowsKept,
  withDuplicate,
  withLeftEmpty,
  withMended,
  withReference,
  withSetAside,
  withSide,
} from '../../../shared/workbook/import/import-choices.ts';
import { lookupIn } from '../../../shared/workbook/import/import-lookup.ts';
import type { Mapping } from '../../../shared/workbook/import/mapping.ts';
import {
  withConstant,
  withFillDown,
  withGroupRows,
  withTarget,
} from '../../../shared/workbook/import/mapping-choices.ts';
import { pendingOf } from '../../../shared/workbook/import/new-references.ts';
import { contextWithPending, type PendingRecord } from '../../../shared/workbook/import/pending-records.ts';
import { type ImportPlan, writesOf } from '../../../shared/workbook/import/plan.ts';
import { StoredRecords } from '../../../shared/workbook/import/row-fate.ts';
import type { Workbook } from '../../../shared/workbook/workbook.ts';
import { writtenInSlices } from '../export/written-in-slices.ts';
import { inSlices } from '../slices.ts';
import type { Draft, Outcome } from '../store-api.ts';
import { summedOutcome } from '../write/summed-complaints.ts';
import { type AskLog, ChangedRecords } from './changed-records.ts';
import { handInsOf } from './hand-ins.ts';
import type { FaultyFile, ImportSession, ImportView, PlanView } from './import-api.ts';
import { differingRows, planInSlices, type Settled } from './import-planning.ts';
import { ImportReading } from './import-reading.ts';
import type { Looking } from './import-understanding.ts';
import { describeRow, isInTab, planView } from './import-views.ts';

/** What an import needs of the store. */
export type ImportTarget = {
  readonly ledgerById: (ledgerId: string) => Ledger | undefined;
  readonly context: () => LedgerContext;
  /** `isCancelled` is asked until the closing record is on its way: a cancelled batch leaves nothing. */
  readonly write: (drafts: readonly Draft[], reason: Reason, isCancelled?: () => boolean) => Promise<Outcome>;
  readonly newId: () => string;
  readonly changedSinceImport: AskLog;
  /** What everything a plan looks at has counted so far: another one where any of it changed. */
  readonly stamp: () => string;
  /** Hears how many rows of a long sheet are looked over, or planned. */
  readonly onProgress?: (task: 'look' | 'plan', done: number, of: number) => void;
};

/**
 * Begins an import of one workbook into one ledger; it first looks at the first visible sheet that has a header.
 * @throws LedgerError import/unknown-ledger, or import/cancelled once `isCancelled` says so
 */
export async function openImportSession(
  target: ImportTarget,
  workbook: Workbook,
  ledgerId: string,
  fileName: string,
  isCancelled = () => false,
): Promise<ImportSession> {
  const into = target.ledgerById(ledgerId);
  if (into === undefined) {
    throw new LedgerError('import/unknown-ledger', `没有“${ledgerId}”这个台账，没有存入任何数据。`);
  }
  const reading = await looked(ImportReading.open({ target, workbook, into, fileName }), target, isCancelled);
  return new Session(target, reading, into, fileName).api();
}

/** What came of looking over sheets, in slices. */
const looked = <Result>(work: Looking<Result>, { onProgress }: ImportTarget, isCancelled: () => boolean) =>
  inSlices(work, (far) => {
    if (isCancelled()) throw new LedgerError('import/cancelled', '已取消，没有存入任何数据。');
    if (far) onProgress?.('look', far.done, far.of);
  });

class Session {
  /** Changes of how the sheet is understood, one after the other: each begins with what the one before left. */
  private understood: Promise<unknown> = Promise.resolve();
  private choices: ImportChoices = NO_CHOICES;
  private planned: Promise<Settled> | undefined;
  /** Ids given to what a plan creates, in their order: the same rows get the same ones whenever they are planned anew. */
  private ids: string[] = [];
  private readonly changed: ChangedRecords;
  /** The ledger's records set up for planning, good for one stamp. */
  private stored: { readonly stamp: string; readonly ledger: Ledger; readonly records: StoredRecords } | undefined;
  /** Kept once the plan is spent: its held-back rows can still be given back. */
  private executed: ImportPlan | undefined;
  private cancelled = false;
  private isRunning = false;

  constructor(
    private readonly target: ImportTarget,
    private readonly reading: ImportReading,
    private readonly into: Ledger,
    private readonly fileName: string,
  ) {
    this.changed = new ChangedRecords(target.changedSinceImport);
  }

  api(): ImportSession {
    const { reading } = this;
    return {
      view: () => reading.view(),
      chooseSheet: (sheet) => this.restart(() => reading.chooseSheet(sheet)),
      joinSheets: (sheets) => this.restart(() => reading.joinSheets(sheets), this.ownRows),
      setHeader: (rows) => this.restart(() => reading.setHeader(rows), this.ownRows),
      setOpening: (on) => this.restart(() => reading.setOpening(on), this.ownRows),
      recall: (forms) => this.restart(() => reading.recall(forms)),
      asFound: () => this.restart(() => reading.asFound()),
      setTarget: (column, to) => this.remap((mapping) => withTarget(mapping, column, to)),
      setConstant: (field, value) => this.remap((mapping) => withConstant(mapping, field, value)),
      setSheetConstant: (sheet, field, value) => this.understand(() => reading.setSheetConstant(sheet, field, value)),
      acceptFillDown: (column, accepted) => this.remap((mapping) => withFillDown(mapping, column, accepted)),
      acceptGroups: (field, accepted) => this.remap((mapping) => withGroupRows(mapping, field, accepted)),
      leftOutWindow: (offset, limit) => reading.leftOutWindow(offset, limit),
      takeRow: (place, isTaken) => this.understand(() => reading.takeRow(place, isTaken)),
      takeOtherTable: (isTaken) => this.understand(() => reading.takeOtherTable(isTaken)),
      sheetWindow: (offset, limit) => reading.window(offset, limit),
      plan: () => this.planView(),
      planWindow: async (tab, offset, limit) => {
        const plan = await this.plan();
        const rows = plan.rows.filter((row) => isInTab(row, tab));
        const { reader, ledger } = reading.toPlan();
        const context = contextWithPending(this.target.context(), this.pending(plan), this.target.ledgerById);
        const readAt = (row: number) => ({ place: reader.placeOf(row), cells: plan.cellsOf(row) });
        const shown = rows
          .slice(offset, offset + limit)
          .map((row) => describeRow(row, readAt(row.row), ledger, context));
        return { total: rows.length, rows: shown };
      },
      leaveEmpty: (row, left) => this.choose(withLeftEmpty(this.choices, row, left, reading.toPlan().layout.body)),
      setAside: (row, isAside) => this.choose(withSetAside(this.choices, row, isAside)),
      decideDuplicate: (row, decision) => this.choose(withDuplicate(this.choices, row, decision)),
      decideConflict: async (row, field, side) => {
        const planned = (await this.plan()).rows.find((one) => one.row === row);
        const fields = field === 'all' ? (planned?.differences ?? []).map((difference) => difference.field) : [field];
        return this.choose(withSide(this.choices, row, fields, side));
      },
      mend: (row, field, text) => this.choose(withMended(this.choices, row, field, text)),
      acceptReference: (ledgerId, name, accepted) => {
        const id = accepted ? this.target.newId() : undefined;
        return this.choose(withReference(this.choices, ledgerId, name, id));
      },
      execute: (fileHash) => this.executeOnce(fileHash),
      cancel: () => {
        this.cancelled = true;
      },
      faultyRows: () => this.faultyRows(),
    };
  }

  /** Other sheets, or another header: what was decided about rows is void, but for what `kept` says. */
  private restart(change: () => Looking<void>, kept = () => NO_CHOICES): Promise<ImportView> {
    return this.understand(change, () => {
      this.ids = [];
      this.executed = undefined;
      this.choices = kept();
    });
  }

  private readonly ownRows = (): ImportChoices => rowsKept(this.choices, this.reading.ownRowCount);

  private remap(change: (mapping: Mapping) => Mapping): Promise<ImportView> {
    return this.understand(() => this.reading.remap(change));
  }

  private understand(change: () => Looking<void>, changed = () => {}): Promise<ImportView> {
    const { target, reading, understood } = this;
    this.planned = undefined;
    const view = understood.then(async () => {
      this.cancelled = false;
      await looked(change(), target, () => this.cancelled);
      changed();
      return reading.view();
    });
    // One that failed or was cancelled left everything as it was.
    this.understood = view.catch(() => undefined);
    return view;
  }

  private choose(choices: ImportChoices): Promise<PlanView> {
    this.choices = choices;
    this.planned = undefined;
    return this.planView();
  }

  private async plan(): Promise<ImportPlan> {
    return (await this.settled()).plan;
  }

  private settled(): Promise<Settled> {
    if (this.planned === undefined) {
      const planned = this.workOut();
      this.planned = planned;
      // One that failed or was cancelled is worked out anew when it is asked for again.
      planned.catch(() => {
        if (this.planned === planned) this.planned = undefined;
      });
    }
    return this.planned;
  }

  /** The plan, and once more where the log says that records the file met were changed by hand since an import. */
  private async workOut(): Promise<Settled> {
    await this.understood;
    const { changed, target } = this;
    const { opening } = this.reading;
    this.cancelled = false;
    const stamp = target.stamp();
    const plan = await this.planOnce(stamp);
    // An opening balance never changes what is there.
    if (opening) return { plan: opening.asPlan(plan), stamp };
    return { plan: (await changed.learn(plan)) ? await this.planOnce(stamp) : plan, stamp };
  }

  private planOnce(stamp: string): Promise<ImportPlan> {
    const { ids, target, choices, changed } = this;
    const sheets = this.reading.toPlan();
    const context = target.context();
    let given = 0;
    const newId = (): string => {
      const id = ids[given] ?? target.newId();
      ids[given] = id;
      given += 1;
      return id;
    };
    const lookup = lookupIn(context, target.ledgerById);
    const { ledgerById } = target;
    const stored = this.storedAt(stamp, sheets.ledger);
    const input = { ...sheets, stored, ledgerById, context, lookup, choices, changedHere: changed.of, newId };
    return planInSlices(input, {
      isCancelled: () => this.cancelled,
      onProgress: (done, of) => target.onProgress?.('plan', done, of),
    });
  }

  /** In a ledger of 200,000 they take longer to set up than a month's sheet to plan; each decision plans it anew. */
  private storedAt(stamp: string, ledger: Ledger): StoredRecords {
    if (this.stored?.stamp !== stamp || this.stored.ledger !== ledger) {
      this.stored = { stamp, ledger, records: new StoredRecords(ledger) };
    }
    return this.stored.records;
  }

  /** Records the plan would create that rows name: accepted departments, and rows of the file itself. */
  private pending({ rows: planned }: ImportPlan): readonly PendingRecord[] {
    const { ledger } = this.reading;
    const rows = planned.flatMap(({ id, values }): PendingRecord[] => {
      const name = values[ledger.titleField];
      return id === undefined || typeof name !== 'string' ? [] : [{ ledger: ledger.id, id, name, values }];
    });
    return [...pendingOf(this.choices.accepted), ...rows];
  }

  private async faultyRows(): Promise<FaultyFile | undefined> {
    const plan = this.executed ?? (await this.plan());
    if (plan.counts.heldBack === 0) return undefined;
    const model = faultyRowsModel({ ...this.reading.toPlan(), plan, nameOf: this.target.context().nameOf });
    const name = `${this.fileName.replace(/\.[^.]*$/, '')}-未导入的行.xlsx`;
    return { name, bytes: await writtenInSlices(model) };
  }

  private async planView(): Promise<PlanView> {
    return planView(await this.plan(), this.choices);
  }

  /**
   * How many rows come out otherwise than the preview showed, because something the plan rests on changed since: a record
   * edited, entered or deleted, a community renamed. The plan is then worked out anew.
   */
  private async changedMeanwhile({ plan, stamp }: Settled): Promise<number> {
    if (stamp === this.target.stamp()) return 0;
    this.planned = undefined;
    return differingRows(plan, await this.plan());
  }

  /** A second click while the first is being written would write every row again. */
  private async executeOnce(fileHash?: string): Promise<Outcome> {
    if (this.isRunning) {
      return { ok: false, complaints: [error('import/running', '正在导入，请稍候。没有重复写入任何数据。')] };
    }
    this.isRunning = true;
    this.cancelled = false;
    try {
      return await this.execute(fileHash);
    } finally {
      this.isRunning = false;
    }
  }

  private async execute(fileHash: string | undefined): Promise<Outcome> {
    const ready = await this.readyToWrite(fileHash);
    if ('code' in ready) return { ok: false, complaints: [ready] };
    const { drafts, reason, heldBack, stamp } = ready;
    // Another batch may be written while this one waits for its turn; from then on nothing can.
    let isStale: boolean | undefined;
    const outcome = await this.target.write(drafts, reason, () => {
      isStale ??= this.target.stamp() !== stamp;
      return this.cancelled || isStale;
    });
    if (outcome.ok) this.executed = heldBack;
    else if (isStale) return { ok: false, complaints: [changedMessage(0)] };
    return summedOutcome(outcome);
  }

  /** What the plan writes, or why it is not written. The plan itself is let go: 100,000 rows would stay in memory twice. */
  private async readyToWrite(fileHash: string | undefined): Promise<Ready | Complaint> {
    const shown = await this.settled();
    const changed = await this.changedMeanwhile(shown);
    if (changed > 0) return changedMessage(changed);
    const { plan, stamp } = await this.settled();
    const { opening, mark } = this.reading;
    const writes = opening?.writes(plan) ?? writesOf(plan);
    if (writes.length === 0) return error('import/nothing-to-do', '没有可以导入的行，没有写入任何数据。');
    const of = fileHash === undefined ? {} : { of: fileHash };
    const reason: Reason = opening
      ? { kind: 'opening', text: `存量导入 ${this.fileName}`, ...of }
      : { kind: 'import', text: `导入 ${this.fileName}`, ...of };
    const handIns = mark ? handInsOf(mark, plan, this.into, this.fileName, this.target) : [];
    this.planned = undefined;
    this.stored = undefined;
    // Only those that can still be given back are kept.
    const heldBack = { ...plan, rows: plan.rows.filter(({ status }) => status === 'heldBack') };
    return { drafts: [...writes, ...handIns], reason, heldBack, stamp };
  }
}

type Ready = {
  readonly drafts: readonly Draft[];
  readonly reason: Reason;
  readonly heldBack: ImportPlan;
  readonly stamp: string;
};

/** 0 where it was found only when the batch had its turn. */
function changedMessage(rows: number): Complaint {
  const what = rows === 0 ? '与预览不再一致' : `表中 ${rows} 行的处理结果随之不同`;
  const message = `预览之后台账有改动，${what}，没有写入任何数据。已按最新内容重新比对，请再看一遍预览。`;
  return error('import/changed-meanwhile', message);
}
