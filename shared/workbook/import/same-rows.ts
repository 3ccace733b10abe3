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
  /** The same without what it belongs to (上级单位, 社区), where that is blank: a short list names it in its title, if at all. */
  readonly unplaced: string | undefined;
};

const keyIn = (field: string | undefined, values: Values): string | undefined =>
  field === undefined ? undefined : keyOf([field], values);

/** Blank equals blank, but a row with everything blank resembles nothing. */
export const sameKeys = ({ sameAs, fields, foreignNumber, foreignSource }: Ledger, values: Values): SameKeys => ({
  number: keyIn(foreignNumber, values),
  source: keyIn(foreignSource, values),
  nature: keyOf(sameAs, values),
  unplaced: keyOf(unplacedFields({ sameAs, fields }, values), values),
});

/** The `sameAs` fields but for references, where one of these is blank; else none. */
const unplacedFields = ({ sameAs, fields }: Pick<Ledger, 'sameAs' | 'fields'>, values?: Values): readonly string[] => {
  const places = sameAs.filter((field) => fields[field]?.kind === 'reference');
  const isAsked = values === undefined ? places.length > 0 : places.some((field) => isBlank(values[field]));
  return isAsked ? sameAs.filter((field) => !places.includes(field)) : [];
};

/**
 * Finds what the ledger's declaration calls the same: by the number another system gave, where it is filled; else by the
 * `sameAs` fields.
 */
export class SameIndex<T> {
  readonly #byNumber: TextIndex<T>;
  readonly #byNature: TextIndex<T>;
  readonly #unplaced: TextIndex<T>;
  /** The fields of `#unplaced`; none where the ledger's `sameAs` has no reference. */
  readonly #unplacedFields: readonly string[];

  constructor(
    private readonly ledger: Ledger,
    private readonly valuesOf: (item: T) => Values,
  ) {
    this.#byNumber = new TextIndex((item) => keyIn(ledger.foreignNumber, valuesOf(item)));
    this.#byNature = new TextIndex((item) => keyOf(ledger.sameAs, valuesOf(item)));
    this.#unplacedFields = unplacedFields(ledger);
    this.#unplaced = new TextIndex((item) => keyOf(this.#unplacedFields, valuesOf(item)));
  }

  add({ number, nature }: SameKeys, item: T): void {
    if (number !== undefined) this.#byNumber.add(number, item);
    if (nature !== undefined) this.#byNature.add(nature, item);
    const unplaced = this.#unplacedFields.length === 0 ? undefined : keyOf(this.#unplacedFields, this.valuesOf(item));
    if (unplaced !== undefined) this.#unplaced.add(unplaced, item);
  }

  /** As `find`; where nothing is equal, what is equal but for a place that the row leaves blank. */
  findPlaced(keys: SameKeys): SameRows<T> {
    const found = this.find(keys);
    if (found.found.length > 0 || keys.unplaced === undefined) return found;
    return { found: this.#unplaced.under(keys.unplaced).filter(this.#isOpenTo(keys)), by: this.#unplacedFields };
  }

  find(keys: SameKeys): SameRows<T> {
    const { number, source, nature } = keys;
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
    return { found: alike.filter(this.#isOpenTo(keys)), by: sameAs };
  }

  /** Two numbers of other systems are two items, however alike. */
  #isOpenTo({ number }: SameKeys): (item: T) => boolean {
    return (item) => number === undefined || this.#keyOf(this.ledger.foreignNumber, item) === undefined;
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
