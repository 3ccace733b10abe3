import type { ConvertLookup } from '../../kit/convert/conversion.ts';
import type { ReferenceTarget } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { SheetReader } from '../cells.ts';
import { placeIn } from './cell-finder.ts';
import type { SheetLayout } from './header.ts';
import { onlyText } from './left-out-rows.ts';
import { fieldsOf, isImportable, type Mapping } from './mapping.ts';

/** Rows that name whose the rows below them are: 晨光社区, its cases, 东湖社区 and its cases. */
export type GroupProposal = {
  readonly field: string;
  /** How many rows name a record. */
  readonly rows: number;
  /** The names they say, each once, in order. */
  readonly names: readonly string[];
};

type GroupLookup = Pick<ConvertLookup, 'resolve' | 'namesOf'>;

/** A sheet as far as its group rows are asked for. */
export type GroupQuestion = {
  readonly reader: SheetReader;
  readonly layout: Pick<SheetLayout, 'body' | 'leftOut'>;
  readonly mapping: Mapping;
  readonly ledger: Ledger;
  readonly lookup: GroupLookup;
};

/** What one row says of those below. One that names nobody known ends the group above it: 星光社区 is not 晨光社区. */
type Group = { readonly name: string; readonly isKnown: boolean };

/** Proposed, never applied unseen, and only for a field that neither a column nor a value for all rows fills. */
export function proposeGroups({ reader, layout, mapping, ledger, lookup }: GroupQuestion): GroupProposal | undefined {
  const last = layout.body.at(-1) ?? -1;
  for (const [field, target] of groupFields(ledger, mapping)) {
    const groups = groupRows(reader, layout.leftOut, target, lookup).filter(
      ({ isKnown, row }) => isKnown && row < last,
    );
    if (groups.length > 0) return { field, rows: groups.length, names: [...new Set(groups.map(({ name }) => name))] };
  }
  return undefined;
}

/** The mapping without an accepted group field that is not proposed (any more). */
export function withProposedGroups(mapping: Mapping, proposal: GroupProposal | undefined): Mapping {
  const { groupRows: accepted, ...rest } = mapping;
  return accepted !== undefined && accepted === proposal?.field ? mapping : rest;
}

/** Tells of a text that is all a row says whether it names, or would name, what the rows below belong to. */
export function groupTitles(ledger: Ledger, mapping: Mapping, lookup: GroupLookup): (text: string) => boolean {
  const targets = groupFields(ledger, mapping).map(([, target]) => target);
  return (text) => targets.some((target) => groupNamed(text, target, lookup) !== undefined);
}

/** Finds what the last group row above a row, on its own sheet, says. */
export function groupFinder(
  reader: SheetReader,
  leftOut: SheetLayout['leftOut'],
  target: ReferenceTarget,
  lookup: GroupLookup,
): (row: number) => string | undefined {
  const groups = groupRows(reader, leftOut, target, lookup);
  const rows = groups.map(({ row }) => row);
  return (row) => {
    const group = groups[placeIn(rows, row) - 1];
    if (group === undefined || !group.isKnown) return undefined;
    return reader.placeOf(group.row).sheet === reader.placeOf(row).sheet ? group.name : undefined;
  };
}

/** Fields that are wanted and come from nowhere else; rows of the ledger itself are no groups of it. */
function groupFields({ id, fields }: Ledger, { columns, constants }: Mapping): readonly [string, ReferenceTarget][] {
  const mapped = new Set(columns.flatMap((column) => fieldsOf(column.target)));
  return Object.entries(fields).flatMap(([field, spec]): [string, ReferenceTarget][] => {
    const { kind, target, key, wanted } = spec;
    if (kind !== 'reference' || target === undefined || target.ledger === id || !(key || wanted)) return [];
    return isImportable(spec) && !mapped.has(field) && constants[field] === undefined ? [[field, target]] : [];
  });
}

function groupRows(
  reader: SheetReader,
  leftOut: SheetLayout['leftOut'],
  target: ReferenceTarget,
  lookup: GroupLookup,
): readonly (Group & { readonly row: number })[] {
  return leftOut.flatMap(({ row, reason, isTaken }) => {
    const text = reason === '分组标题行' && !isTaken ? onlyText(reader, row) : undefined;
    const group = text === undefined ? undefined : groupNamed(text, target, lookup);
    return group === undefined ? [] : [{ ...group, row }];
  });
}

/** 一、 and （一） and 1. before a name. */
const NUMBER = /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．])\s*/;
/** （12件） and a colon behind it. */
const BEHIND = /\s*(?:[（(][^（）()]*[）)])?\s*[:：]?$/;
/** More is a sentence, whatever it ends with. */
const LONGEST_NAME = 12;

function groupNamed(text: string, target: ReferenceTarget, { resolve, namesOf }: GroupLookup): Group | undefined {
  const unnumbered = text.replace(NUMBER, '');
  const bare = unnumbered.replace(BEHIND, '');
  const known = [text, unnumbered, bare].find((name) => {
    const found = resolve(target, name);
    return 'ids' in found && found.ids.length === 1;
  });
  if (known !== undefined) return { name: known, isKnown: true };
  const isLike = (name: string): boolean => name.length > 2 && bare.endsWith(name.slice(-2));
  const isOneMore = bare.length <= LONGEST_NAME && (namesOf?.(target) ?? []).some(({ name }) => isLike(name));
  return isOneMore ? { name: bare, isKnown: false } : undefined;
}
