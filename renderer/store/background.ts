import { BACKGROUND_SLICE, Pace } from './slices.ts';

/** What a task leads to on the screen is drawn first: the background goes on so much later. Milliseconds. */
const DRAWN = 800;

/** Tasks under way that somebody waits for. */
let awaited = 0;
/** Since nothing is awaited, and what was is drawn. */
let isQuiet = true;
let standing: (() => void)[] = [];
let drawing: ReturnType<typeof setTimeout> | undefined;

function goOn(): void {
  isQuiet = true;
  const released = standing;
  standing = [];
  for (const release of released) release();
}

/** Runs what somebody waits for longer than for a list: what is done in the background stands still meanwhile. */
export async function whileAwaited<Answer>(work: () => Answer): Promise<Awaited<Answer>> {
  awaited += 1;
  isQuiet = false;
  clearTimeout(drawing);
  try {
    return await work();
  } finally {
    awaited -= 1;
    if (awaited === 0) drawing = setTimeout(goOn, DRAWN);
  }
}

/** The same functions; one that answers later is awaited until then. */
export function allAwaited<Api extends object>(api: Api): Api {
  return new Proxy(api, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(method, target, given);
        return answer instanceof Promise ? whileAwaited(() => answer) : answer;
      };
    },
  });
}

/** The pace of what nobody waits for. */
export class BackgroundPace extends Pace {
  constructor() {
    super(BACKGROUND_SLICE);
  }

  override async rest(): Promise<boolean> {
    const rested = await super.rest();
    while (rested && !isQuiet) await new Promise<void>((resolve) => standing.push(resolve));
    return rested;
  }
}
