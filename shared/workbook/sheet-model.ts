import type { PaperSize } from './paper-sizes.ts';

/**
 * What an exported workbook looks like, as a value. Reports and ledgers build it, `write-workbook` turns it into .xlsx
 * bytes, and a test can compare it without opening a file.
 */
export type WorkbookModel = {
  readonly sheets: readonly SheetModel[];
  /** Shown as 标题 and 作者 in the file's properties. */
  readonly title?: string;
  readonly author?: string;
};

export type SheetModel = {
  readonly name: string;
  /** Widths in characters, left to right. */
  readonly widths: readonly number[];
  readonly rows: readonly RowModel[];
  /** Rows below those, made as they are written: a list of 100,000 never stands in memory. No merge or note touches them. */
  readonly more?: { readonly count: number; readonly rows: Iterable<RowModel> };
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly page: PageModel;
  /** Rows and columns that stay while scrolling. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** What cells offer and say while they are filled in. No two of these ranges may meet. */
  readonly validations?: readonly ValidationModel[];
  /** Looks of whole columns, left to right: what a clerk types into below the written rows takes them. */
  readonly columnStyles?: readonly CellStyle[];
  /** Only unlocked cells can be typed into. There is no password: it keeps from mistakes, not from intent. */
  readonly protected?: boolean;
  /** Not shown among the tabs. */
  readonly hidden?: boolean;
};

/** Zero-based inclusive range. `options` are offered, other texts refused where `strict`; `hint` shows beside the cell. */
export type ValidationModel = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly options?: readonly string[];
  readonly strict?: boolean;
  readonly hint?: { readonly title: string; readonly text: string };
};

export type Edge = 'top' | 'right' | 'bottom' | 'left';

export type RowModel = { readonly height?: number; readonly cells: readonly (CellModel | undefined)[] };

/** A value with the look it takes. Texts never become formulas; a formula is written only where it is asked for. */
export type CellModel = {
  readonly value?: CellValue;
  readonly style: CellStyle;
  /** A note that shows while the pointer rests on the cell. */
  readonly comment?: string;
};

export type CellValue =
  | string
  | number
  | boolean
  | { readonly day: string }
  | { readonly formula: string; readonly cached: number };

export type CellStyle = {
  readonly font: { readonly name: string; readonly size: number; readonly bold?: boolean };
  readonly align?: {
    readonly horizontal?: 'left' | 'center' | 'right';
    readonly vertical?: 'top' | 'center' | 'bottom';
    readonly wrap?: boolean;
  };
  /** Thin lines: `true` on all four sides, else on those named. A merged range takes the lines of its first cell. */
  readonly border?: boolean | readonly Edge[];
  /** RRGGBB. */
  readonly fill?: string;
  readonly color?: string;
  /** Number format; '@' keeps IDs and phones text. */
  readonly format?: string;
  /** May be typed into although the sheet is protected. */
  readonly unlocked?: boolean;
};

export type PageModel = {
  /** A4 when absent. */
  readonly paper?: PaperSize;
  readonly landscape: boolean;
  /** Zero-based inclusive rows printed again on every page. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  /** Excel's codes: &P page, &N pages. Centred unless it begins with &L, &C or &R. */
  readonly header?: string;
  readonly footer?: string;
  readonly fitToWidth: boolean;
  /** Shrink further, onto one page: forms that are one sheet of paper. */
  readonly fitToHeight?: boolean;
  /** Smaller or larger than it is, where it is not fitted: 0.8. */
  readonly scale?: number;
  /** Zero-based rows after which a page ends. */
  readonly breaks?: readonly number[];
  /** Zero-based inclusive range that is printed; everything when absent. */
  readonly printArea?: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  /** Stands in the middle of the paper's width; at the left when absent. */
  readonly centered?: boolean;
  /** Millimetres. */
  readonly margins?: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
};
