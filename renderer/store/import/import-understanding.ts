import { LedgerError } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import type { SheetReader } from '../../../shared/workbook/cells.ts';
import { isChildSheet } from '../../../shared/workbook/export/child-sheets.ts';
import { type CollectionMark, constantFields, mappedByMark } from '../../../shared/workbook/export/collection-mark.ts';
import { columnSample } from '../../../shared/workbook/import/column-sample.ts';
import {
  type ConstantProposal,
  proposeConstants,
  proposedValues,
} from '../../../shared/workbook/import/constant-proposals.ts';
import { type FillDownProposal, fillDownSteps } from '../../../shared/workbook/import/fill-down.ts';
import { groupTitles } from '../../../shared/workbook/import/group-rows.ts';
import {
  findHeader,
  type HeaderRows,
  headersAt,
  layOutSteps,
  type RowsLooked,
  type SheetLayout,
} from '../../../shared/workbook/import/header.ts';
import { lookupIn } from '../../../shared/workbook/import/import-lookup.ts';
import { type KeptForm, withKeptForm } from '../../../shared/workbook/import/kept-form.ts';
import {
  constantsBeside,
  fieldsOf,
  fingerprintOf,
  type Mapping,
  proposeMapping,
  unitsOf,
  withUnits,
} from '../../../shared/workbook/import/mapping.ts';
import type { ImportTarget } from './import-session.ts';

/** What is made of one sheet: where its parts stand and how its columns become fields. */
export type Understanding = {
  readonly reader: SheetReader;
  readonly sheet: number;
  readonly ledger: Ledger;
  /** Absent where no header was found; `problem` says so. */
  readonly layout?: SheetLayout;
  readonly problem?: string | undefined;
  /** Where the program finds the header itself. */
  readonly found?: HeaderRows | undefined;
  readonly mapping: Mapping;
  readonly fillDown: readonly FillDownProposal[];
  readonly proposed: readonly ConstantProposal[];
  /** The form as the clerk had it before, where it is taken so. */
  readonly memory?: KeptForm | undefined;
};

/** The same where a header was found. */
export type LaidOutSheet = Understanding & { readonly layout: SheetLayout };

/** Work on how sheets are understood: it may pause at each step, which says how far down it looked where it looks far. */
export type Looking<Result> = Generator<RowsLooked | undefined, Result>;

type Question = {
  readonly reader: SheetReader;
  readonly sheet: number;
  readonly ledger: Ledger;
  readonly target: ImportTarget;
  readonly fileName: string;
  /** Header rows the clerk pointed at; found by the ledger's words when absent. */
  readonly rows?: HeaderRows;
  /** What the file says of itself where it is a form the program sent out for filling. */
  readonly mark?: CollectionMark | undefined;
};

/** Looks a sheet over. A sheet without a header is an answer too: the clerk may point at it. */
export function* understandSheet(question: Question): Looking<Understanding> {
  const { reader, sheet, ledger, target, fileName, rows, mark } = question;
  const nothing = { ledger: ledger.id, fingerprint: '', columns: [], constants: {}, fillDown: [] };
  const { found, problem } = lookForHeader(reader, ledger);
  const header = rows ?? found;
  if (header === undefined) {
    return { reader, sheet, ledger, problem, mapping: nothing, fillDown: [], proposed: [] };
  }
  const context = target.context();
  const lookup = lookupIn(context, target.ledgerById);
  const headersOnly = proposeMapping({ headers: headersAt(reader, header) }, ledger);
  const layout = yield* layOutSteps(reader, header, groupTitles(ledger, headersOnly, lookup));
  const byWords = proposeMapping(layout, ledger, columnSample(reader, layout));
  const mapping = mark ? mappedByMark(byWords, mark, ledger) : byWords;
  const byNames = proposeConstants({ reader, layout, mapping, ledger, fileName, today: context.today, lookup });
  const marked = mark ? constantsOf(mark, ledger, unitOf(mark, target)) : [];
  const proposed = [...byNames.filter(({ field }) => !marked.some((one) => one.field === field)), ...marked];
  const constants = proposedValues(proposed);
  return {
    reader,
    sheet,
    ledger,
    layout,
    found,
    mapping: { ...mapping, constants },
    fillDown: yield* fillDownSteps(reader, layout, mapping, ledger),
    proposed,
  };
}

/** The sheet as the clerk had the same form before, where it is one of those kept. */
export function* asKept(sheet: Understanding, forms: readonly KeptForm[]): Looking<Understanding> {
  const { reader, layout, mapping, ledger } = sheet;
  const memory = forms.findLast(({ fingerprint }) => fingerprint === mapping.fingerprint);
  if (memory === undefined || layout === undefined) return sheet;
  const kept = withKeptForm(mapping, memory, ledger);
  const fillDown = yield* fillDownSteps(reader, layout, kept, ledger);
  return { ...sheet, mapping: { ...kept, fillDown: acceptedOf(fillDown, memory.fillDown) }, fillDown, memory };
}

/** Where a header stands by the ledger's own words, or why none was found. */
function lookForHeader(reader: SheetReader, ledger: Ledger): { found?: HeaderRows; problem?: string } {
  try {
    return { found: findHeader(reader, ledger) };
  } catch (cause) {
    if (cause instanceof LedgerError) return { problem: cause.message };
    throw cause;
  }
}

/**
 * The next sheet of the same form (1 月 to 12 月) as the clerk had the one before: the columns, what was typed for the
 * whole sheet, and the columns to be filled down. What a sheet's own name or title proposes stays its own.
 */
export function* carriedOver(before: Understanding, next: Understanding): Looking<Understanding> {
  if (next.layout === undefined || before.mapping.fingerprint !== next.mapping.fingerprint) return next;
  const columns = withUnits(before.mapping.columns, unitsOf(next.mapping));
  const { groupRows } = before.mapping;
  const carried = { ...next.mapping, columns, constants: carriedConstants(before, next) };
  const mapping = groupRows === undefined ? carried : { ...carried, groupRows };
  const fillDown = yield* fillDownSteps(next.reader, next.layout, mapping, before.ledger);
  return { ...next, mapping: { ...mapping, fillDown: acceptedOf(fillDown, before.mapping.fillDown) }, fillDown };
}

/** Those of the columns accepted before that are proposed again. */
const acceptedOf = (proposals: readonly FillDownProposal[], columns: readonly number[]): readonly number[] =>
  columns.filter((column) => proposals.some((one) => one.column === column));

/**
 * What was typed for the whole of one sheet goes before what the next of the same form proposes, unless the next tells of
 * something else: an answer for 晨光 is none for a sheet that says 东湖 of itself.
 */
export function carriedConstants(before: Understanding, next: Understanding): Values {
  const typed = Object.entries(before.mapping.constants).filter(
    ([field, value]) => value !== proposalOf(before, field)?.value && !tellsOtherwise(next, before, field),
  );
  return constantsBeside({ ...next.mapping.constants, ...Object.fromEntries(typed) }, before.mapping.columns);
}

/**
 * What a sheet that goes along with another contradicts itself in, so that its rows have no value of it until the clerk
 * chooses one for the sheet.
 */
export function contradictions(before: Understanding, next: Understanding): readonly ConstantProposal[] {
  const { constants } = next.mapping;
  const carried = carriedConstants(before, next);
  const mapped = new Set(before.mapping.columns.flatMap(({ target }) => fieldsOf(target)));
  return next.proposed.flatMap(({ field, value, why }): ConstantProposal[] => {
    const isSaid = value !== undefined || carried[field] !== constants[field] || mapped.has(field);
    const chosen = constants[field];
    return isSaid ? [] : [{ field, why, ...(chosen === undefined ? {} : { value: chosen }) }];
  });
}

const proposalOf = ({ proposed }: Understanding, field: string): ConstantProposal | undefined =>
  proposed.find((one) => one.field === field);

function tellsOtherwise(next: Understanding, before: Understanding, field: string): boolean {
  const [own, other] = [proposalOf(next, field), proposalOf(before, field)];
  if (own === undefined) return false;
  return own.value === undefined ? own.why !== other?.why : own.value !== other?.value;
}

/** What a collected form says for all of its rows. */
function constantsOf(mark: CollectionMark, ledger: Ledger, unit: string | undefined): readonly ConstantProposal[] {
  const said = Object.entries(constantFields(ledger, { period: mark.period, unit }));
  const why = `收表空白表写明“${[mark.unit?.name, mark.period.label].filter((part) => part !== undefined).join('，')}”`;
  return said.map(([field, value]) => ({ field, value, why }));
}

/** The community a collected form was made for: by its id or, on another PC, by its name. */
export function unitOf({ unit }: CollectionMark, { context, ledgerById }: ImportTarget): string | undefined {
  if (unit === undefined) return undefined;
  if (context().record('organisation', unit.id)) return unit.id;
  const found = lookupIn(context(), ledgerById).resolve({ ledger: 'organisation' }, unit.name);
  return 'ids' in found && found.ids.length === 1 ? found.ids[0] : undefined;
}

/** Whether the sheet names columns of the ledger; 填表说明 and its like do not, nor do the lists of a whole export. */
export function hasHeader(reader: SheetReader, ledger: Ledger): boolean {
  return !isChildSheet(reader) && lookForHeader(reader, ledger).found !== undefined;
}

/** Where a sheet has its header, if it has the columns that `fingerprint` names: at the same rows, else as its words say. */
export function formAt(
  reader: SheetReader,
  ledger: Ledger,
  rows: HeaderRows,
  fingerprint: string,
): HeaderRows | undefined {
  const isForm = (at: HeaderRows) => fingerprintOf({ headers: headersAt(reader, at) }, ledger) === fingerprint;
  if (isForm(rows)) return rows;
  const found = hasHeader(reader, ledger) ? findHeader(reader, ledger) : undefined;
  return found && isForm(found) ? found : undefined;
}

/** What a workbook has beside its rows: what was added up from them, and how to fill it in. */
const BESIDE_ROWS = /汇总|统计|合计|说明|须知|示例|样例|样表|模板|封面|目录/;

/** The first visible sheet with a header that is no summary or 填表说明; else any with one, else with anything in it. */
export function firstUsable(readers: readonly SheetReader[], headed: readonly boolean[]): number {
  const visible = readers.map((reader, index) => ({ reader, index })).filter(({ reader }) => !reader.sheet.hidden);
  const withHeader = visible.filter(({ index }) => headed[index]);
  const ofRows = withHeader.find(({ reader }) => !BESIDE_ROWS.test(reader.sheet.name));
  return (ofRows ?? withHeader[0] ?? visible.find(({ reader }) => reader.sheet.rowCount > 0))?.index ?? 0;
}
