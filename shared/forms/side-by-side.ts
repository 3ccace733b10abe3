import { columnLetters } from '../workbook/cell-address.ts';
import type { FormBinding, TableBinding } from './form-binding.ts';
import { cellAt, type FormSheet, isCovered } from './form-look.ts';
import type { FormColumn, FormTable } from './form-tables.ts';

/** One of several tables of which only one is filled; a click on the columns of another chooses it instead. */
export type BesideTable = { readonly sheet: string; readonly columns: readonly number[]; readonly table: TableBinding };

/** A table beside another is at least a name and a figure. */
const LEAST_COLUMNS = 2;

/**
 * The tables of the same rows from left to right, where a column nobody ruled parts them; each is filled by itself, but
 * those of the same headings are one that is folded. With lines of totals between their rows they grow in too many places,
 * and count as one.
 */
export function besideEachOther(sheet: FormSheet, table: FormTable): readonly FormTable[] {
  if (table.more !== undefined) return [table];
  const whole = foldedTable(table);
  if (whole !== undefined) return [whole];
  const parted = partedByGaps(sheet, table);
  const areTables = parted.length > 1 && parted.every(({ length }) => length >= LEAST_COLUMNS);
  if (!areTables) return [table];
  return parted.map((columns) => {
    const [first] = columns;
    const part = { ...table, columns, ...(first ? { left: first.column } : {}) };
    return foldedTable(part) ?? part;
  });
}

/** One list in several folds at equal places, if it is one. */
function foldedTable(table: FormTable): FormTable | undefined {
  const panels = folded(table.columns);
  const [first = []] = panels;
  const folds = panels.slice(1).map(([begin]) => (begin?.column ?? 0) - (first[0]?.column ?? 0));
  const isEven = panels.every((panel, at) =>
    panel.every(({ column }, place) => column === (first[place]?.column ?? 0) + (folds[at - 1] ?? 0)),
  );
  return panels.length > 1 && isEven ? { ...table, columns: first, folds } : undefined;
}

/**
 * What else in the same rows could be a table and is taken for one with it: parted by a column nobody ruled, or one
 * roster folded in two, with the same headings once more. The table itself where it is only one.
 */
export function sideBySide(sheet: FormSheet, table: FormTable): readonly FormTable[] {
  const parted = partedByGaps(sheet, table).filter(({ length }) => length >= LEAST_COLUMNS);
  const panels = parted.length > 1 ? parted : folded(table.columns);
  return panels.length > 1 ? panels.map((columns) => ({ ...table, columns })) : [table];
}

function partedByGaps(sheet: FormSheet, { top, columns }: FormTable): readonly (readonly FormColumn[])[] {
  const groups: FormColumn[][] = [];
  for (const one of columns) {
    const group = groups.at(-1);
    const last = group?.at(-1)?.column ?? one.column;
    const between = Array.from({ length: Math.max(0, one.column - last - 1) }, (_, at) => last + 1 + at);
    const isParted = between.some(
      (column) => !isCovered(sheet, top, column) && cellAt(sheet, top, column)?.look.bordered !== true,
    );
    if (group === undefined || isParted) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

/** 序号 姓名 电话 序号 姓名 电话: the same headings, all of them, twice or oftener. */
function folded(columns: readonly FormColumn[]): readonly (readonly FormColumn[])[] {
  const words = columns.map(({ headings }) => headings.join('/'));
  for (let width = LEAST_COLUMNS; width * 2 <= words.length; width += 1) {
    const isRepeated = words.length % width === 0 && words.every((word, at) => word === words[at % width]);
    if (isRepeated)
      return Array.from({ length: words.length / width }, (_, at) => columns.slice(at * width, (at + 1) * width));
  }
  return [columns];
}

/** Those that are not filled as it stands, each with what to say of it. */
export function leftBeside(
  beside: readonly BesideTable[],
  { sheets }: FormBinding,
): readonly (BesideTable & { readonly why: string })[] {
  return beside
    .filter(({ sheet, columns, table: { top } }) => {
      const bound = sheets.find((one) => one.sheet === sheet)?.tables.filter((one) => one.top === top) ?? [];
      return !bound.some((one) => one.columns.some(({ column }) => columns.includes(column)));
    })
    .map((one) => {
      const [first = 0, last = 0] = [one.columns[0], one.columns.at(-1)];
      const why = `${columnLetters(first)} 至 ${columnLetters(last)} 列是并排的另一个表格：程序只填其中一个，要改填它，点这里`;
      return { ...one, why };
    });
}
