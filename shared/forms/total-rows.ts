import type { FigureUnit } from '../indicators/figure.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { ColumnValue, TableBinding, TextBinding, TextValue } from './form-binding.ts';
import { cellAt, type FormSheet, isCovered } from './form-look.ts';
import { formIndicator } from './form-measures.ts';
import { endOf, type FormTable, partsOf, type Rows, totalWord } from './form-tables.ts';

/** Totals of all rows, and of those next to them; 累计 and 本年合计 speak of other months too, 平均 is no sum. */
const SUM = /(合计|总计|小计|共计)$/;
const NO_SUM = /年|累计|上[月期]|同期/;

/** The sum a cell of a line of totals may stand for; undefined where it is none of any of the tables. */
export function sumAt(
  sheet: FormSheet,
  tables: readonly FormTable[],
  row: number,
  column: number,
): TextValue | undefined {
  const over = tables
    .filter(({ columns }) => columns.some((one) => one.column === column))
    .map((table) => rowsSummed(sheet, table, row))
    .find((rows) => rows !== undefined);
  return over && { kind: 'sum', over };
}

/** The rows a line of totals beside or among them speaks of: 小计 of those above it, every other word of all. */
function rowsSummed(sheet: FormSheet, table: FormTable | TableBinding, row: number): readonly Rows[] | undefined {
  const word = totalWord(sheet, row);
  // Under a folded table nobody knows whether its fold or the whole is meant.
  if (
    word === undefined ||
    table.folds !== undefined ||
    !SUM.test(word) ||
    NO_SUM.test(word) ||
    !isBeside(sheet, table, row)
  )
    return undefined;
  const parts = partsOf(table).map(({ top, bottom }) => ({ top, bottom }));
  const [first] = parts;
  if (!word.endsWith('小计')) return parts;
  const own = parts.findLast(({ bottom }) => bottom < row) ?? first;
  return own && [own];
}

/** Whether nothing but lines of totals parts a row from the rows of a table. */
function isBeside(sheet: FormSheet, table: FormTable | TableBinding, row: number): boolean {
  const [first, last] = row < table.top ? [row, table.top - 1] : [endOf(table) + 1, row];
  for (let between = first; between <= last; between += 1) {
    if (totalWord(sheet, between) === undefined) return false;
  }
  return true;
}

/**
 * Lines of totals that the superior left without formulas: sums where a sum is right (counts, amounts, what the ledger's own
 * totals line adds up), nothing for rates, places and words.
 */
export function proposeSums(sheet: FormSheet, table: TableBinding, ledger: Ledger): readonly TextBinding[] {
  const columns = table.columns.filter(({ value }) => isSummed(value, ledger)).map(({ column }) => column);
  return sheet.cells.flatMap((_, row): TextBinding[] => {
    const over = rowsSummed(sheet, table, row);
    if (over === undefined) return [];
    return columns
      .filter((column) => isFree(sheet, row, column, table.top))
      .map((column) => ({ row, column, value: { kind: 'sum', over } }));
  });
}

/** Without words or a formula, in a line ruled like the rows; a 0 keeps the place of a number. */
function isFree(sheet: FormSheet, row: number, column: number, top: number): boolean {
  const { text = '', number, formula, look } = cellAt(sheet, row, column) ?? {};
  const isRuled = look?.bordered === true || cellAt(sheet, top, column)?.look.bordered !== true;
  return isRuled && formula === undefined && (text.trim() === '' || number === 0) && !isCovered(sheet, row, column);
}

/** Whether numbers of a unit may be added up: counts and amounts, no shares and no means. */
export const isAddedUp = (unit: FigureUnit): boolean => ['count', 'money', 'hours', 'amount'].includes(unit);

function isSummed(value: ColumnValue, { totals }: Ledger): boolean {
  if (value.kind === 'field') return totals.includes(value.field);
  const indicator = value.kind === 'figure' ? formIndicator(value.figure.indicator) : undefined;
  if (value.kind === 'figure' && value.figure.compared?.as === 'share') return false;
  return indicator !== undefined && isAddedUp(indicator.unit) && !/平均|人均/.test(indicator.title);
}
