/** How often a spec goes round: `usual`, or as often as SOAK_ROUNDS says. */
export const rounds = (usual: number): number => Number(process.env.SOAK_ROUNDS ?? usual);

/**
 * Random shares of a span that can be played again with SOAK_SEED: the seed is printed. The usual run takes the same
 * moments every time, a soak others each time.
 */
export function randomMoments(usualSeed: number): () => number {
  const seed = Number(process.env.SOAK_SEED ?? (process.env.SOAK_ROUNDS ? Date.now() % 2 ** 32 : usualSeed));
  console.log(`moments of seed ${seed}`);
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
