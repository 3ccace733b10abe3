import type { ClockDefinition } from '../deadlines/clock.ts';
import type { Change } from '../history/change.ts';
import type { Successor } from './case-links.ts';
import type { Complaint } from './complaint.ts';
import type { FieldMap, FieldSpecs, ValuesOf } from './fields.ts';
import type { LedgerContext, MarksOf } from './ledger-context.ts';
import type { LedgerRecord, Values } from './values.ts';
import type { Workflow } from './workflow.ts';

/** Where a ledger stands in the navigation. */
export type LedgerGroup = '准入' | '诉求信访' | '民生' | '党建' | '队伍' | '组织' | '场所' | '基础' | '上报';

/** What a ledger file declares. From it come table, form, search, import, export, history and undo. */
export type LedgerDeclaration<F extends FieldMap> = {
  readonly id: string;
  readonly title: string;
  /** What one row is called: 申请, 部门, 参数. */
  readonly noun: string;
  readonly group: LedgerGroup;
  /** Raised when a field changes meaning; records of older versions pass through `upcast` when read. */
  readonly version: number;
  readonly upcast?: (values: Values, fromVersion: number) => Values;
  readonly fields: F;
  /** Field that names a row in lists, references and messages. */
  readonly titleField: keyof F & string;
  /** Fields with other words for a row, by which references find it: short name first, then aliases parted by 、. */
  readonly alsoCalled?: readonly (keyof F & string)[];
  /** `ZR-{year}-{0000}`: written to `field` on creation, year from `yearFrom`, never reused. */
  readonly numbering?: {
    readonly field: keyof F & string;
    readonly pattern: string;
    readonly yearFrom: keyof F & string;
  };
  readonly workflow?: Workflow;
  readonly clocks?: readonly ClockDefinition[];
  /**
   * The number another system gave the row (工单编号, 身份证号): where it is filled it says which rows are the same before
   * `sameAs` is asked, and rows that carry different ones are never taken for each other.
   */
  readonly foreignNumber?: keyof F & string;
  /** Whose number that is (来源): two hotlines may give the same one, so numbers of different sources are different ones. */
  readonly foreignSource?: keyof F & string;
  /** Equal in all of these: 疑似重复, never a silent merge. */
  readonly sameAs?: readonly (keyof F & string)[];
  /** Columns of the table at first sight; the rest can be switched on. */
  readonly columns: readonly string[];
  /** Columns whose sum stands in the totals line. */
  readonly totals?: readonly (keyof F & string)[];
  readonly sortedBy?: { readonly field: string; readonly descending?: boolean };
  /** Values computed from the record, never stored: 比对结果, 到期日. Shown and sorted like fields. */
  readonly derived?: DerivedFields;
  readonly similar?: SimilarRecords;
  /** Rules over several fields or other records, said beside the field they name. `id` is absent for a new record. */
  readonly check?: (record: ValuesOf<F>, context: LedgerContext, id?: string) => readonly Complaint[];
  readonly undoBlocked?: UndoBlocked;
  /** Rows only cleared operators may see, and that never leave in an exchange package: 检举控告 (信访工作条例 第三十条). */
  readonly restricted?: (values: ValuesOf<F>) => boolean;
  /** Yes/no field that restricts a row whatever else it holds; set where a restricted record was made from it. */
  readonly restrictedBy?: keyof F & string;
  /** A row as the public may see it, under an alias say; undefined for one that is not published (公开方式：不公开). */
  readonly published?: (values: ValuesOf<F>) => Values | undefined;
  /** What an office sets for itself (操作员, 时限): rows of other offices never come among its own. */
  readonly isSetting?: true;
  /** Records of other ledgers that may be made from one of this: 转信访件, 列入包案, 转督办. */
  readonly leadsTo?: readonly Successor[];
  /** Field that names the clerk who has the row in hand: what is his, and what he hands over. */
  readonly handledBy?: keyof F & string;
  /** Field with the day a case was closed, where its steps do not say it: rows of a sheet, ledgers without a workflow. */
  readonly closedBy?: keyof F & string;
};

/** Another record that may be the same matter again, and what they have in common. */
export type SimilarRecord = { readonly id: string; readonly why: string };

/** How likely repetitions are found, and the field that notes which one a record repeats. A hint: nothing is merged. */
export type SimilarRecords = {
  readonly link: string;
  /** What `find` looks records up by, for whoever makes that index ready before the first question. */
  readonly marks?: MarksOf;
  readonly find: (record: LedgerRecord, context: LedgerContext) => readonly SimilarRecord[];
};

/**
 * Why a change may not be undone although nothing changed since, given the record as it stands now: a decision that was
 * printed or sent. Undefined where nothing stands against it.
 */
export type UndoBlocked = (values: Values, change: Change) => string | undefined;

/** Computed columns: their specs, and one function that fills them all for one record. */
export type DerivedFields = {
  readonly fields: FieldSpecs;
  /**
   * Ledgers the values rest on beside the record itself, the day, holidays and parameters; absent where they may rest on
   * any. Said, an edit elsewhere does not have 100,000 rows worked out anew.
   */
  readonly restsOn?: readonly string[];
  readonly compute: (record: LedgerRecord, context: LedgerContext) => Values;
};

/** A declared ledger as the rest of the program sees it: plain data and pure functions. */
export type Ledger = {
  readonly id: string;
  readonly title: string;
  readonly noun: string;
  readonly group: LedgerGroup;
  readonly version: number;
  readonly upcast: (values: Values, fromVersion: number) => Values;
  readonly fields: FieldSpecs;
  readonly titleField: string;
  readonly alsoCalled: readonly string[];
  readonly numbering?: { readonly field: string; readonly pattern: string; readonly yearFrom: string };
  readonly workflow?: Workflow;
  readonly clocks: readonly ClockDefinition[];
  readonly foreignNumber?: string;
  readonly foreignSource?: string;
  readonly sameAs: readonly string[];
  readonly columns: readonly string[];
  readonly totals: readonly string[];
  readonly sortedBy?: { readonly field: string; readonly descending?: boolean };
  readonly derived?: DerivedFields;
  readonly similar?: SimilarRecords;
  readonly check: (values: Values, context: LedgerContext, id?: string) => readonly Complaint[];
  readonly undoBlocked?: UndoBlocked;
  readonly restricted?: (values: Values) => boolean;
  readonly restrictedBy?: string;
  readonly published?: (values: Values) => Values | undefined;
  readonly isSetting?: true;
  readonly leadsTo: readonly Successor[];
  readonly handledBy?: string;
  readonly closedBy?: string;
};
