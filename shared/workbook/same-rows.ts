import { isBlank } from '../kit/blank.ts';
import { comparable } from '../kit/convert/marks.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { Values } from '../kit/values.ts';

/** Rows the ledger takes for the same as a given one, with the fields in which they are equal. */
export type SameRows<T> = { readonly found: readonly T[]; readonly by: readonly string[] };

/** By what a row is known again: the number another system gave, and what the ledger calls the same. */
export type SameKeys = { readonly number: string | undefined; readonly nature: string | undefined };

/** Blank equals blank, but a row with everything blank resembles nothing. */
export const sameKeys = ({ sameAs, foreignNumber }: Ledger, values: Values): SameKeys => ({
  number: foreignNumber === undefined ? undefined : keyOf([foreignNumber], values),
  nature: keyOf(sameAs, values),
});

type Entry<T> = { readonly item: T; readonly number: string | undefined };

/**
 * Finds what the ledger's declaration calls the same: by the number another system gave, where it is filled; else by the
 * `sameAs` fields.
 */
export class SameIndex<T> {
  readonly #byNumber = new Map<string, T[]>();
  readonly #byNature = new Map<string, Entry<T>[]>();

  constructor(private readonly ledger: Ledger) {}

  add({ number, nature }: SameKeys, item: T): void {
    if (number !== undefined) put(this.#byNumber, number, item);
    if (nature !== undefined) put(this.#byNature, nature, { item, number });
  }

  find({ number, nature }: SameKeys): SameRows<T> {
    const { sameAs, foreignNumber } = this.ledger;
    const numbered = number === undefined ? undefined : this.#byNumber.get(number);
    if (numbered !== undefined && foreignNumber) return { found: numbered, by: [foreignNumber] };
    const alike = (nature === undefined ? undefined : this.#byNature.get(nature)) ?? [];
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

function put<U>(map: Map<string, U[]>, key: string, item: U): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
