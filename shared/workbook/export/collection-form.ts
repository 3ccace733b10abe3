import { isCaseLedger } from '../../kit/case-links.ts';
import { documentDate } from '../../kit/document-date.ts';
import type { FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Period } from '../../kit/period.ts';
import type { Day } from '../../kit/values.ts';
import { isImportable } from '../import/mapping.ts';
import type { CellStyle, SheetModel, ValidationModel, WorkbookModel } from '../sheet-model.ts';
import { constantFields, markSheet } from './collection-mark.ts';
import { exportFormat, exportLabel } from './export-cell.ts';
import { columnLook, listSheet } from './list-sheet.ts';

/** Rows that are drawn with lines; below them the columns go on, without. */
const DRAWN_ROWS = 60;
/** Rows that offer lists and hints. No community fills more in a period; further rows are only plain. */
const OFFERED_ROWS = 2000;

/** The columns most offices look at, or whatever the ledger takes from a sheet. */
export type ColumnChoice = 'usual' | 'all';

export type CollectionForm = {
  readonly ledger: Ledger;
  readonly columns: readonly string[];
  readonly period: Period;
  /** Who fills it in; absent in a form that serves every community. */
  readonly unit?: { readonly id: string; readonly name: string };
  readonly dueOn?: Day;
  readonly office: string;
  /** What a cell of the field may say, as the records and parameters stand; [] where anything goes. */
  readonly offered: (field: FieldSpec) => readonly string[];
};

/**
 * Fields asked of whoever fills in a form: key fields first, none that the program or a decision fills, none that the
 * round itself says, and no reference to a case: communities do not know the street's numbers.
 */
export function collectionColumns(
  ledger: Ledger,
  choice: ColumnChoice,
  round: { readonly period: Period; readonly unit?: string | undefined },
  ledgerById: (id: string) => Ledger | undefined,
): readonly string[] {
  const said = constantFields(ledger, round);
  const asked = Object.entries(ledger.fields).filter(([id, field]) => {
    if (!isImportable(field) || id in said || id === ledger.numbering?.field) return false;
    const target = field.target && ledgerById(field.target.ledger);
    if (target && isCaseLedger(target)) return false;
    return choice === 'all' || field.key === true || field.wanted === true || ledger.columns.includes(id);
  });
  const [keys, others] = [asked.filter(([, field]) => field.key), asked.filter(([, field]) => !field.key)];
  return [...keys, ...others].map(([id]) => id);
}

/** The blank form of a round: only its white cells can be typed into, and on its return it says itself what it is. */
export function collectionForm(form: CollectionForm): WorkbookModel {
  const { ledger, period, unit, office } = form;
  const columns = form.columns.flatMap((id) => {
    const field = ledger.fields[id];
    return field === undefined ? [] : [{ field: id, label: exportLabel(field), spec: field, ...columnLook(field) }];
  });
  const title = `${ledger.title}（${period.label}）`;
  const looks = columns.map(({ spec, style }): CellStyle => ({ ...style, format: exportFormat(spec), unlocked: true }));
  const below = looks.map(({ border: _, ...plain }): CellStyle => plain);
  const head = listSheet({
    name: ledger.title,
    title,
    lines: [unitLine(form), FILLING],
    columns: columns.map(({ label, spec, width }) => ({ heading: spec.key ? `*${label}` : label, width })),
  });
  const top = head.rows.length;
  const sheet: SheetModel = {
    ...head,
    columnStyles: below,
    rows: [
      ...head.rows,
      ...Array.from({ length: DRAWN_ROWS }, () => ({ height: 22, cells: looks.map((style) => ({ style })) })),
    ],
    protected: true,
    validations: columns.flatMap(({ spec }, column) => validation(spec, column, top, form.offered(spec))),
  };
  const mark = markSheet({
    ledger: ledger.id,
    version: ledger.version,
    columns: columns.map(({ field, label }) => ({ field, label })),
    period,
    ...(unit ? { unit } : {}),
    office,
  });
  return { title, author: office, sheets: [sheet, mark] };
}

const FILLING =
  '填写：带 * 的必填；有下拉箭头的从下拉中选；身份证号、电话、编号按文本填写；不要改表头。本期没有内容的，不必交表，告知街道记“零报告”。';

function unitLine({ unit, office, dueOn }: CollectionForm): string {
  return [
    `填报单位：${unit?.name ?? '（各社区共用，每行写明社区）'}`,
    `报送：${office}`,
    ...(dueOn === undefined ? [] : [`交表期限：${documentDate(dueOn)}`]),
  ].join('　　');
}

function validation(
  field: FieldSpec,
  column: number,
  top: number,
  options: readonly string[],
): readonly ValidationModel[] {
  const text = hintOf(field);
  if (options.length === 0 && text === '') return [];
  return [
    {
      top,
      left: column,
      bottom: top + OFFERED_ROWS - 1,
      right: column,
      ...(options.length === 0 ? {} : { options, strict: field.kind === 'choice' || field.kind === 'yesNo' }),
      ...(text === '' ? {} : { hint: { title: exportLabel(field), text } }),
    },
  ];
}

/** What stands beside the cell while it is filled in: the field's own help, and how its kind is written. */
function hintOf(field: FieldSpec): string {
  return [field.help, writtenAs(field)].filter((part) => part !== undefined).join('。');
}

function writtenAs({ kind, unit = '元' }: FieldSpec): string | undefined {
  switch (kind) {
    case 'date':
      return '填日期，如 2026-09-05';
    case 'moment':
      return '填日期，可加时间，如 2026-09-05 14:30';
    case 'month':
      return '填年月，如 2026-09';
    case 'money':
      return `以${unit}为单位，只填数字`;
    case 'integer':
      return '只填整数';
    case 'percent':
      return '填百分数，如 95%';
    case 'choices':
    case 'references':
      return '可填几项，用顿号隔开';
    case 'residentId':
      return '18 位，按文本填写';
    case 'creditCode':
      return '18 位统一社会信用代码';
    default:
      return undefined;
  }
}
