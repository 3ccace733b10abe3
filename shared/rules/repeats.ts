import { isBlank } from '../kit/blank.ts';
import { textIn } from '../kit/field-values.ts';
import type { SimilarRecords } from '../kit/ledger.ts';
import type { LedgerContext, MarksOf } from '../kit/ledger-context.ts';
import { dice, pieces } from '../kit/similarity.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';

/** Which fields of a ledger say who asked, and what about. A name alone is no person: it counts within a community. */
export type RepeatFields = {
  readonly person: string;
  readonly personId: string;
  readonly phone: string;
  readonly community: string;
  readonly text: string;
};

/** Another record of the same person about what reads like the same matter. */
export type Repeat = {
  readonly record: LedgerRecord;
  /** 电话, 身份证号 or 姓名、社区: what is the same. */
  readonly same: string;
  /** How alike the texts are, 0 to 1. */
  readonly likeness: number;
};

/** 三幢电梯又停运了 and 三幢的电梯停运 share 0.46 of their pieces; of one person two different matters share far less. Inferred. */
const ALIKE = 0.4;

const isSame = (one: Values, other: Values, field: string): boolean =>
  one[field] === other[field] && one[field] !== undefined && one[field] !== '';

/** What is the same of two records' people, surest first; undefined where nothing says it is one person. */
function sameness(
  one: Values,
  other: Values,
  { person, personId, phone, community }: RepeatFields,
): string | undefined {
  if (isSame(one, other, personId)) return '身份证号';
  if (isSame(one, other, phone)) return '电话';
  return isSame(one, other, person) && isSame(one, other, community) ? '姓名和社区' : undefined;
}

/** Marks of a record's person: whoever is the same by `sameness` carries one of them too. */
const personMarks =
  ({ person, personId, phone, community }: RepeatFields): MarksOf =>
  (values) => {
    const [name, place] = [textIn(values, person), textIn(values, community)];
    const named = name === '' || place === '' ? '' : `${name} ${place}`;
    return [textIn(values, personId), textIn(values, phone), named].filter((mark) => mark !== '');
  };

/** Where repetitions of a ledger's records are looked for. */
export type RepeatSearch = { readonly ledger: string; readonly fields: RepeatFields; readonly marks: MarksOf };

export const repeatSearch = (ledger: string, fields: RepeatFields): RepeatSearch => ({
  ledger,
  fields,
  marks: personMarks(fields),
});

/** Records that may be the same person's. */
const candidates = (values: Values, { ledger, marks }: RepeatSearch, context: LedgerContext): readonly LedgerRecord[] =>
  context.marked?.(ledger, marks, marks(values)) ?? context.records(ledger);

/** How alike other texts are to one. Cutting a text is the dear part, and a sheet sent again says the same words again. */
function likenessOf(text: string): (other: string) => number {
  let own: ReadonlySet<string> | undefined;
  return (other) => {
    if (other === text && WORDED.test(text)) return 1;
    own ??= pieces(text);
    return dice(own, pieces(other));
  };
}

/** Fewer than two letters are no words that could be alike. */
const WORDED = /\p{L}.*\p{L}/su;

/**
 * Records of the same person whose text is alike, the likest first. A hint for the clerk, never a merge: whether it is
 * the same matter is for a person to say. `id` is the record's own, where it has one already.
 */
export function findRepeats(
  values: Values,
  id: string | undefined,
  search: RepeatSearch,
  context: LedgerContext,
): readonly Repeat[] {
  const { fields } = search;
  const others = candidates(values, search, context).flatMap((record) => {
    const same = record.id === id ? undefined : sameness(values, record.values, fields);
    return same === undefined ? [] : [{ record, same }];
  });
  if (others.length === 0) return [];
  const likenessTo = likenessOf(textIn(values, fields.text));
  return others
    .map(({ record, same }) => ({ record, same, likeness: likenessTo(textIn(record.values, fields.text)) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness);
}

/** The same for the record's panel, until the clerk noted in the field `link` which one it repeats. */
export const similarRepeats = (search: RepeatSearch, link: string): SimilarRecords => ({
  link,
  marks: search.marks,
  find: ({ id, values }, context) =>
    isBlank(values[link])
      ? findRepeats(values, id, search, context).map(({ record, same, likeness }) => ({
          id: record.id,
          why: `${same}相同，内容相近 ${Math.round(likeness * 100)}%`,
        }))
      : [],
});
