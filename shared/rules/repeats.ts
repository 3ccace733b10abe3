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

/** What marks two records as one person's, surest first. */
function marksOf(values: Values, fields: RepeatFields): readonly (readonly [same: string, mark: string])[] {
  const mark = (same: string, ...parts: readonly string[]) =>
    parts.every((part) => part !== '') ? [[same, `${same} ${parts.join(' ')}`] as const] : [];
  return [
    ...mark('身份证号', textIn(values, fields.personId)),
    ...mark('电话', textIn(values, fields.phone)),
    ...mark('姓名和社区', textIn(values, fields.person), textIn(values, fields.community)),
  ];
}

/** A single record asks at most so often. */
const MARKS_A_RECORD = 3;

type Marked = ReadonlyMap<string, readonly LedgerRecord[]>;

/** How often a list was asked, and its marks once that pays: one look is a pass over the list, an import looks for each row. */
const asked = new WeakMap<readonly LedgerRecord[], { times: number; marked?: Marked }>();

function markAll(records: readonly LedgerRecord[], fields: RepeatFields): Marked {
  const marked = new Map<string, LedgerRecord[]>();
  for (const record of records) {
    for (const [, mark] of marksOf(record.values, fields)) {
      const found = marked.get(mark);
      if (found) found.push(record);
      else marked.set(mark, [record]);
    }
  }
  return marked;
}

/** Records that carry a mark. More questions than one record asks make the list an index. */
function recordsMarked(records: readonly LedgerRecord[], mark: string, fields: RepeatFields): readonly LedgerRecord[] {
  const known = asked.get(records) ?? { times: 0 };
  asked.set(records, known);
  known.times += 1;
  if (known.times > MARKS_A_RECORD) known.marked ??= markAll(records, fields);
  if (known.marked) return known.marked.get(mark) ?? [];
  return records.filter(({ values }) => marksOf(values, fields).some(([, own]) => own === mark));
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
  const found = new Map<string, Repeat>();
  // Cutting a text is the dear part, and most people ask once: an import of 100,000 rows waits for it.
  let own: ReadonlySet<string> | undefined;
  for (const [same, mark] of marksOf(values, fields)) {
    for (const record of recordsMarked(records, mark, fields)) {
      if (record.id === id || found.has(record.id)) continue;
      own ??= pieces(textIn(values, fields.text));
      const likeness = dice(own, pieces(textIn(record.values, fields.text)));
      if (likeness >= ALIKE) found.set(record.id, { record, same, likeness });
    }
  }
  return [...found.values()].toSorted((a, b) => b.likeness - a.likeness);
}
