import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { foldHeader } from '../workbook/import/header-words.ts';
import type { RowPlace } from './folded-rows.ts';
import type { Condition, TableBinding } from './form-binding.ts';
import { type FormSheet, shownAt } from './form-look.ts';
import type { FormUnit } from './form-names.ts';
import { isAcross } from './form-tables.ts';
import { conditionFor, fieldOfOptions } from './propose-columns.ts';

export type NamedRow = RowPlace & { readonly name: string };

/** A row that names a unit, and which records of the unit it is about where several rows name the same one. */
export type MeantRow = NamedRow & { readonly unit?: FormUnit; readonly only?: Condition };

/** What is looked at to tell rows of one name apart. */
type Beside = {
  readonly sheet: FormSheet;
  readonly table: TableBinding;
  /** The ledger the rows are counted from. */
  readonly ledger: Ledger | undefined;
  readonly context: LedgerContext;
};

type Find = (name: string) => readonly FormUnit[];

/** 一、邻里纠纷 in a line of its own among the names. */
const NUMBERED = /^[（(]?[一二三四五六七八九十]+[)）、.．]/;

const isSection = ({ name }: NamedRow, find: Find): boolean => NUMBERED.test(name) && find(name).length === 0;

/**
 * The unit each row means. Of units that share a name it is the one whose street stands beside the row or over its section;
 * rows that name one unit again are about what their group or section says (邻里, 物业). A row that nothing tells apart
 * from another means none.
 */
export function meantRows(named: readonly NamedRow[], find: Find, beside: Beside): readonly MeantRow[] {
  const found = named.flatMap((row, at) => {
    if (isSection(row, find)) return [];
    const section = named.slice(0, at).findLast((one) => one.over === row.over && isSection(one, find))?.name;
    const words = wordsAround(row, section, beside);
    return [{ row, words, unit: onlyUnit(find(row.name), words) }];
  });
  const groups = [...new Set(found.flatMap(({ words }) => words))];
  const { ledger, context } = beside;
  const field = ledger && fieldOfOptions(groups, ledger, context);
  const conditionOf = (word: string): Condition | undefined =>
    ledger === undefined || field === undefined ? undefined : conditionFor(word, groups, ledger, field, context);
  const rowsOf = (unit: FormUnit): number => found.filter((one) => one.unit?.id === unit.id).length;
  const isParted = found.some(({ unit }) => unit !== undefined && rowsOf(unit) > 1);
  return found.map(({ row, words, unit }): MeantRow => {
    if (unit === undefined) return row;
    const only = isParted ? words.map(conditionOf).find((condition) => condition !== undefined) : undefined;
    if (only !== undefined) return { ...row, unit, only };
    return rowsOf(unit) === 1 ? { ...row, unit } : row;
  });
}

/** The only one of these units, or the only one whose street is among the words: 顺河街道幸福社区. */
function onlyUnit(units: readonly FormUnit[], words: readonly string[]): FormUnit | undefined {
  if (units.length < 2) return units[0];
  const own = units.filter(({ name }) => words.some((word) => foldHeader(name).startsWith(foldHeader(word))));
  return own.length === 1 ? own[0] : undefined;
}

/** Words of columns beside the name that nothing is put into, and of the section the row stands in. */
function wordsAround(
  { row, over, name }: NamedRow,
  section: string | undefined,
  { sheet, table }: Beside,
): readonly string[] {
  const bound = table.columns.map(({ column }) => column + over);
  const from = (table.left ?? 0) + over;
  const beside = Array.from({ length: Math.max(...bound, from) - from + 1 }, (_, at) => from + at)
    .filter((column) => !bound.includes(column))
    .map((column) => shownAt(sheet, row, column));
  return [...beside, section ?? sectionAbove(sheet, table, row)]
    .flatMap(meantBy)
    .filter((word) => word !== '' && word !== name);
}

/** The nearest line merged across the sheet among the rows of a table, or right over them. */
function sectionAbove(sheet: FormSheet, table: TableBinding, row: number): string {
  for (let at = row - 1; at >= table.top - 1; at -= 1) {
    const text = sheet.cells[at]?.find((cell) => (cell?.text.trim() ?? '') !== '')?.text;
    if (text !== undefined && isAcross(sheet, at)) return text;
  }
  return '';
}

/** 一、邻里纠纷： is 邻里纠纷, and 邻里. */
function meantBy(text: string): readonly string[] {
  const bare = text
    .trim()
    .replace(NUMBERED, '')
    .trim()
    .replace(/[：:]$/, '');
  return [...new Set([bare, bare.replace(/(类|类?纠纷|情况)$/, '')])];
}
