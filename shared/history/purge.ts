import type { FieldSpec, FieldSpecs } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { Attachment, Value, Values } from '../kit/values.ts';
import type { Change, Reason } from './change.ts';
import { childRows } from './child-rows.ts';
import { decodeHeader, purgeEntry } from './encode.ts';

/** A record whose earlier contents leave the log. */
export type PurgedRecord = { readonly ledger: string; readonly id: string };

/**
 * What is purged, and the Lamport counter of the batch that says so and holds what is left: only what was written before
 * it goes. That batch stays whole, and so does what was entered since.
 */
export type Purge = { readonly records: readonly PurgedRecord[]; readonly lamport: number };

/** Stands where a person's name or number stood in words that are kept. */
const CLEARED = '（已清除）';

const PURGED = 'purge';

/** Why a purging batch is written. The text names nobody: headers are never purged. */
export const purgeReason = (records: number, basis: string): Reason => ({
  kind: 'edit',
  text: `清除个人信息：${records} 条记录（${basis}）`,
  of: PURGED,
});

/** Whether a batch purged: it cannot be taken back, and what it holds was not entered by whoever wrote it. */
export const isPurge = ({ kind, of }: Reason): boolean => kind === 'edit' && of === PURGED;

/** An entry without what a purge takes out of it, its hash as before; undefined where nothing of it is touched. */
export function purgedBytes(bytes: Uint8Array, { records, lamport }: Purge): Uint8Array | undefined {
  const header = decodeHeader(bytes);
  if (!header || header.lamport >= lamport) return undefined;
  const ids = new Set(records.filter(({ ledger }) => header.ledgers.includes(ledger)).map(keyOf));
  if (ids.size === 0) return undefined;
  let isTouched = false;
  const purged = purgeEntry(bytes, (change) => {
    const isHit = ids.has(keyOf(change));
    isTouched ||= isHit;
    return isHit;
  });
  return isTouched ? purged : undefined;
}

const keyOf = ({ ledger, id }: PurgedRecord | Change): string => `${ledger} ${id}`;

/** Labels of the fields in which one of the words stands, of child rows and names of attached files too. */
export function fieldsHolding(ledger: Ledger, values: Values, words: readonly string[]): readonly string[] {
  return Object.entries(ledger.fields).flatMap(([fieldId, spec]) =>
    holds(values[fieldId], spec, words) ? [spec.label] : [],
  );
}

function holds(value: Value | undefined, spec: FieldSpec, words: readonly string[]): boolean {
  if (typeof value === 'string') return isWords(spec) && words.some((word) => value.includes(word));
  if (spec.kind === 'attachments') return filesOf(value).some(({ name }) => words.some((word) => name.includes(word)));
  if (!spec.childFields) return false;
  return childRows(value).some((row) =>
    Object.entries(spec.childFields ?? {}).some(([fieldId, child]) => holds(row[fieldId], child, words)),
  );
}

/** References and choices hold ids and dictionary words, never a person. */
const isWords = ({ kind }: FieldSpec): boolean => !['reference', 'choice', 'date', 'month', 'moment'].includes(kind);

/**
 * A record without its personal data: personal fields empty, or marked where the record cannot be without them, and the
 * words themselves marked wherever else they stand. What a case was, when, and how it ended is kept for the figures.
 */
export const withoutPerson = (ledger: Ledger, values: Values, words: readonly string[]): Values =>
  cleared(ledger.fields, values, words, ledger.titleField);

function cleared(fields: FieldSpecs, values: Values, words: readonly string[], title?: string): Values {
  const kept: { [fieldId: string]: Value } = {};
  for (const [fieldId, value] of Object.entries(values)) {
    const spec = fields[fieldId];
    if (value === undefined) continue;
    if (spec?.personal) {
      if ((spec.key || fieldId === title) && spec.kind === 'text') kept[fieldId] = CLEARED;
    } else if (spec?.childFields) {
      const { childFields } = spec;
      kept[fieldId] = childRows(value).map((row) => ({ ...cleared(childFields, row, words), id: row.id }));
    } else if (spec?.kind === 'attachments') {
      kept[fieldId] = filesOf(value).map((file) => ({ ...file, name: marked(file.name, words) }));
    } else kept[fieldId] = typeof value === 'string' && (!spec || isWords(spec)) ? marked(value, words) : value;
  }
  return kept;
}

const filesOf = (value: Value | undefined): readonly Attachment[] =>
  Array.isArray(value) ? value.filter((one): one is Attachment => 'hash' in Object(one)) : [];

const marked = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, CLEARED), text);
