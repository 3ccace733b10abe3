/** The long run: `npm run soak`. */
export const IS_SOAK = import.meta.env.MODE === 'soak';

/** Random numbers that can be drawn again: the seed is printed with what they proved. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
