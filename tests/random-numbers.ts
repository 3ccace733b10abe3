/** A number from 0 on, below the one given. */
export type Pick = (below: number) => number;

/** The same numbers for the same seed, so that a failure can be looked at again (mulberry32). */
export function randomNumbers(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
