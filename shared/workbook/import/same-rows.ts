import { isBlank } from '../../kit/blank.ts';
import { comparable } from '../../kit/convert/marks.ts';
import type { Ledger } from '../../kit/ledger.ts';
import type { Values } from '../../kit/values.ts';

/** Rows the ledger takes for the same as a given one, with the fields in which they are equal. */
export type SameRows<T> = { readonly found: readonly T[]; readonly by: readonly string[] };

/** By what a row is known again: the number another system gave, which system that is, and what the ledger calls the same. */
export type SameKeys = {
  readonly number: string | undefined;
  readonly source: string | undefined;
  readonly nature: string | undefined;
};

const keyIn = (field: string | undefined, values: Values): string | undefined =>
  field === undefined ? undefined : keyOf([field], values);

/** Blank equals blank, but a row with everything blank resembles nothing. */
export const sameKeys = ({ sameAs, foreignNumber, foreignSource }: Ledger, values: Values): SameKeys => ({
  number: keyIn(foreignNumber, values),
  source: keyIn(foreignSource, values),
  nature: keyOf(sameAs, values),
});

type Entry<T> = { readonly item: T; readonly number: string | undefined; readonly source: string | undefined };

/** A number whose source is not told may be anybody's. */
const mayBeOf = (source: string | undefined, { source: other }: Entry<unknown>): boolean =>
  source === undefined || other === undefined || source === other;

/** What stands under each key; nearly every key has one, so that one needs no list. */
type Under<T> = Map<string, Entry<T> | Entry<T>[]>;

/**
 * Finds what the ledger's declaration calls the same: by the number another system gave, where it is filled; else by the
 * `sameAs` fields.
 */
export class SameIndex<T> {
  readonly #byNumber: Under<T> = new Map();
  readonly #byNature: Under<T> = new Map();

  constructor(private readonly ledger: Ledger) {}

  add({ number, source, nature }: SameKeys, item: T): void {
    const entry = { item, number, source };
    if (number !== undefined) put(this.#byNumber, number, entry);
    if (nature !== undefined) put(this.#byNature, nature, entry);
  }

  find({ number, source, nature }: SameKeys): SameRows<T> {
    const { sameAs, foreignNumber, foreignSource } = this.ledger;
    const underIt = number === undefined ? [] : entriesUnder(this.#byNumber, number);
    const numbered = underIt.filter((one) => mayBeOf(source, one));
    if (numbered.length > 0 && foreignNumber) {
      const isOfSource = source !== undefined && numbered.every((one) => one.source === source);
      return {
        found: numbered.map(({ item }) => item),
        by: isOfSource && foreignSource ? [foreignSource, foreignNumber] : [foreignNumber],
      };
    }
    const alike = nature === undefined ? [] : entriesUnder(this.#byNature, nature);
    const found = alike.filter((one) => number === undefined || one.number === undefined).map(({ item }) => item);
    return { found, by: sameAs };
  }
}

/** Parts joined by a line break, which no word that is compared holds. */
function keyOf(fields: readonly string[], values: Values): string | undefined {
  let key = '';
  let isFilled = false;
  for (const field of fields) {
    const value = values[field];
    isFilled ||= !isBlank(value);
    key += `${typeof value === 'string' ? comparable(value) : (JSON.stringify(value) ?? '')}\n`;
  }
  return isFilled ? key : undefined;
}

function put<T>(under: Under<T>, key: string, entry: Entry<T>): void {
  const known = under.get(key);
  if (known === undefined) under.set(key, entry);
  else if (Array.isArray(known)) known.push(entry);
  else under.set(key, [known, entry]);
}

function entriesUnder<T>(under: Under<T>, key: string): readonly Entry<T>[] {
  const known = under.get(key) ?? [];
  return Array.isArray(known) ? known : [known];
}
