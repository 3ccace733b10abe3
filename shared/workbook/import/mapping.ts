import { optionFor } from '../../kit/convert/convert-choice.ts';
import type { AmountUnit, FieldKind, FieldSpec } from '../../kit/fields.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Values } from '../../kit/values.ts';
import { joinedWords, type TitleSays, titleReader, titlesOf } from './column-titles.ts';
import type { SheetLayout } from './header.ts';
import { foldHeader, type HeaderCell, type HeaderVocabulary, isRowNumberHeader, vocabularyOf } from './header-words.ts';

/** What becomes of a column. */
export type ColumnTarget =
  | { readonly kind: 'ignore' }
  /** The ledger's own number: finds the record to update, is never written. */
  | { readonly kind: 'identity'; readonly field: string }
  | { readonly kind: 'field'; readonly field: string }
  /** One cell, two fields: 起止时间 `2027.1-2027.4`. */
  | { readonly kind: 'period'; readonly from: string; readonly to: string }
  /** One cell, two fields that both take something of it, as the clerk wishes: 地址 names its community too. */
  | { readonly kind: 'both'; readonly fields: readonly [string, string] }
  /** One cell, one of several fields, by which of them knows the value: 类别. */
  | { readonly kind: 'byValue'; readonly fields: readonly string[] }
  /** A column without a field of its own, kept in the remarks as `列名：内容` because the clerk wishes it. */
  | { readonly kind: 'note'; readonly field: string };

/** One column with its target and, in Chinese, why. `sure` is false for a proposal by likeness. */
export type MappedColumn = {
  readonly column: number;
  readonly header: string;
  readonly unit?: AmountUnit;
  readonly target: ColumnTarget;
  readonly why: string;
  readonly sure: boolean;
  /** Set by the clerk, for this file or for one of the same form before. */
  readonly byHand?: boolean;
};

/** The unit in which amounts stand in each column that states one. */
export type ColumnUnits = { readonly [column: number]: AmountUnit | undefined };

/** How a sheet becomes records, as the clerk sees and accepts it. */
export type Mapping = {
  readonly ledger: string;
  /** Names the layout, so that the clerk's choices can be remembered for the next file of the same form. */
  readonly fingerprint: string;
  readonly columns: readonly MappedColumn[];
  /** Values for fields the sheet has no column for: 收件日期 of a whole file. A cell's own value goes first. */
  readonly constants: Values;
  /** In place of `constants` where several sheets are read as one: each has what its own name or title says (9 月). */
  readonly sheetConstants?: { readonly [sheet: string]: Values };
  /** In place of the units of `columns` where several sheets are read as one and each states its own (单位：万元). */
  readonly sheetUnits?: { readonly [sheet: string]: ColumnUnits };
  /** Columns whose blank cells take the value above; only what the clerk accepted stands here. */
  readonly fillDown: readonly number[];
  /** The field that group rows name for the rows below them (晨光社区 over its cases), where the clerk accepted that. */
  readonly groupRows?: string;
};

const NEVER_FROM_A_CELL: ReadonlySet<FieldKind> = new Set<FieldKind>(['children', 'attachments']);

/** May an import write this field? State and decisions change by a transition, automatic fields by the program alone. */
export function isImportable(spec: FieldSpec): boolean {
  return !spec.automatic && !spec.decision && !NEVER_FROM_A_CELL.has(spec.kind);
}

/** Some values of a column as the sheet shows them; [] where none are known. */
export type ColumnSample = (column: number) => readonly string[];

const NO_SAMPLE: ColumnSample = () => [];

/**
 * Proposes a target for every column: exact words first, then words several fields share, then likeness. Where a word is
 * shared, the values of the column, as far as `sample` tells them, say which of the fields can be meant. Of two columns
 * for one field that with the field's own name goes first (反映问题 before 事项名称), then that whose title names the field:
 * 姓名 under 诉求人信息 before 姓名 under 承办信息.
 */
export function proposeMapping(
  layout: Pick<SheetLayout, 'headers' | 'unit'>,
  ledger: Ledger,
  sample: ColumnSample = NO_SAMPLE,
): Mapping {
  const claimed = new Set<string>();
  const chosen = new Map<number, MappedColumn>();
  const passes = [countRows, proposeExact, proposeShared, proposeNear, explainUnused];
  const read = meaningReader(ledger);
  const rank = ({ says, isNamed }: Meaning): number => (isNamed ? 0 : RANKS.length) + RANKS.indexOf(says);
  const meanings = layout.headers.map(read).toSorted((one, other) => rank(one) - rank(other));
  for (const pass of passes) {
    for (const meaning of meanings) {
      const { header } = meaning;
      if (chosen.has(header.column)) continue;
      const proposal = pass(meaning, ledger, claimed, sample);
      if (proposal === undefined) continue;
      for (const field of fieldsOf(proposal.target)) claimed.add(field);
      const unit = header.words.unit ?? layout.unit;
      chosen.set(header.column, {
        column: header.column,
        header: header.text,
        ...proposal,
        ...(unit === undefined ? {} : { unit }),
      });
    }
  }
  const columns = layout.headers.flatMap((header) => chosen.get(header.column) ?? []);
  return { ledger: ledger.id, fingerprint: fingerprintOf(layout, ledger), columns, constants: {}, fillDown: [] };
}

/** The ledger and the normalised headers in order: the same blank form gives the same fingerprint, whoever filled it. */
export function fingerprintOf(layout: Pick<SheetLayout, 'headers'>, ledger: Ledger): string {
  const named = layout.headers.filter(({ words }) => words.full !== '');
  return [ledger.id, ...named.map((header) => `${header.column}:${header.words.full}`)].join('|');
}

export const unitsOf = ({ columns }: Pick<Mapping, 'columns'>): ColumnUnits =>
  Object.fromEntries(columns.map(({ column, unit }) => [column, unit]));

/** The columns with the units that another sheet of the same form states. */
export function withUnits(columns: readonly MappedColumn[], units: ColumnUnits): readonly MappedColumn[] {
  return columns.map((one) => {
    const unit = units[one.column];
    if (unit === one.unit) return one;
    const { unit: _, ...rest } = one;
    return unit === undefined ? rest : { ...rest, unit };
  });
}

/** The unit in which the sheet a row stands on states the amounts of a field. */
export function unitOfField(mapping: Mapping, field: string, sheet: string | undefined): AmountUnit | undefined {
  const mapped = mapping.columns.find(({ target }) => fieldsOf(target).includes(field));
  const own = sheet === undefined ? undefined : mapping.sheetUnits?.[sheet];
  return mapped && (own ? own[mapped.column] : mapped.unit);
}

/** The fields a target writes. */
export function fieldsOf(target: ColumnTarget): readonly string[] {
  switch (target.kind) {
    case 'ignore':
      return [];
    case 'period':
      return [target.from, target.to];
    case 'both':
    case 'byValue':
      return target.fields;
    default:
      return [target.field];
  }
}

/** The constants without those of fields that a column took by hand: what its blank cells mean is not known. */
export function constantsBeside(constants: Values, columns: readonly MappedColumn[]): Values {
  const taken = new Set(columns.flatMap(({ byHand, target }) => (byHand ? fieldsOf(target) : [])));
  return Object.fromEntries(Object.entries(constants).filter(([field]) => !taken.has(field)));
}

/** Key fields that neither a column, a constant nor group rows fill: without them every row would be held back. */
export function missingKeys(mapping: Mapping, ledger: Ledger): readonly string[] {
  const filled = new Set([...mapping.columns.flatMap((column) => fieldsOf(column.target))]);
  return Object.entries(ledger.fields)
    .filter(([fieldId, spec]) => spec.key && !spec.automatic && !filled.has(fieldId))
    .filter(([fieldId]) => mapping.constants[fieldId] === undefined && mapping.groupRows !== fieldId)
    .map(([fieldId]) => fieldId);
}

type Proposal = Pick<MappedColumn, 'target' | 'why' | 'sure'>;
/** A column as its words and the titles over it tell of it. */
type Meaning = {
  readonly header: HeaderCell;
  /** The fields its words name, those of somebody else left out; those that must come from somewhere stay. */
  readonly fields: readonly string[];
  readonly near: readonly string[];
  readonly says: TitleSays;
  /** The column has the field's own name, no other word for it, and stands under nobody else's title. */
  readonly isNamed: boolean;
};

const RANKS: readonly TitleSays[] = ['own', 'nothing', 'other'];

function meaningReader(ledger: Ledger): (header: HeaderCell) => Meaning {
  const vocabulary = vocabularyOf(ledger);
  const titleSays = titleReader(ledger);
  const labelled = ({ words }: HeaderCell, [field]: readonly string[]): boolean =>
    words.full === foldHeader(ledger.fields[field ?? '']?.label ?? '');
  return (header) => {
    const joined = joinedWords(header);
    const whole = joined === undefined ? [] : vocabulary.exact(joined);
    if (whole.length > 0) return { header, fields: whole, near: [], says: 'own', isNamed: false };
    const exact = vocabulary.exact(header.words);
    const said = exact.map((field) => titleSays(header, field));
    const says = RANKS.find((one) => said.includes(one)) ?? 'nothing';
    const fields = exact.filter((field, at) => said[at] !== 'other' || ledger.fields[field]?.key);
    const isNamed = says !== 'other' && labelled(header, fields);
    return { header, fields, near: exact.length > 0 ? [] : nearest(vocabulary, header), says, isNamed };
  };
}

function nearest(vocabulary: HeaderVocabulary, header: HeaderCell): readonly string[] {
  const joined = joinedWords(header);
  const whole = joined === undefined ? [] : vocabulary.near(joined);
  return whole.length > 0 ? whole : vocabulary.near(header.words);
}

type Pass = (
  meaning: Meaning,
  ledger: Ledger,
  claimed: ReadonlySet<string>,
  sample: ColumnSample,
) => Proposal | undefined;

/** 编号 that counts 1, 2, 3 from row to row: a row number, whatever field has it among its words. 007, 008 are kept. */
const countRows: Pass = ({ header }, _, __, sample) => {
  if (!isRowNumberHeader(header.words) || !countsUp(sample(header.column))) return undefined;
  return { target: { kind: 'ignore' }, why: '行号，不导入', sure: true };
};

const countsUp = (values: readonly string[]): boolean =>
  values.length > 0 &&
  values.every((value, at) => /^[1-9]\d{0,3}$/.test(value) && Number(value) === Number(values[0]) + at);

const proposeExact: Pass = ({ header, fields: [field, ...others], says }, ledger, claimed) => {
  if (field === undefined || others.length > 0 || claimed.has(field)) return undefined;
  if (ledger.numbering?.field === field) {
    return { target: { kind: 'identity', field }, why: '本台账自己的编号，用来找到已有记录', sure: true };
  }
  const spec = ledger.fields[field];
  if (spec === undefined || !isImportable(spec)) return undefined;
  const target = { kind: 'field', field } as const;
  if (says !== 'other') return { target, why: reasonFor(spec, header), sure: true };
  return { target, why: `在「${titlesOf(header)[0] ?? ''}」之下，请核对是不是「${spec.label}」`, sure: false };
};

function reasonFor(spec: FieldSpec, header: HeaderCell): string {
  return spec.label === header.text.split('/').at(-1)
    ? '列名相同'
    : `列名「${header.text}」是「${spec.label}」的常用叫法`;
}

const proposeShared: Pass = ({ header, fields }, ledger, claimed, sample) => {
  const unclaimed = fields.filter((field) => {
    const spec = ledger.fields[field];
    return spec !== undefined && isImportable(spec) && !claimed.has(field);
  });
  const free = fieldsThatFit(unclaimed, ledger, sample(header.column));
  const [first, second] = free;
  if (first === undefined) return undefined;
  if (second === undefined) {
    return { target: { kind: 'field', field: first }, why: `列名「${header.text}」的常用含义`, sure: true };
  }
  const labels = free.map((field) => `「${ledger.fields[field]?.label ?? field}」`);
  if (isDay(ledger.fields[first]) && isDay(ledger.fields[second])) {
    const [from, to] = ledger.fields[first]?.notBefore === second ? [second, first] : [first, second];
    return { target: { kind: 'period', from, to }, why: `一格两项：拆成${labels.slice(0, 2).join('和')}`, sure: true };
  }
  return { target: { kind: 'byValue', fields: free }, why: `按内容归入${labels.join('或')}`, sure: true };
};

/** The one choice that knows every value; else the fields without the choices that know none. */
function fieldsThatFit(fields: readonly string[], ledger: Ledger, values: readonly string[]): readonly string[] {
  if (values.length === 0 || fields.length < 2) return fields;
  const known = new Map(fields.map((field) => [field, knownValues(ledger.fields[field], values)]));
  const whole = fields.find((field) => known.get(field) === values.length);
  if (whole !== undefined) return [whole];
  const some = fields.filter((field) => known.get(field) !== 0);
  return some.length > 0 ? some : fields;
}

/** How many of the values a choice knows; undefined for fields that take any. */
function knownValues(spec: FieldSpec | undefined, values: readonly string[]): number | undefined {
  const options = spec?.kind === 'choice' ? spec.options : undefined;
  return options && values.filter((value) => optionFor(value, options) !== undefined).length;
}

const proposeNear: Pass = ({ near: [field, ...others] }, ledger, claimed) => {
  const spec = field === undefined ? undefined : ledger.fields[field];
  if (field === undefined || spec === undefined || others.length > 0) return undefined;
  if (!isImportable(spec) || claimed.has(field)) return undefined;
  return { target: { kind: 'field', field }, why: `列名与「${spec.label}」相近，请核对`, sure: false };
};

const explainUnused: Pass = ({ header, fields: [field], says }, ledger) => {
  const sure = field !== undefined || isRowNumberHeader(header.words);
  const why = reasonUnused(header, ledger, field);
  if (field !== undefined || says !== 'other') return { target: { kind: 'ignore' }, why, sure };
  return { target: { kind: 'ignore' }, why: `在「${titlesOf(header)[0] ?? ''}」之下，是别人的，不导入`, sure };
};

function reasonUnused(header: HeaderCell, ledger: Ledger, field: string | undefined): string {
  if (field === undefined) return isRowNumberHeader(header.words) ? '行号，不导入' : '没有对应的字段，不导入';
  const spec = ledger.fields[field] ?? ledger.derived?.fields[field];
  if (spec !== undefined && isImportable(spec) && field in ledger.fields) return `「${spec.label}」已由另一列对应`;
  return `「${spec?.label ?? field}」由程序或办理环节填写，不从表格导入`;
}

function isDay(spec: FieldSpec | undefined): boolean {
  return spec?.kind === 'date';
}
