import { optionFor } from '../kit/convert/convert-choice.ts';
import type { Option } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { headerWords, vocabularyOf } from '../workbook/import/header-words.ts';
import { bareHeading, countedIn, daysWords, exactMeasure, leafOf } from './counted-headings.ts';
import type { BoundFigure, ColumnValue, Condition } from './form-binding.ts';
import { FORM_MEASURES, type FormMeasure } from './form-measures.ts';
import { UNIT_KINDS, unitField, unitFinder } from './form-names.ts';
import type { FormColumn } from './form-tables.ts';

/** A column's proposal with, in Chinese, why; `sure` is false where the clerk should look. */
export type ProposedColumn = {
  readonly column: number;
  readonly value: ColumnValue;
  readonly why: string;
  readonly sure: boolean;
};

const measuresOf = (ledger: string): readonly FormMeasure[] =>
  FORM_MEASURES.filter(({ indicator }) => indicator.ledger === ledger);

/** The longest words a heading holds, or is held by: a proposal to be looked at. */
function nearMeasure(leaf: string, measures: readonly FormMeasure[]): FormMeasure | undefined {
  const near = measures.flatMap((measure) =>
    (measure.exactOnly ? [] : measure.words)
      .filter((word) => word.length >= 3 && leaf.length >= 3 && (leaf.includes(word) || word.includes(leaf)))
      .map((word) => ({ measure, length: word.length })),
  );
  return near.toSorted((left, right) => right.length - left.length)[0]?.measure;
}

/**
 * The ledger most headings speak of, by its indicators (aggregate forms) or by its fields (lists); undefined where
 * fewer than two do. `title` decides between ledgers whose words are alike.
 */
export function ledgerOfHeadings(
  columns: readonly FormColumn[],
  title: string,
  ledgers: readonly Ledger[],
): { readonly ledger: Ledger; readonly isList: boolean } | undefined {
  const leaves = columns.map(leafOf);
  const scored = ledgers.map((ledger) => {
    const measures = measuresOf(ledger.id);
    const vocabulary = vocabularyOf(ledger);
    const hits = (test: (leaf: string) => boolean) => leaves.filter(test).length;
    const asFigures = columns.filter((column) =>
      exactMeasure(countedIn(column, columns, measures)?.leaf ?? '', measures),
    ).length;
    const asFields = hits((leaf) => vocabulary.exact(headerWords(leaf)).length > 0);
    return { ledger, isList: asFields > asFigures, score: Math.max(asFigures, asFields) + likeTitle(ledger, title) };
  });
  const best = scored.toSorted((left, right) => right.score - left.score)[0];
  return best === undefined || best.score < 2 ? undefined : best;
}

/** 诉求与工单 in 诉求工单办理情况表: half a point where the title holds a word of the ledger's own. */
const likeTitle = ({ title, noun }: Ledger, formTitle: string): number =>
  [noun, ...title.split(/[与、]/)].some((word) => formTitle.includes(word)) ? 0.5 : 0;

/** Options of a choice field, declared or kept as parameters. */
export function optionsOf(ledger: Ledger, field: string, context: LedgerContext): readonly Option[] {
  const spec = ledger.fields[field];
  if (spec?.options !== undefined) return spec.options;
  if (spec?.optionsFrom === undefined) return [];
  return context.parameterKeys(spec.optionsFrom, context.today).map((value) => ({ value }));
}

const OTHERS = new Set(['其他', '其它', '其他类', '其余']);

/** The choice field that knows most of these words, others (其他) aside. */
export function fieldOfOptions(words: readonly string[], ledger: Ledger, context: LedgerContext): string | undefined {
  const named = words.filter((word) => !OTHERS.has(word));
  const scored = Object.entries(ledger.fields)
    .filter(([, { kind }]) => kind === 'choice')
    .map(([field]) => {
      const options = optionsOf(ledger, field, context);
      return { field, known: named.filter((word) => optionFor(word, options) !== undefined).length };
    })
    .toSorted((left, right) => right.known - left.known)[0];
  return scored !== undefined && scored.known > 0 && scored.known * 2 >= named.length ? scored.field : undefined;
}

/** Which records a word of a group means: those of its option, or, for 其他, those no other word of the group names. */
export function conditionFor(
  word: string,
  group: readonly string[],
  ledger: Ledger,
  field: string,
  context: LedgerContext,
): Condition | undefined {
  const options = optionsOf(ledger, field, context);
  const optionOf = (one: string) => optionFor(one, options);
  if (OTHERS.has(word)) {
    const named = group.filter((one) => one !== word).flatMap((one) => optionOf(one) ?? []);
    return named.length === 0 ? undefined : { field, except: [...new Set(named)] };
  }
  const value = optionOf(word);
  return value === undefined ? undefined : { field, is: [value] };
}

/** A column that counts all kinds the others count by themselves. */
const ALL_KINDS = /^(合计|总计|小计|总数)数?$/;

/** Proposals for the columns of an aggregate form: indicators of one ledger, over the kinds their headings name. */
export function proposeFigures(
  columns: readonly FormColumn[],
  ledger: Ledger,
  context: LedgerContext,
): readonly ProposedColumn[] {
  const measures = measuresOf(ledger.id);
  const [total] = measures;
  const counted = columns.flatMap((column) => {
    const said = countedIn(column, columns, measures);
    return said === undefined ? [] : [{ ...said, column }];
  });
  const parents = [...new Set(counted.flatMap(({ over }) => over))];
  const leaves = counted.map(({ leaf }) => leaf);
  const unnamed = leaves.filter((leaf) => exactMeasure(leaf, measures) === undefined);
  const parentField = fieldOfOptions(parents, ledger, context);
  const leafField = fieldOfOptions(unnamed, ledger, context);
  const unitOf = unitsMeant(ledger, context);
  const underParent = (heading: string): Condition | undefined =>
    unitOf(heading)?.condition ??
    (parentField === undefined ? undefined : conditionFor(bareHeading(heading), parents, ledger, parentField, context));
  return counted.flatMap(({ column, leaf, over, days, doubt: isDoubtful }): ProposedColumn[] => {
    const where = over.flatMap((heading) => underParent(heading) ?? []);
    const limited = { ...(where.length === 0 ? {} : { where }), ...days };
    const heading = column.headings.join(' / ');
    const shared = [...over, leaf].map((part) => unitOf(part)?.names ?? []).find((names) => names.length > 1);
    const doubt = [
      ...(shared === undefined ? [] : [`；同名的有${shared.join('、')}，合在一起计，请核对`]),
      ...(isDoubtful ? [`；按${daysWords(days)}填，请核对`] : []),
    ].join('');
    const ofMeasure = ({ indicator }: FormMeasure, sure: boolean, more: readonly Condition[] = []): ProposedColumn => {
      const all = [...where, ...more];
      const figure = { indicator: indicator.id, ...(all.length === 0 ? {} : { where: all }), ...days };
      const value: ColumnValue = { kind: 'figure', figure };
      const why = sure ? `“${heading}”就是“${indicator.title}”` : `“${heading}”与“${indicator.title}”相近，请核对`;
      return { column: column.column, value, why: `${why}${doubt}`, sure: sure && doubt === '' };
    };
    const exact = exactMeasure(leaf, measures);
    if (exact !== undefined) return [ofMeasure(exact, true)];
    if (/^(排名|名次|排序)$/.test(leaf)) return [...rankOf(column, measures, limited)];
    const option =
      unitOf(leaf)?.condition ??
      (leafField === undefined ? undefined : conditionFor(leaf, unnamed, ledger, leafField, context));
    if (option !== undefined && total !== undefined) return [ofMeasure(total, true, [option])];
    const ofGroup = over.flatMap((heading) => exactMeasure(heading, measures) ?? []).at(-1);
    const near = ALL_KINDS.test(leaf) ? (ofGroup ?? total) : nearMeasure(leaf, measures);
    return near === undefined ? [] : [ofMeasure(near, false)];
  });
}

/**
 * A heading that names a community or department means the records of it: rows may be kinds, and columns communities. Of a
 * name that several communities share it means them all.
 */
function unitsMeant(ledger: Ledger, context: LedgerContext) {
  const finders = UNIT_KINDS.flatMap((kind) => {
    const field = unitField(kind, ledger);
    return field === undefined ? [] : [{ field, find: unitFinder(kind, context) }];
  });
  return (heading: string): { readonly condition: Condition; readonly names: readonly string[] } | undefined => {
    for (const { field, find } of finders) {
      const units = find(bareHeading(heading));
      if (units.length === 0) continue;
      return { condition: { field, is: units.flatMap(({ ids }) => ids) }, names: units.map(({ name }) => name) };
    }
    return undefined;
  };
}

/** By the share the form is about, best first; which one that is only the superior knows. */
function rankOf(
  { column }: FormColumn,
  measures: readonly FormMeasure[],
  limited: Omit<BoundFigure, 'indicator'>,
): readonly ProposedColumn[] {
  const by = measures.find(({ indicator }) => indicator.unit === 'share')?.indicator;
  if (by === undefined) return [];
  const value: ColumnValue = { kind: 'rank', figure: { indicator: by.id, ...limited } };
  return [{ column, value, why: `按“${by.title}”从高到低排，并列同名次，请核对`, sure: false }];
}

/** Proposals for the columns of a list: fields of one ledger. */
export function proposeFields(columns: readonly FormColumn[], ledger: Ledger): readonly ProposedColumn[] {
  const vocabulary = vocabularyOf(ledger);
  const taken = new Set<string>();
  return columns.flatMap((column): ProposedColumn[] => {
    const words = headerWords(column.headings.at(-1) ?? '');
    const exact = vocabulary.exact(words).find((field) => !taken.has(field));
    const field = exact ?? vocabulary.near(words).find((one) => !taken.has(one));
    if (field === undefined) return [];
    taken.add(field);
    const label = (ledger.fields[field] ?? ledger.derived?.fields[field])?.label ?? field;
    const why = exact === undefined ? `列名与“${label}”相近，请核对` : `“${label}”`;
    const whose = /社区/.test(words.bare) && !/小区|网格/.test(words.bare) && isOfParts(ledger, field);
    const value: ColumnValue = { kind: 'field', field, ...(whose ? { level: '社区' } : {}) };
    return [{ column: column.column, value, why, sure: exact !== undefined }];
  });
}

/** Whether a field may name a 小区 or 网格 of a community. */
const isOfParts = ({ fields }: Ledger, field: string): boolean =>
  fields[field]?.target?.where?.is.includes('小区') === true;
