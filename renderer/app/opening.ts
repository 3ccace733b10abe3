import { keptOperator } from '../components/session/kept-operator.ts';
import { localToday } from '../components/session/local-today.ts';
import { messageOf } from '../components/session/message-of.ts';
import { desktop } from '../desktop/desktop.ts';
import { isExample } from '../desktop/example-mode.ts';
import { noteFault } from '../desktop/note-fault.ts';
import { type RecoveryReason, reasonOfFailure, reasonToRecover } from '../pages/recovery/recovery-reason.ts';
import { connectStore, type OpenOptions, type StoreClient, type StoreConnection } from '../store/store-client.ts';
import { openExample } from './open-example.ts';

/** How far the start has come. */
export type Opening =
  | { readonly kind: 'opening'; readonly done: number; readonly of: number }
  /** Another tab has the data open. */
  | { readonly kind: 'waiting' }
  /** Something has to be decided first; `client` where the database opened all the same. */
  | {
      readonly kind: 'recovery';
      readonly why: RecoveryReason;
      readonly rescue: StoreConnection['rescue'];
      readonly client?: StoreClient;
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'open'; readonly client: StoreClient };

async function tellWhoAndWhen({ store }: StoreClient): Promise<void> {
  await Promise.all([store.setToday(localToday()), store.setOperator(keptOperator())]);
}

async function open(tell: (opening: Opening) => void): Promise<Opening> {
  const options: OpenOptions = {
    onWaiting: () => tell({ kind: 'waiting' }),
    onEvent: (event) => {
      if (event.kind === 'progress' && event.task === 'open') {
        tell({ kind: 'opening', done: event.done, of: event.of });
      }
    },
  };
  if (isExample) return { kind: 'open', client: await openExample(options, tellWhoAndWhen) };
  const { rescue, open } = await connectStore(options);
  const note = await desktop().note.read();
  let client: StoreClient;
  try {
    client = await open();
  } catch (thrown) {
    const why = reasonOfFailure(thrown);
    if (!why) throw thrown;
    noteFault(thrown);
    return { kind: 'recovery', why, rescue };
  }
  await tellWhoAndWhen(client);
  const why = reasonToRecover(await client.store.status(), note);
  return why ? { kind: 'recovery', why, rescue, client } : { kind: 'open', client };
}

let now: Opening = { kind: 'opening', done: 0, of: 0 };
const listeners = new Set<() => void>();

/** The one opening of this page's data, as it stands and to be heard of. */
export const opening = {
  now: (): Opening => now,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  set: (next: Opening): void => {
    now = next;
    for (const listener of listeners) listener();
  },
};

/** Opens the data, once, when the window opens. */
export async function beginOpening(): Promise<void> {
  let isOver = false;
  const tell = (next: Opening) => {
    // Progress that arrives after the answer is old news.
    if (!isOver) opening.set(next);
  };
  const last = await open(tell).catch((thrown): Opening => {
    noteFault(thrown);
    return { kind: 'failed', message: messageOf(thrown) };
  });
  isOver = true;
  opening.set(last);
}
