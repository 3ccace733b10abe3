import { type OpeningImport, openingImportOf } from '../../shared/access/opening-balance.ts';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { Ledger } from '../../shared/kit/ledger.ts';
import { openSheet, type SheetReader } from '../../shared/workbook/cells.ts';
import { type CollectionMark, readMark } from '../../shared/workbook/collection-mark.ts';
import type { HeaderRows, SheetLayout } from '../../shared/workbook/header.ts';
import { type Mapping, missingKeys } from '../../shared/workbook/mapping.ts';
import { proposeFillDown } from '../../shared/workbook/proposals.ts';
import { stackSheets } from '../../shared/workbook/stacked-sheets.ts';
import { openTexts } from '../../shared/workbook/text-table.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';
import type { ImportView, SheetWindow } from './import-api.ts';
import type { ImportTarget } from './import-session.ts';
import {
  carriedOver,
  firstUsable,
  formAt,
  hasHeader,
  type LaidOutSheet,
  type Understanding,
  understandSheet,
} from './import-understanding.ts';
import { sheetWindow } from './import-views.ts';

/** What is planned: one sheet, or several of the same columns read as one. */
export type SheetsToPlan = {
  readonly reader: SheetReader;
  readonly layout: SheetLayout;
  readonly mapping: Mapping;
  readonly ledger: Ledger;
};

/** A workbook as it is understood so far: which sheets, which rows are the header, which column goes to which field. */
export class ImportReading {
  /** Set where the file is a form the program sent out to be filled for this very ledger. */
  readonly mark: CollectionMark | undefined;
  /** Set while the sheet is read as an opening balance (存量导入). */
  opening: OpeningImport | undefined;
  readonly #readers: readonly SheetReader[];
  readonly #headed: readonly boolean[];
  readonly #target: ImportTarget;
  readonly #workbook: Workbook;
  readonly #into: Ledger;
  readonly #fileName: string;
  #sheet: Understanding;
  /** Sheets of the same columns that go along, laid out on their own. */
  #joined: readonly LaidOutSheet[] = [];
  /** What follows from both, until either changes. */
  #toPlan: SheetsToPlan | undefined;

  constructor(target: ImportTarget, workbook: Workbook, into: Ledger, fileName: string) {
    this.#target = target;
    this.#workbook = workbook;
    this.#into = into;
    this.#fileName = fileName;
    const texts = openTexts(workbook.texts);
    this.#readers = workbook.sheets.map((sheet) => openSheet(workbook, sheet, texts));
    const mark = readMark(this.#readers);
    this.mark = mark?.ledger === into.id ? mark : undefined;
    this.#headed = this.#readers.map((reader) => hasHeader(reader, into));
    this.#sheet = this.#understand(firstUsable(this.#readers, this.#headed));
  }

  /** The ledger the sheet's columns are read by. */
  get ledger(): Ledger {
    return this.opening?.ledger ?? this.#into;
  }

  chooseSheet(sheet: number): void {
    this.#become(carriedOver(this.#sheet, this.#understand(sheet)));
  }

  setHeader(rows: HeaderRows): void {
    this.#become(this.#understand(this.#sheet.sheet, rows));
  }

  setOpening(on: boolean): void {
    const rows = this.#sheet.layout?.rows;
    this.opening = on ? openingImportOf(this.#into.id) : undefined;
    this.#become(this.#understand(this.#sheet.sheet, rows));
  }

  /** Takes sheets of the same columns along, in the order of the file; others are passed over. */
  joinSheets(sheets: readonly number[]): void {
    const joined = this.#readers.flatMap((_, sheet) => {
      const rows = sheets.includes(sheet) ? this.#sameForm(sheet) : undefined;
      const understood = rows && this.#understand(sheet, rows);
      return understood?.layout === undefined ? [] : [{ ...understood, layout: understood.layout }];
    });
    this.#become(this.#sheet, joined);
    this.remap((mapping) => mapping);
  }

  remap(change: (mapping: Mapping) => Mapping): void {
    const { layout, reader } = this.#sheet;
    if (layout === undefined) return;
    const mapping = change(this.#sheet.mapping);
    const stack = stackSheets({ reader, layout }, this.#joined);
    const fillDown = proposeFillDown(stack.reader, stack.layout, mapping, this.ledger);
    this.#become({ ...this.#sheet, mapping, fillDown }, this.#joined);
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
    if (this.#joined.length === 0) return { reader, layout, mapping, ledger };
    const own = this.#joined.map((one) => [one.reader.sheet.name, carriedOver(this.#sheet, one).mapping.constants]);
    const sheetConstants = Object.fromEntries([...own, [reader.sheet.name, mapping.constants]]);
    return { ...stackSheets({ reader, layout }, this.#joined), mapping: { ...mapping, sheetConstants }, ledger };
  }

  window(offset: number, limit: number): SheetWindow {
    return sheetWindow(this.#sheet.reader, offset, limit);
  }

  view(): ImportView {
    const { layout, mapping, problem, fillDown, proposed, sheet } = this.#sheet;
    const joined = this.#joined.map((one) => one.sheet);
    const layouts = [...(layout ? [layout] : []), ...this.#joined.map((one) => one.layout)];
    return {
      fileName: this.#fileName,
      ledger: this.ledger.id,
      sheets: this.#workbook.sheets.map(({ name, hidden, rowCount, columns }, index) => ({
        name,
        hidden,
        rows: rowCount,
        columns: columns.length,
        hasHeader: this.#headed[index] ?? false,
        sameColumns: index !== sheet && this.#sameForm(index) !== undefined,
      })),
      sheet,
      joined,
      ...(layout ? { header: layout.rows } : {}),
      ...(problem === undefined ? {} : { problem }),
      fingerprint: mapping.fingerprint,
      columns: mapping.columns,
      bodyRows: layouts.reduce((sum, { body }) => sum + body.length, 0),
      leftOut: layout?.leftOut ?? [],
      leftOutRows: layouts.reduce((sum, { leftOut }) => sum + leftOut.length, 0),
      fillDown: fillDown.map((one) => ({ ...one, accepted: mapping.fillDown.includes(one.column) })),
      constants: mapping.constants,
      proposed,
      missingKeys: layout ? missingKeys(mapping, this.ledger) : [],
      ...(this.mark ? { collected: { period: this.mark.period.label, unit: this.mark.unit?.name ?? '' } } : {}),
      ...(openingImportOf(this.#into.id) ? { opening: this.opening !== undefined } : {}),
    };
  }

  #become(sheet: Understanding, joined: readonly LaidOutSheet[] = []): void {
    this.#sheet = sheet;
    this.#joined = joined;
    this.#toPlan = undefined;
  }

  /** Where a sheet has its header, if it has the columns of the one at hand. */
  #sameForm(sheet: number): HeaderRows | undefined {
    const { layout, mapping } = this.#sheet;
    const reader = this.#readers[sheet];
    if (layout === undefined || reader === undefined || sheet === this.#sheet.sheet) return undefined;
    return formAt(reader, this.ledger, layout.rows, mapping.fingerprint);
  }

  #understand(sheet: number, rows?: HeaderRows): Understanding {
    const reader = this.#readers[sheet];
    if (reader === undefined) throw new LedgerError('import/no-sheet', '文件里没有这张工作表，没有存入任何数据。');
    const { ledger, mark } = this;
    const question = { reader, sheet, ledger, target: this.#target, fileName: this.#fileName, mark };
    return understandSheet({ ...question, ...(rows ? { rows } : {}) });
  }
}
