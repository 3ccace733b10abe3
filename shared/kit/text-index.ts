/** A number for a text, the same for the same text. Of thirty bits, which an engine holds without an object. */
export function textMark(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark >>> 2;
}

/**
 * Finds items by a text that can be made of each of them. The texts are not kept: those of 200,000 records would be larger
 * than the index itself. A text stands at its mark or, where another one does, at the next place that is free.
 */
export class TextIndex<T> {
  readonly #textOf: (item: T) => string | undefined;
  readonly #first = new Map<number, T>();
  /** Nearly every text has one item, so that one needs no list. */
  readonly #others = new Map<number, T[]>();

  constructor(textOf: (item: T) => string | undefined) {
    this.#textOf = textOf;
  }

  /** `text` is the item's own, which whoever adds it has made already. */
  add(text: string, item: T): void {
    const place = this.#placeOf(text);
    const others = this.#others.get(place);
    if (!this.#first.has(place)) this.#first.set(place, item);
    else if (others === undefined) this.#others.set(place, [item]);
    else others.push(item);
  }

  under(text: string): readonly T[] {
    const place = this.#placeOf(text);
    const first = this.#first.get(place);
    return first === undefined ? [] : [first, ...(this.#others.get(place) ?? [])];
  }

  #placeOf(text: string): number {
    for (let place = textMark(text); ; place += 1) {
      const first = this.#first.get(place);
      if (first === undefined || this.#textOf(first) === text) return place;
    }
  }
}
