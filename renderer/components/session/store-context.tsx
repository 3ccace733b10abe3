import { createContext, type ReactNode, useContext } from 'react';
import type { StoreApi, StoreEvent } from '../../store/store-api.ts';

/** The store and its events, as every screen asks them. */
export type StoreClient = {
  readonly store: StoreApi;
  /** Answers with the function that ends the subscription. */
  readonly subscribe: (listener: (event: StoreEvent) => void) => () => void;
};

const StoreContext = createContext<StoreClient | undefined>(undefined);

/** Gives the opened store to every screen below. */
export function StoreProvider({ client, children }: { readonly client: StoreClient; readonly children: ReactNode }) {
  return <StoreContext value={client}>{children}</StoreContext>;
}

/**
 * The opened store with its events.
 * @throws Error outside of StoreProvider: a mistake of the program, not of the clerk.
 */
export function useStoreClient(): StoreClient {
  const client = useContext(StoreContext);
  if (!client) throw new Error('useStoreClient outside of StoreProvider');
  return client;
}
