/**
 * A paper as a value: what stands on it, in order, and how big its sheet is. The screen, the print and the .docx are all
 * drawn from this one value, so that what was seen is what was signed.
 */
export type DocumentModel = {
  /** Id of the template it was made by. */
  readonly template: string;
  /** What the file and the window are called. */
  readonly title: string;
  /** Who issues it: the author of the file. */
  readonly office: string;
  readonly page: PageSize;
  /** 发文机关标志 of the letter format (GB/T 9704—2012 10.1): the office's name in red between red rules. */
  readonly letterhead?: string;
  readonly blocks: readonly Block[];
};

export type Block = Paragraph | Table;

/** Sheet and margins in millimetres. */
export type PageSize = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** What a paragraph is on the paper; how it looks follows from that. */
export type TextRole =
  | 'number'
  | 'title'
  | 'formTitle'
  | 'addressee'
  | 'body'
  | 'level1'
  | 'level2'
  | 'flush'
  | 'signature'
  | 'date'
  | 'above'
  | 'note';

export type Paragraph = {
  readonly kind: 'paragraph';
  readonly role: TextRole;
  readonly text: string;
  /** Text at the right edge of the same line: 编号 left, 日期 right. */
  readonly atRight?: string;
  /** Characters kept free at the right, where the role leaves it to the words (署名 centred over its date). */
  readonly indentRight?: number;
  /** Stays on the page of what follows it, beyond what its role asks for: no signature stands on a page of its own. */
  readonly keepNext?: boolean;
};

export type Table = {
  readonly kind: 'table';
  /** Column widths in millimetres. */
  readonly widths: readonly number[];
  readonly rows: readonly TableRow[];
  /** Rows repeated on top of every page the table runs on to. */
  readonly headRows?: number;
  /** Places to sign stand side by side without lines. */
  readonly borders?: 'none';
};

/** `height` is the least, in millimetres: a row grows with its text. Cells covered from above are left out. */
export type TableRow = { readonly height: number; readonly cells: readonly TableCell[] };

export type CellRole = 'label' | 'value' | 'centred' | 'said' | 'signed' | 'party';

export type TableCell = {
  readonly role: CellRole;
  readonly text: string;
  /** Columns covered, this one included. */
  readonly across?: number;
  /** Rows covered, this one included. */
  readonly down?: number;
};

/** One paragraph of a role. */
export const paragraph = (role: TextRole, text: string): Paragraph => ({ kind: 'paragraph', role, text });
