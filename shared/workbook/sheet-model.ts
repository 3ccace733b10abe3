/**
 * What an exported workbook looks like, as a value. Reports and ledgers build it, `write-workbook` turns it into .xlsx
 * bytes, and a test can compare it without opening a file.
 */
export type WorkbookModel = { readonly sheets: readonly SheetModel[] };

export type SheetModel = {
  readonly name: string;
  /** Widths in characters, left to right. */
  readonly widths: readonly number[];
  readonly rows: readonly RowModel[];
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly page: PageModel;
  /** Rows and columns that stay while scrolling. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
};

export type RowModel = { readonly height?: number; readonly cells: readonly (CellModel | undefined)[] };

/** A value with the look it takes. Texts never become formulas; a formula is written only where it is asked for. */
export type CellModel = { readonly value?: CellValue; readonly style: CellStyle };

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
    readonly vertical?: 'top' | 'center';
    readonly wrap?: boolean;
  };
  /** Thin lines on all four sides. */
  readonly border?: boolean;
  /** RRGGBB. */
  readonly fill?: string;
  readonly color?: string;
  /** Number format; '@' keeps IDs and phones text. */
  readonly format?: string;
};

export type PageModel = {
  readonly landscape: boolean;
  /** Zero-based inclusive rows printed again on every page. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  readonly footer?: string;
  readonly fitToWidth: boolean;
};
