import { OFFICE_FIELD, OFFICE_SPEC } from '../../exchange/office.ts';
import { LedgerError } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import type { FieldSpec } from '../../kit/fields.ts';
import { maskNumbersIn, maskValue, type NameOf } from '../../kit/format.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { stateTitle } from '../../kit/steps.ts';
import type { Day, Value, Values } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import type { CellModel, CellStyle, CellValue, RowModel, WorkbookModel } from '../sheet-model.ts';
import { heightFor } from '../text-measure.ts';
import { exportCell, exportLabel } from './export-cell.ts';
import { columnLook, listSheet } from './list-sheet.ts';

/** One row to export: what is stored and what was computed. */
export type ExportRow = { readonly values: Values; readonly derived?: Values };

export type LedgerExport = {
  readonly ledger: Ledger;
  /** Field ids in the order of the screen. */
  readonly columns: readonly string[];
  readonly rows: readonly ExportRow[];
  readonly office: string;
  readonly clerk: string;
  readonly on: Day;
  /** Personal data in stars, for sheets that leave the office. */
  readonly masked: boolean;
  readonly nameOf: NameOf;
};

/** A column ready to be filled: its looks are made once, not once a cell. */
type Column = {
  readonly fieldId: string;
  readonly field: FieldSpec;
  readonly width: number;
  readonly style: CellStyle;
  /** Masked days and the like: texts in a column of numbers. */
  readonly textStyle: CellStyle;
};

/**
 * Rows of a ledger as a workbook: title, who exported it when, the screen's columns under the fields' own labels, so
 * that the sheet imports back without a mapping.
 * @throws LedgerError `export/unknownColumn` for a field the ledger does not have.
 */
export function ledgerWorkbook(request: LedgerExport): WorkbookModel {
  const model = streamedLedger(request);
  return {
    ...model,
    sheets: model.sheets.map(({ more, ...sheet }) => ({ ...sheet, rows: [...sheet.rows, ...(more?.rows ?? [])] })),
  };
}

/** The same with its rows made one by one as they are written, for lists of any length. */
export function streamedLedger(request: LedgerExport): WorkbookModel {
  const { ledger, office, clerk, on, masked, rows } = request;
  const columns = request.columns.map((fieldId) => columnOf(ledger, fieldId));
  const shownOf = ({ values }: ExportRow) => (masked && ledger.published ? ledger.published(values) : values);
  const count = rows.reduce((sum, row) => (shownOf(row) === undefined ? sum : sum + 1), 0);
  const unpublished = rows.length - count;
  function* body(): Generator<RowModel> {
    for (const row of rows) {
      const shown = shownOf(row);
      if (shown !== undefined) yield rowOf(row, shown, columns, request);
    }
  }
  const heading = `${office}　　导出人：${clerk}　　${documentDate(on)}　　共 ${count} 条${masked ? '　　个人信息已脱敏' : ''}${unpublished === 0 ? '' : `　　另有 ${unpublished} 条不公开，未列出`}`;
  const head = listSheet({
    name: ledger.title,
    title: ledger.title,
    lines: [heading],
    columns: columns.map(({ field, width }) => ({ heading: exportLabel(field), width })),
  });
  const sheet = { ...head, more: { count, rows: { [Symbol.iterator]: body } } };
  return { title: ledger.title, author: office, sheets: [sheet] };
}

function columnOf(ledger: Ledger, fieldId: string): Column {
  const field =
    ledger.fields[fieldId] ?? ledger.derived?.fields[fieldId] ?? (fieldId === OFFICE_FIELD ? OFFICE_SPEC : undefined);
  if (!field) {
    throw new LedgerError(
      'export/unknownColumn',
      `${ledger.title}没有“${fieldId}”这一列，未导出。请重新选择要导出的列。`,
    );
  }
  const { width, style } = columnLook(field);
  return { fieldId, field, width, style, textStyle: { ...style, format: '@' } };
}

/** `shown`: the values as they go out. What the ledger itself puts in a person's place, an alias, needs no stars. */
function rowOf(
  { values, derived }: ExportRow,
  shown: Values,
  columns: readonly Column[],
  request: LedgerExport,
): RowModel {
  const { ledger, masked, nameOf } = request;
  let height = 20;
  const cells = columns.map(({ fieldId, field, width, style, textStyle }): CellModel => {
    const stored = readable(ledger, fieldId, shown[fieldId] ?? derived?.[fieldId]);
    const isReplaced = shown[fieldId] !== values[fieldId];
    const whole: CellValue | undefined =
      masked && field.personal === true && !isReplaced
        ? exportCell(maskValue(stored, field), { kind: 'text', label: field.label }, nameOf)
        : exportCell(stored, field, nameOf);
    // Of a column of words only: an order number may look like a number of a person.
    const cell = masked && field.kind === 'longText' && typeof whole === 'string' ? maskNumbersIn(whole) : whole;
    if (cell === undefined) return { style };
    if (typeof cell !== 'string') return { value: cell, style };
    height = Math.max(height, heightFor(cell, width, style.font));
    return { value: cell, style: textStyle };
  });
  return { height, cells };
}

/** States go out under their names: 实施中, not their ids. */
function readable(ledger: Ledger, fieldId: string, value: Value | undefined): Value | undefined {
  if (fieldId !== STATE_FIELD || typeof value !== 'string') return value;
  return stateTitle(ledger, value);
}
