import type { Attachment, ChildRow, Day, Month, Value } from './values.ts';

/** What a field holds; decides its editor, its conversion on import, its format and its column in a workbook. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'month'
  | 'moment'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'residentId'
  | 'phone'
  | 'creditCode'
  | 'code'
  | 'reference'
  | 'references'
  | 'children'
  | 'attachments';

/** Kinds whose values are counted with: right-aligned, summed, never masked. */
export const isNumeric = ({ kind }: FieldSpec): boolean =>
  kind === 'integer' || kind === 'decimal' || kind === 'money' || kind === 'percent';

/** Unit in which a money column is shown, typed and exchanged; the stored value is always fen. */
export type MoneyUnit = '元' | '万元';

/** Unit in which a sheet from elsewhere may state its amounts. */
export type AmountUnit = MoneyUnit | '千元' | '百万元' | '千万元' | '亿元';

/**
 * One allowed value of a choice, with the words other people use for it (党员 → 中共党员). `title` is what the screen
 * shows where the stored value is an id, as for states.
 */
export type Option = { readonly value: string; readonly title?: string; readonly aliases?: readonly string[] };

/** What the screen calls a stored choice: its option's title where there is one, else the value itself. */
export const optionTitle = (options: readonly Option[] | undefined, value: string): string =>
  options?.find((option) => option.value === value)?.title ?? value;

/** Where a reference points and which records it may point at. `all` words (各社区、全部) stand for every match. */
export type ReferenceTarget = {
  readonly ledger: string;
  readonly where?: { readonly field: string; readonly is: readonly string[] };
  readonly allWords?: readonly string[];
};

/** A field as plain data. Field ids are never renamed, retyped or reused; everything else here may change. */
export type FieldSpec = {
  readonly kind: FieldKind;
  readonly label: string;
  /** Section of the paper form the field stands in. */
  readonly section?: string;
  /** Key: without it no record is taken, by hand or by import. */
  readonly key?: boolean;
  /** Needed for these transitions or reports, by id; the form marks it, the guard asks for it. */
  readonly neededFor?: readonly string[];
  /** Wanted: listed under 待补, never refused. */
  readonly wanted?: boolean;
  /** Header words of other people's sheets that mean this field. The label itself always counts. */
  readonly aliases?: readonly string[];
  /** Personal data: masked in lists and public exports. */
  readonly personal?: boolean;
  /** Changes only by a transition, a correction (更正) or an opening-balance import (存量导入). */
  readonly decision?: boolean;
  /** Filled by the program; shown, never typed. */
  readonly automatic?: boolean;
  /** Inclusive bounds of a number, in stored units. */
  readonly min?: number;
  readonly max?: number;
  /** Longest text in code points. */
  readonly maxLength?: number;
  /** Another date field of the same record this one may not precede. */
  readonly notBefore?: string;
  /** A day on which something was done: one that has not come yet is asked about. */
  readonly past?: boolean;
  readonly unit?: MoneyUnit;
  readonly options?: readonly Option[];
  /** Group of dated parameters that lists the options instead. */
  readonly optionsFrom?: string;
  readonly target?: ReferenceTarget;
  readonly childFields?: FieldSpecs;
  /** Names the year or version the record belongs to: an import proposes the year its title or file name states. */
  readonly ofYear?: boolean;
  /** What 无, / and — mean here: a value (无 funds = 0), or 'blank' for an empty field. Unset: a complaint. */
  readonly nothingMeans?: Value | 'blank';
  /** One line of help beside the editor, with the rule's source. */
  readonly help?: string;
  /** Column width in characters of an exported sheet and, times eight, pixels on screen. */
  readonly width?: number;
};

export type FieldSpecs = { readonly [fieldId: string]: FieldSpec };

/** A field being declared: immutable, every word returns a new one. `V` is the type of its stored value. */
export class Field<V extends Value> {
  /** Phantom: carries the value type for ValuesOf, never present at run time. */
  declare readonly valueType: V;

  constructor(readonly spec: FieldSpec) {}

  private with(more: Partial<FieldSpec>): Field<V> {
    return new Field<V>({ ...this.spec, ...more });
  }
  key(): Field<V> {
    return this.with({ key: true });
  }
  neededFor(...purposes: string[]): Field<V> {
    return this.with({ neededFor: [...(this.spec.neededFor ?? []), ...purposes] });
  }
  wanted(): Field<V> {
    return this.with({ wanted: true });
  }
  alias(...words: string[]): Field<V> {
    return this.with({ aliases: [...(this.spec.aliases ?? []), ...words] });
  }
  personal(): Field<V> {
    return this.with({ personal: true });
  }
  decision(): Field<V> {
    return this.with({ decision: true });
  }
  automatic(): Field<V> {
    return this.with({ automatic: true });
  }
  section(section: string): Field<V> {
    return this.with({ section });
  }
  min(min: number): Field<V> {
    return this.with({ min });
  }
  max(max: number): Field<V> {
    return this.with({ max });
  }
  maxLength(maxLength: number): Field<V> {
    return this.with({ maxLength });
  }
  notBefore(fieldId: string): Field<V> {
    return this.with({ notBefore: fieldId });
  }
  past(): Field<V> {
    return this.with({ past: true });
  }
  nothingMeans(meaning: V | 'blank'): Field<V> {
    return this.with({ nothingMeans: meaning });
  }
  ofYear(): Field<V> {
    return this.with({ ofYear: true });
  }
  help(help: string): Field<V> {
    return this.with({ help });
  }
  width(width: number): Field<V> {
    return this.with({ width });
  }
}

type ChoiceSource = readonly (string | Option)[] | { readonly parameter: string };

function choiceSpec(source: ChoiceSource): Partial<FieldSpec> {
  if ('parameter' in source) return { optionsFrom: source.parameter };
  return { options: source.map((option) => (typeof option === 'string' ? { value: option } : option)) };
}

const yesNoOptions = ({ yes, no }: { readonly yes: readonly string[]; readonly no: readonly string[] }) => [
  { value: '是', aliases: yes },
  { value: '否', aliases: no },
];

export const text = (label: string) => new Field<string>({ kind: 'text', label });
export const longText = (label: string) => new Field<string>({ kind: 'longText', label, width: 30 });
export const integer = (label: string) => new Field<number>({ kind: 'integer', label });
/** A measure that comes in parts: hours of service, an area, a coefficient. Not for money. */
export const decimal = (label: string) => new Field<number>({ kind: 'decimal', label });
/** Stored as an integer number of fen; `unit` is how the column is typed, shown and exchanged. */
export const money = (label: string, unit: MoneyUnit) => new Field<number>({ kind: 'money', label, unit, min: 0 });
/** Stored as a number of percent: 95.5 is 95.5 %. */
export const percent = (label: string) => new Field<number>({ kind: 'percent', label, min: 0, max: 100 });
export const date = (label: string) => new Field<Day>({ kind: 'date', label, width: 12 });
export const month = (label: string) => new Field<Month>({ kind: 'month', label, width: 10 });
/** ISO 8601 with offset. */
export const moment = (label: string) => new Field<string>({ kind: 'moment', label, width: 18 });
/** `words` are what sheets write for 是 and 否 in this very column, beside the usual ones: 在岗, 离岗. */
export const yesNo = (label: string, words?: { readonly yes: readonly string[]; readonly no: readonly string[] }) =>
  new Field<boolean>({ kind: 'yesNo', label, width: 8, ...(words ? { options: yesNoOptions(words) } : {}) });
export const choice = (label: string, source: ChoiceSource) =>
  new Field<string>({ kind: 'choice', label, ...choiceSpec(source) });
export const choices = (label: string, source: ChoiceSource) =>
  new Field<readonly string[]>({ kind: 'choices', label, ...choiceSpec(source) });
/** 18 characters, upper case X; 15-digit numbers are kept with a warning (GB 11643). */
export const residentId = (label: string) =>
  new Field<string>({ kind: 'residentId', label, personal: true, width: 22 });
export const phone = (label: string) => new Field<string>({ kind: 'phone', label, width: 14 });
/** 统一社会信用代码, 18 characters (GB 32100). */
export const creditCode = (label: string) => new Field<string>({ kind: 'creditCode', label, width: 20 });
/** Digits or letters that are text: leading zeros and length matter. */
export const code = (label: string) => new Field<string>({ kind: 'code', label });
export const reference = (label: string, target: ReferenceTarget) =>
  new Field<string>({ kind: 'reference', label, target });
export const references = (label: string, target: ReferenceTarget) =>
  new Field<readonly string[]>({ kind: 'references', label, target });
/** An organisation of one or more levels of the tree (街道, 社区, 网格 …). */
export const unit = (label: string, ...levels: string[]) =>
  reference(label, {
    ledger: 'organisation',
    ...(levels.length > 0 ? { where: { field: 'level', is: levels } } : {}),
  });
/** A department of the department ledger (申请单位, 责任部门 …). */
export const department = (label: string) => reference(label, { ledger: 'department' });
/** Rows inside the record, each with an id of its own. */
export const children = <F extends FieldMap>(label: string, fields: F) =>
  new Field<readonly (ChildRow & ValuesOf<F>)[]>({ kind: 'children', label, childFields: specsOf(fields) });
export const attachments = (label: string) => new Field<readonly Attachment[]>({ kind: 'attachments', label });

export type FieldMap = { readonly [fieldId: string]: Field<never> | Field<Value> };

/** The values of a record as its declaration types them. Every field may be blank. */
export type ValuesOf<F> = { readonly [K in keyof F]?: F[K] extends Field<infer V> ? V : never };

/** The plain data of declared fields. */
export function specsOf(fields: FieldMap): FieldSpecs {
  return Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, field.spec]));
}
