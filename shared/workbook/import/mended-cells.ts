import { type ConvertLookup, quote } from '../../kit/convert/conversion.ts';
import { convertText } from '../../kit/convert/convert-text.ts';
import type { AmountUnit } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { isImportable } from './mapping.ts';
import type { PlanCell } from './plan.ts';

/**
 * A row's cells with those the clerk wrote over in the preview. The new words are converted as if typed into the form:
 * the workbook's own day system is no longer meant; the money unit of its column is, which stands above what is typed. Fields an import may not write stay as they are.
 */
export function withMendedCells(
  cells: readonly PlanCell[],
  mended: ReadonlyMap<string, string> | undefined,
  ledger: Ledger,
  lookup: Omit<ConvertLookup, 'date1904' | 'headerUnit'>,
  unitOf: (field: string) => AmountUnit | undefined,
): readonly PlanCell[] {
  if (mended === undefined) return cells;
  const kept = cells.filter((cell) => !mended.has(cell.field));
  const typed = [...mended].flatMap(([field, text]): PlanCell[] => {
    const spec = ledger.fields[field];
    if (spec === undefined || !isImportable(spec)) return [];
    const before = cells.find((cell) => cell.field === field);
    const unit = unitOf(field);
    const meant = { ...lookup, date1904: false, ...(unit === undefined ? {} : { headerUnit: unit }) };
    const { value, changed, complaints } = convertText(text, spec, meant);
    const was = before === undefined || before.shown === '' ? '原来是空白' : `原来是${quote(before.shown)}`;
    return [
      {
        field,
        ...(before?.column === undefined ? {} : { column: before.column }),
        shown: text,
        from: 'mended',
        ...(value === undefined ? {} : { value }),
        changed: [`已改，${was}`, ...(changed === undefined ? [] : [changed])].join('；'),
        complaints: complaints.map((complaint) => ({ ...complaint, field })),
      },
    ];
  });
  return [...kept, ...typed];
}
