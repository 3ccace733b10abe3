import type { SheetReader } from './cells.ts';

/** Text of a cell or of the merged range it stands in; a merged title is therefore seen in each of its columns. */
export function mergedText(reader: SheetReader, row: number, column: number): string {
  const cell = reader.mergedCell(row, column);
  return cell.kind === 'text' ? cell.text : cell.kind === 'number' ? String(cell.number) : '';
}
