import type { Value, Values } from '../../../shared/kit/values.ts';
import type { RowPlace } from '../../../shared/workbook/cells.ts';
import type { ConstantProposal } from '../../../shared/workbook/import/constant-proposals.ts';
import type { FillDownProposal } from '../../../shared/workbook/import/fill-down.ts';
import type { GroupProposal } from '../../../shared/workbook/import/group-rows.ts';
import type { HeaderRows } from '../../../shared/workbook/import/header.ts';
import type { Side } from '../../../shared/workbook/import/import-choices.ts';
import type { KeptForm, RecalledPart } from '../../../shared/workbook/import/kept-form.ts';
import type { LeftOutReason } from '../../../shared/workbook/import/left-out-rows.ts';
import type { ColumnTarget, MappedColumn } from '../../../shared/workbook/import/mapping.ts';
import type { ImportPlan, NewReference, PlanCell, PlanRow } from '../../../shared/workbook/import/plan.ts';
import type { Merge } from '../../../shared/workbook/workbook.ts';
import type { Outcome } from '../store-api.ts';

export type FaultyFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type SheetOverview = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Whether a header stands in it: a sheet without one (填表说明) holds no records. */
  readonly hasHeader: boolean;
  /** Whether it has the columns of the sheet at hand, and so can go along in one import. */
  readonly sameColumns: boolean;
};

/** How the sheet is understood so far: everything the steps 表头与对应列 shows. */
export type ImportView = {
  readonly fileName: string;
  readonly ledger: string;
  readonly sheets: readonly SheetOverview[];
  /** Index of the sheet being imported. */
  readonly sheet: number;
  /** Sheets of the same columns that go along: one plan, one batch, one undo. */
  readonly joined: readonly number[];
  /** What of theirs they contradict themselves in, and the value the clerk chose for the whole of that sheet. */
  readonly contradicted: readonly (ConstantProposal & { readonly sheet: string })[];
  /** Absent where no header was found: `problem` then says so, and the clerk may point at it. */
  readonly header?: HeaderRows;
  readonly problem?: string;
  /** Names the form, so that what the clerk chose for it can be remembered; '' without a header. */
  readonly fingerprint: string;
  readonly columns: readonly MappedColumn[];
  /** Records in all sheets that are imported. */
  readonly bodyRows: number;
  /** How many rows look like no record in all sheets that are imported, by reason; those taken all the same among them. */
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly rows: number; readonly taken: number }[];
  readonly fillDown: readonly (FillDownProposal & { readonly accepted: boolean })[];
  /** Rows that name whose the rows below them are. */
  readonly groups?: GroupProposal & { readonly accepted: boolean };
  readonly constants: Values;
  /** Why a constant is proposed or stands as it was typed before, by field. */
  readonly proposed: readonly ConstantProposal[];
  /** Key fields nothing fills yet. */
  readonly missingKeys: readonly string[];
  /** What the clerk set by hand for the form at hand; absent without a header. */
  readonly setByHand?: KeptForm;
  /** Stands while a form that was kept is taken for this sheet: which one, and what of it holds. */
  readonly recalled?: { readonly fingerprint: string; readonly parts: readonly RecalledPart[] };
  /** The file is a form the program sent out: for which period and, '' where it serves all, which community. */
  readonly collected?: { readonly period: string; readonly unit: string };
  /** Whether the sheet is read as an opening balance (存量导入); absent where the ledger knows none. */
  readonly opening?: boolean;
};

/** Part of the sheet as it looks; of a row that is no record it says why. */
export type SheetWindow = {
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly leftOut?: LeftOutReason;
  }[];
  readonly merges: readonly Merge[];
};

/** Rows that look like no record, in the order of the file. */
export type LeftOutWindow = {
  readonly total: number;
  readonly rows: readonly {
    readonly place: RowPlace;
    readonly reason: LeftOutReason;
    readonly isTaken: boolean;
    readonly text: string;
  }[];
};

/** Tabs of the preview. */
export type PlanTab = 'all' | 'new' | 'update' | 'conflict' | 'unchanged' | 'duplicate' | 'heldBack' | 'setAside';

/** A planned row with its cells, its values, and the ledger's computed columns as they will be, in words. */
export type PlanRowView = PlanRow & {
  readonly place: RowPlace;
  readonly cells: readonly PlanCell[];
  readonly texts: { readonly [fieldId: string]: string };
  /** What is stored now, in words, where the row differs; blank fields are absent. */
  readonly storedTexts: { readonly [fieldId: string]: string };
  readonly derived: { readonly [fieldId: string]: string };
};

export type PlanView = {
  readonly counts: ImportPlan['counts'];
  readonly tabs: { readonly [tab in PlanTab]: number };
  readonly newReferences: readonly NewReference[];
  readonly willCreate: number;
  readonly willUpdate: number;
  readonly willSkip: number;
  /** Rows taken with a faulty cell left empty. */
  readonly leftEmpty: number;
  readonly leaveEmptyAll: boolean;
};

export type PlanWindow = { readonly total: number; readonly rows: readonly PlanRowView[] };

/**
 * One file on its way into one ledger. It lives beside the records, so that rows never travel to the page but as the
 * window in view. Nothing is written before `execute`; closing it leaves nothing.
 */
export type ImportSession = {
  readonly view: () => ImportView;
  readonly chooseSheet: (sheet: number) => Promise<ImportView>;
  /** Takes these sheets along with the one at hand, as far as they have the same columns. */
  readonly joinSheets: (sheets: readonly number[]) => Promise<ImportView>;
  readonly setHeader: (rows: HeaderRows) => Promise<ImportView>;
  /** Reads the sheet as an opening balance, with its columns of state, decision and dates; or as before. */
  readonly setOpening: (on: boolean) => Promise<ImportView>;
  /**
   * Takes what the clerk set for forms met before wherever a sheet has the layout of one: now, and for each sheet chosen
   * later. The view says so.
   */
  readonly recall: (forms: readonly KeptForm[]) => Promise<ImportView>;
  /** The sheet as the program understands it by itself, and no form taken as before any more. */
  readonly asFound: () => Promise<ImportView>;
  readonly setTarget: (column: number, target: ColumnTarget) => Promise<ImportView>;
  /** Undefined takes the constant away. */
  readonly setConstant: (field: string, value: Value | undefined) => Promise<ImportView>;
  /** The same for a sheet that goes along. */
  readonly setSheetConstant: (sheet: string, field: string, value: Value | undefined) => Promise<ImportView>;
  readonly acceptFillDown: (column: number, accepted: boolean) => Promise<ImportView>;
  /** Takes the field from the group row above each row, or leaves it blank. */
  readonly acceptGroups: (field: string, accepted: boolean) => Promise<ImportView>;
  readonly leftOutWindow: (offset: number, limit: number) => LeftOutWindow;
  /** Takes a row that looks like no record for one all the same, or leaves it out again. */
  readonly takeRow: (place: RowPlace, isTaken: boolean) => Promise<ImportView>;
  /** The same with all rows below what was taken for another table's header. */
  readonly takeOtherTable: (isTaken: boolean) => Promise<ImportView>;
  readonly sheetWindow: (offset: number, limit: number) => SheetWindow;
  readonly plan: () => Promise<PlanView>;
  readonly planWindow: (tab: PlanTab, offset: number, limit: number) => Promise<PlanWindow>;
  readonly leaveEmpty: (row: number | 'all', left: boolean) => Promise<PlanView>;
  /** Leaves a row out of the import, or takes it back. */
  readonly setAside: (row: number, isAside: boolean) => Promise<PlanView>;
  readonly decideDuplicate: (row: number, decision: 'skip' | 'create' | 'update') => Promise<PlanView>;
  /** Whose value holds in one cell of a conflict, or in all of the row. */
  readonly decideConflict: (row: number, field: string | 'all', side: Side) => Promise<PlanView>;
  /** Writes over one cell in the preview; undefined takes that back, blank text empties the cell. */
  readonly mend: (row: number, field: string, text: string | undefined) => Promise<PlanView>;
  readonly acceptReference: (ledger: string, name: string, accepted: boolean) => Promise<PlanView>;
  /**
   * Executes exactly the plan last shown, as one batch. Refused as a whole where a record changed since, or cancelled.
   * The file's content hash goes into the batch, so that the same file is known when it is sent again.
   */
  readonly execute: (fileHash?: string) => Promise<Outcome>;
  /** Stops looking sheets over, planning or an execution: nothing of it is stored. Says nothing once the batch is on disk. */
  readonly cancel: () => void;
  /** The rows held back by the plan last shown or executed, as an .xlsx with their reasons; undefined where none is. */
  readonly faultyRows: () => Promise<FaultyFile | undefined>;
};

/** A session on the other side of a port: the same functions, answering later. */
export type RemoteImportSession = {
  readonly [Name in keyof ImportSession]: (
    ...given: Parameters<ImportSession[Name]>
  ) => Promise<Awaited<ReturnType<ImportSession[Name]>>>;
};
