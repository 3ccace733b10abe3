import { z } from 'zod';
import { LedgerError } from '../kit/complaint.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Records whose field holds one of the values, or none of them (其他: whatever the other columns do not name). */
const condition = z
  .union([
    z.strictObject({ field: z.string(), is: z.array(scalar).readonly() }),
    z.strictObject({ field: z.string(), except: z.array(scalar).readonly() }),
  ])
  .readonly();

/** An indicator of the catalogue, counted over some records only, over the form's period or other days (累计, 上年同期). */
const figure = z
  .strictObject({
    indicator: z.string(),
    where: z.array(condition).readonly().optional(),
    span: z.enum(['yearToDate', 'previous', 'lastYear']).optional(),
    /** Not the figure itself but its change since earlier days (同比, 环比). */
    compared: z
      .strictObject({ with: z.enum(['lastYear', 'previous']), as: z.enum(['share', 'difference']) })
      .readonly()
      .optional(),
  })
  .readonly();

const rows = z.strictObject({ top: z.int(), bottom: z.int() }).readonly();

/** What the program itself knows and writes into a text: parts of the period, of today, and names. */
export const TEXT_KINDS = [
  'periodYear',
  'periodMonth',
  'period',
  'periodFirst',
  'periodLast',
  'periodDays',
  'todayYear',
  'todayMonth',
  'todayDay',
  'today',
  'office',
  'operator',
] as const;

/** What stands in a gap of a text, or in a single cell. `fixed` is the clerk's own words, the same every month. */
const textValue = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(TEXT_KINDS),
    }),
    z.strictObject({ kind: z.literal('fixed'), text: z.string() }),
    z.strictObject({ kind: z.literal('figure'), figure }),
    /** What stands above or below it in these rows of the blank form, added up; the last of them grow over rows put in. */
    z.strictObject({ kind: z.literal('sum'), over: z.array(rows).readonly() }),
  ])
  .readonly();

/** `gap` is the place of the gap among those of the cell's text; a whole cell is filled where it is absent. */
const textBinding = z
  .strictObject({ row: z.int(), column: z.int(), gap: z.int().optional(), value: textValue })
  .readonly();

/** What the rows of a table are. */
const lines = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('communities') }),
    z.strictObject({ kind: z.literal('departments') }),
    z.strictObject({ kind: z.literal('options'), ledger: z.string(), field: z.string() }),
    z.strictObject({
      kind: z.literal('records'),
      ledger: z.string(),
      /** Day field that must lie in the period; all records where absent. */
      on: z.string().optional(),
      where: z.array(condition).readonly().optional(),
      /** Records are ordered by the first field, then the next; the first one groups them. */
      sort: z.array(z.string()).readonly().optional(),
    }),
  ])
  .readonly();

const columnValue = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number') }),
    z.strictObject({ kind: z.literal('name') }),
    /** `unit` overrules what the form says of the column. */
    z.strictObject({ kind: z.literal('figure'), figure, unit: z.enum(['元', '万元', '%']).optional() }),
    /** Place among the rows by a figure; equal ones share a place. */
    z.strictObject({ kind: z.literal('rank'), figure, lowestFirst: z.boolean().optional() }),
    /** `level`: of a 小区 or 网格 the community it lies in. */
    z.strictObject({ kind: z.literal('field'), field: z.string(), level: z.literal('社区').optional() }),
    z.strictObject({ kind: z.literal('fixed'), text: z.string() }),
  ])
  .readonly();

const table = z
  .strictObject({
    top: z.int(),
    bottom: z.int(),
    /** Its first column in the form, where another table stands beside it in the same rows. */
    left: z.int().optional(),
    /** Further rows of the same table, below a line of totals each. */
    more: z.array(rows).readonly().optional(),
    /** How far to the right its columns stand once more: rows go down the first of them, then the next. */
    folds: z.array(z.int()).readonly().optional(),
    lines,
    columns: z.array(z.strictObject({ column: z.int(), value: columnValue }).readonly()).readonly(),
  })
  .readonly();

/** The words of the blank form by place: how a changed layout is noticed. */
const mark = z.array(z.strictObject({ cell: z.string(), text: z.string() }).readonly()).readonly();

const sheetBinding = z
  .strictObject({
    sheet: z.string(),
    mark,
    /** Which reading of a layout made the mark; absent means the present one. */
    markedBy: z.literal('oneTable').optional(),
    texts: z.array(textBinding).readonly(),
    /** From top to bottom, then from left to right; the cells of two never meet. */
    tables: z.array(table).readonly(),
  })
  .readonly();

const binding = z.strictObject({ format: z.literal(2), sheets: z.array(sheetBinding).readonly() }).readonly();

/** One sheet with at most one table: what was stored before forms could have several of both. */
const firstFormat = z
  .strictObject({
    format: z.literal(1),
    sheet: z.string(),
    mark,
    texts: z.array(textBinding).readonly(),
    table: table.optional(),
  })
  .transform(({ format: _, table: only, ...rest }): FormBinding => {
    const tables = only === undefined ? [] : [only];
    return { format: 2, sheets: [{ ...rest, markedBy: 'oneTable', tables }] };
  });

export type Condition = z.infer<typeof condition>;
export type BoundFigure = z.infer<typeof figure>;
export type TextValue = z.infer<typeof textValue>;
export type TextBinding = z.infer<typeof textBinding>;
export type LineSource = z.infer<typeof lines>;
export type ColumnValue = z.infer<typeof columnValue>;
export type TableBinding = z.infer<typeof table>;
/** What goes where on one sheet. */
export type SheetBinding = z.infer<typeof sheetBinding>;

/** What goes where in a superior's form: plain data, kept in the ledger of forms. */
export type FormBinding = z.infer<typeof binding>;

/** A binding as it is stored. */
export const writeBinding = (value: FormBinding): string => JSON.stringify(value);

/** @throws LedgerError form/binding-unreadable where the text is none, or of a later version of the program */
export function readBinding(text: string): FormBinding {
  try {
    return z.union([binding, firstFormat]).parse(JSON.parse(text));
  } catch {
    throw new LedgerError(
      'form/binding-unreadable',
      '这张表样的对应关系读不出来（可能由更新的程序保存）。数据没有受影响。请更新程序，或重新核对对应关系后保存。',
    );
  }
}
