import { OFFICE_FIELD, OFFICE_SPEC } from '../../exchange/office.ts';
import { LedgerError } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { type FieldSpec, isNumeric } from '../../kit/fields.ts';
import { maskValue, type NameOf } from '../../kit/format.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Day, Value, Values } from '../../kit/values.ts';
import { STATE_FIELD } from '../../kit/workflow.ts';
import type { CellModel, CellStyle, CellValue, RowModel, WorkbookModel } from '../sheet-model.ts';
import { heightFor } from '../text-measure.ts';
import { exportCell, exportFormat, exportLabel } from './export-cell.ts';
import { LINE_STYLE, PAGE_FOOTER, TITLE_STYLE } from './report-frame.ts';

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

const HEADER_PLACE = 2;
const FONT = { name: '宋体', size: 11 };
/** The look of a list's column headings. */
export const HEADER: CellStyle = {
  font: { name: '黑体', size: 11 },
  align: { horizontal: 'center', vertical: 'center', wrap: true },
  border: true,
  fill: 'F2F2F2',
};
const DEFAULT_WIDTH = 14;
const LEAST_WIDTH = 8;

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
  const last = Math.max(columns.length - 1, 0);
  const heading = `${office}　　导出人：${clerk}　　${documentDate(on)}　　共 ${count} 条${masked ? '　　个人信息已脱敏' : ''}${unpublished === 0 ? '' : `　　另有 ${unpublished} 条不公开，未列出`}`;
  const sheet = {
    name: ledger.title,
    widths: columns.map((column) => column.width),
    rows: [
      { height: 40, cells: [{ value: ledger.title, style: TITLE_STYLE }] },
      { height: 22, cells: [{ value: heading, style: LINE_STYLE }] },
      { height: headerHeight(columns), cells: columns.map(headerCell) },
    ],
    more: { count, rows: { [Symbol.iterator]: body } },
    merges: [0, 1].filter(() => last > 0).map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    freeze: { rows: HEADER_PLACE + 1, columns: 0 },
    page: {
      landscape: true,
      fitToWidth: true,
      footer: PAGE_FOOTER,
      repeatRows: { first: HEADER_PLACE, last: HEADER_PLACE },
    },
  };
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

/** How wide a field's column is, and how its cells look. */
export function columnLook(field: FieldSpec): { readonly width: number; readonly style: CellStyle } {
  const label = exportLabel(field);
  const width = Math.max(field.width ?? DEFAULT_WIDTH, LEAST_WIDTH, Math.min([...label].length * 2 + 2, 20));
  const numeric = isNumeric(field);
  const horizontal = numeric ? 'right' : field.kind === 'date' || field.kind === 'month' ? 'center' : 'left';
  const style: CellStyle = {
    font: FONT,
    align: { horizontal, vertical: 'center', wrap: !numeric },
    border: true,
    format: exportFormat(field),
  };
  return { width, style };
}

const headerCell = ({ field }: Column): CellModel => ({ value: exportLabel(field), style: HEADER });

const headerHeight = (columns: readonly Column[]): number =>
  columns.reduce((most, { field, width }) => Math.max(most, heightFor(exportLabel(field), width, HEADER.font)), 28);

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
    const cell: CellValue | undefined =
      masked && field.personal === true && !isReplaced
        ? exportCell(maskValue(stored, field), { kind: 'text', label: field.label }, nameOf)
        : exportCell(stored, field, nameOf);
    if (cell === undefined) return { style };
    if (typeof cell !== 'string') return { value: cell, style };
    height = Math.max(height, heightFor(cell, width, FONT));
    return { value: cell, style: textStyle };
  });
  return { height, cells };
}

/** States go out under their names: 实施中, not their ids. */
function readable(ledger: Ledger, fieldId: string, value: Value | undefined): Value | undefined {
  if (fieldId !== STATE_FIELD || typeof value !== 'string') return value;
  return ledger.workflow?.states[value]?.title ?? value;
}

/** 台账名_单位_20261123_0941.xlsx, without what file systems refuse; `at` is local time, `2026-11-23T09:41…`. */
export function exportFileName(title: string, office: string, at: string): string {
  const stamp = `${at.slice(0, 10).replaceAll('-', '')}_${at.slice(11, 16).replace(':', '')}`;
  const plain = (text: string) => text.replace(/[\\/:*?"<>|\s]+/g, '');
  return `${[plain(title), plain(office), stamp].filter((part) => part !== '').join('_')}.xlsx`;
}
