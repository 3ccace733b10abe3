import { headerWords } from '../workbook/import/header-words.ts';
import { type Comparison, comparisonIn, comparisonSince, comparisonTitle, isBareChange } from './figure-comparison.ts';
import { SPANS, spanIn } from './figure-span.ts';
import type { BoundFigure } from './form-binding.ts';
import type { FormMeasure } from './form-measures.ts';
import type { FormColumn } from './form-tables.ts';

/** What a heading says without its brackets and 其中: 婚姻家庭（共计：  件） is 婚姻家庭. */
export const bareHeading = (heading: string): string => headerWords(heading).bare.replace(/^其中[:,]?(?=.)/, '');

/** The last heading of a column, bare. */
export const leafOf = ({ headings }: FormColumn): string => bareHeading(headings.at(-1) ?? '');

/** The measure a heading names word for word. */
export const exactMeasure = (leaf: string, measures: readonly FormMeasure[]): FormMeasure | undefined =>
  measures.find(({ words }) => words.includes(leaf));

/** What a heading counts, under which groups, over which days, and against which it is compared. */
export type Counted = {
  readonly leaf: string;
  readonly over: readonly string[];
  readonly days: Pick<BoundFigure, 'span' | 'compared'>;
  /** Set where a comparison may be meant in more than one way. */
  readonly doubt?: true;
};

type Said = { readonly rest: string; readonly days: Counted['days']; readonly doubt?: true };

/**
 * A heading's words without those that say its days or a comparison; undefined where none do. `since` is told by the
 * columns beside it.
 */
function daysSaid(heading: string, since: Comparison['with'] | undefined): Said | undefined {
  const bare = bareHeading(heading);
  const change = comparisonIn(heading, bare);
  if (change !== undefined) {
    return { rest: change.rest, days: { compared: change.compared }, ...(change.sure ? {} : { doubt: true }) };
  }
  if (since !== undefined && isBareChange(bare)) {
    return { rest: '', days: { compared: comparisonSince(heading, since) }, doubt: true };
  }
  const said = spanIn(bare);
  return said && { rest: said.rest, days: said.span === undefined ? {} : { span: said.span } };
}

/** The earlier days the nearest column before it in its group gives: 上年同期 before 增幅. */
function sinceOf(column: FormColumn, columns: readonly FormColumn[]): Comparison['with'] | undefined {
  const groupOf = ({ headings }: FormColumn) => headings.slice(0, -1).join('/');
  const spans = columns
    .slice(0, columns.indexOf(column))
    .filter((one) => groupOf(one) === groupOf(column))
    .map((one) => spanIn(leafOf(one))?.span);
  return spans.findLast((span) => span === 'lastYear' || span === 'previous');
}

/**
 * 派遣数 / 累计, 累计派遣数, 累计 / 派遣数, 派遣数 / 同比: the words above where the last only say the days, the days where a
 * group over the column says them. None where two groups say different days (累计 / 上年同期), or a
 * change is since nobody knows when.
 */
export function countedIn(
  column: FormColumn,
  columns: readonly FormColumn[],
  measures: readonly FormMeasure[],
): Counted | undefined {
  const [leaf = '', ...above] = column.headings.toReversed();
  const own =
    exactMeasure(bareHeading(leaf), measures) === undefined ? daysSaid(leaf, sinceOf(column, columns)) : undefined;
  const groups = above.map((heading) => daysSaid(heading, undefined) ?? { rest: bareHeading(heading), days: {} });
  const words = [own?.rest ?? bareHeading(leaf), ...groups.map(({ rest }) => rest)].filter((word) => word !== '');
  const [counts = '', ...over] = words;
  const all = [...(own === undefined ? [] : [own]), ...groups];
  const spans = new Set(all.flatMap(({ days }) => days.span ?? []));
  const [compared, another] = all.flatMap(({ days }) => days.compared ?? []);
  const [span] = spans;
  // 上年同期 is the other side of a comparison, and 累计 has no last month to go by.
  const isOdd =
    compared !== undefined && span !== undefined && !(span === 'yearToDate' && compared.with === 'lastYear');
  const isUnsaid = compared === undefined && [leaf, ...above].some((heading) => isBareChange(bareHeading(heading)));
  if (spans.size > 1 || another !== undefined || isOdd || isUnsaid) return undefined;
  const days = { ...(span === undefined ? {} : { span }), ...(compared === undefined ? {} : { compared }) };
  if (counts === '') return countedBeside(column, columns, measures, days);
  return {
    leaf: counts,
    over: over.toReversed(),
    days,
    ...(all.some(({ doubt }) => doubt) ? { doubt: true } : {}),
  };
}

/** 派遣数 | 上年同期 | 同比（%）: what only says days is about the nearest column before it that counts something. */
function countedBeside(
  column: FormColumn,
  columns: readonly FormColumn[],
  measures: readonly FormMeasure[],
  days: Counted['days'],
): Counted | undefined {
  const before = columns.slice(0, columns.indexOf(column)).toReversed();
  const counting = before.find(({ headings }) => !headings.some(saysDays));
  const meant = counting && countedIn(counting, columns, measures);
  const isMeasure = meant !== undefined && exactMeasure(meant.leaf, measures) !== undefined;
  return isMeasure ? { ...meant, days, doubt: true } : undefined;
}

/** Whether a heading, or a group, says days or a change. */
const saysDays = (heading: string): boolean =>
  daysSaid(heading, undefined) !== undefined || isBareChange(bareHeading(heading));

/** The days of a column as a clerk calls them: 上年同期, 环比增幅. */
export const daysWords = ({ span, compared }: Counted['days']): string =>
  [SPANS.find((one) => one.span === span)?.title ?? '', compared === undefined ? '' : comparisonTitle(compared)].join(
    '',
  );
