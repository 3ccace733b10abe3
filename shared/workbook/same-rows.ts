import { isBlank } from '../kit/blank.ts';
import { comparable } from '../kit/convert/marks.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { Values } from '../kit/values.ts';

/** Rows the ledger takes for the same as a given one, with the fields in which they are equal. */
export type SameRows<T> = { readonly found: readonly T[]; readonly by: readonly string[] };

type Entry<T> = { readonly item: T; readonly number: string | undefined };

/**
 * Finds what the ledger's declaration calls the same: by the number another system gave, where it is filled; else by the
 * `sameAs` fields. Blank equals blank in those, but a row with all of them blank resembles nothing.
 */
export class SameIndex<T> {
  readonly #byNumber = new Map<string, T[]>();
  readonly #byNature = new Map<string, Entry<T>[]>();

  constructor(private readonly ledger: Ledger) {}

  add(values: Values, item: T): void {
    const number = this.#numberOf(values);
    const nature = keyOf(this.ledger.sameAs, values);
    if (number !== undefined) put(this.#byNumber, number, item);
    if (nature !== undefined) put(this.#byNature, nature, { item, number });
  }

  find(values: Values): SameRows<T> {
    const { sameAs, foreignNumber } = this.ledger;
    const number = this.#numberOf(values);
    const numbered = number === undefined ? undefined : this.#byNumber.get(number);
    if (numbered !== undefined && foreignNumber) return { found: numbered, by: [foreignNumber] };
    const nature = keyOf(sameAs, values);
    const alike = (nature === undefined ? undefined : this.#byNature.get(nature)) ?? [];
    const found = alike.filter((one) => number === undefined || one.number === undefined).map(({ item }) => item);
    return { found, by: sameAs };
  }

  #numberOf(values: Values): string | undefined {
    const { foreignNumber } = this.ledger;
    return foreignNumber === undefined ? undefined : keyOf([foreignNumber], values);
  }
}

function keyOf(fields: readonly string[], values: Values): string | undefined {
  const parts = fields.map((field) => values[field]);
  if (parts.every((part) => isBlank(part))) return undefined;
  return JSON.stringify(parts.map((part) => (typeof part === 'string' ? comparable(part) : (part ?? null))));
}

function put<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
