import type { Query } from '../../../shared/kit/query.ts';
import type { LedgerStore } from '../ledger-store.ts';
import type { FollowedWindow, StoreEvent, Window } from '../store-api.ts';

/** Stretches of one list followed at once: what is in view lies in two or three. */
const MOST = 3;

/**
 * The list the page has in view, so that a change is told together with the rows it leaves there: after a save nothing has to
 * be asked first. A short cut only: whoever follows asks again all the same, and what cannot be told at once is not told.
 */
export class FollowedWindows {
  #query: Query | undefined;
  #question = '';
  readonly #stretches = new Map<number, number>();

  /** Answers with the window, and follows it until another list is followed. */
  follow(store: LedgerStore, query: Query, offset: number, limit: number): Promise<Window> {
    const question = JSON.stringify(query);
    if (question !== this.#question) this.#stretches.clear();
    this.#query = query;
    this.#question = question;
    this.#stretches.delete(offset);
    this.#stretches.set(offset, limit);
    const [oldest] = this.#stretches.keys();
    if (this.#stretches.size > MOST && oldest !== undefined) this.#stretches.delete(oldest);
    return store.window(query, offset, limit);
  }

  /** An event as it is told the page. */
  told(store: LedgerStore | undefined, event: StoreEvent): StoreEvent {
    const query = this.#query;
    if (event.kind !== 'changed' || !store || !query || !event.ledgers.includes(query.ledger)) return event;
    try {
      const windows = store.queries.changedWindows(query, [...this.#stretches]);
      const followed = windows.map(
        ([offset, window]): FollowedWindow => ({ question: this.#question, offset, window }),
      );
      return followed.length > 0 ? { ...event, followed } : event;
    } catch {
      // The records are written by now: what stands in the way of showing them is said when they are asked for.
      return event;
    }
  }
}
