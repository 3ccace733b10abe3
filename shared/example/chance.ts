/** Invented by lot, the same for the same seed: an example that looks different at every start could not be checked. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1): mulberry32, whose low bits are as good as its high ones. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  isTrue(share: number): boolean {
    return this.next() < share;
  }

  /** @throws RangeError for an empty list: there is nothing to pick. */
  pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.next() * list.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** By weights. */
  weighted<T>(weights: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    const picked = weights.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    return (picked ?? this.pick(weights))[0];
  }

  /** So many different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): readonly T[] {
    let wanted = Math.min(count, list.length);
    return list.filter((_, place) => {
      const isTaken = this.next() * (list.length - place) < wanted;
      if (isTaken) wanted -= 1;
      return isTaken;
    });
  }
}
