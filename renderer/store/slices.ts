/** Longest stretch a bulk task may hold the worker, in milliseconds, so that windows are still answered meanwhile. */
const SLICE = 20;

/** The same for what nobody waits for, and for what the next letter typed may overtake. */
export const BACKGROUND_SLICE = 8;

const waiting: (() => void)[] = [];
let channel: MessageChannel | undefined;

/** Lets everything that waits have its turn. A message, not a timer: timers wait 4 ms and more. */
export function breathe(): Promise<void> {
  if (channel === undefined) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
    // In Node an open port would keep a finished test or script alive.
    if ('unref' in channel.port1 && typeof channel.port1.unref === 'function') channel.port1.unref();
  }
  const turn = new Promise<void>((resolve) => waiting.push(resolve));
  channel.port2.postMessage(undefined);
  return turn;
}

/** Asks that pass without a look at the clock: it takes longer than most of the pieces between two of them. */
const UNCLOCKED = 15;

/** Counts the time of one task and pauses once a slice is used up. */
export class Pace {
  readonly #slice: number;
  #began = performance.now();
  #unclocked = 0;

  constructor(slice: number = SLICE) {
    this.#slice = slice;
  }

  /** Call between pieces of work that are each well below a slice. Returns whether it paused. */
  async rest(): Promise<boolean> {
    if (!this.isOver) return false;
    await breathe();
    this.begin();
    return true;
  }

  /** Begins a new slice: whoever asked has paused by itself. */
  begin(): void {
    this.#began = performance.now();
  }

  /** The same question for loops over records, each a small fraction of a slice, that only await where it is due. */
  get isDue(): boolean {
    this.#unclocked = (this.#unclocked + 1) % (UNCLOCKED + 1);
    return this.#unclocked === 0 && this.isOver;
  }

  /** Whether the slice is used up. */
  get isOver(): boolean {
    return performance.now() - this.#began >= this.#slice;
  }
}

/**
 * Drives work that may pause between its pieces to its end, letting others have their turn once a slice is used up.
 * `onRest` hears after each pause how far it got, and throws to stop it there.
 */
export async function inSlices<Step, Result>(
  work: Generator<Step, Result>,
  onRest: (step: Step) => void = () => undefined,
): Promise<Result> {
  const pace = new Pace();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    // No promise for the many steps that need no pause.
    if (!pace.isOver) continue;
    await pace.rest();
    onRest(step.value);
  }
}
