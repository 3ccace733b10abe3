import type { FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Value } from '../../kit/values.ts';
import type { SheetReader } from '../cells.ts';
import type { ConstantProposal } from './constant-proposals.ts';
import type { FillDownProposal } from './fill-down.ts';
import { type HeaderRows, headersAt } from './header.ts';
import { type ColumnTarget, constantsBeside, fieldsOf, fingerprintOf, isImportable, type Mapping } from './mapping.ts';

/** What the clerk set by hand for a form, to be proposed for the next file of the same one. */
export type KeptForm = {
  readonly fingerprint: string;
  /** Header rows the program does not find itself. */
  readonly rows?: HeaderRows;
  readonly targets: readonly { readonly column: number; readonly target: ColumnTarget }[];
  /** Typed for every row, in words that hold for other files too. */
  readonly constants: { readonly [field: string]: Value };
  /** Columns whose blanks take the value above. */
  readonly fillDown: readonly number[];
  /** The field that group rows name for those below. */
  readonly groupRows?: string;
};

/** What of a form was taken as the clerk had it before. */
export type RecalledPart = 'header' | 'columns' | 'constants' | 'fillDown' | 'groupRows';

/** How a sheet is understood, as far as a form is about it. */
export type FormAtHand = {
  readonly rows: HeaderRows;
  /** Where the program finds the header itself. */
  readonly found?: HeaderRows | undefined;
  readonly mapping: Mapping;
  /** What the file's own name, title or mark says. */
  readonly proposed: readonly ConstantProposal[];
  readonly fillDown: readonly FillDownProposal[];
  /** The form as it was kept before, where it was. */
  readonly memory?: KeptForm | undefined;
};

/**
 * Whose file it is, which day or year it tells of, and what a text says (责任人, 网格, 文号) are its own: those of one file
 * are never those of the next. A word of a list (来源) may hold for the form.
 */
const holdsForOthers = (spec: FieldSpec | undefined): boolean =>
  spec?.kind === 'choice' && isImportable(spec) && !spec.personal && !spec.ofYear;

const sameRows = (one: HeaderRows, other: HeaderRows | undefined): boolean =>
  one.top === other?.top && one.bottom === other.bottom;

/** What was set by hand for the form at hand. What this file did not ask about stays as it was kept before. */
export function keptFormOf({ rows, found, mapping, proposed, fillDown, memory }: FormAtHand, ledger: Ledger): KeptForm {
  const isOwn = (field: string): boolean => proposed.some((one) => one.field === field);
  const typed = Object.entries(mapping.constants).flatMap(([field, value]): [string, Value][] =>
    value !== undefined && !isOwn(field) && holdsForOthers(ledger.fields[field]) ? [[field, value]] : [],
  );
  const unasked = (memory?.fillDown ?? []).filter((column) => !fillDown.some((one) => one.column === column));
  return {
    fingerprint: mapping.fingerprint,
    ...(sameRows(rows, found) ? {} : { rows }),
    targets: mapping.columns.flatMap(({ byHand, column, target }) => (byHand ? [{ column, target }] : [])),
    constants: {
      ...Object.fromEntries(keptConstants(memory, ledger).filter(([field]) => isOwn(field))),
      ...Object.fromEntries(typed),
    },
    fillDown: [...mapping.fillDown, ...unasked],
    ...(mapping.groupRows === undefined ? {} : { groupRows: mapping.groupRows }),
  };
}

/** Was nothing of it set by hand? */
export const isUntouched = ({ rows, targets, constants, fillDown, groupRows }: KeptForm): boolean =>
  [rows, groupRows].every((one) => one === undefined) &&
  [targets, fillDown, Object.keys(constants)].every(({ length }) => length === 0);

const keptConstants = (form: KeptForm | undefined, { fields }: Ledger): [string, Value][] =>
  Object.entries(form?.constants ?? {}).filter(([field]) => holdsForOthers(fields[field]));

/** Where a sheet has the header of one of the forms, at the very rows it was kept with; the one kept last goes first. */
export function keptRows(reader: SheetReader, ledger: Ledger, forms: readonly KeptForm[]): HeaderRows | undefined {
  return forms.findLast(
    ({ rows, fingerprint }) =>
      rows !== undefined &&
      rows.bottom < reader.sheet.rowCount &&
      fingerprintOf({ headers: headersAt(reader, rows) }, ledger) === fingerprint,
  )?.rows;
}

/** The same form may have been set under 存量导入, which takes decisions, or by a program whose fields were others. */
function mayTake(target: ColumnTarget, { fields, numbering }: Ledger): boolean {
  if (target.kind === 'identity') return target.field === numbering?.field;
  return fieldsOf(target).every((field) => {
    const spec = fields[field];
    return spec !== undefined && isImportable(spec);
  });
}

/** Columns and constants as the clerk had them for the same form; what the file says of itself goes first. */
export function withKeptForm(mapping: Mapping, form: KeptForm, ledger: Ledger): Mapping {
  const targets = new Map(form.targets.map(({ column, target }) => [column, target]));
  const columns = mapping.columns.map((one) => {
    const target = targets.get(one.column);
    if (target === undefined || !mayTake(target, ledger)) return one;
    return { ...one, target, why: '同样的表上次这样对应', sure: true, byHand: true };
  });
  const constants = { ...Object.fromEntries(keptConstants(form, ledger)), ...mapping.constants };
  const groups = form.groupRows === undefined ? {} : { groupRows: form.groupRows };
  return { ...mapping, columns, constants: constantsBeside(constants, columns), ...groups };
}

/** What of the form at hand stands as it was kept before, so that the clerk is told. */
export function recalledParts({ rows, found, mapping, memory, proposed }: FormAtHand): readonly RecalledPart[] {
  if (memory === undefined) return [];
  const constants = recalledConstants({ mapping, memory, proposed });
  const isRecalled = ({ column, target }: KeptForm['targets'][number]) =>
    mapping.columns.some((one) => one.column === column && one.target === target);
  return [
    ...(memory.rows && sameRows(rows, memory.rows) && !sameRows(rows, found) ? ['header' as const] : []),
    ...(memory.targets.some(isRecalled) ? ['columns' as const] : []),
    ...(constants.length > 0 ? ['constants' as const] : []),
    ...(memory.fillDown.some((column) => mapping.fillDown.includes(column)) ? ['fillDown' as const] : []),
    ...(memory.groupRows && memory.groupRows === mapping.groupRows ? ['groupRows' as const] : []),
  ];
}

/** Constants that stand as they were typed for the same form before, with the reason said beside them. */
export function recalledConstants({
  mapping,
  memory,
  proposed,
}: Pick<FormAtHand, 'mapping' | 'memory' | 'proposed'>): readonly ConstantProposal[] {
  return Object.entries(memory?.constants ?? {}).flatMap(([field, value]) => {
    const isOwn = proposed.some((one) => one.field === field);
    return isOwn || mapping.constants[field] !== value ? [] : [{ field, value, why: '同样的表上次这样填，请核对' }];
  });
}
