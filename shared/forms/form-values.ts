import { type Figure, figureText } from '../indicators/figure.ts';
import type { AmountUnit } from '../kit/fields.ts';
import { rounded } from '../kit/numbers.ts';
import { exportCell } from '../workbook/export/export-cell.ts';
import type { CellContent } from '../workbook/fill/put-cells.ts';
import type { CellLook } from './cell-looks.ts';
import type { ColumnUnit } from './column-unit.ts';
import type { ColumnValue } from './form-binding.ts';
import type { FormFigures, FormRequest } from './form-figures.ts';
import type { FormLine } from './form-lines.ts';
import { communityOf } from './form-names.ts';

const FEN: { readonly [unit in AmountUnit]: number } = {
  元: 100,
  千元: 100_000,
  万元: 1_000_000,
  百万元: 100_000_000,
  千万元: 1_000_000_000,
  亿元: 10_000_000_000,
};

/** An amount without a stated unit is one in 元. */
const amountIn = (fen: number, unit: ColumnUnit | undefined): number =>
  fen / FEN[unit === undefined || unit === '%' ? '元' : unit];

/** A rate on paper has this many digits: 99.3%. */
const SHARE_DIGITS = 3;

/**
 * A figure as a cell of a form holds it. A share is a number under a % format, a number of percent where the heading
 * says %, else the words 99.3%. Where there is nothing to divide by the cell stays empty: a dash would break the
 * superior's own formulas.
 */
export function figureContent(
  { value, unit, ...rest }: Figure,
  columnUnit: ColumnUnit | undefined,
  format: CellLook['format'],
): CellContent {
  if (value === undefined) return { kind: 'blank' };
  if (unit === 'money') return { kind: 'number', number: amountIn(value, columnUnit) };
  if (unit === 'share') {
    const share = Number(value.toFixed(SHARE_DIGITS));
    if (format === 'percent') return { kind: 'number', number: share };
    if (columnUnit === '%') return { kind: 'number', number: Number((share * 100).toFixed(SHARE_DIGITS - 2)) };
    return { kind: 'text', text: figureText({ value, unit, ...rest }) };
  }
  return { kind: 'number', number: unit === 'days' ? rounded(value, 1) : value };
}

/** A figure inside a sentence: 共计：12 件. */
export const figureWords = (figure: Figure): string => figureText(figure).replaceAll(',', '');

/** The place of each row by a figure, 1 for the best; equal ones share it, rows without a value have none. */
export function* ranksOf(
  lines: readonly FormLine[],
  { figure, lowestFirst }: Extract<ColumnValue, { kind: 'rank' }>,
  figures: FormFigures,
): Generator<undefined, readonly (number | undefined)[]> {
  const values: (number | undefined)[] = [];
  for (const { isMine } of lines) {
    values.push(isMine === undefined ? undefined : figures.figure(figure, isMine).value);
    yield;
  }
  const better = (one: number, other: number) => (lowestFirst === true ? one < other : one > other);
  return values.map((value) =>
    value === undefined ? undefined : 1 + values.filter((other) => other !== undefined && better(other, value)).length,
  );
}

/** What a row has in a column that is no figure. */
export function contentOfColumn(
  value: Exclude<ColumnValue, { kind: 'figure' }>,
  line: FormLine,
  place: number,
  rank: number | undefined,
  unit: ColumnUnit | undefined,
  request: FormRequest,
): CellContent | undefined {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', number: place + 1 };
    case 'name':
      return { kind: 'text', text: line.name };
    case 'fixed':
      return { kind: 'text', text: value.text };
    case 'rank':
      return rank === undefined ? { kind: 'blank' } : { kind: 'number', number: rank };
    case 'field':
      return fieldContent(line, value, unit, request);
  }
}

/** A field of the row's record, stored or computed, as an exported ledger holds it; an amount in the column's unit. */
function fieldContent(
  { listed }: FormLine,
  { field, level }: Extract<ColumnValue, { kind: 'field' }>,
  unit: ColumnUnit | undefined,
  { context }: Pick<FormRequest, 'context'>,
): CellContent | undefined {
  if (listed === undefined) return undefined;
  const { ledger, record } = listed;
  const spec = ledger.fields[field] ?? ledger.derived?.fields[field];
  if (spec === undefined) return undefined;
  const own = record.values[field] ?? ledger.derived?.compute(record, context)[field];
  const stored = level !== undefined && typeof own === 'string' ? communityOf(context, own) : own;
  if (spec.kind === 'money' && typeof stored === 'number') return { kind: 'number', number: amountIn(stored, unit) };
  const value = exportCell(stored, spec, context.nameOf);
  if (value === undefined) return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'object') return 'day' in value ? { kind: 'day', day: value.day } : undefined;
  return { kind: 'text', text: String(value) };
}
