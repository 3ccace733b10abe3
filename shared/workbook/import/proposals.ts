import type { FieldSpec, Option } from '../../kit/fields.ts';
import { finished } from '../../kit/finished.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Day, Value } from '../../kit/values.ts';
import type { RowPlace, SheetReader } from '../cells.ts';
import { ROWS_A_STEP, type SheetLayout } from './header.ts';
import { fieldsOf, isImportable, type Mapping } from './mapping.ts';

/** A column of organisation names, blank below a filled cell though nothing is merged: written once, meant for all. */
export type FillDownProposal = {
  readonly column: number;
  readonly header: string;
  readonly field: string;
  /** How many blank cells would take the value above them. */
  readonly blanks: number;
  /** The names that would be carried down, in order. */
  readonly names: readonly string[];
};

/** Proposed, never applied unseen: a blank cell may also mean that nobody is in charge. */
export const proposeFillDown = (
  reader: SheetReader,
  layout: SheetLayout,
  mapping: Mapping,
  ledger: Ledger,
): readonly FillDownProposal[] => finished(fillDownSteps(reader, layout, mapping, ledger));

/** The same with stops on the way down each column of names. */
export function* fillDownSteps(
  reader: SheetReader,
  layout: SheetLayout,
  mapping: Mapping,
  ledger: Ledger,
): Generator<undefined, readonly FillDownProposal[]> {
  const proposals: FillDownProposal[] = [];
  for (const { column, header, target } of mapping.columns) {
    const [field] = fieldsOf(target);
    const spec = field === undefined ? undefined : ledger.fields[field];
    if (field === undefined || spec?.kind !== 'reference') continue;
    const names = new Set<string>();
    let blanks = 0;
    /** The sheet on which a name stands above: what stood last on one is not meant for the next. */
    let named: RowPlace['sheet'] | false = false;
    for (const row of layout.body) {
      const cell = reader.bodyCell(row, column);
      const { sheet } = reader.placeOf(row);
      if (cell.kind === 'text' && cell.text.trim() !== '') {
        names.add(cell.text.trim());
        named = sheet;
      } else if (named === sheet) blanks += 1;
      if (row % ROWS_A_STEP === 0) yield;
    }
    if (blanks > 0) proposals.push({ column, header, field, blanks, names: [...names] });
  }
  return proposals;
}

/** A value for every row, proposed for a field the sheet has no column for. */
export type ConstantProposal = { readonly field: string; readonly value: Value; readonly why: string };

/**
 * Proposes constants for fields without a column: the organisation named in the file name or a title, the list a sheet
 * name or title names (基本履职事项清单) for a choice that is key or wanted, the year they state for a field that names one, and today for
 * a key day (收件日期). `resolve` finds the record a reference field means by a name, undefined where there is none.
 */
export function proposeConstants(
  layout: SheetLayout,
  mapping: Mapping,
  ledger: Ledger,
  fileName: string,
  today: Day,
  resolve: (spec: FieldSpec, name: string) => string | undefined,
  sheetName = '',
): readonly ConstantProposal[] {
  const places: readonly Place[] = [
    { where: '工作表名', texts: [sheetName] },
    { where: '表内标题', texts: layout.above },
    { where: '文件名', texts: [fileName] },
  ];
  const mapped = new Set(mapping.columns.flatMap((column) => fieldsOf(column.target)));
  return Object.entries(ledger.fields).flatMap(([field, spec]): ConstantProposal[] => {
    if (!isImportable(spec) || mapped.has(field)) return [];
    const isAsked = (spec.key ?? false) || (spec.wanted ?? false);
    if (spec.kind === 'reference' && isAsked) return proposeReference(field, spec, fileName, layout, resolve);
    if (spec.kind === 'choice' && isAsked) return proposeOption(field, spec, places);
    if (spec.ofYear) return proposeYear(field, places);
    if (spec.kind === 'date' && spec.key) return [{ field, value: today, why: '表中没有这一列，建议填今天，可修改' }];
    return [];
  });
}

/** Where a sheet may say what all of its rows are. */
type Place = { readonly where: string; readonly texts: readonly string[] };

/** The option whose longest word a text contains: 不可出具 goes before 可出具. Two options in one text say nothing. */
function proposeOption(field: string, { options = [], key }: FieldSpec, places: readonly Place[]): ConstantProposal[] {
  for (const { where, texts } of places) {
    const found = texts
      .map((text) => optionNamed(text, options, key ? 1 : TELLING))
      .filter((value) => value !== undefined);
    const [value] = found;
    if (value !== undefined && found.every((other) => other === value)) {
      return [{ field, value, why: `${where}写明“${value}”` }];
    }
  }
  return [];
}

/** A field that may stay blank is not filled by a chance word such as 其他 or 媒体. */
const TELLING = 3;

function optionNamed(text: string, options: readonly Option[], shortest: number): string | undefined {
  let rest = text.replace(/\s/g, '');
  const named = new Set<string>();
  const all = options.flatMap(({ value, aliases = [] }) => [value, ...aliases].map((word) => ({ word, value })));
  for (const { word, value } of all.sort((a, b) => b.word.length - a.word.length)) {
    if (word.length < shortest || !rest.includes(word)) continue;
    named.add(value);
    rest = rest.replaceAll(word, '|');
  }
  const [only] = named;
  return named.size === 1 ? only : undefined;
}

function proposeYear(field: string, places: readonly Place[]): ConstantProposal[] {
  for (const { where, texts } of places) {
    const years = texts.map((text) => /(?<!\d)20\d\d(?=\s*(?:年|版))/.exec(text)?.[0]);
    const year = years.find((found) => found !== undefined);
    if (year !== undefined) return [{ field, value: year, why: `${where}写明“${year}”` }];
  }
  return [];
}

function proposeReference(
  field: string,
  spec: FieldSpec,
  fileName: string,
  layout: SheetLayout,
  resolve: (spec: FieldSpec, name: string) => string | undefined,
): ConstantProposal[] {
  const sources = [
    { where: '文件名', words: words(fileName.replace(/\.[^.]*$/, '')) },
    { where: '表内标题', words: layout.above.flatMap(words) },
  ];
  for (const { where, words: candidates } of sources) {
    for (const word of candidates) {
      const value = resolve(spec, word);
      if (value !== undefined) return [{ field, value, why: `${where}写明“${word}”` }];
    }
  }
  return [];
}

/** 部门申报-区住建局-拟进… → its parts; 填报单位（盖章）：东湖社区居民委员会 → the part behind the colon. */
function words(text: string): readonly string[] {
  return text
    .split(/[-_—－\s:：（）()《》]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
