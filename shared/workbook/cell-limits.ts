import { LedgerError } from '../kit/complaint.ts';
import type { Merge, Sheet, Workbook } from './workbook.ts';

/** What an .xlsx can hold at most, and more cells than any return has: beyond it memory, not meaning, is what is asked for. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
const MOST_CELLS = 10_000_000;
/** A merged range taller than this is a trap or a slip, never a form; it is left out. */
export const TALLEST_MERGE = 10_000;
/** Rows that all merged ranges of a sheet may touch together: each is looked up by every row it touches. */
const MOST_MERGED_ROWS = 2_000_000;
/** Excel's limit for one cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

/** Counts the cells of a whole workbook and refuses the one that passes the limit, before memory is taken for it. */
export function cellLimit(): (cells: number) => void {
  let total = 0;
  return (cells) => {
    total += cells;
    if (total > MOST_CELLS) throw tooManyCells();
  };
}

export const isSmallMerge = (merge: Merge): boolean => merge.bottom - merge.top < TALLEST_MERGE;

/**
 * What holds for every reader's answer: rows, columns, merged ranges and the length of each text.
 * @throws LedgerError import/too-many-cells, import/text-too-long
 */
export function withinLimits(workbook: Workbook): Workbook {
  for (const sheet of workbook.sheets) {
    if (sheet.rowCount > MOST_ROWS || sheet.columns.length > MOST_COLUMNS) throw tooManyCells();
    if (mergedRows(sheet) > MOST_MERGED_ROWS) throw tooManyCells();
  }
  const { bytes, ends } = workbook.texts;
  const decoder = new TextDecoder('utf-8');
  let start = 0;
  // An index, not for-of: there may be hundreds of thousands of texts.
  for (let index = 0; index < ends.length; index += 1) {
    const end = ends[index] ?? start;
    // A UTF-16 unit takes at least one byte, so only long byte runs need counting.
    if (end - start > LONGEST_TEXT && decoder.decode(bytes.subarray(start, end)).length > LONGEST_TEXT) {
      throw textTooLong();
    }
    start = end;
  }
  return workbook;
}

function mergedRows(sheet: Sheet): number {
  return sheet.merges.reduce(
    (sum, { top, bottom }) => sum + Math.max(0, Math.min(bottom + 1, sheet.rowCount) - top),
    0,
  );
}

/** The refusal of a sheet larger than any office's. */
export function tooManyCells(): LedgerError {
  return new LedgerError(
    'import/too-many-cells',
    '表格的行列太多（上限 1,048,576 行、16,384 列、1000 万个单元格）。没有存入任何数据。请删去多余的行列，或拆成几个文件后再导入。',
  );
}

function textTooLong(): LedgerError {
  return new LedgerError(
    'import/text-too-long',
    '有一格文字超过 32,767 字，正常表格放不下，多半是引号没有配对或文件有误。没有存入任何数据。请在 WPS 中打开核对，另存为 .xlsx 后再导入。',
  );
}
