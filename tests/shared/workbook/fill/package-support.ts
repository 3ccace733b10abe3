import { strFromU8, unzipSync } from 'fflate';
import { UNCOUNTED } from '../../../../shared/kit/convert/marks.ts';
import { openSheet, type SheetReader } from '../../../../shared/workbook/cells.ts';
import { readZipDirectory } from '../../../../shared/workbook/package/zip-directory.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { shownCell } from '../../../../shared/workbook/shown-cell.ts';

/** The text of one part. */
export const partOf = (bytes: Uint8Array, name: string): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

/** The compressed bytes of every entry by name, as base64, and whether the two zips list the same names in order. */
export function packedEntries(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    (readZipDirectory(bytes) ?? []).map((entry) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset + entry.offset);
      const from = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
      return [entry.name, Buffer.from(bytes.subarray(from, from + entry.packed)).toString('base64')];
    }),
  );
}

/** Names of entries whose compressed bytes differ, or that only one of the two has. */
export function touchedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, fresh] = [packedEntries(before), packedEntries(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((name) => old.get(name) !== fresh.get(name)).toSorted();
}

/** A sheet of the written file as the program's own reader sees it. */
export function readBack(bytes: Uint8Array, sheet: string): SheetReader {
  const workbook = readWorkbook(bytes, '表.xlsx');
  const found = workbook.sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return openSheet(workbook, found);
}

/** A row as texts; empty cells, and formulas that are worked out when the file is opened, as ''. */
export const rowTexts = (reader: SheetReader, row: number): readonly string[] =>
  reader.sheet.columns.map((_, column) => {
    const shown = shownCell(reader.cell(row, column), reader.date1904);
    return shown === UNCOUNTED ? '' : shown;
  });
