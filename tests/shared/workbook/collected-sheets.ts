import { optionTitle } from '../../../shared/kit/fields.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import {
  type CollectionForm,
  collectionColumns,
  collectionForm,
} from '../../../shared/workbook/export/collection-form.ts';
import type { CellValue, WorkbookModel } from '../../../shared/workbook/sheet-model.ts';

export const SEPTEMBER = periodOf('month', '2026-09-01');
export const CHENGUANG = { id: '晨光', name: '晨光社区' };

/** The blank of September for 晨光社区, for another, or `shared` by all communities. */
export function blankOf(
  ledger: Ledger,
  { shared = false, ...more }: Partial<CollectionForm> & { readonly shared?: boolean } = {},
): WorkbookModel {
  const round = { period: more.period ?? SEPTEMBER, ...(shared ? {} : { unit: CHENGUANG.id }) };
  return collectionForm({
    ledger,
    columns: collectionColumns(ledger, 'all', round, ledgerById),
    period: SEPTEMBER,
    ...(shared ? {} : { unit: CHENGUANG }),
    dueOn: '2026-10-09',
    office: '示例街道',
    offered: ({ options = [] }) => options.map(({ value }) => optionTitle(options, value)),
    ...more,
  });
}

/** A blank with rows typed in below its heading, by column heading as a clerk sees it. */
export function typedInto(
  blank: WorkbookModel,
  rows: readonly { readonly [heading: string]: CellValue }[],
): WorkbookModel {
  const [form, ...others] = blank.sheets;
  if (form === undefined) throw new Error('no sheet');
  const top = 4;
  const headings = (form.rows[top - 1]?.cells ?? []).map((cell) => String(cell?.value ?? '').replace('*', ''));
  const typed = form.rows.map((row, place) => {
    const values = rows[place - top];
    if (values === undefined) return row;
    const cells = row.cells.map((cell, column) => {
      const value = values[headings[column] ?? ''];
      return cell && value !== undefined ? { ...cell, value } : cell;
    });
    return { ...row, cells };
  });
  return { ...blank, sheets: [{ ...form, rows: typed }, ...others] };
}

/** The blank of a ledger with one row of words in every column. */
export function filled(ledger: Ledger): WorkbookModel {
  const blank = blankOf(ledger);
  const headings = (blank.sheets[0]?.rows[3]?.cells ?? []).map((cell) => String(cell?.value ?? '').replace('*', ''));
  return typedInto(blank, [Object.fromEntries(headings.map((heading) => [heading, '甲']))]);
}
