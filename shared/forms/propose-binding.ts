import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { PeriodKind } from '../kit/period.ts';
import { columnLetters } from '../workbook/cell-address.ts';
import { headerWords, isRowNumberHeader } from '../workbook/import/header-words.ts';
import { bareHeading } from './counted-headings.ts';
import { isFilled, unbound } from './edit-binding.ts';
import type { FormBinding, LineSource, SheetBinding, TableBinding, TextBinding } from './form-binding.ts';
import { type FormLayout, layoutMark, readLayout } from './form-layout.ts';
import { cellAt, type FormSheet } from './form-look.ts';
import { UNIT_KINDS, unitField, unitFinder } from './form-names.ts';
import { type FormColumn, type FormTable, partsOf } from './form-tables.ts';
import {
  fieldOfOptions,
  ledgerOfHeadings,
  type ProposedColumn,
  proposeFields,
  proposeFigures,
} from './propose-columns.ts';
import { proposeTexts } from './propose-texts.ts';
import { type BesideTable, sideBySide } from './side-by-side.ts';
import { proposeSums } from './total-rows.ts';

/** A place of the proposal the clerk should look at before trusting it. */
export type ToCheck = { readonly sheet: string; readonly row: number; readonly column: number; readonly why: string };

export type ProposedBinding = {
  readonly binding: FormBinding;
  /** Tables that stand side by side, all of them: of each row of them one is filled. */
  readonly beside: readonly BesideTable[];
  /** How often the form is handed in, as its title says. */
  readonly usual: PeriodKind;
  readonly toCheck: readonly ToCheck[];
};

/** Reads the layout of a form's sheets and proposes what goes where. Nothing is stored before the clerk has seen it. */
export function proposeBinding(
  sheets: readonly FormSheet[],
  ledgers: readonly Ledger[],
  context: LedgerContext,
): ProposedBinding {
  const layouts = sheets.map((sheet) => ({ sheet, layout: readLayout(sheet) }));
  const main = mainOf(layouts);
  const usual = usualPeriod(main?.layout.words.map(({ text }) => text) ?? []);
  const proposed = layouts.map(({ sheet, layout }) =>
    proposeSheet(sheet, layout, { usual, isMain: sheet === main?.sheet }, ledgers, context),
  );
  return {
    binding: { format: 2, sheets: proposed.map(({ bound }) => bound).filter(isFilled) },
    usual,
    beside: proposed.flatMap(({ beside }) => beside),
    toCheck: proposed.flatMap(({ toCheck }) => toCheck),
  };
}

/** The sheet a form is about: the first with a table, else the first. */
export const mainSheet = (sheets: readonly FormSheet[]): FormSheet | undefined =>
  mainOf(sheets.map((sheet) => ({ sheet, layout: readLayout(sheet) })))?.sheet;

const mainOf = <Read extends { readonly layout: FormLayout }>(layouts: readonly Read[]): Read | undefined =>
  layouts.find(({ layout }) => layout.tables.length > 0) ?? layouts[0];

function proposeSheet(
  sheet: FormSheet,
  layout: FormLayout,
  { usual, isMain }: { readonly usual: PeriodKind; readonly isMain: boolean },
  ledgers: readonly Ledger[],
  context: LedgerContext,
): { readonly bound: SheetBinding } & Pick<ProposedBinding, 'beside' | 'toCheck'> {
  const understood = (table: FormTable, at: FormTable): Meant[] => {
    const said = ledgerOfHeadings(table.columns, titleOf(layout, at), ledgers);
    return said === undefined ? [] : [{ ...said, table }];
  };
  const panels = layout.tables.map((table) => sideBySide(sheet, table));
  const meant = panels.map((tables, at) => tables.flatMap((one) => understood(one, layout.tables[at] ?? one)));
  const tables = meant.flatMap(([first]) => (first === undefined ? [] : [proposeTable(sheet, first, context)]));
  // Sheets beside the one with the tables are covers and explanations: only what is left blank there waits for words.
  const onlyBlank = !isMain && layout.tables.length === 0;
  return {
    bound: {
      sheet: sheet.name,
      mark: layoutMark(layout),
      texts: [
        ...proposeTexts(sheet, layout, meant.flat()[0]?.ledger, context, { usual, onlyBlank }),
        ...tables.flatMap(({ sums }) => sums),
      ],
      tables: tables.map(({ binding }) => binding),
    },
    beside: panels
      .filter((side) => side.length > 1)
      .flat()
      .map((table) => {
        const one = meant.flat().find((other) => other.table === table);
        const bound = one && proposeTable(sheet, one, context).binding;
        return {
          sheet: sheet.name,
          columns: table.columns.map(({ column }) => column),
          table: bound ?? unbound(table),
        };
      }),
    toCheck: tables.flatMap(({ toCheck }) => toCheck.map((place) => ({ ...place, sheet: sheet.name }))),
  };
}

/** Words that tell what a table is about: the sheet's title, and for a further table what stands between it and the last. */
function titleOf({ words, tables }: FormLayout, table: FormTable): string {
  const above = tables.findLast(({ bottom }) => bottom < table.top);
  if (above === undefined) return words[0]?.text ?? '';
  return words
    .filter(({ row }) => above.bottom < row && row < table.top)
    .map(({ text }) => text)
    .join(' ');
}

/** 月, 季度 or 半年 where a title or a line of the period says so. */
function usualPeriod(texts: readonly string[]): PeriodKind {
  const head = texts
    .slice(0, 4)
    .filter((text) => !/日期/.test(text))
    .join(' ');
  if (/半年/.test(head)) return 'halfYear';
  if (/季/.test(head)) return 'quarter';
  return /月/.test(head) || !/年/.test(head) ? 'month' : 'year';
}

type Meant = { readonly ledger: Ledger; readonly isList: boolean; readonly table: FormTable };

function proposeTable(
  sheet: FormSheet,
  { ledger, isList, table }: Meant,
  context: LedgerContext,
): {
  readonly binding: TableBinding;
  readonly sums: readonly TextBinding[];
  readonly toCheck: readonly Omit<ToCheck, 'sheet'>[];
} {
  const { top, columns } = table;
  const free = columns.filter(({ column }) => cellAt(sheet, top, column)?.formula === undefined);
  const numbers = free.filter(({ headings }) => isRowNumberHeader(headerWords(headings.at(-1) ?? '')));
  const rest = free.filter((column) => !numbers.includes(column));
  const named = isList ? undefined : namesOf(rest, sheet, table, context);
  const proposed: readonly ProposedColumn[] = isList
    ? proposeFields(rest, ledger)
    : proposeFigures(
        rest.filter((column) => column !== named),
        ledger,
        context,
      );
  const binding: TableBinding = {
    ...unbound(table),
    lines: isList ? listOf(ledger) : linesOf(presets(sheet, named, table), named, ledger, context),
    columns: [
      ...numbers.map(({ column }) => ({ column, value: { kind: 'number' as const } })),
      ...(named === undefined ? [] : [{ column: named.column, value: { kind: 'name' as const } }]),
      ...proposed.map(({ column, value }) => ({ column, value })),
    ],
  };
  return {
    binding,
    sums: proposeSums(sheet, binding, ledger),
    toCheck: proposed
      .filter(({ sure }) => !sure)
      .map(({ column, why }) => ({ row: top, column, why: `${columnLetters(column)} 列：${why}` })),
  };
}

/** Records of the period by their day of numbering, in the ledger's own order. */
function listOf({ id, numbering, sortedBy }: Ledger): LineSource {
  return {
    kind: 'records',
    ledger: id,
    ...(numbering === undefined ? {} : { on: numbering.yearFrom }),
    ...(sortedBy === undefined ? {} : { sort: [sortedBy.field] }),
  };
}

/**
 * The column that says what each row is: of several the one with most names, for a group (merged or not) has one for many;
 * of as many those that are communities or departments here (桃园社区 behind 城东街道).
 */
function namesOf(
  columns: readonly FormColumn[],
  sheet: FormSheet,
  table: FormTable,
  context: LedgerContext,
): FormColumn | undefined {
  const finders = UNIT_KINDS.map((kind) => unitFinder(kind, context));
  const isKnown = (name: string) => finders.some((find) => find(name).length > 0);
  const counted = columns.map((column) => {
    const names = presets(sheet, column, table);
    return { column, names: names.length, known: names.filter(isKnown).length };
  });
  return counted.toSorted((one, other) => other.names - one.names || other.known - one.known)[0]?.column;
}

const presets = (sheet: FormSheet, named: FormColumn | undefined, table: FormTable): readonly string[] =>
  partsOf(table)
    .flatMap(({ top, bottom }) => Array.from({ length: bottom - top + 1 }, (_, at) => top + at))
    .flatMap((row) => (named === undefined ? [] : (cellAt(sheet, row, named.column) ?? [])))
    .flatMap(({ text, number }) => (number === undefined && text.trim() !== '' ? [text.trim()] : []));

/** What the rows are: told by the names already written in them, else by their heading and what the ledger knows. */
function linesOf(
  names: readonly string[],
  named: FormColumn | undefined,
  ledger: Ledger,
  context: LedgerContext,
): LineSource {
  const heading = bareHeading(named?.headings.at(-1) ?? '');
  const known = (kind: 'communities' | 'departments') => {
    const find = unitFinder(kind, context);
    return names.filter((name) => find(name).length > 0).length;
  };
  const [communities, departments] = [known('communities'), known('departments')];
  if (communities + departments > 0) return { kind: communities >= departments ? 'communities' : 'departments' };
  const field = names.length === 0 ? undefined : fieldOfOptions(names, ledger, context);
  if (field !== undefined) return { kind: 'options', ledger: ledger.id, field };
  const byDepartment = /部门|处室|科室/.test(heading) || (!/社区|村|居/.test(heading) && ledger.id === 'application');
  if (byDepartment && unitField('departments', ledger) !== undefined) return { kind: 'departments' };
  return { kind: 'communities' };
}
