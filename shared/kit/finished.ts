/** Drives work that may pause between its pieces to its end at once: for whoever has little of it, or nobody waiting. */
export function finished<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
