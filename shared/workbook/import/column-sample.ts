import type { SheetReader } from '../cells.ts';
import type { SheetLayout } from './header.ts';
import type { ColumnSample } from './mapping.ts';

/** Enough to tell what a column holds. */
const MOST_VALUES = 200;

/** The different texts and numbers of a column's body, the first two hundred of them; merged cells count as filled. */
export const columnSample =
  (reader: SheetReader, layout: SheetLayout): ColumnSample =>
  (column) => {
    const texts = new Set<string>();
    for (const row of layout.body) {
      const cell = reader.bodyCell(row, column);
      if (cell.kind === 'text' && cell.text.trim() !== '') texts.add(cell.text.trim());
      if (cell.kind === 'number') texts.add(String(cell.number));
      if (texts.size === MOST_VALUES) break;
    }
    return [...texts];
  };
