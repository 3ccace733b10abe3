import { dice, pieces } from '../access/similarity.ts';
import { textIn } from '../kit/steps.ts';
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

/** The words under which a record's person is found in an index. */
function marksOf(values: Values, { person, personId, phone, community }: RepeatFields): readonly string[] {
  const mark = (...parts: readonly string[]) => (parts.every((part) => part !== '') ? [parts.join(' ')] : []);
  return [
    ...mark(textIn(values, personId)),
    ...mark(textIn(values, phone)),
    ...mark(textIn(values, person), textIn(values, community)),
  ];
}

type Marked = ReadonlyMap<string, readonly LedgerRecord[]>;

/** Lists asked about before, with their index once there is one. */
const asked = new WeakMap<readonly LedgerRecord[], { marked?: Marked }>();

function markAll(records: readonly LedgerRecord[], fields: RepeatFields): Marked {
  const marked = new Map<string, LedgerRecord[]>();
  for (const record of records) {
    for (const mark of marksOf(record.values, fields)) {
      const found = marked.get(mark);
      if (found) found.push(record);
      else marked.set(mark, [record]);
    }
  }
  return marked;
}

/**
 * Records that may be the same person's. One question passes over the list, which a saved edit can afford; the second about
 * the same list makes an index of it, because an import asks for every row.
 */
function candidates(values: Values, records: readonly LedgerRecord[], fields: RepeatFields): readonly LedgerRecord[] {
  const known = asked.get(records);
  if (!known) {
    asked.set(records, {});
    return records.filter((record) => sameness(values, record.values, fields) !== undefined);
  }
  known.marked ??= markAll(records, fields);
  const { marked } = known;
  return [...new Set(marksOf(values, fields).flatMap((mark) => marked.get(mark) ?? []))];
}

/**
 * Records of the same person whose text is alike, the likest first. A hint for the clerk, never a merge: whether it is
 * the same matter is for a person to say. `id` is the record's own, where it has one already.
 */
export function findRepeats(
  values: Values,
  id: string | undefined,
  records: readonly LedgerRecord[],
  fields: RepeatFields,
): readonly Repeat[] {
  const others = candidates(values, records, fields).filter((record) => record.id !== id);
  // Cutting a text is the dear part, and most people ask once: an import of 100,000 rows waits for it.
  if (others.length === 0) return [];
  const own = pieces(textIn(values, fields.text));
  return others
    .flatMap((record): Repeat[] => {
      const same = sameness(values, record.values, fields);
      const likeness = same === undefined ? 0 : dice(own, pieces(textIn(record.values, fields.text)));
      return same === undefined || likeness < ALIKE ? [] : [{ record, same, likeness }];
    })
    .toSorted((a, b) => b.likeness - a.likeness);
}
