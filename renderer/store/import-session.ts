import { type OpeningImport, openingImportOf } from '../../shared/access/opening-balance.ts';
import type { Reason } from '../../shared/history/change.ts';
import { type Complaint, error, LedgerError } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import { openSheet } from '../../shared/workbook/cells.ts';
import { type CollectionMark, readMark } from '../../shared/workbook/collection-mark.ts';
import { faultyRowsModel } from '../../shared/workbook/faulty-rows.ts';
import type { HeaderRows } from '../../shared/workbook/header.ts';
import {
  type ImportChoices,
  NO_CHOICES,
  withDuplicate,
  withLeftEmpty,
  withMended,
  withReference,
  withSide,
} from '../../shared/workbook/import-choices.ts';
import { lookupIn } from '../../shared/workbook/import-lookup.ts';
import { type Mapping, missingKeys } from '../../shared/workbook/mapping.ts';
import { withConstant, withFillDown, withKeptTargets, withTarget } from '../../shared/workbook/mapping-choices.ts';
import { pendingOf } from '../../shared/workbook/new-references.ts';
import { contextWithPending, type PendingRecord } from '../../shared/workbook/pending-records.ts';
import { type ImportPlan, writesOf } from '../../shared/workbook/plan.ts';
import { proposeFillDown } from '../../shared/workbook/proposals.ts';
import { openTexts } from '../../shared/workbook/text-table.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';
import { writeWorkbook } from '../../shared/workbook/write-workbook.ts';
import { type AskLog, ChangedRecords } from './changed-records.ts';
import { handInsOf } from './hand-ins.ts';
import type { FaultyFile, ImportSession, ImportView, PlanView } from './import-api.ts';
import { differingRows, planInSlices, type Settled } from './import-planning.ts';
import { carriedOver, firstUsable, hasHeader, type Understanding, understandSheet } from './import-understanding.ts';
import { describeRow, isInTab, planView, sheetWindow } from './import-views.ts';
import type { Draft, Outcome } from './store-api.ts';
import { summedOutcome } from './summed-complaints.ts';

/** What an import needs of the store. */
export type ImportTarget = {
  readonly ledgerById: (ledgerId: string) => Ledger | undefined;
  readonly context: () => LedgerContext;
  /** `isCancelled` is asked while the batch is prepared; once it is being stored, it is too late. */
  readonly write: (drafts: readonly Draft[], reason: Reason, isCancelled?: () => boolean) => Promise<Outcome>;
  readonly newId: () => string;
  readonly changedSinceImport: AskLog;
  /** What everything a plan looks at has counted so far: another one where any of it changed. */
  readonly stamp: () => string;
  /** Hears how many rows of a long sheet are planned. */
  readonly onProgress?: (done: number, of: number) => void;
};

/**
 * Begins an import of one workbook into one ledger; it first looks at the first visible sheet that has a header.
 * @throws LedgerError import/unknown-ledger
 */
export function openImportSession(
  target: ImportTarget,
  workbook: Workbook,
  ledgerId: string,
  fileName: string,
): ImportSession {
  const ledger = target.ledgerById(ledgerId);
  if (ledger === undefined) {
    throw new LedgerError('import/unknown-ledger', `没有“${ledgerId}”这个台账，没有存入任何数据。`);
  }
  return new Session(target, workbook, ledger, fileName).api();
}

class Session {
  private readonly readers;
  private readonly headed: readonly boolean[];
  /** Set where the file is a form the program sent out to be filled for this very ledger. */
  private readonly mark: CollectionMark | undefined;
  private state: Understanding;
  private choices: ImportChoices = NO_CHOICES;
  private planned: Promise<Settled> | undefined;
  /** Ids given to what a plan creates, in their order: the same rows get the same ones whenever they are planned anew. */
  private readonly ids: string[] = [];
  private readonly changed: ChangedRecords;
  /** Kept once the plan is spent: its held-back rows can still be given back. */
  private executed: ImportPlan | undefined;
  private cancelled = false;
  /** Set while the sheet is read as an opening balance (存量导入). */
  private opening: OpeningImport | undefined;
  private isRunning = false;

  constructor(
    private readonly target: ImportTarget,
    private readonly workbook: Workbook,
    private readonly into: Ledger,
    private readonly fileName: string,
  ) {
    this.changed = new ChangedRecords(target.changedSinceImport);
    const texts = openTexts(workbook.texts);
    this.readers = workbook.sheets.map((sheet) => openSheet(workbook, sheet, texts));
    const mark = readMark(this.readers);
    this.mark = mark?.ledger === into.id ? mark : undefined;
    this.headed = this.readers.map((reader) => hasHeader(reader, into));
    this.state = this.understand(firstUsable(this.readers, this.headed));
  }

  /** The ledger the sheet's columns are read by. */
  private get ledger(): Ledger {
    return this.opening?.ledger ?? this.into;
  }

  api(): ImportSession {
    return {
      view: () => this.view(),
      chooseSheet: (sheet) => this.restart(carriedOver(this.state, this.understand(sheet))),
      setHeader: (rows) => this.restart(this.understand(this.state.sheet, rows)),
      setOpening: (on) => {
        const rows = this.state.layout?.rows;
        this.opening = on ? openingImportOf(this.into.id) : undefined;
        return this.restart(this.understand(this.state.sheet, rows));
      },
      recall: (targets) => this.remap((mapping) => withKeptTargets(mapping, targets)),
      setTarget: (column, to) => this.remap((mapping) => withTarget(mapping, column, to)),
      setConstant: (field, value) => this.remap((mapping) => withConstant(mapping, field, value)),
      acceptFillDown: (column, accepted) => this.remap((mapping) => withFillDown(mapping, column, accepted)),
      sheetWindow: (offset, limit) => sheetWindow(this.state.reader, offset, limit),
      plan: () => this.planView(),
      planWindow: async (tab, offset, limit) => {
        const plan = await this.plan();
        const rows = plan.rows.filter((row) => isInTab(row, tab));
        const context = contextWithPending(this.target.context(), this.pending(plan), this.target.ledgerById);
        const shown = rows.slice(offset, offset + limit).map((row) => describeRow(row, this.ledger, context));
        return { total: rows.length, rows: shown };
      },
      leaveEmpty: (row, left) => this.choose(withLeftEmpty(this.choices, row, left, this.state.layout?.body ?? [])),
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

  private understand(sheet: number, rows?: HeaderRows): Understanding {
    const reader = this.readers[sheet];
    if (reader === undefined) throw new LedgerError('import/no-sheet', '文件里没有这张工作表，没有存入任何数据。');
    const { ledger, target, fileName, mark } = this;
    return understandSheet({ reader, sheet, ledger, target, fileName, mark, ...(rows ? { rows } : {}) });
  }

  private restart(next: Understanding): ImportView {
    this.state = next;
    this.executed = undefined;
    this.choices = NO_CHOICES;
    this.planned = undefined;
    return this.view();
  }

  private remap(change: (mapping: Mapping) => Mapping): ImportView {
    const { layout, reader } = this.state;
    if (layout !== undefined) {
      const mapping = change(this.state.mapping);
      this.state = { ...this.state, mapping, fillDown: proposeFillDown(reader, layout, mapping, this.ledger) };
      this.planned = undefined;
    }
    return this.view();
  }

  private choose(choices: ImportChoices): Promise<PlanView> {
    this.choices = choices;
    this.planned = undefined;
    return this.planView();
  }

  private view(): ImportView {
    const { layout, mapping, problem, fillDown, proposed, sheet } = this.state;
    return {
      fileName: this.fileName,
      ledger: this.ledger.id,
      sheets: this.workbook.sheets.map(({ name, hidden, rowCount, columns }, index) => ({
        name,
        hidden,
        rows: rowCount,
        columns: columns.length,
        hasHeader: this.headed[index] ?? false,
      })),
      sheet,
      ...(layout ? { header: layout.rows } : {}),
      ...(problem === undefined ? {} : { problem }),
      fingerprint: mapping.fingerprint,
      columns: mapping.columns,
      bodyRows: layout?.body.length ?? 0,
      leftOut: layout?.leftOut ?? [],
      fillDown: fillDown.map((one) => ({ ...one, accepted: mapping.fillDown.includes(one.column) })),
      constants: mapping.constants,
      proposed,
      missingKeys: layout ? missingKeys(mapping, this.ledger) : [],
      ...(this.mark ? { collected: { period: this.mark.period.label, unit: this.mark.unit?.name ?? '' } } : {}),
      ...(openingImportOf(this.into.id) ? { opening: this.opening !== undefined } : {}),
    };
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
    const { changed, opening, target } = this;
    this.cancelled = false;
    const stamp = target.stamp();
    const plan = await this.planOnce();
    // An opening balance never changes what is there.
    if (opening) return { plan: opening.asPlan(plan), stamp };
    return { plan: (await changed.learn(plan)) ? await this.planOnce() : plan, stamp };
  }

  private planOnce(): Promise<ImportPlan> {
    const { layout, mapping, reader } = this.state;
    if (layout === undefined) {
      throw new LedgerError('import/no-header', this.state.problem ?? '还没有指定表头，没有存入任何数据。');
    }
    const { ids, target, ledger, choices, changed } = this;
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
    const input = {
      reader,
      layout,
      mapping,
      ledger,
      ledgerById,
      context,
      lookup,
      choices,
      changedHere: changed.of,
      newId,
    };
    return planInSlices(input, {
      isCancelled: () => this.cancelled,
      onProgress: (done, of) => target.onProgress?.(done, of),
    });
  }

  /** Records the plan would create that rows name: accepted departments, and rows of the file itself. */
  private pending({ rows: planned }: ImportPlan): readonly PendingRecord[] {
    const { ledger } = this;
    const rows = planned.flatMap(({ id, values }): PendingRecord[] => {
      const name = values[ledger.titleField];
      return id === undefined || typeof name !== 'string' ? [] : [{ ledger: ledger.id, id, name, values }];
    });
    return [...pendingOf(this.choices.accepted), ...rows];
  }

  private async faultyRows(): Promise<FaultyFile | undefined> {
    const { layout, mapping, reader } = this.state;
    const plan = this.executed ?? (await this.plan());
    if (layout === undefined || plan.counts.heldBack === 0) return undefined;
    const name = `${this.fileName.replace(/\.[^.]*$/, '')}-未导入的行.xlsx`;
    return { name, bytes: writeWorkbook(faultyRowsModel(reader, layout, mapping, plan)) };
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
    // Another batch may be written while this one waits for its turn.
    const isStale = () => this.target.stamp() !== stamp;
    const outcome = await this.target.write(drafts, reason, () => this.cancelled || isStale());
    if (outcome.ok) this.executed = heldBack;
    else if (!this.cancelled && isStale()) return { ok: false, complaints: [changedMessage(0)] };
    return summedOutcome(outcome);
  }

  /** What the plan writes, or why it is not written. The plan itself is let go: 100,000 rows would stay in memory twice. */
  private async readyToWrite(fileHash: string | undefined): Promise<Ready | Complaint> {
    const shown = await this.settled();
    const changed = await this.changedMeanwhile(shown);
    if (changed > 0) return changedMessage(changed);
    const { plan, stamp } = await this.settled();
    const writes = this.opening?.writes(plan) ?? writesOf(plan);
    if (writes.length === 0) return error('import/nothing-to-do', '没有可以导入的行，没有写入任何数据。');
    const of = fileHash === undefined ? {} : { of: fileHash };
    const reason: Reason = this.opening
      ? { kind: 'opening', text: `存量导入 ${this.fileName}`, ...of }
      : { kind: 'import', text: `导入 ${this.fileName}`, ...of };
    const handIns = this.mark ? handInsOf(this.mark, plan, this.into, this.fileName, this.target) : [];
    this.planned = undefined;
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
