import {
  type BoundFigure,
  type ColumnValue,
  type Condition,
  type LineSource,
  TEXT_KINDS,
  type TextValue,
} from '../../../shared/forms/form-binding.ts';
import { FORM_MEASURES } from '../../../shared/forms/form-measures.ts';
import { UNIT_KINDS, unitField, unitsOf } from '../../../shared/forms/form-names.ts';
import { conditionWords, kindWords } from '../../../shared/forms/value-words.ts';
import type { FieldSpec, Option } from '../../../shared/kit/fields.ts';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';

/** One choice of a select, as Mantine wants it. */
export type Choice = { readonly value: string; readonly label: string };
export type ChoiceGroup = { readonly group: string; readonly items: readonly Choice[] };

/** 不填: whoever fills the form does so by hand, or its own formula does. */
export const NOTHING = '';
const PARTED = '\u0000';

/** Indicators by ledger; `as` is what the figure is used for: the value itself, or the place among the rows. */
function figureGroups(as: 'figure' | 'rank'): readonly ChoiceGroup[] {
  return ledgers.flatMap(({ id, title }) => {
    const items = FORM_MEASURES.filter(({ indicator }) => indicator.ledger === id).map(({ indicator }) => ({
      value: `${as}${PARTED}${indicator.id}`,
      label: as === 'rank' ? `名次：${indicator.title}` : indicator.title,
    }));
    return items.length === 0 ? [] : [{ group: as === 'rank' ? `按名次 · ${title}` : title, items }];
  });
}

const plain = (...kinds: readonly ('number' | 'name')[]): readonly Choice[] =>
  kinds.map((kind) => ({ value: kind, label: kindWords(kind) }));

/** What a column may hold: fields where its rows are records, else figures. */
export function columnChoices(lines: LineSource): readonly ChoiceGroup[] {
  const first = { group: '一般', items: [{ value: NOTHING, label: '不填（留给公式或手工）' }, ...plain('number')] };
  if (lines.kind !== 'records') {
    const named = { ...first, items: [...first.items, ...plain('name')] };
    return [named, ...figureGroups('figure'), ...figureGroups('rank')];
  }
  const ledger = ledgerById(lines.ledger);
  const specs = { ...ledger?.fields, ...ledger?.derived?.fields };
  const fields = Object.entries(specs)
    .filter(([, { kind }]) => kind !== 'children' && kind !== 'attachments')
    .map(([field, { label }]) => ({ value: `field${PARTED}${field}`, label }));
  return [first, { group: ledger?.title ?? '字段', items: fields }];
}

/** What a gap or a single cell may hold; one in a line of totals its sum too. */
export const textChoices = (sum: TextValue | undefined): readonly ChoiceGroup[] => [
  {
    group: '一般',
    items: [
      { value: NOTHING, label: '不填（留给手工）' },
      ...(sum === undefined ? [] : [{ value: sum.kind, label: kindWords(sum.kind) }]),
      ...TEXT_KINDS.map((kind) => ({ value: kind, label: kindWords(kind) })),
      { value: 'fixed', label: '固定文字' },
    ],
  },
  ...figureGroups('figure'),
];

/** The choice that stands for a value. */
export function choiceOf(value: ColumnValue | TextValue | undefined): string {
  if (value === undefined) return NOTHING;
  if (value.kind === 'figure' || value.kind === 'rank') return `${value.kind}${PARTED}${value.figure.indicator}`;
  return value.kind === 'field' ? `field${PARTED}${value.field}` : value.kind;
}

/** The days go along, and conditions where the new indicator counts the same ledger: 化解数 of 邻里 becomes 未化解数 of 邻里. */
function figureOf(id: string, before: BoundFigure | undefined): BoundFigure {
  const ledgerOf = (indicator: string) => FORM_MEASURES.find((one) => one.indicator.id === indicator)?.indicator.ledger;
  const keeps = before?.where !== undefined && ledgerOf(before.indicator) === ledgerOf(id);
  return {
    indicator: id,
    ...(keeps ? { where: before.where } : {}),
    ...(before?.span === undefined ? {} : { span: before.span }),
    ...(before?.compared === undefined ? {} : { compared: before.compared }),
  };
}

const figureIn = (value: ColumnValue | TextValue | undefined): BoundFigure | undefined =>
  value?.kind === 'figure' || value?.kind === 'rank' ? value.figure : undefined;

/** The value a choice stands for, for a column; undefined is 不填. */
export function chosenColumnValue(choice: string, before: ColumnValue | undefined): ColumnValue | undefined {
  const [kind, id = ''] = choice.split(PARTED);
  switch (kind) {
    case 'number':
    case 'name':
      return { kind };
    case 'field':
      return { kind, field: id };
    case 'figure':
    case 'rank':
      return { kind, figure: figureOf(id, figureIn(before)) };
    default:
      return undefined;
  }
}

/** The same for a gap or a cell; `sum` is what it would be as part of a line of totals. */
export function chosenTextValue(
  choice: string,
  before: TextValue | undefined,
  sum: TextValue | undefined,
): TextValue | undefined {
  const [kind, id = ''] = choice.split(PARTED);
  if (kind === sum?.kind) return sum;
  if (kind === 'fixed') return { kind, text: before?.kind === 'fixed' ? before.text : '' };
  if (kind === 'figure') return { kind, figure: figureOf(id, figureIn(before)) };
  const word = TEXT_KINDS.find((one) => one === kind);
  return word === undefined ? undefined : { kind: word };
}

/** Names, records and options as the page has them at hand. */
export type NameBook = Parameters<typeof unitsOf>[1] & { readonly options: (field: FieldSpec) => readonly Option[] };

/** Fields by which a ledger's records fall into groups: whose they are, and its choices; each with its values. */
function groupings(ledgerId: string, book: NameBook) {
  const ledger = ledgerById(ledgerId);
  if (ledger === undefined) return [];
  const ofUnits = UNIT_KINDS.flatMap((kind) => {
    const field = unitField(kind, ledger);
    const items = unitsOf(kind, book).map(({ id, name }) => ({ value: id, label: name }));
    return field === undefined ? [] : [{ field, label: ledger.fields[field]?.label ?? field, items }];
  });
  const ofChoices = Object.entries(ledger.fields)
    .filter(([, { kind }]) => kind === 'choice')
    .map(([field, spec]) => {
      const items = book.options(spec).map(({ value, title }) => ({ value, label: title ?? value }));
      return { field, label: spec.label, items };
    });
  return [...ofUnits, ...ofChoices].filter(({ items }) => items.length > 0);
}

/** 全部, or records of one unit, or of one option of a ledger's choices; a condition no choice makes is shown as it is. */
export function conditionChoices(ledgerId: string, now: readonly Condition[], book: NameBook): readonly ChoiceGroup[] {
  const ledger = ledgerById(ledgerId);
  const made = groupings(ledgerId, book).map(({ field, label, items }) => ({
    group: label,
    items: items.map((item) => ({
      value: conditionChoice([{ field, is: [item.value] }]),
      label: `${label}：${item.label}`,
    })),
  }));
  const key = conditionChoice(now);
  const isMade = made.some(({ items }) => items.some(({ value }) => value === key));
  const own = { value: key, label: now.map((condition) => conditionWords(condition, ledger, book.nameOf)).join('，') };
  const general = [{ value: NOTHING, label: '全部' }, ...(now.length > 0 && !isMade ? [own] : [])];
  return [{ group: '一般', items: general }, ...made];
}

/** Values that may be counted together where one is chosen: 物业 and 邻里 of fifteen kinds in one column. */
export function togetherChoices(
  ledgerId: string,
  now: readonly Condition[],
  book: NameBook,
): { readonly field: string; readonly chosen: readonly string[]; readonly items: readonly Choice[] } | undefined {
  const [only, another] = now;
  if (only === undefined || another !== undefined || !('is' in only)) return undefined;
  const items = groupings(ledgerId, book).find(({ field }) => field === only.field)?.items;
  return items && { field: only.field, chosen: only.is.map(String), items };
}

export const conditionChoice = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? NOTHING : JSON.stringify(conditions);

/** The conditions of a choice; the choices are made here, so they read back as they were written. */
export const chosenConditions = (choice: string): readonly Condition[] =>
  choice === NOTHING ? [] : (JSON.parse(choice) as readonly Condition[]);
