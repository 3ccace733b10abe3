import { communityFieldOf } from '../../kit/community-field.ts';
import { isDay } from '../../kit/day.ts';
import type { FieldSpecs } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { PERIOD_KINDS, type Period, periodOf } from '../../kit/period.ts';
import type { Value } from '../../kit/values.ts';
import type { SheetReader } from '../cells.ts';
import { headerWords } from '../import/header-words.ts';
import { isImportable, type MappedColumn, type Mapping } from '../import/mapping.ts';
import type { SheetModel } from '../sheet-model.ts';

/** What a blank form that was sent out for filling says about itself on a hidden sheet, so that it maps itself on return. */
export type CollectionMark = {
  readonly ledger: string;
  /** Version of the ledger's declaration. */
  readonly version: number;
  readonly columns: readonly { readonly field: string; readonly label: string }[];
  readonly period: Period;
  /** Who fills it in; absent in a form that serves every community. */
  readonly unit?: { readonly id: string; readonly name: string };
  /** Who sent it out. */
  readonly office: string;
};

/** First cell of the hidden sheet, with the number of its layout. Forms that are out come back years later: never changed. */
const MARK = 'street-ledger-collection/1';
const STYLE = { font: { name: '宋体', size: 11 }, format: '@' };

/** The hidden sheet: a word and its values a row. */
export function markSheet({ ledger, version, columns, period, unit, office }: CollectionMark): SheetModel {
  const rows: readonly (readonly string[])[] = [
    [MARK, '本页由程序识别表格用，请勿改动或删除'],
    ['ledger', ledger, String(version)],
    ['period', period.kind, period.first],
    ...(unit ? [['unit', unit.id, unit.name]] : []),
    ['office', office],
    ...columns.map(({ field, label }) => ['column', field, label]),
  ];
  return {
    name: '收表标识',
    hidden: true,
    protected: true,
    widths: [28, 30, 30],
    rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value, style: STYLE })) })),
    merges: [],
    page: { landscape: false, fitToWidth: false },
  };
}

/** The mark among the sheets of a workbook; undefined where there is none, or none that can be trusted. */
export function readMark(readers: readonly SheetReader[]): CollectionMark | undefined {
  const text = (reader: SheetReader, row: number, column: number): string => {
    const cell = reader.cell(row, column);
    return cell.kind === 'text' ? cell.text.trim() : cell.kind === 'number' ? String(cell.number) : '';
  };
  const reader = readers.find((one) => text(one, 0, 0) === MARK);
  if (reader === undefined) return undefined;
  const lines = Array.from({ length: reader.sheet.rowCount }, (_, row) => [0, 1, 2].map((at) => text(reader, row, at)));
  const line = (word: string) => lines.find(([first]) => first === word)?.slice(1) ?? [];
  const [ledger = '', version = ''] = line('ledger');
  const [kind = '', first = ''] = line('period');
  const known = PERIOD_KINDS.find((one) => one.kind === kind);
  if (ledger === '' || known === undefined || !isDay(first)) return undefined;
  const [id = '', name = ''] = line('unit');
  return {
    ledger,
    version: Number(version),
    columns: lines.flatMap(([word, field = '', label = '']) => (word === 'column' ? [{ field, label }] : [])),
    period: periodOf(known.kind, first),
    ...(id === '' ? {} : { unit: { id, name } }),
    office: line('office')[0] ?? '',
  };
}

/**
 * The mapping with every column that the form had when it was sent out put back to its field. Columns are known by
 * their heading, so that one put in or moved by hand does no harm; a field the ledger no longer takes stays as proposed.
 */
export function mappedByMark(mapping: Mapping, mark: CollectionMark, { fields }: Ledger): Mapping {
  const byHeading = new Map(mark.columns.map(({ field, label }) => [headerWords(label).full, field]));
  const columns = mapping.columns.map((column): MappedColumn => {
    const field = byHeading.get(headerWords(column.header).full);
    const spec = field === undefined ? undefined : fields[field];
    if (field === undefined || spec === undefined || !isImportable(spec)) return column;
    return { ...column, target: { kind: 'field', field }, why: '本程序发出的空白表', sure: true };
  });
  return { ...mapping, columns };
}

/** Fields a round fills for every row, so that its form has no column for them: the community, and the year or month. */
export function constantFields(
  ledger: Ledger,
  { period, unit }: { readonly period: Period; readonly unit?: string | undefined },
): { readonly [field: string]: Value } {
  const community = communityFieldOf(ledger);
  return {
    ...(unit === undefined || community === undefined ? {} : { [community]: unit }),
    ...periodValues(ledger.fields, period),
  };
}

function periodValues(fields: FieldSpecs, { kind, first }: Period): { readonly [field: string]: Value } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, spec]): [string, Value][] => {
      if (!isImportable(spec)) return [];
      if (spec.ofYear) return [[field, first.slice(0, 4)]];
      return spec.kind === 'month' && spec.key && kind === 'month' ? [[field, first.slice(0, 7)]] : [];
    }),
  );
}
