import type { AmountUnit } from '../kit/fields.ts';
import { headerUnit, lineUnit } from '../workbook/import/stated-unit.ts';
import { readLayout } from './form-layout.ts';
import type { FormSheet } from './form-look.ts';

/** In what a column of a form wants its numbers: amounts in 万元, shares in percent. */
export type ColumnUnit = AmountUnit | '%';

/**
 * What a form says of the columns of its table that begins in row `top`: the heading itself, a group over it, else a line
 * above the table (单位：万元).
 */
export function columnUnits(sheet: FormSheet, top: number): (column: number) => ColumnUnit | undefined {
  const { tables, words } = readLayout(sheet);
  const columns = tables.filter((table) => table.top === top).flatMap((table) => table.columns);
  const headings = new Set(tables.flatMap((table) => table.columns.flatMap((one) => one.headings)));
  const above = words.filter(({ row, text }) => row < top && !headings.has(text.trim()));
  const ofLine = above.flatMap(({ text }) => lineUnit(text) ?? []).at(-1);
  return (column) => {
    const own = columns.find((one) => one.column === column)?.headings ?? [];
    return own.flatMap((heading) => unitIn(heading) ?? []).at(-1) ?? ofLine;
  };
}

const unitIn = (heading: string): ColumnUnit | undefined => (/[%％]|百分点/.test(heading) ? '%' : headerUnit(heading));
