import { openSheet } from '../../../../shared/workbook/cells.ts';
import { partKey } from '../../../../shared/workbook/fast/find-parts.ts';
import { type Scanned, scanWorkbook } from '../../../../shared/workbook/fast/scan-workbook.ts';
import { inflateZip, readZipDirectory } from '../../../../shared/workbook/package/zip-directory.ts';
import type { Cell, Workbook } from '../../../../shared/workbook/workbook.ts';

/** Everything a workbook says, as plain values that two readers can be compared by. */
export function outlineOf(workbook: Workbook) {
  return {
    date1904: workbook.date1904,
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rowCount: sheet.rowCount,
      lengths: sheet.columns.map((column) => column.kinds.length),
      merges: sheet.merges,
      hiddenRows: sheet.hiddenRows,
      cells: cellsOf(workbook, 0, sheet.columns.length, sheet.rowCount, sheet.name),
    })),
  };
}

function cellsOf(workbook: Workbook, left: number, right: number, rowCount: number, name: string): Cell[][] {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const { cell } = openSheet(workbook, sheet);
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: right - left }, (_, column) => cell(row, left + column)),
  );
}

/** The fast path alone, without falling back. */
export function scanBytes(bytes: Uint8Array): Scanned {
  const contents = inflateZip(bytes, readZipDirectory(bytes) ?? []);
  if (contents === undefined) throw new Error('not a whole zip');
  return scanWorkbook(new Map([...contents].map(([name, content]) => [partKey(name), content])));
}

export function scanned(bytes: Uint8Array): Workbook {
  const answer = scanBytes(bytes);
  if (!answer.known) throw new Error(`unknown: ${answer.reason}`);
  return answer.workbook;
}
