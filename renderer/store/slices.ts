/** Longest stretch a bulk task may hold the worker, in milliseconds, so that windows are still answered meanwhile. */
const SLICE = 20;

/** The same for what nobody waits for. */
export const BACKGROUND_SLICE = 8;

const waiting: (() => void)[] = [];
let channel: MessageChannel | undefined;

/** Lets everything that waits have its turn. A message, not a timer: timers wait 4 ms and more. */
function breathe(): Promise<void> {
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

/** Counts the time of one task and pauses once a slice is used up. */
export class Pace {
  readonly #slice: number;
  #began = performance.now();

  constructor(slice: number = SLICE) {
    this.#slice = slice;
  }

  /** Call between pieces of work that are each well below a slice. Returns whether it paused. */
  async rest(): Promise<boolean> {
    if (!this.isDue) return false;
    await breathe();
    this.#began = performance.now();
    return true;
  }

  /** True where a slice is used up, for loops that only then want to await. */
  get isDue(): boolean {
    return performance.now() - this.#began >= this.#slice;
  }
}
