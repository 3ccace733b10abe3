import type { FieldSpec } from '../../kit/fields.ts';
import { formatValue, type NameOf } from '../../kit/format.ts';
import type { Value } from '../../kit/values.ts';
import type { CellValue } from '../sheet-model.ts';

const FEN_PER_UNIT = { 元: 100, 万元: 1_000_000 };

/** Number format of a field's column; '@' keeps IDs, phones and codes text. */
export function exportFormat(field: FieldSpec): string {
  switch (field.kind) {
    case 'integer':
      return '0';
    case 'decimal':
      return '0.##';
    case 'money':
      return '#,##0.00';
    case 'percent':
      return '0.0%';
    case 'date':
      return 'yyyy-mm-dd';
    default:
      return '@';
  }
}

/** The column's heading: the label, and for money the unit in brackets, so that the sheet imports back by itself. */
export function exportLabel({ kind, label, unit = '元' }: FieldSpec): string {
  return kind !== 'money' || /[（(](万元|元)[）)]$/.test(label) ? label : `${label}（${unit}）`;
}

/** Of a moment, where there are any: the screen leaves them out, and without them it would not come back as it was. */
const SECONDS = /T\d{2}:\d{2}(:(?!00)\d{2})/;

/**
 * A stored value as a cell: days as real dates, money in the column's unit, percentages as shares under a % format,
 * moments with their seconds where they have any, everything else as the screen shows it.
 */
export function exportCell(value: Value | undefined, field: FieldSpec, nameOf: NameOf): CellValue | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'number') return exportNumber(value, field);
  if (field.kind === 'date' && typeof value === 'string') return { day: value };
  const seconds = field.kind === 'moment' ? (SECONDS.exec(String(value))?.[1] ?? '') : '';
  return `${formatValue(value, field, nameOf)}${seconds}`;
}

function exportNumber(value: number, field: FieldSpec): number {
  if (field.kind === 'money') return value / FEN_PER_UNIT[field.unit ?? '元'];
  return field.kind === 'percent' ? value / 100 : value;
}
