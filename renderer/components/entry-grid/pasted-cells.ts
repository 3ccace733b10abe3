import type { Ledger } from '../../../shared/kit/ledger.ts';
import { tabSeparated } from './copied-table.ts';

/** What a paste would do, before the planner looks at it: a table with a header, and what has to be asked first. */
export type PastedCells = {
  /** Rows with a header of the ledger's own labels, as the import reads them. */
  readonly table: string;
  /** Rows that lie over records. */
  readonly over: number;
  /** Rows below the last record: they will be registered. */
  readonly added: number;
  /** Columns that stand right of the last one and are left out. */
  readonly leftOut: number;
};

const isHeaderWord = (ledger: Ledger, word: string): boolean =>
  Object.values(ledger.fields).some(({ label, aliases = [] }) => [label, ...aliases].includes(word.trim()));

/** Whether the first row names columns: most of its words are labels of the ledger. */
export function hasHeader(ledger: Ledger, [first = []]: readonly (readonly string[])[]): boolean {
  const words = first.filter((word) => word.trim() !== '');
  return words.length > 1 && words.filter((word) => isHeaderWord(ledger, word)).length * 2 > words.length;
}

/**
 * Cells pasted at a place, as a table for the import: each row over a record carries its number, by which the planner
 * finds it; the rows below the last record carry none. `numbers` are those of the records from that place on; `columns`
 * the fields from that place on.
 */
export function pastedCells(
  ledger: Ledger,
  cells: readonly (readonly string[])[],
  columns: readonly string[],
  numbers: readonly string[],
): PastedCells {
  const wide = Math.max(0, ...cells.map((row) => row.length));
  const fields = columns.slice(0, wide);
  const number = ledger.numbering && ledger.fields[ledger.numbering.field];
  const header = fields.map((fieldId) => ledger.fields[fieldId]?.label ?? '');
  const rows = cells.map((row, place) => {
    const own = fields.map((_, at) => row[at] ?? '');
    return number ? [numbers[place] ?? '', ...own] : own;
  });
  return {
    table: tabSeparated([number ? [number.label, ...header] : header, ...rows]),
    over: number ? Math.min(cells.length, numbers.length) : 0,
    added: number ? Math.max(0, cells.length - numbers.length) : cells.length,
    leftOut: wide - fields.length,
  };
}
