import { actTitle } from '../../documents/issued-documents.ts';
import { rowsIn } from '../../kit/field-values.ts';
import type { FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { sum } from '../../kit/numbers.ts';
import { stateTitle, stepsOf } from '../../kit/steps.ts';
import type { Values } from '../../kit/values.ts';
import { STEPS_FIELD } from '../../kit/workflow.ts';
import type { SheetReader } from '../cells.ts';
import type { CellModel, RowModel, SheetModel } from '../sheet-model.ts';
import { heightFor } from '../text-measure.ts';
import { exportCell, exportLabel } from './export-cell.ts';
import type { LedgerExport } from './ledger-export.ts';
import { columnLook, listSheet } from './list-sheet.ts';

/** Said on every one of these sheets, and how the import knows one: files come back years later, so it never changes. */
const NOTE = '供查阅，导入时不读这一张；每行属于哪一件，看左边的列';
const NOTE_PLACE = 1;

/**
 * Longer lists are not written: the file would come near what an import takes back (10 million cells) or a sheet holds.
 * Inferred (可调整的默认值).
 */
const MOST_LINES = 300_000;

type Column = ReturnType<typeof columnOf>;
const columnOf = ([id, field]: readonly [string, FieldSpec]) => ({ id, field, ...columnLook(field) });

/**
 * The lists within the records (走访和活动, 议定事项, 办理过程) as sheets behind the ledger's own, a line a row, each
 * beginning with the number and the name of the record it belongs to. A list in which nothing stands gets no sheet.
 */
export function childSheets(request: Pick<LedgerExport, 'ledger' | 'rows' | 'nameOf'>): readonly SheetModel[] {
  const { ledger, rows } = request;
  return Object.entries(ledger.fields).flatMap(([listId, list]) => {
    if (list.kind !== 'children') return [];
    const count = sum(rows.map(({ values }) => rowsIn(values, listId).length));
    return count === 0 ? [] : [sheetOf(request, listId, list, count)];
  });
}

/** Whether a sheet is one of these: its columns may be named like the ledger's and are not. */
export function isChildSheet(reader: SheetReader): boolean {
  const cell = reader.cell(NOTE_PLACE, 0);
  return cell.kind === 'text' && cell.text.includes(NOTE);
}

/** The rows of a list; steps say their acts and states by their titles, as the timeline does. */
function linesIn(ledger: Ledger, listId: string, values: Values): readonly Values[] {
  if (listId !== STEPS_FIELD) return rowsIn(values, listId);
  return stepsOf({ id: '', rev: '', values }).map(({ transition, from, to, ...step }) => ({
    ...step,
    transition: actTitle(ledger, transition),
    from: stateTitle(ledger, from),
    to: stateTitle(ledger, to),
  }));
}

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
  function* body(): Generator<RowModel> {
    for (const { values } of rows) {
      for (const row of linesIn(ledger, listId, values)) {
        yield lineOf([...keys.map((key) => [key, values] as const), ...own.map((one) => [one, row] as const)], nameOf);
      }
    }
  }
  const isListed = count <= MOST_LINES;
  const length = isListed ? `共 ${count} 行` : `共 ${count} 行，超过 ${MOST_LINES} 行，没有列出，请先筛选再分几次导出`;
  const head = listSheet({
    name: label,
    title: `${ledger.title}：${label}`,
    lines: [`${length}　　${NOTE}`],
    columns: [...keys, ...own].map(({ field, width }) => ({ heading: exportLabel(field), width })),
  });
  return isListed ? { ...head, more: { count, rows: { [Symbol.iterator]: body } } } : head;
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
