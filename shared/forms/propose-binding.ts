import type { PeriodKind } from '../indicators/period.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { columnLetters } from '../workbook/cell-address.ts';
import { headerWords, isRowNumberHeader } from '../workbook/header-words.ts';
import type { FormBinding, LineSource, TableBinding } from './form-binding.ts';
import { type FormColumn, type FormTable, layoutMark, readLayout } from './form-layout.ts';
import { cellAt, type FormSheet } from './form-look.ts';
import { unitField, unitFinder } from './form-names.ts';
import {
  bareHeading,
  fieldOfOptions,
  ledgerOfHeadings,
  type ProposedColumn,
  proposeFields,
  proposeFigures,
} from './propose-columns.ts';
import { proposeTexts } from './propose-texts.ts';

/** A place of the proposal the clerk should look at before trusting it. */
export type ToCheck = { readonly row: number; readonly column: number; readonly why: string };

export type ProposedBinding = {
  readonly binding: FormBinding;
  /** How often the form is handed in, as its title says. */
  readonly usual: PeriodKind;
  readonly toCheck: readonly ToCheck[];
};

/** Reads the layout of a sheet and proposes what goes where. Nothing is stored before the clerk has seen it. */
export function proposeBinding(sheet: FormSheet, ledgers: readonly Ledger[], context: LedgerContext): ProposedBinding {
  const layout = readLayout(sheet);
  const title = layout.words[0]?.text ?? '';
  const meant = layout.table && ledgerOfHeadings(layout.table.columns, title, ledgers);
  const table = layout.table && proposeTable(sheet, layout.table, meant, context);
  return {
    binding: {
      format: 1,
      sheet: sheet.name,
      mark: layoutMark(sheet),
      texts: proposeTexts(layout, meant?.ledger, context),
      ...(table === undefined ? {} : { table: table.binding }),
    },
    usual: usualPeriod(layout.words.map(({ text }) => text)),
    toCheck: table?.toCheck ?? [],
  };
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

function proposeTable(
  sheet: FormSheet,
  { top, bottom, columns }: FormTable,
  meant: { readonly ledger: Ledger; readonly isList: boolean } | undefined,
  context: LedgerContext,
): { readonly binding: TableBinding; readonly toCheck: readonly ToCheck[] } | undefined {
  if (meant === undefined) return undefined;
  const { ledger, isList } = meant;
  const free = columns.filter(({ column }) => cellAt(sheet, top, column)?.formula === undefined);
  const numbers = free.filter(({ headings }) => isRowNumberHeader(headerWords(headings.at(-1) ?? '')));
  const rest = free.filter((column) => !numbers.includes(column));
  const named = isList ? undefined : rest[0];
  const proposed: readonly ProposedColumn[] = isList
    ? proposeFields(rest, ledger)
    : proposeFigures(
        rest.filter((column) => column !== named),
        ledger,
        context,
      );
  return {
    binding: {
      top,
      bottom,
      lines: isList ? listOf(ledger) : linesOf(presets(sheet, named, top, bottom), named, ledger, context),
      columns: [
        ...numbers.map(({ column }) => ({ column, value: { kind: 'number' as const } })),
        ...(named === undefined ? [] : [{ column: named.column, value: { kind: 'name' as const } }]),
        ...proposed.map(({ column, value }) => ({ column, value })),
      ],
    },
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

const presets = (sheet: FormSheet, named: FormColumn | undefined, top: number, bottom: number): readonly string[] =>
  Array.from({ length: bottom - top + 1 }, (_, at) =>
    named === undefined ? '' : (cellAt(sheet, top + at, named.column)?.text ?? '').trim(),
  ).filter((text) => text !== '');

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
    return names.filter((name) => find(name) !== undefined).length;
  };
  const [communities, departments] = [known('communities'), known('departments')];
  if (communities + departments > 0) return { kind: communities >= departments ? 'communities' : 'departments' };
  const field = names.length === 0 ? undefined : fieldOfOptions(names, ledger, context);
  if (field !== undefined) return { kind: 'options', ledger: ledger.id, field };
  const byDepartment = /部门|处室|科室/.test(heading) || (!/社区|村|居/.test(heading) && ledger.id === 'application');
  if (byDepartment && unitField('departments', ledger) !== undefined) return { kind: 'departments' };
  return { kind: 'communities' };
}
