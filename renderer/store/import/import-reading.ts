import { type OpeningImport, openingImportOf } from '../../../shared/access/opening/opening-balance.ts';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { sum } from '../../../shared/kit/numbers.ts';
import type { Value } from '../../../shared/kit/values.ts';
import { openSheet, type RowPlace, type SheetReader } from '../../../shared/workbook/cells.ts';
import { type CollectionMark, readMark } from '../../../shared/workbook/export/collection-mark.ts';
import { fillDownSteps } from '../../../shared/workbook/import/fill-down.ts';
import { type GroupProposal, proposeGroups, withProposedGroups } from '../../../shared/workbook/import/group-rows.ts';
import type { HeaderRows, SheetLayout } from '../../../shared/workbook/import/header.ts';
import { lookupIn } from '../../../shared/workbook/import/import-lookup.ts';
import {
  type KeptForm,
  keptFormOf,
  keptRows,
  recalledConstants,
  recalledParts,
} from '../../../shared/workbook/import/kept-form.ts';
import { type Mapping, missingKeys, unitsOf } from '../../../shared/workbook/import/mapping.ts';
import { withColumnsOf, withConstant } from '../../../shared/workbook/import/mapping-choices.ts';
import { stackSheets } from '../../../shared/workbook/import/stacked-sheets.ts';
import { headersWith, otherTableRows, takenAgain, withTaken } from '../../../shared/workbook/import/taken-rows.ts';
import { openTexts } from '../../../shared/workbook/text-table.ts';
import type { Workbook } from '../../../shared/workbook/workbook.ts';
import type { ImportView, LeftOutWindow, SheetWindow } from './import-api.ts';
import type { ImportTarget } from './import-session.ts';
import {
  asKept,
  carriedConstants,
  carriedOver,
  contradictions,
  firstUsable,
  formAt,
  hasHeader,
  type LaidOutSheet,
  type Looking,
  type Understanding,
  understandSheet,
} from './import-understanding.ts';
import { leftOutCounts, leftOutWindow, sheetWindow } from './import-views.ts';

/** What is planned: one sheet, or several of the same columns read as one. */
export type SheetsToPlan = {
  readonly reader: SheetReader;
  readonly layout: SheetLayout;
  readonly mapping: Mapping;
  readonly ledger: Ledger;
  /** What its group rows are proposed for; the mapping says whether that is accepted. */
  readonly groups: GroupProposal | undefined;
};

type Parts = {
  readonly target: ImportTarget;
  readonly workbook: Workbook;
  readonly into: Ledger;
  readonly fileName: string;
};

/** What a workbook is before any of its sheets is looked at as a whole. */
type Opened = Parts & {
  readonly readers: readonly SheetReader[];
  /** Which sheets have a header. */
  readonly headed: readonly boolean[];
  readonly mark: CollectionMark | undefined;
};

const noSheet = () => new LedgerError('import/no-sheet', '文件里没有这张工作表，没有存入任何数据。');

/** A workbook as it is understood so far: which sheets, which rows are the header, which column goes to which field. */
export class ImportReading {
  /** Set while the sheet is read as an opening balance (存量导入). */
  opening: OpeningImport | undefined;
  readonly #of: Opened;
  #sheet: Understanding;
  /** Sheets of the same columns that go along, laid out on their own. */
  #joined: readonly LaidOutSheet[] = [];
  /** What follows from both, until either changes. */
  #toPlan: SheetsToPlan | undefined;
  /** Forms as the clerk had them before. */
  #kept: readonly KeptForm[] = [];
  /** The one the sheet at hand was last taken for. */
  #recalled: string | undefined;

  private constructor(of: Opened, sheet: Understanding) {
    this.#of = of;
    this.#sheet = sheet;
  }

  /** Looks first at the first visible sheet that has a header. */
  static *open(parts: Parts): Looking<ImportReading> {
    const { workbook, into } = parts;
    const texts = openTexts(workbook.texts);
    const readers = workbook.sheets.map((sheet) => openSheet(workbook, sheet, texts));
    const found = readMark(readers);
    const mark = found?.ledger === into.id ? found : undefined;
    const headed: boolean[] = [];
    for (const reader of readers) {
      headed.push(hasHeader(reader, into));
      yield;
    }
    const sheet = firstUsable(readers, headed);
    const reader = readers[sheet];
    if (reader === undefined) throw noSheet();
    const understood = yield* understandSheet({ ...parts, reader, sheet, ledger: into, mark });
    return new ImportReading({ ...parts, readers, headed, mark }, understood);
  }

  /** Set where the file is a form the program sent out to be filled for this very ledger. */
  get mark(): CollectionMark | undefined {
    return this.#of.mark;
  }

  /** The ledger the sheet's columns are read by. */
  get ledger(): Ledger {
    return this.opening?.ledger ?? this.#of.into;
  }

  /** Rows of the sheet at hand, without those of sheets that go along. */
  get ownRowCount(): number {
    return this.#sheet.reader.sheet.rowCount;
  }

  /** Takes the sheet at hand as the clerk had the same form before, and so every other sheet that is chosen later. */
  *recall(forms: readonly KeptForm[]): Looking<void> {
    this.#kept = forms;
    const { reader, sheet } = this.#sheet;
    const rows = keptRows(reader, this.ledger, forms);
    this.#become(rows ? yield* this.#understand(sheet, rows) : yield* asKept(this.#sheet, forms));
  }

  *asFound(): Looking<void> {
    const understood = yield* this.#understand(this.#sheet.sheet, undefined, this.ledger, []);
    this.#kept = [];
    this.#become(understood);
  }

  *chooseSheet(sheet: number): Looking<void> {
    const understood = yield* carriedOver(this.#sheet, yield* this.#understand(sheet, this.#sameForm(sheet)));
    this.#recalled = undefined;
    this.#become(understood);
  }

  *setHeader(rows: HeaderRows): Looking<void> {
    this.#become(yield* this.#takenAgain(yield* this.#understand(this.#sheet.sheet, rows)));
  }

  *setOpening(on: boolean): Looking<void> {
    const opening = on ? openingImportOf(this.#of.into.id) : undefined;
    const ledger = opening?.ledger ?? this.#of.into;
    const understood = yield* this.#takenAgain(
      yield* this.#understand(this.#sheet.sheet, this.#sheet.layout?.rows, ledger),
    );
    this.opening = opening;
    this.#become(understood);
  }

  /** Takes sheets of the same columns along, in the order of the file; others are passed over. */
  *joinSheets(sheets: readonly number[]): Looking<void> {
    const joined: LaidOutSheet[] = [];
    for (const sheet of this.#of.readers.keys()) {
      if (!sheets.includes(sheet)) continue;
      const rows = this.#sameForm(sheet);
      // What was decided about its rows stands.
      const before = this.#joined.find((one) => one.sheet === sheet);
      const understood = before ?? (rows && (yield* this.#understand(sheet, rows)));
      if (understood?.layout !== undefined) joined.push({ ...understood, layout: understood.layout });
    }
    yield* this.remap((mapping) => mapping, joined);
  }

  /** A value for the whole of one sheet that goes along; undefined takes it away. */
  *setSheetConstant(sheet: string, field: string, value: Value | undefined): Looking<void> {
    const set = (one: LaidOutSheet): LaidOutSheet =>
      one.reader.sheet.name === sheet ? { ...one, mapping: withConstant(one.mapping, field, value) } : one;
    yield* this.remap((mapping) => mapping, this.#joined.map(set));
  }

  *takeRow({ row, sheet = this.#sheet.reader.sheet.name }: RowPlace, isTaken: boolean): Looking<void> {
    yield* this.#take(({ reader }) => new Set(reader.sheet.name === sheet ? [row] : []), isTaken);
  }

  *takeOtherTable(isTaken: boolean): Looking<void> {
    yield* this.#take(({ layout }) => otherTableRows(layout), isTaken);
  }

  *#take(rowsOf: (sheet: LaidOutSheet) => ReadonlySet<number>, isTaken: boolean): Looking<void> {
    const { layout } = this.#sheet;
    if (layout === undefined) return;
    let { headers } = layout;
    for (const one of isTaken ? [{ ...this.#sheet, layout }, ...this.#joined] : []) {
      headers = headersWith(headers, one.reader, rowsOf(one));
    }
    const taken = (one: LaidOutSheet): LaidOutSheet => ({
      ...one,
      layout: withTaken(one.layout, rowsOf(one), isTaken),
    });
    const own = taken({ ...this.#sheet, layout: { ...layout, headers } });
    yield* this.remap((mapping) => withColumnsOf(mapping, own.layout, this.ledger), this.#joined.map(taken), own);
  }

  *remap(
    change: (mapping: Mapping) => Mapping,
    joined = this.#joined,
    sheet: Understanding = this.#sheet,
  ): Looking<void> {
    const { layout, reader } = sheet;
    if (layout === undefined) return;
    const mapping = change(sheet.mapping);
    const stack = stackSheets({ reader, layout }, joined);
    const fillDown = yield* fillDownSteps(stack.reader, stack.layout, mapping, this.ledger);
    this.#become({ ...sheet, mapping, fillDown }, joined);
  }

  /**
   * What is to be planned.
   * @throws LedgerError import/no-header
   */
  toPlan(): SheetsToPlan {
    this.#toPlan ??= this.#stacked();
    return this.#toPlan;
  }

  #stacked(): SheetsToPlan {
    const { layout, mapping, reader, problem } = this.#sheet;
    if (layout === undefined) {
      throw new LedgerError('import/no-header', problem ?? '还没有指定表头，没有存入任何数据。');
    }
    const { ledger } = this;
    const { target } = this.#of;
    const sheets = stackSheets({ reader, layout }, this.#joined);
    const lookup = lookupIn(target.context(), target.ledgerById);
    const groups = proposeGroups({ ...sheets, mapping, ledger, lookup });
    const accepted = withProposedGroups(mapping, groups);
    if (this.#joined.length === 0) return { ...sheets, mapping: accepted, ledger, groups };
    const own = this.#joined.map((one) => [one.reader.sheet.name, carriedConstants(this.#sheet, one)]);
    const sheetConstants = Object.fromEntries([...own, [reader.sheet.name, mapping.constants]]);
    const sheetUnits = Object.fromEntries(this.#joined.map((one) => [one.reader.sheet.name, unitsOf(one.mapping)]));
    return { ...sheets, mapping: { ...accepted, sheetConstants, sheetUnits }, ledger, groups };
  }

  window(offset: number, limit: number): SheetWindow {
    return sheetWindow(this.#sheet.reader, this.#sheet.layout, offset, limit);
  }

  leftOutWindow(offset: number, limit: number): LeftOutWindow {
    if (this.#sheet.layout === undefined) return { total: 0, rows: [] };
    const { reader, layout } = this.toPlan();
    return leftOutWindow(reader, layout.leftOut, offset, limit);
  }

  view(): ImportView {
    const { layout, mapping, problem, fillDown, proposed, sheet } = this.#sheet;
    const planned = layout && this.toPlan();
    const form = layout && layout.headers.length > 0 ? { ...this.#sheet, rows: layout.rows } : undefined;
    const joined = this.#joined.map((one) => one.sheet);
    const layouts = [...(layout ? [layout] : []), ...this.#joined.map((one) => one.layout)];
    return {
      fileName: this.#of.fileName,
      ledger: this.ledger.id,
      sheets: this.#of.workbook.sheets.map(({ name, hidden, rowCount, columns }, index) => ({
        name,
        hidden,
        rows: rowCount,
        columns: columns.length,
        hasHeader: this.#of.headed[index] ?? false,
        sameColumns: index !== sheet && this.#sameForm(index) !== undefined,
      })),
      sheet,
      joined,
      contradicted: this.#joined.flatMap((one) =>
        contradictions(this.#sheet, one).map((said) => ({ ...said, sheet: one.reader.sheet.name })),
      ),
      ...(layout ? { header: layout.rows } : {}),
      ...(problem === undefined ? {} : { problem }),
      fingerprint: mapping.fingerprint,
      columns: mapping.columns,
      bodyRows: sum(layouts.map(({ body }) => body.length)),
      leftOut: leftOutCounts(layouts.flatMap(({ leftOut }) => leftOut)),
      fillDown: fillDown.map((one) => ({ ...one, accepted: mapping.fillDown.includes(one.column) })),
      ...(planned?.groups ? { groups: { ...planned.groups, accepted: planned.mapping.groupRows !== undefined } } : {}),
      constants: mapping.constants,
      proposed: [...proposed, ...recalledConstants(this.#sheet)],
      ...(form ? { setByHand: keptFormOf(form, this.ledger) } : {}),
      ...(form && planned && this.#recalled
        ? { recalled: { fingerprint: this.#recalled, parts: recalledParts({ ...form, mapping: planned.mapping }) } }
        : {}),
      missingKeys: planned ? missingKeys(planned.mapping, this.ledger) : [],
      ...(this.mark ? { collected: { period: this.mark.period.label, unit: this.mark.unit?.name ?? '' } } : {}),
      ...(openingImportOf(this.#of.into.id) ? { opening: this.opening !== undefined } : {}),
    };
  }

  #become(sheet: Understanding, joined: readonly LaidOutSheet[] = []): void {
    this.#sheet = sheet;
    this.#joined = joined;
    this.#toPlan = undefined;
    this.#recalled = sheet.memory?.fingerprint ?? this.#recalled;
  }

  /** Where a sheet has its header, if it has the columns of the one at hand. */
  #sameForm(sheet: number): HeaderRows | undefined {
    const { layout, mapping } = this.#sheet;
    const reader = this.#of.readers[sheet];
    if (layout === undefined || reader === undefined || sheet === this.#sheet.sheet) return undefined;
    return formAt(reader, this.ledger, layout.rows, mapping.fingerprint);
  }

  /** The same sheet understood otherwise: its rows that the clerk took for records are records still. */
  *#takenAgain(sheet: Understanding): Looking<Understanding> {
    const { reader, layout, ledger } = sheet;
    const before = this.#sheet.layout;
    const taken = layout && before ? takenAgain(layout, before, reader) : layout;
    if (taken === undefined || taken === layout) return sheet;
    const mapping = withColumnsOf(sheet.mapping, taken, ledger);
    return { ...sheet, layout: taken, mapping, fillDown: yield* fillDownSteps(reader, taken, mapping, ledger) };
  }

  *#understand(sheet: number, pointedAt?: HeaderRows, ledger = this.ledger, kept = this.#kept): Looking<Understanding> {
    const reader = this.#of.readers[sheet];
    if (reader === undefined) throw noSheet();
    const rows = pointedAt ?? keptRows(reader, ledger, kept);
    return yield* asKept(
      yield* understandSheet({ ...this.#of, reader, sheet, ledger, ...(rows ? { rows } : {}) }),
      kept,
    );
  }
}
