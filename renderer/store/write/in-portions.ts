import { Pace } from '../slices.ts';

/** What is done with the portions of one transaction. */
export type Portioning<Portion> = {
  readonly add: (portion: Portion) => PromiseLike<unknown>;
  /** Asks the same transaction something that costs nothing. */
  readonly ask: () => PromiseLike<unknown>;
  /** Asked before each portion and after each pause: then nothing of the transaction is to stand. */
  readonly isUnwanted: () => boolean;
};

/** Ends a transaction that is not wanted any more. */
export class Unwanted extends Error {}

/**
 * Writes portions within an open transaction as they are made, each while the next is being made, so that a bulk write is
 * never in memory whole. A transaction ends by itself once no request of it is under way: so it pauses on its own requests,
 * and on a question where it has none. `undefined` is a chance to pause.
 * @throws Unwanted
 */
export async function inPortions<Portion>(
  portions: Iterable<Portion | undefined>,
  { add, ask, isUnwanted }: Portioning<Portion>,
): Promise<void> {
  const pace = new Pace();
  let adding: PromiseLike<unknown> | undefined;
  for (const portion of portions) {
    if (portion === undefined && !pace.isOver) continue;
    if (adding || pace.isOver) {
      await (adding ?? ask());
      adding = undefined;
      pace.begin();
    }
    if (isUnwanted()) throw new Unwanted();
    if (portion !== undefined) adding = add(portion);
  }
  await adding;
}
