import type { CellModel } from '../sheet-model.ts';

/** What a cell shows on paper: its value in its number format, days as they are written. */
export function printedText(cell: CellModel | undefined): string {
  const value = cell?.value;
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return formattedNumber(value, cell?.style.format);
  return 'day' in value ? value.day : formattedNumber(value.cached, cell?.style.format);
}

/** The formats exports use: `0`, `0.##`, `#,##0.00`, `0.0%`; any other shows the number as it is. */
function formattedNumber(value: number, format = ''): string {
  const [, thousands, fixed = '', open = '', percent] = /^(#,##)?0(?:\.(0*)(#*))?(%)?$/.exec(format) ?? [
    '',
    '',
    '',
    '#'.repeat(15),
  ];
  return new Intl.NumberFormat('en-US', {
    style: percent === undefined ? 'decimal' : 'percent',
    useGrouping: thousands !== undefined && thousands !== '',
    minimumFractionDigits: fixed.length,
    maximumFractionDigits: fixed.length + open.length,
  }).format(value);
}
