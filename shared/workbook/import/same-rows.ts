import { isBlank } from '../../kit/blank.ts';
import { comparable } from '../../kit/convert/marks.ts';
import type { Ledger } from '../../kit/ledger.ts';
import { TextIndex } from '../../kit/text-index.ts';
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

/**
 * Finds what the ledger's declaration calls the same: by the number another system gave, where it is filled; else by the
 * `sameAs` fields.
 */
export class SameIndex<T> {
  readonly #byNumber: TextIndex<T>;
  readonly #byNature: TextIndex<T>;

  constructor(
    private readonly ledger: Ledger,
    private readonly valuesOf: (item: T) => Values,
  ) {
    this.#byNumber = new TextIndex((item) => keyIn(ledger.foreignNumber, valuesOf(item)));
    this.#byNature = new TextIndex((item) => keyOf(ledger.sameAs, valuesOf(item)));
  }

  add({ number, nature }: SameKeys, item: T): void {
    if (number !== undefined) this.#byNumber.add(number, item);
    if (nature !== undefined) this.#byNature.add(nature, item);
  }

  find({ number, source, nature }: SameKeys): SameRows<T> {
    const { sameAs, foreignNumber, foreignSource } = this.ledger;
    if (number !== undefined && foreignNumber !== undefined) {
      const sourced = this.#byNumber.under(number).map((item) => ({ item, of: this.#keyOf(foreignSource, item) }));
      // A number whose source is not told may be anybody's.
      const numbered = sourced.filter(({ of }) => source === undefined || of === undefined || of === source);
      if (numbered.length > 0) {
        const isOfSource = source !== undefined && numbered.every(({ of }) => of === source);
        return {
          found: numbered.map(({ item }) => item),
          by: isOfSource && foreignSource ? [foreignSource, foreignNumber] : [foreignNumber],
        };
      }
    }
    const alike = nature === undefined ? [] : this.#byNature.under(nature);
    const isOpen = (item: T) => number === undefined || this.#keyOf(foreignNumber, item) === undefined;
    return { found: alike.filter(isOpen), by: sameAs };
  }

  #keyOf(field: string | undefined, item: T): string | undefined {
    return keyIn(field, this.valuesOf(item));
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
