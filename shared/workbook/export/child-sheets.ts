import type { FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { rowsIn } from '../../kit/steps.ts';
import type { Values } from '../../kit/values.ts';
import { STEPS_FIELD } from '../../kit/workflow.ts';
import type { SheetReader } from '../cells.ts';
import type { CellModel, RowModel, SheetModel } from '../sheet-model.ts';
import { heightFor } from '../text-measure.ts';
import { exportCell, exportLabel } from './export-cell.ts';
import { columnLook, HEADER, type LedgerExport } from './ledger-export.ts';
import { LINE_STYLE, PAGE_FOOTER, TITLE_STYLE } from './report-frame.ts';

/** Said on every one of these sheets, and how the import knows one: files come back years later, so it never changes. */
const NOTE = '供查阅，导入时不读这一张；每行属于哪一件，看左边的列';
const NOTE_PLACE = 1;
const HEADER_PLACE = 2;

type Column = ReturnType<typeof columnOf>;
const columnOf = ([id, field]: readonly [string, FieldSpec]) => ({ id, field, ...columnLook(field) });

/**
 * The lists within the records (走访和活动, 议定事项) as sheets behind the ledger's own, a line a row, each beginning
 * with the number and the name of the record it belongs to. A list in which nothing stands gets no sheet.
 */
export function childSheets(request: Pick<LedgerExport, 'ledger' | 'rows' | 'nameOf'>): readonly SheetModel[] {
  const { ledger, rows } = request;
  return listsOf(ledger).flatMap(([listId, list]) => {
    const count = rows.reduce((sum, { values }) => sum + rowsIn(values, listId).length, 0);
    return count === 0 ? [] : [sheetOf(request, listId, list, count)];
  });
}

/** Whether a sheet is one of these: its columns may be named like the ledger's and are not. */
export function isChildSheet(reader: SheetReader): boolean {
  const cell = reader.cell(NOTE_PLACE, 0);
  return cell.kind === 'text' && cell.text.includes(NOTE);
}

/** Without the steps: their acts are ids, and the timeline is the program's own record of them. */
const listsOf = ({ fields }: Ledger) =>
  Object.entries(fields).filter(([id, { kind }]) => kind === 'children' && id !== STEPS_FIELD);

function sheetOf(
  { ledger, rows, nameOf }: Parameters<typeof childSheets>[0],
  listId: string,
  { label, childFields = {} }: FieldSpec,
  count: number,
): SheetModel {
  const keys = keysOf(ledger).map(columnOf);
  const own = Object.entries(childFields)
    .filter(([, { kind }]) => kind !== 'children' && kind !== 'attachments')
    .map(columnOf);
  const all = [...keys, ...own];
  function* body(): Generator<RowModel> {
    for (const { values } of rows) {
      for (const row of rowsIn(values, listId)) {
        yield lineOf([...keys.map((key) => [key, values] as const), ...own.map((one) => [one, row] as const)], nameOf);
      }
    }
  }
  return {
    name: label,
    widths: all.map(({ width }) => width),
    rows: [
      { height: 40, cells: [{ value: `${ledger.title}：${label}`, style: TITLE_STYLE }] },
      { height: 22, cells: [{ value: `共 ${count} 行　　${NOTE}`, style: LINE_STYLE }] },
      { height: 28, cells: all.map(({ field }) => ({ value: exportLabel(field), style: HEADER })) },
    ],
    more: { count, rows: { [Symbol.iterator]: body } },
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: all.length - 1 })),
    freeze: { rows: HEADER_PLACE + 1, columns: 0 },
    page: {
      landscape: true,
      fitToWidth: true,
      footer: PAGE_FOOTER,
      repeatRows: { first: HEADER_PLACE, last: HEADER_PLACE },
    },
  };
}

/** What tells a record: its number where it has one, and its name. */
function keysOf({ numbering, titleField, fields }: Ledger): readonly (readonly [string, FieldSpec])[] {
  const ids = new Set([...(numbering ? [numbering.field] : []), titleField]);
  return Object.entries(fields).filter(([id]) => ids.has(id));
}

function lineOf(
  places: readonly (readonly [column: Column, values: Values])[],
  nameOf: LedgerExport['nameOf'],
): RowModel {
  let height = 20;
  const cells = places.map(([{ id, field, width, style }, values]): CellModel => {
    const value = exportCell(values[id], field, nameOf);
    if (value === undefined) return { style };
    if (typeof value !== 'string') return { value, style };
    height = Math.max(height, heightFor(value, width, style.font));
    return { value, style: { ...style, format: '@' } };
  });
  return { height, cells };
}
